import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { Confirm, type ConfirmProps } from './confirm.tsx';

/** A button that asks before it acts. */
export function ConfirmButton({
  label,
  button,
  ...question
}: Omit<ConfirmProps, 'opened' | 'onClose'> & {
  readonly label: string;
  readonly button?: ButtonProps & { readonly 'aria-label'?: string };
}) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" {...button} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <Confirm {...question} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
