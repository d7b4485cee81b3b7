import { ok } from '@fairlead/client';
import { Autocomplete, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { MomentInput } from './moment-input.tsx';
import { type AuditRow, outcomes, type useAuditFilter } from './use-audit-filter.ts';

export function AuditFilters({
  filters: { value, outcome, set },
  rows,
}: {
  readonly filters: ReturnType<typeof useAuditFilter>;
  /** Those on the page: what is in them can be chosen. */
  readonly rows: readonly AuditRow[];
}) {
  const actors = useActors(rows, value('actor'));
  return (
    <Group mb="sm" align="flex-end">
      <Autocomplete
        label="Action"
        placeholder="Such as user.create"
        value={value('action')}
        data={[...new Set(rows.map(({ action }) => action))].sort()}
        onChange={(text) => set('action', text)}
      />
      <Select
        label="Actor"
        clearable
        searchable
        placeholder="Everybody"
        value={value('actor') === '' ? null : value('actor')}
        data={actors}
        onChange={(id) => set('actor', id)}
      />
      <TextInput
        label="Target"
        placeholder="An id"
        value={value('target')}
        onChange={({ currentTarget }) => set('target', currentTarget.value)}
      />
      <Select
        label="Outcome"
        clearable
        placeholder="All"
        w={130}
        value={outcome ?? null}
        data={outcomes}
        onChange={(text) => set('outcome', text)}
      />
      <MomentInput label="From" at={value('from')} onChange={(at) => set('from', at)} />
      <MomentInput label="To" at={value('to')} onChange={(at) => set('to', at)} />
    </Group>
  );
}

/** Whoever may read users finds them all by name; others find those on the page. */
function useActors(rows: readonly AuditRow[], chosen: string) {
  const mayRead = useMay()('users.read');
  const users = useQuery({
    queryKey: ['users', 'names'],
    enabled: mayRead,
    queryFn: async ({ signal }) => ok(hub.GET('/api/users', { params: { query: { limit: 200 } }, signal })),
  });
  const names = new Map<string, string>();
  if (chosen !== '') names.set(chosen, chosen);
  for (const { actor } of rows) if (actor.kind !== 'anonymous') names.set(actor.id, actor.name);
  for (const { id, email } of users.data?.items ?? []) names.set(id, email);
  return [...names].map(([value, label]) => ({ value, label }));
}
