import { type Answer, ok } from '@fairlead/client';
import { Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../components/form-end.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';

type Outgoing = Answer<'/api/outgoing-messages/{id}'>;

/** A person says what became of a message of which nobody knows. */
export function SettleModal({
  outgoing,
  opened,
  onClose,
}: {
  readonly outgoing: Outgoing;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={`What became of the message to ${outgoing.chatId}?`}>
      {opened && <SettleForm id={outgoing.id} onClose={onClose} />}
    </Modal>
  );
}

function SettleForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [as, setAs] = useState<'sent' | 'failed'>('sent');
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const tell = useTell();
  const settle = useMutation({
    mutationFn: async () =>
      ok(hub.POST('/api/outgoing-messages/{id}/settle', { params: { path: { id } }, body: { as, reason } })),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['messages'] });
      tell.done('It is settled, and its incident has ended.');
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle.mutate();
      }}
    >
      <Stack>
        <Text size="sm">
          Nothing is sent by this. What you say is kept with the message and in the audit log, with your name, and
          cannot be changed.
        </Text>
        <Radio.Group label="What you saw" value={as} onChange={(value) => setAs(value as 'sent' | 'failed')}>
          <Stack gap="xs" mt="xs">
            <Radio value="sent" label="It is in the chat" />
            <Radio value="failed" label="It is not there" />
          </Stack>
        </Radio.Group>
        <TextInput
          label="Where and when you looked"
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data-autofocus
        />
        <FormEnd doing={settle} act="Settle it" onCancel={onClose} />
      </Stack>
    </form>
  );
}
