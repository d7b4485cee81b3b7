import { type Item, ok } from '@fairlead/client';
import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useSearchParams } from 'react-router';
import { type Health, HealthBadge } from '../../components/health-badge.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { usePlugins } from './use-connections.ts';

type Row = Item<'/api/connections'>;
type Status = Row['status'];

/** Every connection, with what it is and how it does. */
export function ConnectionsPage() {
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const plugins = usePlugins();
  const plugin = search.get('plugin') ?? undefined;
  const status = (search.get('status') ?? undefined) as Status | undefined;
  const [name] = useDebouncedValue(search.get('name') ?? '', 250);
  const filter = { plugin, status, ...(name === '' ? {} : { name }) };
  const list = useList<Row>(['connections', 'list', filter], async (cursor, signal) =>
    ok(hub.GET('/api/connections', { params: { query: { ...filter, cursor, limit: 50 } }, signal })),
  );
  const set = (key: string, value: string | null) =>
    setSearch(
      (before) => {
        if (value === null || value === '') before.delete(key);
        else before.set(key, value);
        return before;
      },
      { replace: true },
    );
  const filtered = plugin !== undefined || status !== undefined || name !== '';

  return (
    <>
      <PageHeader
        title="Connections"
        about="Accounts and addresses at vendors, each with its own credentials and health."
      >
        {may('connections.write') && <LinkButton to="/connections/new">Add a connection</LinkButton>}
      </PageHeader>
      <Group mb="md" align="flex-end">
        <TextInput
          label="Name"
          placeholder="Begins with"
          value={search.get('name') ?? ''}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
        />
        <Select
          label="Plugin"
          clearable
          searchable
          placeholder="All"
          value={plugin ?? null}
          data={(plugins.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName ?? id }))}
          onChange={(value) => set('plugin', value)}
        />
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={status ?? null}
          data={['active', 'paused', 'disabled']}
          onChange={(value) => set('status', value)}
        />
      </Group>
      <ListTable
        label="Connections"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Name',
            cell: ({ id, name: text }) => (
              <RouterLink to={`/connections/${id}`} fw={600}>
                {text}
              </RouterLink>
            ),
          },
          { title: 'Plugin', cell: (one) => one.plugin },
          { title: 'Health', cell: (one) => <HealthBadge health={healthOf(one)} /> },
          { title: 'Tested', cell: (one) => <Tested connection={one} /> },
          { title: 'Changed', cell: ({ updatedAt }) => <Time at={updatedAt} ago /> },
        ]}
        empty={
          filtered ? (
            <EmptyState title="No connection is like that">Change or clear the filters above.</EmptyState>
          ) : (
            <EmptyState
              title="There are no connections yet"
              action={may('connections.write') && <LinkButton to="/connections/new">Add the first one</LinkButton>}
            >
              A connection is one account at a vendor: two Stripe accounts are two connections.
            </EmptyState>
          )
        }
      />
    </>
  );
}

function healthOf({ status, health }: Row): Health {
  return status === 'active' ? health.status : 'paused';
}

function Tested({ connection: { testedAt, testResult } }: { readonly connection: Row }) {
  if (testedAt === undefined || testResult === undefined) return <>not yet</>;
  return (
    <>
      {testResult.outcome === 'ok' ? 'works' : (testResult.code ?? 'failed')}, <Time at={testedAt} ago />
    </>
  );
}
