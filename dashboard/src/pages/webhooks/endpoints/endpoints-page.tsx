import { ok } from '@fairlead/client';
import { Text } from '@mantine/core';
import { ListTable } from '../../../components/list-table.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { LinkButton, RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { EndpointBadge } from './endpoint-badge.tsx';
import { typesText } from './types-text.ts';
import type { Endpoint } from './use-endpoints.ts';

/** Where the hub tells of events. */
export function EndpointsPage() {
  const may = useMay();
  const list = useList<Endpoint>(['webhook-endpoints', 'list'], async (cursor, signal) =>
    ok(hub.GET('/api/webhook-endpoints', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  const add = may('webhooks.write') && <LinkButton to="/webhooks/new">Add an endpoint</LinkButton>;
  return (
    <>
      <PageHeader title="Webhooks out" about="Addresses of yours that the hub tells of events, signed and tried again.">
        {add}
      </PageHeader>
      <ListTable
        label="Endpoints"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Address',
            cell: ({ id, url, description }) => (
              <>
                <RouterLink to={`/webhooks/${id}`} fw={600} display="block" maw={420} truncate>
                  {url}
                </RouterLink>
                <Text size="xs" c="dimmed">
                  {description}
                </Text>
              </>
            ),
          },
          { title: 'Status', cell: (endpoint) => <EndpointBadge endpoint={endpoint} /> },
          { title: 'Events', cell: ({ types }) => typesText(types) },
          { title: 'Changed', cell: ({ updatedAt }) => <Time at={updatedAt} ago /> },
        ]}
        empty={
          <EmptyState title="Nobody is told of events" action={add}>
            Give the hub an address of your server, and it sends each event there as it happens.
          </EmptyState>
        }
      />
    </>
  );
}
