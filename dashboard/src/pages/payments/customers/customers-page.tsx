import { type Item, ok } from '@fairlead/client';
import { Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ListTable } from '../../../components/list-table.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { useList } from '../../../components/use-list.ts';
import { hub } from '../../../hub.ts';

type Customer = Item<'/api/customers'>;

/** Who paid, by the product’s own ids. */
export function CustomersPage() {
  const filter = useFilter('email');
  const [email] = useDebouncedValue(filter.get('email'), 250);
  const list = useList<Customer>(['payments', 'customers', { email }], async (cursor, signal) =>
    ok(hub.GET('/api/customers', { params: { query: { email, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Customers" about="By your own ids of them, with what they were asked to pay." />
      <Group mb="md">
        <TextInput
          label="E-mail"
          placeholder="Begins with"
          value={filter.get('email') ?? ''}
          onChange={({ currentTarget }) => filter.set('email', currentTarget.value)}
        />
      </Group>
      <ListTable
        label="Customers"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Customer',
            cell: ({ id, name }) => (
              <RouterLink to={`/payments/customers/${encodeURIComponent(id)}`} fw={600}>
                {name ?? id}
              </RouterLink>
            ),
          },
          { title: 'E-mail', cell: (one) => one.email ?? '–' },
          { title: 'Country', cell: ({ country }) => country ?? '–' },
          { title: 'Payments', numeric: true, cell: ({ payments }) => payments },
          {
            title: 'Last payment',
            cell: ({ lastPaymentAt }) => (lastPaymentAt === null ? '–' : <Time at={lastPaymentAt} ago />),
          },
        ]}
        empty={
          <EmptyState title={email === undefined ? 'There are no customers yet' : 'Nobody has this e-mail'}>
            A payment that names a customer’s id makes them known here.
          </EmptyState>
        }
      />
    </>
  );
}
