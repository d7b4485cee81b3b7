import { HubProblem, ok } from '@fairlead/client';
import { Alert, Button, Card, Code, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { mergePatch } from './merge-patch.ts';
import { SecretInputs, secretsOf, type SecretTexts } from './secret-inputs.tsx';
import { SettingsForm } from './lazy-settings-form.tsx';
import { type SecretField, secretFields } from './settings-schema.ts';
import { type Connection, useConnectionsChanged, usePlugin } from './use-connections.ts';
import { useTry } from './use-try.ts';
import { VendorsWordAlert } from './vendors-word.tsx';

/** How a connection is set. Of its secrets one sees that they are there; a new text replaces the one before. */
export function SettingsTab({ connection }: { readonly connection: Connection }) {
  const plugin = usePlugin(connection.plugin);
  return (
    <QueryView query={plugin}>
      {({ settingsSchema }) =>
        settingsSchema === undefined ? (
          <Alert color="yellow" title="The plugin is not there to say what can be set">
            <Code block>{JSON.stringify(connection.settings, null, 2)}</Code>
          </Alert>
        ) : (
          <ChangeForm key={connection.id} connection={connection} schema={settingsSchema} />
        )
      }
    </QueryView>
  );
}

function ChangeForm({ connection, schema }: { readonly connection: Connection; readonly schema: object }) {
  const fields = useMemo(() => secretFields(schema), [schema]);
  const [base, setBase] = useState(connection);
  const [name, setName] = useState(base.name);
  const [settings, setSettings] = useState<object>(base.settings);
  const [secrets, setSecrets] = useState<SecretTexts>({});
  // A pause is another version as well, and nothing to do with what stands here.
  const isNewer = connection.version > base.version && !isSameForm(connection, base);
  const version = isNewer ? base.version : Math.max(base.version, connection.version);
  const mayWrite = useMay()('connections.write');
  const changed = useConnectionsChanged();
  const tell = useTell();
  const entered = { settings: mergePatch(base.settings, settings), secrets: secretsOf(fields, secrets) };
  const seen = {
    params: { path: { id: connection.id } },
    headers: { 'if-match': `"${version}"` },
  };
  const show = (stored: Connection) => {
    setBase(stored);
    setName(stored.name);
    setSettings(stored.settings);
    setSecrets({});
  };
  const { ask, word } = useTry(entered, async (tried) =>
    ok(hub.POST('/api/connections/{id}/try', { ...seen, body: tried })),
  );
  const save = useMutation({
    mutationFn: async () => ok(hub.PATCH('/api/connections/{id}', { ...seen, body: { name, ...entered } })),
    async onSuccess(saved) {
      show(saved);
      await changed();
      tell.done('The settings are saved. “Test” asks the vendor whether it works with them.');
    },
  });
  const attempt = () => {
    save.reset();
    ask.mutate(entered);
  };
  const error = save.error ?? ask.error;
  const faults = error instanceof HubProblem ? error.errors : [];
  return (
    <Stack maw={720}>
      {isNewer && (
        <Alert color="yellow" title="Somebody has changed it meanwhile">
          <Stack align="flex-start" gap="xs">
            What you entered would be refused, so that nobody’s change is written over unseen.
            <Button size="xs" variant="default" onClick={() => show(connection)}>
              Show what is stored now
            </Button>
          </Stack>
        </Alert>
      )}
      <TextInput
        label="Name"
        required
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <SettingsForm
        schema={schema}
        value={settings}
        onChange={setSettings}
        onSubmit={() => save.mutate()}
        faults={faults}
      >
        <Stack mt="md">
          <StoredSecrets connection={connection} fields={fields} />
          {mayWrite && (
            <SecretInputs
              fields={fields.map((field) => ({ ...field, required: false }))}
              texts={secrets}
              onChange={setSecrets}
              faults={faults}
            />
          )}
          {error !== null && !ask.isPending && <FaultAlert error={error} />}
          {word !== undefined && <VendorsWordAlert word={word} />}
          {mayWrite && (
            <Group>
              <Button type="submit" loading={save.isPending}>
                Save
              </Button>
              <Button variant="default" loading={ask.isPending} onClick={attempt}>
                Test before saving
              </Button>
            </Group>
          )}
        </Stack>
      </SettingsForm>
    </Stack>
  );
}

function isSameForm(one: Connection, other: Connection): boolean {
  const shown = ({ name, settings, secrets }: Connection) => JSON.stringify([name, settings, secrets]);
  return shown(one) === shown(other);
}

function StoredSecrets({
  connection,
  fields,
}: {
  readonly connection: Connection;
  readonly fields: readonly SecretField[];
}) {
  if (fields.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">
        Secrets that are set
      </Title>
      <List size="sm">
        {fields.map(({ name, title }) => {
          const secret = connection.secrets[name];
          return (
            <List.Item key={name}>
              {title}:{' '}
              {secret === undefined ? (
                <Text span c="dimmed">
                  not set
                </Text>
              ) : (
                <>
                  {(secret.items ?? [secret]).map(({ hint }) => hint ?? 'set').join(', ')}, since{' '}
                  <Time at={secret.updatedAt} />
                </>
              )}
            </List.Item>
          );
        })}
      </List>
      <Text size="xs" c="dimmed" mt="xs">
        They never come out again. What is entered below takes their place; what is left empty stays.
      </Text>
    </Card>
  );
}
