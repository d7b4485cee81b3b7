import { ok } from '@fairlead/client';
import { Group, Select, Text } from '@mantine/core';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { SignalSections } from './signal-sections.tsx';
import { actionText } from './signal-words.ts';
import { UpdateStatus, updateStatuses } from './update-status.tsx';
import type { Update } from './use-signals.ts';

/** What channels want of signals that they gave before. Those that are unresolved wait for a person. */
export function UpdatesPage() {
  useTopics('signals');
  const filter = useFilter('status', 'channel');
  const query = { status: filter.get('status') as Update['status'] | undefined, connection: filter.get('channel') };
  const list = useList<Update>(['signals', 'updates', query], async (cursor, signal) =>
    ok(hub.GET('/api/signals/updates', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Updates" about="What channels say later about signals: move the stop, close a part, cancel." />
      <SignalSections />
      <Group mb="md" align="flex-end">
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={query.status ?? null}
          data={updateStatuses}
          onChange={(value) => filter.set('status', value)}
        />
        <ConnectionSelect
          label="Channel"
          capability="channel"
          value={query.connection ?? null}
          onChange={(id) => filter.set('channel', id)}
        />
      </Group>
      <ListTable
        label="Updates"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Update',
            cell: ({ id, actions }) => (
              <RouterLink to={`/signals/updates/${id}`} fw={600} miw={160} display="block">
                {actions.map(actionText).join(', ') || 'the message was edited'}
              </RouterLink>
            ),
          },
          { title: 'Status', cell: ({ status }) => <UpdateStatus status={status} /> },
          { title: 'Symbol', cell: ({ symbol }) => symbol ?? '' },
          {
            title: 'About',
            cell: ({ target }) =>
              target === null ? 'nobody knows' : <RouterLink to={`/signals/${target}`}>its signal</RouterLink>,
          },
          { title: 'Channel', cell: (one) => <ConnectionLink id={one.connection} /> },
          { title: 'When', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
          {
            title: 'Why',
            cell: ({ reasons: [first] }) => (
              <Text span size="sm" c="dimmed" miw={200} display="block">
                {first?.text ?? ''}
              </Text>
            ),
          },
        ]}
        empty={
          filter.isSet ? (
            <EmptyState title="No update is like that">Change or clear the filters above.</EmptyState>
          ) : (
            <EmptyState title="There are no updates yet">
              A message such as “Move SL to entry” becomes one, where a signal is open that it can be about.
            </EmptyState>
          )
        }
      />
    </>
  );
}
