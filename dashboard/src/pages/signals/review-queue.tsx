import { Button, Card, Group, NavLink, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { FaultAlert, EmptyState, Waiting } from '../../components/states.tsx';
import type { Filter } from '../../components/use-filter.ts';
import type { List } from '../../components/use-list.ts';
import { SignalReview } from './signal-review.tsx';
import type { SignalRow } from './use-signals.ts';

/** Signals that wait for a person, one beside its message, the others a key away. */
export function ReviewQueue({ list, filter }: { readonly list: List<SignalRow>; readonly filter: Filter }) {
  if (list.data === undefined) {
    return list.isError ? <FaultAlert error={list.error} again={() => void list.refetch()} /> : <Waiting />;
  }
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && filter.get('signal') === undefined) {
    return (
      <EmptyState title="Nothing waits for a review">
        A signal that the policy of its channel does not publish by itself appears here, with the reasons.
      </EmptyState>
    );
  }
  return <Queue items={items} list={list} filter={filter} />;
}

function Queue({
  items,
  list,
  filter,
}: {
  readonly items: readonly SignalRow[];
  readonly list: List<SignalRow>;
  readonly filter: Filter;
}) {
  const chosen = filter.get('signal');
  const at = items.findIndex(({ id }) => id === chosen);
  const current = chosen ?? items[0]?.id;
  const place = chosen === undefined ? 0 : at;
  const previous = items[place - 1]?.id;
  // Of one that is in the queue no more the next is the first.
  const next = items[place + 1]?.id;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const atEnd = next === undefined && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (atEnd) void fetchNextPage();
  }, [atEnd, fetchNextPage]);
  const go = (id: string | undefined) => id !== undefined && filter.set('signal', id);
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" aria-live="polite">
          {place < 0
            ? 'This one has left the queue.'
            : `${place + 1} of ${items.length}${hasNextPage ? ' and more' : ''}`}
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" disabled={previous === undefined} onClick={() => go(previous)}>
            Previous
          </Button>
          <Button size="xs" variant="default" disabled={next === undefined} onClick={() => go(next)}>
            Next
          </Button>
        </Group>
      </Group>
      {current !== undefined && (
        <SignalReview
          key={current}
          id={current}
          onNext={() => go(next)}
          onPrevious={() => go(previous)}
          onSettled={() => filter.set('signal', next ?? previous ?? null)}
        />
      )}
      <Card withBorder component="nav" aria-label="Signals in review" padding="xs">
        {items.map(({ id, symbol, side, reasons: [first] }) => (
          <NavLink
            key={id}
            component="button"
            label={`${symbol} ${side}`}
            description={first?.text}
            // Paler than the rest it could not be read on the colour of the chosen one.
            styles={{ description: { color: 'inherit', opacity: 1 } }}
            active={id === current}
            aria-current={id === current ? 'true' : undefined}
            onClick={() => go(id)}
          />
        ))}
      </Card>
    </Stack>
  );
}
