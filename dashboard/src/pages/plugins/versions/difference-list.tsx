import { Alert, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { hostText, PermissionList } from '../permissions.tsx';
import type { Differences } from '../use-plugins.ts';

/** What another version changes, in words: told by “new” and “no longer”, not by colours. */
export function DifferenceList({ differences }: { readonly differences: Differences }) {
  const { from, to, permissions, egress, secrets, settingsVersion, breakingChanges, consent } = differences;
  const isSame =
    [permissions, egress, secrets].every(({ added, removed }) => added.length + removed.length === 0) &&
    settingsVersion.from === settingsVersion.to;
  return (
    <Stack gap="sm">
      {consent !== null && (
        <Alert color="orange" title="This has to be agreed to">
          It asks for more than {from}, or breaks something.
        </Alert>
      )}
      {breakingChanges.length > 0 && (
        <Section title="What its author says">
          <List size="sm">
            {breakingChanges.map(({ version, text }) => (
              <List.Item key={version}>
                {version}: {text}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      {permissions.added.length > 0 && (
        <Section title="New permissions">
          <PermissionList names={permissions.added} />
        </Section>
      )}
      {permissions.removed.length > 0 && (
        <Section title="Permissions it no longer asks for">{permissions.removed.join(', ')}</Section>
      )}
      <Names title="Hosts it reaches as well" names={egress.added.map(hostText)} />
      <Names title="Hosts it no longer reaches" names={egress.removed.map(hostText)} />
      <Names title="New secrets" names={secrets.added} />
      <Names title="Secrets it no longer needs" names={secrets.removed} />
      {settingsVersion.from !== settingsVersion.to && (
        <Section title="Settings">
          Those of its connections are taken from form {settingsVersion.from} to form {settingsVersion.to}.
        </Section>
      )}
      {isSame && (
        <Text>
          {to} may do and asks for the same as {from}.
        </Text>
      )}
    </Stack>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return names.length === 0 ? null : <Section title={title}>{names.join(', ')}</Section>;
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <Text component="div" size="sm">
        {children}
      </Text>
    </div>
  );
}
