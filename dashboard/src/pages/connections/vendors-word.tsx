import type { Answer } from '@fairlead/client';
import { Alert, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a vendor said of settings and secrets that are not saved yet. */
export type VendorsWord = Answer<'/api/connections/try', 'post'>;

/** Says what the vendor said, and that nothing came of it yet. `children`: what can be done all the same. */
export function VendorsWordAlert({ word, children }: { readonly word: VendorsWord; readonly children?: ReactNode }) {
  const { outcome, account, mode, warnings = [], message, code } = word;
  if (outcome === 'failed') {
    return (
      <Alert color="red" role="alert" title="The vendor did not accept it">
        <Stack align="flex-start" gap="xs">
          {message ?? code}
          <Text size="sm">Nothing is saved.</Text>
          {children}
        </Stack>
      </Alert>
    );
  }
  return (
    <Alert color="teal" role="status" title="It works">
      <Stack align="flex-start" gap="xs">
        {account !== undefined && `The vendor knows it as ${account.label ?? account.id}.`}
        {mode !== undefined && mode !== 'unknown' && ` It is in ${mode} mode.`}
        {warnings.length > 0 && (
          <List size="sm">
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        )}
        <Text size="sm">Nothing is saved yet.</Text>
      </Stack>
    </Alert>
  );
}
