import { Code } from '@mantine/core';

/** Something as JSON, or a text that may be some: shown as text, whoever wrote it. */
export function JsonBlock({ value, label }: { readonly value: unknown; readonly label: string }) {
  return (
    // Focusable, or the keyboard could not scroll it.
    <Code block tabIndex={0} role="region" aria-label={label} mah={480} style={{ overflow: 'auto' }}>
      {textOf(value)}
    </Code>
  );
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
