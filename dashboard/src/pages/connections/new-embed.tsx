import { type Answer, HubProblem, ok } from '@fairlead/client';
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { FormEnd } from '../../components/form-end.tsx';
import { expiresAt, ExpirySelect, usualExpiry } from '../../components/expiry-select.tsx';
import { hub } from '../../hub.ts';
import { type Connection, useConnectionsChanged } from './use-connections.ts';

export type MadeEmbed = Answer<'/api/connections/{id}/embeds', 'post'>;

interface NewEmbedProps {
  readonly connection: Connection;
  readonly onMade: (embed: MadeEmbed) => void;
}

export function NewEmbed({ connection, onMade }: NewEmbedProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>Make an embed</Button>
      <Modal opened={opened} onClose={close} title={`Show ${connection.name} elsewhere`}>
        {opened && (
          <EmbedForm
            connection={connection}
            onClose={close}
            onMade={(embed) => {
              onMade(embed);
              close();
            }}
          />
        )}
      </Modal>
    </>
  );
}

function EmbedForm({ connection, onMade, onClose }: NewEmbedProps & { readonly onClose: () => void }) {
  const [name, setName] = useState(connection.name);
  const [origins, setOrigins] = useState('');
  const [expiry, setExpiry] = useState(usualExpiry);
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const changed = useConnectionsChanged();
  const make = useMutation({
    gcTime: 0,
    mutationFn: async () =>
      ok(
        hub.POST('/api/connections/{id}/embeds', {
          params: { path: { id: connection.id }, header: { 'idempotency-key': idempotencyKey } },
          body: {
            name,
            allowedOrigins: origins.split(/[\s,]+/).filter((one) => one !== ''),
            expiresAt: expiresAt(expiry, Date.now()),
          },
        }),
      ),
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
      <Stack>
        <TextInput
          label="Shown as"
          description="What whoever looks at it reads. The connection’s own name stays here."
          required
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label="On pages of"
          description="Origins such as https://www.example.com, one on each line."
          required
          autosize
          minRows={2}
          value={origins}
          onChange={({ currentTarget }) => setOrigins(currentTarget.value)}
        />
        <ExpirySelect onChange={setExpiry} />
        <FormEnd doing={make} act="Make it" onCancel={onClose} />
      </Stack>
    </form>
  );
}
