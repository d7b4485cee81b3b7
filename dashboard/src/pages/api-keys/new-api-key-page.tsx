import { HubProblem, ok } from '@fairlead/client';
import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { expiresAt, ExpirySelect, usualExpiry } from '../../components/expiry-select.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { hub } from '../../hub.ts';
import { AddressesInput } from './addresses-input.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { addressesOf } from './addresses-of.ts';
import { useApiKeysChanged } from './use-api-keys.ts';

export function NewApiKeyPage() {
  const [key, setKey] = useState<{ readonly name: string; readonly key: string }>();
  return (
    <>
      <PageHeader title="Make an API key" about="The key is shown once, after it is made." />
      {key === undefined ? <NewKeyForm onMade={setKey} /> : <Made name={key.name} text={key.key} />}
    </>
  );
}

function Made({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <Stack maw={720}>
      <ShownOnce title={`The key ${name}`} secrets={[{ label: 'the API key', text }]}>
        Shown this once. Put it where the program finds it, and nowhere else: the hub does not know it any more. If it
        is lost, revoke it and make another.
      </ShownOnce>
      <Text size="sm">
        It is sent with each call: <Code>Authorization: Bearer {text.slice(0, 11)}…</Code>
      </Text>
      <Group>
        <LinkButton to="/api-keys">Done</LinkButton>
      </Group>
    </Stack>
  );
}

function NewKeyForm({ onMade }: { readonly onMade: (key: { readonly name: string; readonly key: string }) => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [expiry, setExpiry] = useState(usualExpiry);
  const [addresses, setAddresses] = useState('');
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const changed = useApiKeysChanged();
  const make = useMutation({
    gcTime: 0,
    mutationFn: async () => {
      const allowedAddresses = addressesOf(addresses);
      return ok(
        hub.POST('/api/api-keys', {
          params: { header: { 'idempotency-key': idempotencyKey } },
          body: {
            name,
            scopes,
            expiresAt: expiresAt(expiry, Date.now()),
            ...(allowedAddresses.length === 0 ? {} : { allowedAddresses }),
          },
        }),
      );
    },
    async onSuccess(made) {
      onMade(made);
      await changed();
    },
    // A key stands for one request: what was refused is changed and sent as another.
    onError: (error) => error instanceof HubProblem && setIdempotencyKey(newIdempotencyKey()),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack maw={960}>
        <TextInput
          label="Name"
          description="What uses it, such as “Shop, test system”."
          required
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <ScopeChoice chosen={scopes} onChange={setScopes} />
        <ExpirySelect onChange={setExpiry} />
        <AddressesInput text={addresses} onChange={setAddresses} />
        {make.isError && <FaultAlert error={make.error} />}
        <Group>
          <Button type="submit" loading={make.isPending} disabled={scopes.length === 0}>
            Make the key
          </Button>
          <LinkButton to="/api-keys" variant="default">
            Cancel
          </LinkButton>
        </Group>
        {scopes.length === 0 && (
          <Text size="sm" c="dimmed">
            Choose at least one thing that it may do.
          </Text>
        )}
      </Stack>
    </form>
  );
}
