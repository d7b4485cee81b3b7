import { Button, Code, Stack } from '@mantine/core';
import { useState } from 'react';

const most = 4;

/** What a key may; the first ones, until one asks for all. */
export function Scopes({ scopes }: { readonly scopes: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all || scopes.length <= most + 1 ? scopes : scopes.slice(0, most);
  return (
    <Stack gap={2} align="flex-start">
      {shown.map((scope) => (
        <Code key={scope}>{scope}</Code>
      ))}
      {shown.length < scopes.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          and {scopes.length - shown.length} more
        </Button>
      )}
    </Stack>
  );
}
