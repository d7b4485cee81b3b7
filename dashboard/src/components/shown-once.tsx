import { Alert, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyText } from './copy-text.tsx';

/** A secret that the hub answers once and does not keep. */
export function ShownOnce({
  title,
  secrets,
  children,
}: {
  readonly title: string;
  readonly secrets: readonly { readonly label: string; readonly text: string }[];
  /** Whom it is for, and what happens if it is lost. */
  readonly children: ReactNode;
}) {
  return (
    <Alert color="yellow" title={title} role="status">
      <Stack gap="xs">
        {secrets.map(({ label, text }) => (
          <CopyText key={label} text={text} label={label} />
        ))}
        <div>{children}</div>
      </Stack>
    </Alert>
  );
}
