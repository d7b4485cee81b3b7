import { ok } from '@fairlead/client';
import { Alert, Button, Group, Modal, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormEnd } from '../../../components/form-end.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { sentenceOf } from '../timeline/sentence.ts';
import { type Payment, type TimelineEntry, usePaymentsChanged, useTimeline } from '../use-payments.ts';

/** Calls of which nobody knows whether they happened. Who looked at the provider can say that one did not. */
export function UnknownCalls({ payment }: { readonly payment: Payment }) {
  const entries = (useTimeline(payment.id).data?.items ?? []).filter(isUnknown);
  const [asking, setAsking] = useState<string>();
  if (entries.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" role="region" aria-label="Calls of unknown outcome">
      <Stack gap="xs">
        <Title order={2} size="h4">
          What became of this is not known
        </Title>
        {entries.map((entry) => (
          <Group key={callOf(entry)} justify="space-between">
            <Text size="sm">{sentenceOf(entry, 'The provider')}</Text>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(callOf(entry))}>
              It did not happen …
            </Button>
          </Group>
        ))}
        <Text size="sm" c="dimmed">
          The hub goes on finding out. Its amount stays reserved until then.
        </Text>
      </Stack>
      <Modal
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={`Say that the call ${asking ?? ''} did not happen?`}
      >
        {asking !== undefined && (
          <DismissForm paymentId={payment.id} call={asking} onDone={() => setAsking(undefined)} />
        )}
      </Modal>
    </Alert>
  );
}

function isUnknown({ kind, details }: TimelineEntry): boolean {
  return kind === 'call' && details['state'] === 'unknown' && typeof details['call'] === 'string';
}

function callOf({ details }: TimelineEntry): string {
  return String(details['call']);
}

function DismissForm({
  paymentId,
  call,
  onDone,
}: {
  readonly paymentId: string;
  readonly call: string;
  readonly onDone: () => void;
}) {
  const [note, setNote] = useState('');
  const changed = usePaymentsChanged();
  const tell = useTell();
  const dismiss = useMutation({
    mutationFn: async () =>
      ok(
        hub.POST('/api/payments/{id}/calls/{call}/dismiss', {
          params: { path: { id: paymentId, call } },
          body: { note: note.trim() },
        }),
      ),
    async onSuccess() {
      await changed();
      tell.done('What it reserved is free again.');
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        dismiss.mutate();
      }}
    >
      <Stack>
        <Text size="sm">
          Look at the provider’s own pages first. What the call reserved is free again, so that it can be asked for once
          more. If it did happen after all, money may move twice; should the provider tell of it, that counts.
        </Text>
        <Textarea
          label="How you know"
          required
          maxLength={500}
          autosize
          minRows={2}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          data-autofocus
        />
        <FormEnd doing={dismiss} act="It did not happen" onCancel={onDone} color="red" disabled={note.trim() === ''} />
      </Stack>
    </form>
  );
}
