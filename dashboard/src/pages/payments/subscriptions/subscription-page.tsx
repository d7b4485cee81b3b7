import { ok } from '@fairlead/client';
import { Alert, Card, Grid, Group, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ConnectionLink } from '../../../components/connection-link.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { Facts } from '../../../components/facts.tsx';
import { moneyText } from '../../../components/money.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { hub } from '../../../hub.ts';
import { customerName } from '../payment-table.tsx';
import { EndSubscription } from './end-subscription.tsx';
import { periodText, type Subscription, SubscriptionBadge } from './subscription-words.tsx';

export function SubscriptionPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['payments', 'subscription', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/subscriptions/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={query}>{(subscription) => <Page subscription={subscription} />}</QueryView>;
}

function Page({ subscription }: { readonly subscription: Subscription }) {
  const { id, name, status, cancel } = subscription;
  return (
    <>
      <PageHeader
        title={name}
        about={
          <Group gap="xs">
            <SubscriptionBadge status={status} />
            {moneyText(subscription.amount)} {periodText(subscription)}
          </Group>
        }
      >
        <EndSubscription subscription={subscription} />
      </PageHeader>
      {cancel?.problem !== null && cancel?.problem !== undefined && (
        <Alert color="orange" mb="md" title="The provider did not end it">
          {cancel.problem.text}
        </Alert>
      )}
      <Grid>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Card withBorder component="section" aria-labelledby="about">
            <Title order={2} size="h4" mb="xs" id="about">
              About it
            </Title>
            <About subscription={subscription} />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Card withBorder component="section" aria-labelledby="periods">
            <Title order={2} size="h4" mb="xs" id="periods">
              Periods that are paid
            </Title>
            <Periods subscription={subscription} />
            <RouterLink size="sm" to={`/payments?subscription=${id}`}>
              All its payments
            </RouterLink>
          </Card>
        </Grid.Col>
      </Grid>
    </>
  );
}

function About({ subscription }: { readonly subscription: Subscription }) {
  const { id, billing, reference, customer, connection, subscriptionRef, currentPeriodEnd, cancelsAt, due, graceDays } =
    subscription;
  return (
    <Facts
      of={[
        ['Customer', customer === null ? null : customerName(customer)],
        ['Reference', reference],
        ['Billing', billing === 'provider' ? 'The provider bills each period.' : 'The hub asks for each period.'],
        ['Gateway', connection === null ? null : <ConnectionLink key="gateway" id={connection} />],
        ['At the provider', subscriptionRef],
        ['Paid until', currentPeriodEnd === null ? null : <Time key="until" at={currentPeriodEnd} />],
        ['Grace', `${graceDays} days`],
        ['Ends', cancelsAt === null ? null : <Time key="ends" at={cancelsAt} />],
        ['Due now', due === null ? null : <CopyText key="due" text={due.checkoutUrl} label="the checkout address" />],
        [
          'Begun by',
          <RouterLink key="first" size="sm" to={`/payments/${id}`}>
            its first payment
          </RouterLink>,
        ],
      ]}
    />
  );
}

function Periods({ subscription: { periods } }: { readonly subscription: Subscription }) {
  if (periods.length === 0) {
    return <EmptyState title="No period is paid yet">The first begins when its first payment is captured.</EmptyState>;
  }
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Periods that are paid">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">No.</Table.Th>
            <Table.Th>From</Table.Th>
            <Table.Th>To</Table.Th>
            <Table.Th>Paid by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {periods.toReversed().map(({ number, startsAt, endsAt, paymentId, invoiceRef }) => (
            <Table.Tr key={number}>
              <Table.Td ta="right">{number}</Table.Td>
              <Table.Td>
                <Time at={startsAt} />
              </Table.Td>
              <Table.Td>
                <Time at={endsAt} />
              </Table.Td>
              <Table.Td>
                {paymentId === null ? (
                  invoiceRef
                ) : (
                  <RouterLink to={`/payments/${paymentId}`} size="sm" style={{ whiteSpace: 'nowrap' }}>
                    …{paymentId.slice(-8)}
                  </RouterLink>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
