import { type Answer, ok } from '@fairlead/client';
import { Card, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Facts } from '../../../components/facts.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { PaymentTable } from '../payment-table.tsx';
import { useList } from '../../../components/use-list.ts';
import type { Payment } from '../use-payments.ts';
import { CustomerForm } from './customer-form.tsx';

type Customer = Answer<'/api/customers/{id}'>['customer'];

export function CustomerPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['payments', 'customer', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/customers/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={query}>{({ customer }) => <Page customer={customer} />}</QueryView>;
}

function Page({ customer }: { readonly customer: Customer }) {
  const { id, name, email, country, firstPaymentAt } = customer;
  const may = useMay();
  const list = useList<Payment>(['payments', 'list', { customer: id }], async (cursor, signal) =>
    ok(hub.GET('/api/payments', { params: { query: { customer: id, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title={name ?? id} about={`Customer ${id}`}>
        {may('payments.customers') && <CustomerForm customer={customer} />}
      </PageHeader>
      <Stack>
        <Card withBorder maw={560}>
          <Facts
            of={[
              ['Id', id],
              ['Name', name],
              ['E-mail', email],
              ['Country', country],
              ['Payments', customer.payments],
              ['First payment', firstPaymentAt === null ? null : <Time key="first" at={firstPaymentAt} />],
              [
                'Subscriptions',
                <RouterLink
                  key="subscriptions"
                  size="sm"
                  to={`/payments/subscriptions?customer=${encodeURIComponent(id)}`}
                >
                  Those of this customer
                </RouterLink>,
              ],
            ]}
          />
        </Card>
        <section aria-labelledby="payments">
          <Title order={2} size="h4" mb="xs" id="payments">
            Payments
          </Title>
          <PaymentTable label="Payments of this customer" list={list} empty={<EmptyState title="No payments yet" />} />
        </section>
      </Stack>
    </>
  );
}
