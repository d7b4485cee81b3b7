import { ok } from '@fairlead/client';
import { Group, Select } from '@mantine/core';
import { ConnectionName } from '../../../components/connection-link.tsx';
import { ConnectionSelect } from '../../../components/connection-select.tsx';
import { ListTable } from '../../../components/list-table.tsx';
import { Money } from '../../../components/money.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { LinkButton, RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { type Payout, PayoutBadge, payoutStatuses } from './payout-badge.tsx';

/** Money of ours that went to somebody, or to our own bank account. */
export function PayoutsPage() {
  const may = useMay();
  const filter = useFilter('status', 'connection');
  const query = {
    status: filter.get('status') as Payout['status'] | undefined,
    connection: filter.get('connection'),
  };
  const list = useList<Payout>(['payments', 'payouts', query], async (cursor, signal) =>
    ok(hub.GET('/api/payouts', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader
        title="Payouts"
        about="Money of yours that was sent to somebody; those that providers made by themselves as well."
      >
        {may('payments.payout') && <LinkButton to="/payments/payouts/new">New payout</LinkButton>}
      </PageHeader>
      <Group mb="md" align="flex-end">
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={query.status ?? null}
          data={payoutStatuses}
          onChange={(value) => filter.set('status', value)}
        />
        <ConnectionSelect
          label="Connection"
          capability="payment-gateway"
          value={query.connection ?? null}
          onChange={(value) => filter.set('connection', value)}
        />
      </Group>
      <ListTable
        label="Payouts"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Payout',
            cell: ({ id, reference }) => (
              <RouterLink to={`/payments/payouts/${id}`} fw={600}>
                {reference ?? `…${id.slice(-8)}`}
              </RouterLink>
            ),
          },
          { title: 'Amount', numeric: true, cell: ({ amount }) => <Money of={amount} /> },
          { title: 'Status', cell: ({ status }) => <PayoutBadge status={status} /> },
          { title: 'To', cell: ({ destination }) => destination ?? 'your bank account' },
          { title: 'Gateway', cell: ({ connection }) => <ConnectionName id={connection} /> },
          { title: 'Created', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
        ]}
        empty={
          <EmptyState title={filter.isSet ? 'No payout is like that' : 'There are no payouts yet'}>
            “New payout” sends money through a gateway that can do so.
          </EmptyState>
        }
      />
    </>
  );
}
