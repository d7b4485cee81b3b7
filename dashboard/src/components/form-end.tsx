import { Button, Group } from '@mantine/core';
import { FaultAlert } from './states.tsx';

/** What a form in a dialog ends with: what went wrong, the way out, and the act. */
export function FormEnd({
  doing,
  act,
  onCancel,
  disabled = false,
  color,
}: {
  /** The mutation that the form submits to. */
  readonly doing: { readonly isError: boolean; readonly error: unknown; readonly isPending: boolean };
  /** The verb of the button. */
  readonly act: string;
  readonly onCancel: () => void;
  readonly disabled?: boolean;
  readonly color?: string | undefined;
}) {
  return (
    <>
      {doing.isError && <FaultAlert error={doing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={doing.isPending} disabled={disabled} {...(color === undefined ? {} : { color })}>
          {act}
        </Button>
      </Group>
    </>
  );
}
