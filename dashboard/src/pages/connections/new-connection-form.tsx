import { type Answer, HubProblem, ok } from '@fairlead/client';
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { SecretInputs, secretsOf, type SecretTexts } from './secret-inputs.tsx';
import { SettingsForm } from './lazy-settings-form.tsx';
import { secretFields } from './settings-schema.ts';
import { useConnectionsChanged } from './use-connections.ts';
import { useTry } from './use-try.ts';
import { VendorsWordAlert } from './vendors-word.tsx';

interface Made {
  readonly id: string;
  readonly test: Answer<'/api/connections/{id}/test', 'post'>;
}

/**
 * Tries, and saves what works. What the vendor does not accept can be saved all the same; it is then changed here until
 * it works, kept as it is, or removed.
 */
export function NewConnectionForm({
  plugin,
  schema,
}: {
  readonly plugin: { readonly id: string; readonly displayName?: string };
  readonly schema: object;
}) {
  const fields = useMemo(() => secretFields(schema), [schema]);
  const [name, setName] = useState(plugin.displayName ?? plugin.id);
  const [settings, setSettings] = useState<object>({});
  const [secrets, setSecrets] = useState<SecretTexts>({});
  const [made, setMade] = useState<Made>();
  // One key for one connection, however often “Save” is pressed while the network is away.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const navigate = useNavigate();
  const changed = useConnectionsChanged();
  const tell = useTell();

  const entered = { settings: { ...settings }, secrets: secretsOf(fields, secrets) };
  const { ask, word } = useTry(entered, async (tried) =>
    ok(hub.POST('/api/connections/try', { body: { plugin: plugin.id, ...tried } })),
  );
  const save = useMutation({
    mutationFn: async (): Promise<Made> => {
      const body = { name, ...entered };
      const { id } =
        made === undefined
          ? await ok(
              hub.POST('/api/connections', {
                body: { plugin: plugin.id, ...body },
                params: { header: { 'idempotency-key': idempotencyKey } },
              }),
            )
          : await ok(hub.PATCH('/api/connections/{id}', { params: { path: { id: made.id } }, body }));
      return { id, test: await ok(hub.POST('/api/connections/{id}/test', { params: { path: { id } } })) };
    },
    async onSuccess(result) {
      setMade(result);
      await changed();
      if (result.test.outcome !== 'ok') return;
      tell.done(`${name} works.`);
      await navigate(`/connections/${result.id}`);
    },
  });
  const attempt = (andSave: boolean) => {
    save.reset();
    ask.mutate(entered, { onSuccess: ({ outcome }) => void (andSave && outcome === 'ok' && save.mutate()) });
  };
  const error = save.error ?? ask.error;
  const faults = error instanceof HubProblem ? error.errors : [];
  const isBusy = save.isPending || ask.isPending;

  return (
    <Stack>
      <TextInput
        label="Name"
        description="How this connection is called here, such as “Shop in Berlin”."
        required
        maxLength={100}
        value={name}
        error={faults.find(({ path }) => path === '/body/name')?.message}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <SettingsForm
        schema={schema}
        value={settings}
        onChange={setSettings}
        onSubmit={() => (made === undefined ? attempt(true) : save.mutate())}
        faults={faults}
      >
        <Stack mt="md">
          <SecretInputs fields={fields} texts={secrets} onChange={setSecrets} faults={faults} />
          {error !== null && !isBusy && <FaultAlert error={error} />}
          {made === undefined && word !== undefined && !save.isPending && (
            <VendorsWordAlert word={word}>
              <Button size="xs" variant="default" onClick={() => save.mutate()}>
                Save it anyway
              </Button>
            </VendorsWordAlert>
          )}
          {made !== undefined && made.test.outcome === 'failed' && !save.isPending && (
            <TestFailed made={made} onRemoved={() => void navigate('/connections')} />
          )}
          <Group>
            <Button type="submit" loading={isBusy}>
              {made === undefined ? 'Save and test' : 'Change and test again'}
            </Button>
            {made === undefined && (
              <Button variant="default" disabled={isBusy} onClick={() => attempt(false)}>
                Test
              </Button>
            )}
            {made !== undefined && (
              <Button variant="default" onClick={() => void navigate(`/connections/${made.id}`)}>
                Keep it as it is
              </Button>
            )}
          </Group>
        </Stack>
      </SettingsForm>
    </Stack>
  );
}

function TestFailed({ made, onRemoved }: { readonly made: Made; readonly onRemoved: () => void }) {
  const changed = useConnectionsChanged();
  return (
    <Alert color="red" role="alert" title="It is saved, and the vendor did not accept it">
      <Stack align="flex-start" gap="xs">
        {made.test.message ?? made.test.code}
        <ConfirmButton
          label="Remove it again"
          button={{ size: 'xs' }}
          title="Remove the connection just made?"
          act="Remove"
          onConfirm={async () => {
            await ok(hub.DELETE('/api/connections/{id}', { params: { path: { id: made.id } } }));
            await changed();
            onRemoved();
          }}
        >
          Its settings and secrets are deleted from the hub. Nothing changes at the vendor.
        </ConfirmButton>
      </Stack>
    </Alert>
  );
}
