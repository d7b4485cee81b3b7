import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FaultAlert } from './states.tsx';

export interface ConfirmProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** A question that names what it is about: “Remove the connection My shop?” */
  readonly title: string;
  /** What it will do, and what it will not. */
  readonly children: ReactNode;
  /** The verb of the button: “Remove”. */
  readonly act: string;
  /** Closes when it resolves; what it rejects with is shown. */
  readonly onConfirm: () => Promise<unknown>;
  /** Has to be typed first, for what cannot be undone and reaches far. */
  readonly typeToConfirm?: string;
  readonly color?: string;
}

/** Asks before anything that destroys, moves money or stops something. */
export function Confirm(props: ConfirmProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      {props.opened && <Question {...props} />}
    </Modal>
  );
}

function Question({ children, act, onConfirm, onClose, typeToConfirm, color = 'red' }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const [typed, setTyped] = useState('');

  async function confirm(): Promise<void> {
    setBusy(true);
    setFault(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  }

  return (
    <Stack>
      <div>{children}</div>
      {typeToConfirm !== undefined && (
        <TextInput
          label={`Type ${typeToConfirm} to confirm`}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
      )}
      {fault !== undefined && <FaultAlert error={fault} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color={color}
          loading={busy}
          disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
          onClick={() => void confirm()}
        >
          {act}
        </Button>
      </Group>
    </Stack>
  );
}
