import { type Item, ok } from '@fairlead/client';
import { Text } from '@mantine/core';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { AiSections } from './ai-sections.tsx';
import { useConfigurations } from './use-configurations.ts';

type Call = Item<'/api/ai/calls'>;

/** The newest calls, with what each configuration answered. */
export function CallsPage() {
  useTopics('ai');
  const configurations = useConfigurations();
  const names = new Map((configurations.data?.items ?? []).map(({ id, name }) => [id, name]));
  const list = useList<Call>(['ai', 'calls'], async (cursor, signal) =>
    ok(hub.GET('/api/ai/calls', { params: { query: { cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Calls" about="The newest, for a week at most. What was asked and answered is kept nowhere." />
      <AiSections />
      <ListTable
        label="Calls"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          { title: 'When', cell: ({ at }) => <Time at={at} ago /> },
          { title: 'Purpose', cell: ({ purpose, prompt }) => prompt ?? purpose },
          { title: 'Outcome', cell: (call) => <Outcome call={call} /> },
          {
            title: 'Duration',
            cell: ({ durationMs }) => `${Math.round(durationMs).toLocaleString()} ms`,
            numeric: true,
          },
          { title: 'Attempts', cell: (call) => <Attempts call={call} names={names} /> },
        ]}
        empty={<EmptyState title="No calls yet">“Ask” makes one, and messages that rules do not settle.</EmptyState>}
      />
    </>
  );
}

function Outcome({ call: { outcome, streamed } }: { readonly call: Call }) {
  return (
    <ToneBadge tone={outcome === 'answered' || outcome === 'cached' ? 'good' : 'bad'}>
      {outcome}
      {streamed ? ', streamed' : ''}
    </ToneBadge>
  );
}

function Attempts({ call, names }: { readonly call: Call; readonly names: ReadonlyMap<string, string> }) {
  const nameOf = (id: string) => names.get(id) ?? 'one that was removed';
  return (
    <>
      {call.attempts.map((attempt, index) => (
        <Text key={`${attempt.configuration}${index}`} span size="sm" miw={260} display="block">
          {nameOf(attempt.configuration)} ({attempt.model}): {attempt.outcome}
          {attempt.promptTokens + attempt.completionTokens > 0 &&
            `, ${(attempt.promptTokens + attempt.completionTokens).toLocaleString()} tokens`}
          {attempt.costUsd === null ? '' : `, ${attempt.costUsd} USD`}
        </Text>
      ))}
      {call.skipped.map(({ configuration, reason }, index) => (
        <Text key={`${configuration}${index}`} span size="sm" c="dimmed" display="block">
          {nameOf(configuration)} was passed by: {reason}
        </Text>
      ))}
    </>
  );
}
