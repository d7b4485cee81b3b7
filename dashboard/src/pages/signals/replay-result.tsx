import { type Answer, ok } from '@fairlead/client';
import { Alert, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ListTable } from '../../components/list-table.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { actionText, signalText } from './signal-words.ts';

type Replay = Answer<'/api/parsers/replays/{id}'>;
type Item = Replay['items'][number];
type Reading = Item['before'];

const everyMs = 1_000;

/** How far a replay is, and what it has found so far. */
export function ReplayResult({ id }: { readonly id: string }) {
  const replay = useQuery<Replay>({
    queryKey: ['signals', 'replay', id],
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? everyMs : false),
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/parsers/replays/{id}', { params: { path: { id }, query: { limit: 1 } }, signal })),
  });
  return (
    <QueryView query={replay}>
      {({ status, counts, problem }) => (
        <section aria-labelledby="replay">
          <Stack>
            <Group gap="xs" role="status">
              {status === 'running' && <Loader size="xs" />}
              <Title order={2} size="h4" id="replay">
                {status === 'running' ? 'Reading' : status === 'done' ? 'Read' : 'Broken off after'}{' '}
                {counts.messages.toLocaleString()} messages, {counts.changed.toLocaleString()} otherwise
              </Title>
            </Group>
            {problem !== null && <Alert color="red" title={problem} />}
            <Text size="sm">
              Before: {kindsText(counts.before)}. After: {kindsText(counts.after)}.
            </Text>
            <Differences id={id} changed={counts.changed} />
          </Stack>
        </section>
      )}
    </QueryView>
  );
}

function Differences({ id, changed }: { readonly id: string; readonly changed: number }) {
  const list = useList<Item>(['signals', 'replay', id, 'items', changed], async (cursor, signal) =>
    ok(hub.GET('/api/parsers/replays/{id}', { params: { path: { id }, query: { cursor, limit: 50 } }, signal })),
  );
  return (
    <ListTable
      label="Messages that are read otherwise"
      list={list}
      keyOf={({ revision }) => revision}
      columns={[
        {
          title: 'Message',
          cell: ({ text }) => (
            <Text span size="sm" miw={220} maw={420} lineClamp={4} style={{ whiteSpace: 'pre-line' }} display="block">
              {text}
            </Text>
          ),
        },
        { title: 'Before', cell: ({ before }) => <ShortReading reading={before} /> },
        { title: 'After', cell: ({ after }) => <ShortReading reading={after} /> },
      ]}
      empty={<EmptyState title="No message is read otherwise" />}
    />
  );
}

function ShortReading({ reading: { kind, signals, actions } }: { readonly reading: Reading }) {
  return (
    <Text span size="sm" miw={180} display="block">
      {kind}
      {signals.map((signal) => `: ${signalText(signal)}`).join('')}
      {actions.length > 0 && `: ${actions.map(actionText).join(', ')}`}
    </Text>
  );
}

function kindsText(kinds: Replay['counts']['before']): string {
  const parts = Object.entries(kinds).map(([kind, count]) => `${count.toLocaleString()} ${kind}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
