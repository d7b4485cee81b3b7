import { Alert, Grid, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { ConnectionLink } from '../../components/connection-link.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import type { Tagged } from '../../components/tagged.ts';
import { numbered } from './evidence.ts';
import { EvidenceText } from './evidence-text.tsx';
import { ReadFields } from './read-fields.tsx';
import type { ReviewMoves } from './review-moves.ts';
import { SignalActions } from './signal-actions.tsx';
import { SignalStatus } from './signal-status.tsx';
import { type Signal, useSignal } from './use-signals.ts';

/** A signal beside its message: where each part of it was found, what the checks say, and what can be done. */
export function SignalReview({ id, ...moves }: ReviewMoves & { readonly id: string }) {
  return <QueryView query={useSignal(id)}>{(found) => <Review found={found} moves={moves} />}</QueryView>;
}

function Review({ found, moves }: { readonly found: Tagged<Signal>; readonly moves: ReviewMoves }) {
  const { value: signal } = found;
  const text = signal.message?.text ?? '';
  const evidence = useMemo(() => numbered(text, signal.evidence), [text, signal.evidence]);
  return (
    <Stack>
      <SignalActions found={found} {...moves} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Title order={2} size="h4" mb="xs">
            Message
          </Title>
          {signal.message === null ? (
            <Text c="dimmed">The message is not kept any more.</Text>
          ) : (
            <EvidenceText text={text} evidence={evidence} />
          )}
          <Origin signal={signal} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Group gap="xs" mb="xs">
            <Title order={2} size="h4">
              {signal.symbol} {signal.side}
            </Title>
            <SignalStatus status={signal.status} />
          </Group>
          <Stack>
            <Checks signal={signal} />
            <ReadFields signal={signal} said={signal.said} evidence={evidence} prefix={prefixOf(signal, evidence)} />
            <Text size="sm">
              Confidence {Math.round(signal.confidence * 100)} %, read by {readers[signal.readBy]}.
              {signal.expiresAt !== null && (
                <>
                  {' '}
                  It expires on its own: <Time at={signal.expiresAt} ago />
                </>
              )}
            </Text>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const readers = { rules: 'rules', rules_and_ai: 'rules and a model', ai: 'a model', person: 'a person' } as const;

/** Of several signals in one message each has its own evidence. */
function prefixOf({ index }: Signal, evidence: Signal['evidence'] | readonly { field: string }[]): string {
  const prefix = `signals.${index}.`;
  return evidence.some(({ field }) => field.startsWith(prefix)) ? prefix : '';
}

function Checks({ signal: { valid, reject, reasons, duplicateOf } }: { readonly signal: Signal }) {
  const refusing = reasons.filter(({ code }) => code === reject);
  const others = reasons.filter(({ code }) => code !== reject);
  return (
    <>
      {!valid && (
        <Alert color="red" title="The checks refuse it">
          {refusing.length === 0
            ? (reject ?? 'It can be read in more than one way.')
            : refusing.map(({ text }) => text)}
        </Alert>
      )}
      {others.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            Why it is where it is
          </Text>
          <List size="sm">
            {others.map(({ code, text }) => (
              <List.Item key={code}>{text}</List.Item>
            ))}
          </List>
        </div>
      )}
      {duplicateOf !== null && (
        <Text size="sm">
          It repeats <RouterLink to={`/signals/${duplicateOf}`}>another signal</RouterLink>.
        </Text>
      )}
    </>
  );
}

function Origin({ signal: { message, connection, sentAt } }: { readonly signal: Signal }) {
  return (
    <Text size="xs" c="dimmed" mt="xs" component="div">
      <ConnectionLink id={connection} />
      {message?.author === undefined || message.author === null ? '' : `, ${message.author}`}
      {sentAt !== null && (
        <>
          , <Time at={sentAt} />
        </>
      )}
      {message !== null && (
        <>
          , <RouterLink to={`/messages/${message.id}`}>the message by itself</RouterLink>
        </>
      )}
    </Text>
  );
}
