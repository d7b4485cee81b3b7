import { type Item, ok } from '@fairlead/client';
import { Group, Select, Text } from '@mantine/core';
import { ConnectionName } from '../../components/connection-link.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { DisputeBadge, disputeStatuses } from './dispute-badge.tsx';
import { nameOf } from './payment-table.tsx';

type Dispute = Item<'/api/disputes'>;
type Status = 'inquiry' | 'needs_response' | 'under_review' | 'won' | 'lost' | 'closed';

/** What customers dispute at their banks. It is answered at the provider; the hub follows. */
export function DisputesPage() {
  const filter = useFilter('status');
  const status = filter.get('status') as Status | undefined;
  const list = useList<Dispute>(['payments', 'disputes', { status }], async (cursor, signal) =>
    ok(hub.GET('/api/disputes', { params: { query: { status, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader
        title="Disputes"
        about="Customers ask their money back at their bank. Answer at the provider: the hub follows."
      />
      <Group mb="md">
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={status ?? null}
          data={disputeStatuses}
          onChange={(value) => filter.set('status', value)}
        />
      </Group>
      <ListTable
        label="Disputes"
        list={list}
        keyOf={({ paymentId, disputeRef }) => `${paymentId} ${disputeRef}`}
        columns={[
          {
            title: 'Payment',
            cell: ({ paymentId, reference }) => (
              <RouterLink to={`/payments/${paymentId}`} fw={600}>
                {nameOf({ id: paymentId, reference })}
              </RouterLink>
            ),
          },
          { title: 'Status', cell: (one) => <DisputeBadge status={one.status} /> },
          {
            title: 'Dispute',
            cell: ({ disputeRef, reason }) => (
              <>
                {disputeRef}
                <Text size="xs" c="dimmed">
                  {reason}
                </Text>
              </>
            ),
          },
          { title: 'Respond by', cell: ({ respondBy }) => (respondBy === null ? '–' : <Time at={respondBy} />) },
          {
            title: 'Gateway',
            cell: ({ connection }) => (connection === null ? '–' : <ConnectionName id={connection} />),
          },
          { title: 'Amount', numeric: true, cell: ({ amount }) => <Money of={amount} /> },
        ]}
        empty={
          <EmptyState title={status === undefined ? 'There are no disputes' : 'No dispute is like that'}>
            When a customer disputes a payment, its provider tells of it, and it is listed here.
          </EmptyState>
        }
      />
    </>
  );
}
