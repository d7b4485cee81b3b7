import { List, Stack, Text, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { SignalReview } from './signal-review.tsx';
import { type Signal, useSignal } from './use-signals.ts';

/** One signal, what has become of it, and what happened to it. */
export function SignalPage() {
  const { id = '' } = useParams();
  useTopics('signals');
  return <QueryView query={useSignal(id)}>{({ value }) => <Page signal={value} />}</QueryView>;
}

function Page({ signal }: { readonly signal: Signal }) {
  return (
    <>
      <PageHeader title={`Signal: ${signal.symbol} ${signal.side}`} />
      <Stack>
        <SignalReview id={signal.id} />
        <Standing signal={signal} />
        <Model signal={signal} />
        <History signal={signal} />
      </Stack>
    </>
  );
}

function Standing({ signal: { standing, updates } }: { readonly signal: Signal }) {
  if (standing === null && updates.length === 0) return null;
  return (
    <section aria-labelledby="standing">
      <Title order={2} size="h4" mb="xs" id="standing">
        What updates have made of it
      </Title>
      {standing !== null && (
        <Facts
          of={[
            ['Stop', standing.breakEven ? 'at the entry' : (standing.stopLoss ?? 'none')],
            ['Targets', standing.takeProfits.join(', ') || 'none'],
            ['Reached', standing.hit.length === 0 ? 'none' : standing.hit.join(', ')],
            [
              'Closed',
              standing.closedParts.map((part) => (part === null ? 'a part' : `${part} %`)).join(', ') || 'nothing',
            ],
            ['Closing', standing.closing ? 'the channel wants it closed' : undefined],
          ]}
        />
      )}
      {updates.map((id, index) => (
        <Text key={id} size="sm">
          <RouterLink to={`/signals/updates/${id}`}>Update {index + 1}</RouterLink>
        </Text>
      ))}
    </section>
  );
}

function Model({ signal: { ai } }: { readonly signal: Signal }) {
  if (ai === null) return null;
  return (
    <section aria-labelledby="model">
      <Title order={2} size="h4" mb="xs" id="model">
        What a model said
      </Title>
      <Facts
        of={[
          ['Reading', ai.state],
          ['Model', ai.model],
          ['Prompt', ai.prompt],
          ['Problem', ai.problem],
        ]}
      />
    </section>
  );
}

function History({ signal: { history, revisions } }: { readonly signal: Signal }) {
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h4" mb="xs" id="history">
        History
      </Title>
      <List size="sm">
        {history.map(({ at, by, what, details }, index) => (
          <List.Item key={`${at}${what}${index}`}>
            <Time at={at} /> {what} by {by}
            {details === undefined ? '' : `: ${details}`}
          </List.Item>
        ))}
      </List>
      {revisions.length > 1 && (
        <Text size="sm" mt="xs">
          Its message was said {revisions.length} times:{' '}
          {revisions.map((id, index) => (
            <RouterLink key={id} to={`/messages/${id}`} mr="xs">
              revision {index + 1}
            </RouterLink>
          ))}
        </Text>
      )}
    </section>
  );
}
