import { ok } from '@fairlead/client';
import { useInterval } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { ListTable } from '../../../components/list-table.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { DeliveryBadge, type DeliveryRow, type DeliveryStatus } from './delivery-badge.tsx';

export interface DeliveryQuery {
  readonly endpoint?: string;
  readonly status?: DeliveryStatus;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
}

const renewMs = 5_000;

/** Deliveries, newest first. That one has arrived is no event: the list is read anew every few seconds. */
export function DeliveryTable({ query, pageSize = 50 }: { readonly query: DeliveryQuery; readonly pageSize?: number }) {
  const client = useQueryClient();
  const list = useList<DeliveryRow>(['deliveries', 'list', query, pageSize], async (cursor, signal) =>
    ok(hub.GET('/api/deliveries', { params: { query: { ...query, cursor, limit: pageSize } }, signal })),
  );
  // Somebody who has read on is not to be thrown back, and need not have every page read anew.
  const onFirstPage = list.data?.pages.length === 1;
  useInterval(
    () => void (onFirstPage && client.invalidateQueries({ queryKey: ['deliveries', 'list', query, pageSize] })),
    renewMs,
    { autoInvoke: true },
  );
  return (
    <ListTable
      label="Deliveries"
      list={list}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Event',
          cell: ({ id, type }) => (
            <RouterLink to={`/webhooks/deliveries/${id}`} fw={600}>
              {type}
            </RouterLink>
          ),
        },
        { title: 'Status', cell: ({ status }) => <DeliveryBadge status={status} /> },
        { title: 'To', cell: ({ endpoint }) => <EndpointLink id={endpoint} /> },
        { title: 'Attempts', numeric: true, cell: ({ attemptCount }) => attemptCount },
        { title: 'Last answer', cell: ({ lastStatus, lastError }) => lastError ?? lastStatus ?? '–' },
        {
          title: 'Tried again',
          cell: ({ nextAttemptAt }) => (nextAttemptAt === null ? '–' : <Time at={nextAttemptAt} ago />),
        },
        { title: 'Event of', cell: ({ eventAt }) => <Time at={eventAt} /> },
      ]}
      empty={
        <EmptyState title="There are no such deliveries">
          An event that an endpoint takes makes a delivery. “Send a test” on the endpoint’s page makes one now.
        </EmptyState>
      }
    />
  );
}

export function EndpointLink({ id }: { readonly id: string }) {
  const { data } = useEndpoints();
  const url = data?.items.find((endpoint) => endpoint.id === id)?.url;
  return (
    <RouterLink to={`/webhooks/${id}`} size="sm" display="block" maw={260} truncate>
      {url ?? `…${id.slice(-8)}`}
    </RouterLink>
  );
}
