import { ok } from '@fairlead/client';
import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ListTable } from '../../../components/list-table.tsx';
import { moneyText } from '../../../components/money.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';
import { customerName } from '../payment-table.tsx';
import { Reminder } from './reminder.tsx';
import { periodText, type Subscription, SubscriptionBadge, subscriptionStatuses } from './subscription-words.tsx';

const billings = [
  { value: 'provider', label: 'the provider bills' },
  { value: 'hub', label: 'the hub asks' },
];

export function SubscriptionsPage() {
  const filter = useFilter('status', 'billing', 'customer');
  const [customer] = useDebouncedValue(filter.get('customer'), 250);
  const query = {
    status: filter.get('status') as Subscription['status'] | undefined,
    billing: filter.get('billing') as Subscription['billing'] | undefined,
    customer,
  };
  const list = useList<Subscription>(['payments', 'subscriptions', query], async (cursor, signal) =>
    ok(hub.GET('/api/subscriptions', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Subscriptions" about="Payments that come again each period." />
      <Group mb="md" align="flex-end">
        <Select
          label="Status"
          clearable
          placeholder="All"
          value={query.status ?? null}
          data={subscriptionStatuses}
          onChange={(value) => filter.set('status', value)}
        />
        <Select
          label="Billing"
          clearable
          placeholder="All"
          value={query.billing ?? null}
          data={billings}
          onChange={(value) => filter.set('billing', value)}
        />
        <TextInput
          label="Customer"
          placeholder="Your id of them"
          value={filter.get('customer') ?? ''}
          onChange={({ currentTarget }) => filter.set('customer', currentTarget.value)}
        />
      </Group>
      <ListTable
        label="Subscriptions"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Subscription',
            cell: ({ id, name }) => (
              <RouterLink to={`/payments/subscriptions/${id}`} fw={600}>
                {name}
              </RouterLink>
            ),
          },
          { title: 'Status', cell: ({ status }) => <SubscriptionBadge status={status} /> },
          { title: 'Customer', cell: (one) => customerName(one.customer) },
          { title: 'Price', numeric: true, cell: (one) => `${moneyText(one.amount)} ${periodText(one)}` },
          {
            title: 'Paid until',
            cell: ({ currentPeriodEnd }) => (currentPeriodEnd === null ? '–' : <Time at={currentPeriodEnd} />),
          },
        ]}
        empty={
          <EmptyState title={filter.isSet ? 'No subscription is like that' : 'There are no subscriptions yet'}>
            A payment that is made with “subscription” begins one once it is paid.
          </EmptyState>
        }
      />
      <Reminder />
    </>
  );
}
