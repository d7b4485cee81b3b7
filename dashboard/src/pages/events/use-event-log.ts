import { eachItem, type HubEvent, type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type List, useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useEvents, useLiveState, useTopics } from '../../live/live-provider.tsx';
import { createTail } from './tail.ts';

export type EventType = Item<'/api/event-types'>;

export interface EventLog {
  /** The latest first. */
  readonly list: List<HubEvent>;
  /** What came since it was paused. */
  readonly waiting: number;
  readonly isPaused: boolean;
  pause(): void;
  goOn(): void;
}

const listKey = ['events', 'list'] as const;

/** The log from its end, and what comes while one looks. `types` may end in `*`; none means all. */
export function useEventLog(types: readonly string[]): EventLog {
  const client = useQueryClient();
  const reread = useCallback(() => void client.invalidateQueries({ queryKey: listKey }), [client]);
  const [arrived, setArrived] = useState<readonly HubEvent[]>([]);
  const [pausedAt, setPausedAt] = useState<string>();
  const [tail] = useState(() => createTail({ show: setArrived, reread }));
  useTopics('events');
  useEvents(tail.add);
  const isLive = useLiveState() === 'open';
  useEffect(() => {
    // What was read from an earlier look, or before the stream began, may be old.
    reread();
  }, [reread, isLive]);
  useEffect(() => tail.stop, [tail]);
  const list = useList<HubEvent>([...listKey, types], async (cursor, signal) => {
    const before = cursor === undefined ? undefined : Number(cursor);
    const query = { type: [...types], order: 'latest' as const, before, limit: 50 };
    return ok(hub.GET('/api/events', { params: { query }, signal }));
  });
  const all = joined(arrived, list, types);
  const shown = pausedAt === undefined ? all : all.filter(({ sequence }) => sequence <= pausedAt);
  return {
    list: withItems(list, shown),
    waiting: all.length - shown.length,
    isPaused: pausedAt !== undefined,
    pause() {
      setPausedAt(all[0]?.sequence ?? '');
      tail.hold();
    },
    goOn() {
      setPausedAt(undefined);
      tail.release();
    },
  };
}

/** What came after the latest of the list, then the list. */
function joined(arrived: readonly HubEvent[], { data }: List<HubEvent>, types: readonly string[]) {
  const listed = data?.pages.flatMap(({ items }) => items) ?? [];
  const latest = listed[0]?.sequence ?? '';
  const wanted = arrived.filter(({ type, sequence }) => sequence > latest && matchesType(type, types));
  return [...wanted, ...listed];
}

function withItems(list: List<HubEvent>, items: readonly HubEvent[]): List<HubEvent> {
  if (list.data === undefined) return list;
  return { ...list, data: { ...list.data, pages: [{ items, nextCursor: null }] } } as List<HubEvent>;
}

export function matchesType(type: string, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return types.some((one) => (one.endsWith('*') ? type.startsWith(one.slice(0, -1)) : one === type));
}

/** One event by its place in the log. */
export function useEvent(sequence: string | undefined) {
  return useQuery({
    queryKey: ['events', 'one', sequence],
    enabled: sequence !== undefined,
    // What has happened stays as it was.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const query = { after: Math.max(0, Number(sequence) - 1), limit: 1 };
      const { items } = await ok(hub.GET('/api/events', { params: { query }, signal }));
      const [found] = items;
      if (found === undefined || Number(found.sequence) !== Number(sequence))
        throw new Error('This event is no longer kept.');
      return found;
    },
  });
}

/** All types that are published: some dozens. */
export function useEventTypes() {
  return useQuery({
    queryKey: ['event-types'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const types: EventType[] = [];
      const page = async (cursor: string | undefined) =>
        ok(hub.GET('/api/event-types', { params: { query: { cursor, limit: 200 } }, signal }));
      for await (const one of eachItem(page)) types.push(one);
      return types;
    },
  });
}
