import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';

/** What somebody outside wrote: as text, with its line breaks, whatever it looks like. */
export function TextBlock({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    // Focusable, or the keyboard could not scroll it.
    <Paper withBorder p="sm" mah={480} className="text-block" tabIndex={0} role="region" aria-label={label}>
      {children}
    </Paper>
  );
}
