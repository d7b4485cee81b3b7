import { type Answer, ok } from '@fairlead/client';
import { Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { newIdempotencyKey } from '../../../components/idempotency-key.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { Facts } from '../../../components/facts.tsx';
import { JsonBlock } from '../../../components/json-block.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { hub } from '../../../hub.ts';
import { useMay } from '../../../session/use-session.ts';
import { useWebhooksChanged } from '../endpoints/use-endpoints.ts';
import { DeliveryBadge } from './delivery-badge.tsx';
import { EndpointLink } from './delivery-table.tsx';

type Delivery = Answer<'/api/deliveries/{id}'>;
type Attempt = Delivery['attempts'][number];

const pollMs = 1_000;

/** One delivery: what was sent to the byte, and what was answered to each attempt. */
export function DeliveryPage() {
  const { id = '' } = useParams();
  const query = useQuery<Delivery>({
    queryKey: ['deliveries', 'one', id],
    refetchInterval: ({ state: { data } }) => (data?.status === 'pending' ? pollMs : false),
    queryFn: async ({ signal }) => ok(hub.GET('/api/deliveries/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={query}>{(delivery) => <Page delivery={delivery} />}</QueryView>;
}

function Page({ delivery }: { readonly delivery: Delivery }) {
  const { type, status, endpoint, webhookId, eventAt, settledAt, nextAttemptAt, attempts, body } = delivery;
  return (
    <>
      <PageHeader title={type} about={<DeliveryBadge status={status} />}>
        <Redeliver delivery={delivery} />
      </PageHeader>
      <Stack>
        <Card withBorder maw={720}>
          <Facts
            of={[
              ['To', <EndpointLink key="to" id={endpoint} />],
              ['webhook-id', <CopyText key="id" text={webhookId} label="the webhook-id" />],
              ['Event of', <Time key="event" at={eventAt} />],
              ['Attempts', delivery.attemptCount],
              ['Ended', settledAt === null ? null : <Time key="ended" at={settledAt} />],
              ['Tried again', nextAttemptAt === null ? null : <Time key="next" at={nextAttemptAt} ago />],
            ]}
          />
        </Card>
        <section aria-labelledby="attempts">
          <Title order={2} size="h4" mb="xs" id="attempts">
            Attempts
          </Title>
          {attempts.length === 0 ? (
            <EmptyState title="None yet">It waits for its turn.</EmptyState>
          ) : (
            <Stack gap="xs">
              {attempts.toReversed().map((attempt) => (
                <OneAttempt key={attempt.at} attempt={attempt} />
              ))}
            </Stack>
          )}
        </section>
        <section aria-labelledby="body">
          <Title order={2} size="h4" mb="xs" id="body">
            What was sent
          </Title>
          <JsonBlock value={body} label="The body" />
        </section>
      </Stack>
    </>
  );
}

function OneAttempt({ attempt: { at, durationMs, error, reply, status } }: { readonly attempt: Attempt }) {
  return (
    <Card withBorder padding="sm">
      <Group gap="xs">
        <Time at={at} />
        <Text size="sm">{error ?? 'It arrived.'}</Text>
        {status !== null && <Code>{status}</Code>}
        <Text size="sm" c="dimmed" className="numbers">
          {Math.round(durationMs)} ms
        </Text>
      </Group>
      {reply !== '' && (
        <Stack gap={4} mt="xs">
          <Text size="xs" c="dimmed">
            What was answered
          </Text>
          <JsonBlock value={reply} label={`The answer of ${at}`} />
        </Stack>
      )}
    </Card>
  );
}

function Redeliver({ delivery: { id, type, status } }: { readonly delivery: Delivery }) {
  const changed = useWebhooksChanged();
  const tell = useTell();
  const mayRedeliver = useMay()('webhooks.redeliver');
  const [key, setKey] = useState(newIdempotencyKey);
  if (!mayRedeliver || status === 'pending') return null;
  return (
    <ConfirmButton
      label="Redeliver …"
      title={`Send ${type} again?`}
      act="Redeliver"
      color="orange"
      onConfirm={async () => {
        await ok(
          hub.POST('/api/deliveries/{id}/redeliver', { params: { path: { id }, header: { 'idempotency-key': key } } }),
        );
        setKey(newIdempotencyKey());
        await changed();
        tell.done('It is sent again.');
      }}
    >
      <Text>
        Your server gets the event once more, with the same webhook-id. It has to know that it has handled it before.
      </Text>
    </ConfirmButton>
  );
}
