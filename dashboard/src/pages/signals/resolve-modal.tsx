import { HubProblem, ok } from '@fairlead/client';
import { Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hub } from '../../hub.ts';
import { ActForm, ActModal } from './act-form.tsx';
import { signalText } from './signal-words.ts';
import type { Update } from './use-signals.ts';

interface ResolveProps {
  readonly update: Update;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says which signal an update is about, and applies it. */
export function ResolveModal({ update, opened, onClose }: ResolveProps) {
  return (
    <ActModal opened={opened} onClose={onClose} title="Apply this update?">
      <ResolveForm update={update} onClose={onClose} />
    </ActModal>
  );
}

function ResolveForm({ update, onClose }: Omit<ResolveProps, 'opened'>) {
  const [target, setTarget] = useState(update.target);
  const [refused, setRefused] = useState(false);
  const [reason, setReason] = useState('');
  const open = useOpenSignals(update.connection);
  const choices = (open.data ?? []).map((one) => ({ value: one.id, label: `${signalText(one)} (${one.status})` }));
  const known = target === null || choices.some(({ value }) => value === target);
  return (
    <ActForm
      act={refused ? 'Apply all the same' : 'Apply'}
      {...(refused ? { color: 'red' } : {})}
      said="The update is applied."
      onClose={onClose}
      onFault={(error) => {
        if (error instanceof HubProblem && error.details?.['reasons'] !== undefined) setRefused(true);
      }}
      run={async () =>
        ok(
          hub.POST('/api/signals/updates/{id}/resolve', {
            params: { path: { id: update.id } },
            body: { ...(target === null ? {} : { signal: target }), ...(refused ? { override: { reason } } : {}) },
          }),
        )
      }
    >
      <Text size="sm">
        What it asks for takes effect on the signal at once, and whoever trades it is told. What the signal was
        published as stays.
      </Text>
      <Select
        label="Signal"
        description="Those of this channel that are not over."
        required
        searchable
        data={known ? choices : [{ value: target, label: 'The one that was found' }, ...choices]}
        value={target}
        onChange={setTarget}
      />
      {refused && (
        <TextInput
          label="Why it is applied although the checks refuse it"
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data-autofocus
        />
      )}
    </ActForm>
  );
}

const openStatuses = ['published', 'executing', 'open'] as const;

function useOpenSignals(connection: string) {
  return useQuery({
    queryKey: ['signals', 'open', connection],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        openStatuses.map(async (status) =>
          ok(hub.GET('/api/signals', { params: { query: { connection, status, limit: 50 } }, signal })),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
  });
}
