import { ok } from '@fairlead/client';
import { Alert, Card, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Actor } from '../../../components/actor.tsx';
import { ConnectionLink } from '../../../components/connection-link.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Money } from '../../../components/money.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Time } from '../../../components/time.tsx';
import { hub } from '../../../hub.ts';
import { type Payout, PayoutBadge } from './payout-badge.tsx';

export function PayoutPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['payments', 'payout', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/payouts/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={query}>{(payout) => <Page payout={payout} />}</QueryView>;
}

function Page({ payout }: { readonly payout: Payout }) {
  const { id, reference, status, problem, payoutRef, arrivesAt, createdAt, createdBy } = payout;
  return (
    <>
      <PageHeader title={`Payout ${reference ?? `…${id.slice(-8)}`}`} about={<PayoutBadge status={status} />} />
      <Stack maw={640}>
        {status === 'unknown' && (
          <Alert color="orange" title="It may have been sent">
            The provider did not say. The hub goes on asking; look at the provider’s own pages as well, and do not send
            it again before you know.
          </Alert>
        )}
        {problem !== null && <Alert color="red">{problem.text}</Alert>}
        <Card withBorder>
          <Facts
            of={[
              ['Amount', <Money key="amount" of={payout.amount} />],
              ['To', payout.destination ?? 'your bank account'],
              ['Gateway', <ConnectionLink key="gateway" id={payout.connection} />],
              ['Description', payout.description],
              ['Reference', reference],
              [
                'At the provider',
                payoutRef === null ? null : <CopyText key="ref" text={payoutRef} label="the provider’s id" />,
              ],
              ['Arrives', arrivesAt === null ? null : <Time key="arrives" at={arrivesAt} />],
              [
                'Created',
                <>
                  <Time at={createdAt} /> by <Actor by={createdBy} />
                </>,
              ],
            ]}
          />
        </Card>
      </Stack>
    </>
  );
}
