import { ok } from '@fairlead/client';
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../components/form-end.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { hub } from '../../hub.ts';
import { AddressesInput } from './addresses-input.tsx';
import { addressesOf } from './addresses-of.ts';
import { type ApiKey, useApiKey, useApiKeysChanged } from './use-api-keys.ts';

/** Its name and from where it counts. What it may do stays: for that, make another. */
export function ChangeApiKey({ apiKey }: { readonly apiKey: ApiKey }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Change the key ${apiKey.name}`}
        onClick={() => setOpened(true)}
      >
        Change
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`Change the key ${apiKey.name}`}>
        {opened && <Change id={apiKey.id} onDone={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

function Change({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  return (
    <QueryView query={useApiKey(id)}>
      {({ value, tag }) => <ChangeForm key={tag} apiKey={value} tag={tag} onDone={onDone} />}
    </QueryView>
  );
}

function ChangeForm({
  apiKey,
  tag,
  onDone,
}: {
  readonly apiKey: ApiKey;
  readonly tag: string;
  readonly onDone: () => void;
}) {
  const [name, setName] = useState(apiKey.name);
  const [addresses, setAddresses] = useState((apiKey.allowedAddresses ?? []).join('\n'));
  const changed = useApiKeysChanged();
  const save = useMutation({
    mutationFn: async () => {
      const list = addressesOf(addresses);
      return ok(
        hub.PATCH('/api/api-keys/{id}', {
          params: { path: { id: apiKey.id } },
          headers: { 'if-match': tag },
          body: { name, allowedAddresses: list.length === 0 ? null : list },
        }),
      );
    },
    async onSuccess() {
      await changed();
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <AddressesInput text={addresses} onChange={setAddresses} />
        <FormEnd doing={save} act="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}
