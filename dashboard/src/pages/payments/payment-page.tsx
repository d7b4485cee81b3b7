import { Card, Grid, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useMay } from '../../session/use-session.ts';
import { PaymentActions } from './actions/payment-actions.tsx';
import { Attempts } from './parts/attempts.tsx';
import { Disputes, Refunds } from './parts/movements.tsx';
import { PaymentAmounts } from './parts/payment-amounts.tsx';
import { PaymentFacts } from './parts/payment-facts.tsx';
import { nameOf } from './payment-table.tsx';
import { PaymentStatusBadge, paymentWords } from './payment-status.tsx';
import { Review } from './review/review.tsx';
import { UnknownCalls } from './review/unknown-calls.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { type Payment, usePayment } from './use-payments.ts';

/** One payment: how it stands and why, what can be done, and everything that happened. */
export function PaymentPage() {
  const { id = '' } = useParams();
  return <QueryView query={usePayment(id)}>{(payment) => <Page payment={payment} />}</QueryView>;
}

function Page({ payment }: { readonly payment: Payment }) {
  const { status, refunds, disputes } = payment;
  const mayReview = useMay()('payments.review');
  return (
    <>
      <PageHeader
        title={`Payment ${nameOf(payment)}`}
        about={
          <Group gap="xs">
            <PaymentStatusBadge status={status} />
            {paymentWords[status].about}
          </Group>
        }
      >
        <PaymentActions payment={payment} />
      </PageHeader>
      <Stack>
        {status === 'review' && <Review payment={payment} />}
        {mayReview && <UnknownCalls payment={payment} />}
        <Grid>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack>
              <Section title="Amounts">
                <PaymentAmounts payment={payment} />
              </Section>
              <Section title="About it">
                <PaymentFacts payment={payment} />
              </Section>
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack>
              <Section title="Attempts at gateways">
                <Attempts payment={payment} />
              </Section>
              {refunds.length > 0 && (
                <Section title="Refunds">
                  <Refunds payment={payment} />
                </Section>
              )}
              {disputes.length > 0 && (
                <Section title="Disputes">
                  <Disputes payment={payment} />
                </Section>
              )}
            </Stack>
          </Grid.Col>
        </Grid>
        <Section title="Timeline">
          <Timeline payment={payment} />
        </Section>
      </Stack>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  );
}
