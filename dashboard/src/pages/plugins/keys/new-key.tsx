import { HubProblem, ok } from '@fairlead/client';
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../../components/form-end.tsx';
import { hub } from '../../../hub.ts';

/** Adds the key of an author. */
export function NewKey() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a key</Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="Believe the key of an author">
        {isOpen && <KeyForm onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function KeyForm({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const [publicKey, setPublicKey] = useState('');
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: async () => ok(hub.POST('/api/plugin-keys', { body: { name, publicKey: publicKey.trim() } })),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['plugins'] });
      onDone();
    },
  });
  const faults = add.error instanceof HubProblem ? add.error.errors : [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Whose it is"
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Textarea
          label="Public key"
          description="Ed25519: 32 bytes in base64, or a PEM. Get it from the author by a way that you trust."
          required
          maxLength={1_000}
          autosize
          minRows={2}
          value={publicKey}
          error={faults.find(({ path }) => path === '/body/publicKey')?.message}
          onChange={({ currentTarget }) => setPublicKey(currentTarget.value)}
        />
        <FormEnd doing={add} act="Add" onCancel={onDone} />
      </Stack>
    </form>
  );
}
