import type { ReactNode } from 'react';
import { ConnectionName } from '../../components/connection-link.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { Money } from '../../components/money.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import type { List } from '../../components/use-list.ts';
import { PaymentStatusBadge } from './payment-status.tsx';
import type { Payment } from './use-payments.ts';

export function PaymentTable({
  list,
  label,
  empty,
}: {
  readonly list: List<Payment>;
  readonly label: string;
  readonly empty: ReactNode;
}) {
  return (
    <ListTable
      label={label}
      list={list}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        {
          title: 'Payment',
          cell: (one) => (
            <RouterLink to={`/payments/${one.id}`} fw={600}>
              {nameOf(one)}
            </RouterLink>
          ),
        },
        { title: 'Amount', numeric: true, cell: ({ amount }) => <Money of={amount} /> },
        { title: 'Status', cell: ({ status }) => <PaymentStatusBadge status={status} /> },
        { title: 'Customer', cell: ({ customer }) => customerName(customer) },
        { title: 'Gateway', cell: ({ attempts }) => <Gateway id={attempts.at(-1)?.connection} /> },
        { title: 'Created', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
      ]}
    />
  );
}

function Gateway({ id }: { readonly id: string | undefined }) {
  return id === undefined ? <>–</> : <ConnectionName id={id} />;
}

/** The product’s own name of a payment, else the end of its id: its beginning is the same for all of a minute. */
export function nameOf({ reference, id }: Pick<Payment, 'reference' | 'id'>): string {
  return reference ?? `…${id.slice(-8)}`;
}

export function customerName(customer: Payment['customer']): string {
  return customer?.['name'] ?? customer?.['email'] ?? customer?.['id'] ?? '–';
}
