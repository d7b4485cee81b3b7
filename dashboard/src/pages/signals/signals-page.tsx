import { ok } from '@fairlead/client';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ConnectionSelect } from '../../components/connection-select.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { type Filter, useFilter } from '../../components/use-filter.ts';
import { type List, useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { SignalSections } from './signal-sections.tsx';
import { signalStatuses } from './signal-status.tsx';
import { SignalTable } from './signal-table.tsx';
import type { SignalRow } from './use-signals.ts';

/** Signals, the newest first. Those in review are looked at one by one, beside their message. */
export function SignalsPage() {
  useTopics('signals');
  const filter = useFilter('status', 'channel', 'symbol', 'side');
  const list = useSignalList(filter);
  const isQueue = filter.get('status') === 'review';
  return (
    <>
      <PageHeader title="Signals" about="What messages were read as, and what became of it.">
        {isQueue ? (
          <Button variant="default" onClick={() => filter.set('status', null)}>
            All signals
          </Button>
        ) : (
          <Button onClick={() => filter.set('status', 'review')}>Review</Button>
        )}
      </PageHeader>
      <SignalSections />
      <Filters filter={filter} />
      {isQueue ? <ReviewQueue list={list} filter={filter} /> : <SignalTable list={list} isFiltered={filter.isSet} />}
    </>
  );
}

function useSignalList(filter: Filter): List<SignalRow> {
  const [symbol] = useDebouncedValue(filter.get('symbol')?.toUpperCase(), 250);
  const query = {
    status: filter.get('status') as SignalRow['status'] | undefined,
    connection: filter.get('channel'),
    symbol,
    side: filter.get('side') as SignalRow['side'] | undefined,
  };
  return useList<SignalRow>(['signals', 'list', query], async (cursor, signal) =>
    ok(hub.GET('/api/signals', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
}

function Filters({ filter }: { readonly filter: Filter }) {
  return (
    <Group mb="md" align="flex-end">
      <Select
        label="Status"
        clearable
        placeholder="All"
        value={filter.get('status') ?? null}
        data={signalStatuses.map((value) => ({ value, label: value === 'review' ? 'in review' : value }))}
        onChange={(value) => filter.set('status', value)}
      />
      <ConnectionSelect
        label="Channel"
        capability="channel"
        value={filter.get('channel') ?? null}
        onChange={(id) => filter.set('channel', id)}
      />
      <TextInput
        label="Symbol"
        placeholder="XAUUSD"
        value={filter.get('symbol') ?? ''}
        onChange={({ currentTarget }) => filter.set('symbol', currentTarget.value)}
      />
      <Select
        label="Side"
        clearable
        placeholder="Both"
        value={filter.get('side') ?? null}
        data={['buy', 'sell']}
        onChange={(value) => filter.set('side', value)}
      />
    </Group>
  );
}
