import { ok } from '@fairlead/client';
import { List } from '@mantine/core';
import { ListTable } from '../../../components/list-table.tsx';
import { Money } from '../../../components/money.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';
import { nameOf } from '../payment-table.tsx';
import type { Payment } from '../use-payments.ts';
import { reasonText } from './reason-text.ts';

/** What waits for a decision. */
export function ReviewPage() {
  const list = useList<Payment>(['payments', 'list', { status: 'review' }], async (cursor, signal) =>
    ok(hub.GET('/api/payments', { params: { query: { status: 'review', cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader
        title="Payments in review"
        about="Their money does not fit what was asked for. They count as nothing until a person says what they are."
      />
      <ListTable
        label="Payments in review"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Payment',
            cell: (one) => (
              <RouterLink to={`/payments/${one.id}`} fw={600}>
                {nameOf(one)}
              </RouterLink>
            ),
          },
          {
            title: 'Why',
            cell: ({ reasons, amount: { currency } }) => (
              <List size="sm" listStyleType="none">
                {reasons.map((reason) => (
                  <List.Item key={reason}>{reasonText(reason, currency)}</List.Item>
                ))}
              </List>
            ),
          },
          { title: 'Asked', numeric: true, cell: ({ amount }) => <Money of={amount} /> },
          { title: 'Captured', numeric: true, cell: ({ captured }) => <Money of={captured} /> },
          { title: 'Created', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
        ]}
        empty={
          <EmptyState title="Nothing waits for a decision">
            A payment comes here when another amount or currency came than was asked for, when it was paid twice, or
            when nobody could find out for a day what became of it.
          </EmptyState>
        }
      />
    </>
  );
}
