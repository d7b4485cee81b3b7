import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Names with what they are, one below the other; what is undefined is left out. */
export function Facts({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode] | undefined)[] }) {
  return (
    <Box
      component="dl"
      m={0}
      style={{ display: 'grid', gridTemplateColumns: 'minmax(90px, auto) 1fr', gap: '0.25rem 1rem' }}
    >
      {of.map((fact) =>
        fact === undefined || fact[1] === null || fact[1] === undefined ? null : (
          <Box key={fact[0]} style={{ display: 'contents' }}>
            <Text component="dt" size="sm" c="dimmed">
              {fact[0]}
            </Text>
            <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
              {fact[1]}
            </Text>
          </Box>
        ),
      )}
    </Box>
  );
}
