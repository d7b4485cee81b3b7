import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is shown in it is shown once: it closes by its buttons alone. */
export function AccountModal({
  opened,
  onClose,
  title,
  children,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeOnClickOutside={false} closeOnEscape={false}>
      {opened && children}
    </Modal>
  );
}
