import { type Answer, HubProblem, ok } from '@fairlead/client';
import { Group, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RouterLink } from '../../components/router-link.tsx';
import { FaultAlert, Waiting } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { actionText } from '../signals/signal-words.ts';
import { SignalStatus } from '../signals/signal-status.tsx';

type Message = Answer<'/api/messages/{id}'>;
type Reading = Answer<'/api/signals/readings/{id}'>;

const kinds: Record<NonNullable<Reading['kind']>, string> = {
  signal: 'a signal',
  several: 'several signals',
  update: 'an update of a signal',
  chatter: 'chatter: nothing to act on',
};

const unreadEveryMs = 5_000;

/** What a message was read as, the signals and updates it became, and its revisions. */
export function MessageReading({ message: { id, seeded } }: { readonly message: Message }) {
  useTopics('signals');
  const reading = useQuery<Reading>({
    queryKey: ['signals', 'reading', id],
    // No event tells that something was read as chatter.
    refetchInterval: ({ state }) => (state.status === 'error' && !seeded ? unreadEveryMs : false),
    queryFn: async ({ signal }) => ok(hub.GET('/api/signals/readings/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <section aria-labelledby="reading">
      <Title order={2} size="h4" mb="xs" id="reading">
        What became of it
      </Title>
      {reading.data !== undefined ? (
        <Known reading={reading.data} shown={id} />
      ) : !reading.isError ? (
        <Waiting />
      ) : reading.error instanceof HubProblem && reading.error.status === 404 ? (
        <Text size="sm">
          {seeded
            ? 'It was there before the channel was first polled, and was not read.'
            : 'It has not been read for signals yet.'}
        </Text>
      ) : (
        <FaultAlert error={reading.error} again={() => void reading.refetch()} />
      )}
    </section>
  );
}

function Known({ reading, shown }: { readonly reading: Reading; readonly shown: string }) {
  const { kind, confidence, signals, updates, revisions } = reading;
  return (
    <>
      <Text size="sm" mb="xs">
        {kind === null ? 'It was deleted.' : `Read as ${kinds[kind]}.`}
        {confidence !== null && ` Confidence ${Math.round(confidence * 100)} %.`}
      </Text>
      {signals.map((one) => (
        <Group key={one.id} gap="xs" mb={4}>
          <RouterLink to={`/signals/${one.id}`} size="sm">
            Signal: {one.symbol} {one.side}
          </RouterLink>
          <SignalStatus status={one.status} />
        </Group>
      ))}
      {updates.map((one) => (
        <Text key={one.id} size="sm" mb={4}>
          <RouterLink to={`/signals/updates/${one.id}`}>Update: {one.actions.map(actionText).join(', ')}</RouterLink>{' '}
          {one.status}
        </Text>
      ))}
      {revisions.length > 1 && (
        <>
          <Title order={3} size="h5" mt="sm" mb="xs">
            Revisions
          </Title>
          <List size="sm" type="ordered">
            {revisions.map((one) => (
              <List.Item key={one.id}>
                {one.id === shown ? (
                  <>
                    {one.change} <Time at={one.at} />, this one
                  </>
                ) : (
                  <>
                    <RouterLink to={`/messages/${one.id}`} size="sm">
                      {one.change}
                    </RouterLink>{' '}
                    <Time at={one.at} />
                  </>
                )}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}
