import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FaultAlert } from '../../components/states.tsx';
import { useTell } from '../../components/toasts.tsx';
import { useSignalsChanged } from './use-signals.ts';

interface ActModalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

export function ActModal({ opened, onClose, title, children }: ActModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      {opened && children}
    </Modal>
  );
}

/** A form in a dialog that does one thing to a signal or an update. */
export function ActForm({
  act,
  color,
  run,
  said,
  onDone,
  onClose,
  onFault,
  focusAct = false,
  children,
}: {
  /** The verb of the button. */
  readonly act: string;
  readonly color?: string;
  readonly run: () => Promise<unknown>;
  /** What is told when it is done. */
  readonly said: string;
  readonly onDone?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onFault?: (error: unknown) => void;
  /** Enter does it at once: nothing has to be filled in. */
  readonly focusAct?: boolean;
  readonly children: ReactNode;
}) {
  const changed = useSignalsChanged();
  const tell = useTell();
  const mutation = useMutation({
    mutationFn: run,
    async onSuccess() {
      onClose();
      onDone?.();
      tell.done(said);
      await changed();
    },
    ...(onFault === undefined ? {} : { onError: onFault }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate();
      }}
    >
      <Stack>
        {children}
        {mutation.isError && <FaultAlert error={mutation.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={mutation.isPending}
            {...(color === undefined ? {} : { color })}
            {...(focusAct ? { 'data-autofocus': true } : {})}
          >
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
