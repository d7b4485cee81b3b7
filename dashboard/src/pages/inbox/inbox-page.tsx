import { ok } from '@fairlead/client';
import { Code, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ConnectionName } from '../../components/connection-link.tsx';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { InboxBadge, type InboxRow, type InboxStatus, inboxWords } from './inbox-status.tsx';

const statuses = Object.entries(inboxWords).map(([value, { text }]) => ({ value, label: text }));

/** What vendors told the hub, newest first. */
export function InboxPage() {
  const filter = useFilter('connection', 'status', 'type');
  const [type] = useDebouncedValue(filter.get('type'), 250);
  const query = { connection: filter.get('connection'), status: filter.get('status') as InboxStatus | undefined, type };
  const list = useList<InboxRow>(['inbox', 'list', query], async (cursor, signal) =>
    ok(hub.GET('/api/inbox', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader
        title="Inbox"
        about="Webhooks that vendors sent: each is stored before it is answered, and counts once."
      />
      <Group mb="md" align="flex-end">
        <ConnectionSelect
          label="Connection"
          value={query.connection ?? null}
          onChange={(value) => filter.set('connection', value)}
        />
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={query.status ?? null}
          data={statuses}
          onChange={(value) => filter.set('status', value)}
        />
        <TextInput
          label="Type"
          placeholder="Exact"
          value={filter.get('type') ?? ''}
          onChange={({ currentTarget }) => filter.set('type', currentTarget.value)}
        />
      </Group>
      <ListTable
        label="Webhooks received"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Event',
            cell: (one) => (
              <RouterLink to={`/inbox/${one.id}`} fw={600}>
                {one.type}
              </RouterLink>
            ),
          },
          { title: 'Vendor’s id', cell: ({ eventId }) => <Code>{eventId}</Code> },
          { title: 'Connection', cell: ({ connection }) => <ConnectionName id={connection} /> },
          { title: 'Status', cell: ({ status }) => <InboxBadge status={status} /> },
          { title: 'Attempts', numeric: true, cell: ({ attempts }) => attempts },
          { title: 'Came again', numeric: true, cell: ({ duplicates }) => duplicates },
          { title: 'Received', cell: ({ receivedAt }) => <Time at={receivedAt} ago /> },
        ]}
        empty={
          filter.isSet ? (
            <EmptyState title="No webhook is like that">Change or clear the filters above.</EmptyState>
          ) : (
            <EmptyState title="No webhooks came yet">
              Each connection shows the address that its vendor has to send them to.
            </EmptyState>
          )
        }
      />
    </>
  );
}
