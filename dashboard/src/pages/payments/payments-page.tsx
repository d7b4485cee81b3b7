import { ok } from '@fairlead/client';
import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { paymentWords } from './payment-status.tsx';
import { PaymentTable } from './payment-table.tsx';
import type { Payment, PaymentStatus } from './use-payments.ts';

const statuses = Object.entries(paymentWords).map(([value, { text }]) => ({ value, label: text }));

/** Every payment, newest first. */
export function PaymentsPage() {
  const may = useMay();
  const filter = useFilter('status', 'connection', 'reference', 'customer', 'subscription');
  const [reference] = useDebouncedValue(filter.get('reference'), 250);
  const [customer] = useDebouncedValue(filter.get('customer'), 250);
  const query = {
    status: filter.get('status') as PaymentStatus | undefined,
    connection: filter.get('connection'),
    subscription: filter.get('subscription'),
    reference,
    customer,
  };
  const list = useList<Payment>(['payments', 'list', query], async (cursor, signal) =>
    ok(hub.GET('/api/payments', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  const newOne = may('payments.create') && <LinkButton to="/payments/new">New payment</LinkButton>;
  return (
    <>
      <PageHeader title="Payments" about="What customers were asked for, and what became of it.">
        {newOne}
      </PageHeader>
      <Group mb="md" align="flex-end">
        <Select
          label="Status"
          clearable
          searchable
          placeholder="All"
          value={filter.get('status') ?? null}
          data={statuses}
          onChange={(value) => filter.set('status', value)}
        />
        <ConnectionSelect
          label="Connection"
          capability="payment-gateway"
          value={filter.get('connection') ?? null}
          onChange={(value) => filter.set('connection', value)}
        />
        <TextInput
          label="Reference"
          placeholder="Exact"
          value={filter.get('reference') ?? ''}
          onChange={({ currentTarget }) => filter.set('reference', currentTarget.value)}
        />
        <TextInput
          label="Customer"
          placeholder="Your id of them"
          value={filter.get('customer') ?? ''}
          onChange={({ currentTarget }) => filter.set('customer', currentTarget.value)}
        />
        {filter.get('subscription') !== undefined && (
          <TextInput
            label="Subscription"
            value={filter.get('subscription') ?? ''}
            onChange={({ currentTarget }) => filter.set('subscription', currentTarget.value)}
          />
        )}
      </Group>
      <PaymentTable
        label="Payments"
        list={list}
        empty={
          filter.isSet ? (
            <EmptyState title="No payment is like that">Change or clear the filters above.</EmptyState>
          ) : (
            <EmptyState title="There are no payments yet" action={newOne}>
              Your back end makes one with POST /api/payments, for each order that somebody wants to pay.
            </EmptyState>
          )
        }
      />
    </>
  );
}
