import { ok } from '@fairlead/client';
import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { MomentInput } from '../../components/moment-input.tsx';
import type { Filter } from '../../components/use-filter.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { type AuditFilter, type AuditRow, outcomes } from './use-audit-filter.ts';

export function AuditFilters({
  inAddress,
  filter,
  rows,
}: {
  readonly inAddress: Filter;
  readonly filter: AuditFilter;
  /** Those on the page: what is in them can be chosen. */
  readonly rows: readonly AuditRow[];
}) {
  const actors = useActors(rows, filter.actor);
  const actionsId = useId();
  return (
    <Group mb="sm" align="flex-end">
      <TextInput
        label="Action"
        placeholder="Such as user.create"
        list={actionsId}
        value={filter.action ?? ''}
        onChange={({ currentTarget }) => inAddress.set('action', currentTarget.value)}
      />
      <datalist id={actionsId}>
        {[...new Set(rows.map(({ action }) => action))].sort().map((action) => (
          <option key={action} value={action} />
        ))}
      </datalist>
      <Select
        label="Actor"
        clearable
        searchable
        placeholder="Everybody"
        value={filter.actor ?? null}
        data={actors}
        onChange={(id) => inAddress.set('actor', id)}
      />
      <TextInput
        label="Target"
        placeholder="An id"
        value={filter.target ?? ''}
        onChange={({ currentTarget }) => inAddress.set('target', currentTarget.value)}
      />
      <Select
        label="Outcome"
        clearable
        placeholder="All"
        w={130}
        value={filter.outcome ?? null}
        data={outcomes}
        onChange={(text) => inAddress.set('outcome', text)}
      />
      <MomentInput label="From" value={filter.from} onChange={(at) => inAddress.set('from', at)} />
      <MomentInput label="To" value={filter.to} onChange={(at) => inAddress.set('to', at)} />
    </Group>
  );
}

/** Whoever may read users finds them all by name; others find those on the page. */
function useActors(rows: readonly AuditRow[], chosen: string | undefined) {
  const mayRead = useMay()('users.read');
  const users = useQuery({
    queryKey: ['users', 'names'],
    enabled: mayRead,
    queryFn: async ({ signal }) => ok(hub.GET('/api/users', { params: { query: { limit: 200 } }, signal })),
  });
  const names = new Map<string, string>();
  if (chosen !== undefined) names.set(chosen, chosen);
  for (const { actor } of rows) if (actor.kind !== 'anonymous') names.set(actor.id, actor.name);
  for (const { id, email } of users.data?.items ?? []) names.set(id, email);
  return [...names].map(([value, label]) => ({ value, label }));
}
