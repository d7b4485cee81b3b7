import { type Item, ok } from '@fairlead/client';
import { HealthBadge } from '../../components/health-badge.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { MessageSections } from './message-sections.tsx';

type Row = Item<'/api/connections'>;

/** Connections that bring messages, to see and say how each is polled. */
export function ChannelsPage() {
  const may = useMay();
  const list = useList<Row>(['connections', 'channels'], async (cursor, signal) =>
    ok(hub.GET('/api/connections', { params: { query: { capability: 'channel', cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Channels" about="Connections that bring messages, and some that send them." />
      <MessageSections />
      <ListTable
        label="Channels"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Name',
            cell: ({ id, name }) => (
              <RouterLink to={`/messages/channels/${id}`} fw={600}>
                {name}
              </RouterLink>
            ),
          },
          { title: 'Plugin', cell: ({ plugin }) => plugin },
          {
            title: 'Health',
            cell: ({ status, health }) => <HealthBadge health={status === 'active' ? health.status : 'paused'} />,
          },
          {
            title: 'Messages',
            cell: ({ id, name }) => <RouterLink to={`/messages?channel=${id}`}>Of {name}</RouterLink>,
          },
        ]}
        empty={
          <EmptyState
            title="There are no channels yet"
            action={may('connections.write') && <LinkButton to="/connections/new">Add one</LinkButton>}
          >
            A channel is a connection of a plugin that brings messages: Telegram, feeds, web pages, a signed endpoint.
          </EmptyState>
        }
      />
    </>
  );
}
