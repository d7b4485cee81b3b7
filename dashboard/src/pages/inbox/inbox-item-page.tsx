import { type Answer, ok } from '@fairlead/client';
import { Alert, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { newIdempotencyKey } from '../../components/idempotency-key.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { Facts } from '../../components/facts.tsx';
import { JsonBlock } from '../../components/json-block.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { InboxBadge, inboxWords } from './inbox-status.tsx';

type InboxItem = Answer<'/api/inbox/{id}'>;

const pollMs = 2_000;

/** One webhook: what it said, what the vendor was answered, and what became of it. */
export function InboxItemPage() {
  const { id = '' } = useParams();
  const query = useQuery<InboxItem>({
    queryKey: ['inbox', 'one', id],
    // That it was worked on is no event.
    refetchInterval: ({ state: { data } }) => (data?.status === 'received' ? pollMs : false),
    queryFn: async ({ signal }) => ok(hub.GET('/api/inbox/{id}', { params: { path: { id } }, signal })),
  });
  return <QueryView query={query}>{(item) => <Page item={item} />}</QueryView>;
}

function Page({ item }: { readonly item: InboxItem }) {
  const { type, status, event, response, lastError, connection, eventId } = item;
  return (
    <>
      <PageHeader
        title={type}
        about={
          <Group gap="xs">
            <InboxBadge status={status} />
            {inboxWords[status].about}
          </Group>
        }
      >
        <Replay item={item} />
      </PageHeader>
      <Stack>
        {lastError !== null && (
          <Alert color="orange" title="The last attempt failed">
            {lastError}
          </Alert>
        )}
        <Card withBorder maw={640}>
          <Facts
            of={[
              ['Connection', <ConnectionLink key="connection" id={connection} />],
              ['Vendor’s id', <Code key="id">{eventId}</Code>],
              ['Received', <Time key="received" at={item.receivedAt} />],
              ['Happened', item.occurredAt === null ? null : <Time key="happened" at={item.occurredAt} />],
              ['Attempts', item.attempts],
              ['Came again', item.duplicates === 0 ? 'never' : `${item.duplicates} times, and counted once`],
              ['Tried again', item.nextAttemptAt === null ? null : <Time key="next" at={item.nextAttemptAt} ago />],
            ]}
          />
        </Card>
        <section aria-labelledby="event">
          <Title order={2} size="h4" mb="xs" id="event">
            What it said
          </Title>
          <JsonBlock value={event} label="The event" />
        </section>
        {response !== null && response !== undefined && (
          <section aria-labelledby="response">
            <Title order={2} size="h4" mb="xs" id="response">
              What the vendor was answered
            </Title>
            <JsonBlock value={response} label="The answer" />
          </section>
        )}
      </Stack>
    </>
  );
}

function Replay({ item: { id, type, status } }: { readonly item: InboxItem }) {
  const client = useQueryClient();
  const tell = useTell();
  const mayReplay = useMay()('inbox.replay');
  const [key, setKey] = useState(newIdempotencyKey);
  if (!mayReplay || status === 'unverified' || status === 'forged') return null;
  return (
    <ConfirmButton
      label="Replay …"
      title={`Replay ${type}?`}
      act="Replay"
      color="orange"
      onConfirm={async () => {
        await ok(hub.POST('/api/inbox/{id}/replay', { params: { path: { id }, header: { 'idempotency-key': key } } }));
        setKey(newIdempotencyKey());
        await client.invalidateQueries({ queryKey: ['inbox'] });
        tell.done('It is worked on once more.');
      }}
    >
      <Text>
        The hub works on it once more, as if it had just come. What it told counts once: a payment is not captured
        twice. The vendor is not asked.
      </Text>
    </ConfirmButton>
  );
}
