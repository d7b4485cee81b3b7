import { type Answer, HubProblem, ok } from '@fairlead/client';
import { Alert, Button, Card, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useConnectionName } from '../../components/connection-link.tsx';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { FaultAlert, Waiting } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay } from '../../session/use-session.ts';
import { useCanSend } from './use-can-send.ts';

type Polling = Answer<'/api/channels/{connectionId}'>;

/** One channel: how it is polled, and the ways to what it brings. */
export function ChannelPage() {
  const { id = '' } = useParams();
  useTopics('messages');
  const may = useMay();
  const name = useConnectionName(id);
  const canSend = useCanSend(id);
  const polling = useQuery({
    queryKey: ['messages', 'channel', id],
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/channels/{connectionId}', { params: { path: { connectionId: id } }, signal })),
  });
  return (
    <>
      <PageHeader title={name} about="A channel" />
      <Stack maw={720}>
        <Group component="nav" aria-label={`Pages of ${name}`}>
          <RouterLink to={`/messages?channel=${id}`}>Messages</RouterLink>
          <RouterLink to={`/messages/sent?channel=${id}`}>Sent</RouterLink>
          {may('messages.send') && canSend === true && (
            <RouterLink to={`/messages/send?channel=${id}`}>Send a message</RouterLink>
          )}
          {may('parsers.read') && <RouterLink to={`/signals/rules/${id}`}>Rules for signals</RouterLink>}
          {may('connections.read') && <RouterLink to={`/connections/${id}`}>Connection</RouterLink>}
        </Group>
        {polling.data !== undefined ? (
          <PollingCard key={polling.data.pollIntervalMs} polling={polling.data} />
        ) : polling.isError ? (
          <NotPolled error={polling.error} again={() => void polling.refetch()} />
        ) : (
          <Waiting />
        )}
      </Stack>
    </>
  );
}

function NotPolled({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  if (!(error instanceof HubProblem && error.code === 'conflict')) return <FaultAlert error={error} again={again} />;
  return (
    <Alert color="gray" title="This channel is not polled">
      Its messages come by webhook, when the sender sends them.
    </Alert>
  );
}

const perSecond = 1_000;

function PollingCard({ polling }: { readonly polling: Polling }) {
  const { connection, pollIntervalMs, failures, seeded, waitsUntil } = polling;
  const may = useMay()('messages.poll');
  const [seconds, setSeconds] = useState<number | string>(pollIntervalMs / perSecond);
  const client = useQueryClient();
  const tell = useTell();
  const params = { path: { connectionId: connection } };
  const renew = async () => client.invalidateQueries({ queryKey: ['messages'] });
  const poll = useMutation({
    mutationFn: async () => ok(hub.POST('/api/channels/{connectionId}/poll', { params })),
    async onSuccess({ added, more }) {
      await renew();
      tell.done(`${added === 1 ? 'One message was' : `${added} messages were`} new.${more ? ' There are more.' : ''}`);
    },
    onError: tell.failed,
  });
  const change = useMutation({
    mutationFn: async (interval: number | null) =>
      ok(hub.PUT('/api/channels/{connectionId}', { params, body: { pollIntervalMs: interval } })),
    async onSuccess(now) {
      await renew();
      setSeconds(now.pollIntervalMs / perSecond);
      tell.done(`It is polled every ${now.pollIntervalMs / perSecond} seconds.`);
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="polling">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="polling">
          Polling
        </Title>
        {may && (
          <Button size="xs" loading={poll.isPending} onClick={() => poll.mutate()}>
            Poll now
          </Button>
        )}
      </Group>
      <Facts
        of={[
          ['Interval', `${pollIntervalMs / perSecond} seconds`],
          ['First poll', seeded ? 'is done: what comes is told of' : 'is not done yet'],
          ['Failures', failures === 0 ? 'none' : `${failures} in a row`],
          ['Waits until', waitsUntil === null ? undefined : <Time key="until" at={waitsUntil} />],
        ]}
      />
      {may && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(Math.round(Number(seconds) * perSecond));
          }}
        >
          <Stack gap="xs" mt="md">
            <NumberInput
              label="Seconds between two polls"
              description="From 5 seconds to a day."
              min={5}
              max={86_400}
              allowNegative={false}
              required
              maw={260}
              value={seconds}
              onChange={setSeconds}
            />
            {change.isError && <FaultAlert error={change.error} />}
            <Group>
              <Button type="submit" loading={change.isPending}>
                Save
              </Button>
              <Button variant="default" onClick={() => change.mutate(null)}>
                Use the usual interval
              </Button>
            </Group>
            <Text size="xs" c="dimmed">
              A vendor that asks for a pause gets it, whatever is set here.
            </Text>
          </Stack>
        </form>
      )}
    </Card>
  );
}
