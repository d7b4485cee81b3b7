import { Box, Group, Stack, Text } from '@mantine/core';
import { JsonBlock } from '../../../components/json-block.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Time } from '../../../components/time.tsx';
import { Actor } from '../../../components/actor.tsx';
import { useConnectionName } from '../../../components/connection-link.tsx';
import { type Payment, type TimelineEntry, useTimeline } from '../use-payments.ts';
import { sentenceOf } from './sentence.ts';

/** Everything that happened, oldest first, each as a sentence with what was said word for word below it. */
export function Timeline({ payment }: { readonly payment: Payment }) {
  const timeline = useTimeline(payment.id);
  return (
    <QueryView query={timeline}>
      {({ items }) => (
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((entry, index) => (
            <Entry key={`${entry.at}${entry.title}${index}`} entry={entry} payment={payment} />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

function Entry({ entry, payment }: { readonly entry: TimelineEntry; readonly payment: Payment }) {
  const connection = payment.attempts.find(({ number }) => number === entry.attempt)?.connection ?? '';
  const name = useConnectionName(connection);
  return (
    <Box component="li" pl="sm" style={{ borderLeft: '3px solid var(--mantine-color-default-border)' }}>
      <Text size="sm">{sentenceOf(entry, name === '' ? 'The provider' : name)}</Text>
      <Group gap="xs">
        <Text size="xs" c="dimmed" component="div">
          <Time at={entry.at} />
          {waysOf(entry.details['via'])}
          <By entry={entry} several={payment.attempts.length > 1} />
          {entry.occurredAt !== null && (
            <>
              , at the provider <Time at={entry.occurredAt} />
            </>
          )}
        </Text>
      </Group>
      <Box component="details" fz="xs">
        <summary>Raw data</summary>
        <JsonBlock value={entry.details} label={`Raw data of: ${entry.title}`} />
      </Box>
    </Box>
  );
}

/** How the hub came to know of a fact: the same one may be told in several ways, and counts once. */
function waysOf(via: unknown): string {
  switch (via) {
    case 'webhook':
      return ', told by a webhook';
    case 'status':
      return ', found by asking';
    case 'answer':
      return ', in its answer';
    case 'recovery':
      return ', found in its list of events';
    default:
      return '';
  }
}

function By({ entry: { by, attempt }, several }: { readonly entry: TimelineEntry; readonly several: boolean }) {
  return (
    <>
      {by !== 'provider' && (
        <>
          {' '}
          by <Actor by={by} />
        </>
      )}
      {several && attempt !== null && `, attempt ${attempt}`}
    </>
  );
}
