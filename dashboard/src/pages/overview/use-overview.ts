import { type Answer, type HubEvent, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hub } from '../../hub.ts';
import { useEvents } from '../../live/live-provider.tsx';

export type Overview = Answer<'/api/overview'>;
const key = ['overview', 'wall'] as const;

/** The wall: read once, then kept by the events of the stream, those of one frame at once. */
export function useOverview() {
  const client = useQueryClient();
  const [batch] = useState(() =>
    createBatch((events) => client.setQueryData<Overview>(key, (known) => known && events.reduce(applied, known))),
  );
  useEvents(batch.add);
  useEffect(() => batch.stop, [batch]);
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => ok(hub.GET('/api/overview', { params: { query: { limit: 1_000 } }, signal })),
    // Counts of calls come from no event.
    refetchInterval: 30_000,
  });
}

type Health = Overview['connections'][number]['health'];

/** The wall after a change of one connection’s health. What tells of other things leaves it as it is. */
export function applied(known: Overview, { type, data, time }: HubEvent): Overview {
  if (type !== 'connection.health_changed') return known;
  const index = known.connections.findIndex(({ id }) => id === data['connection']);
  const before = known.connections[index];
  if (before === undefined) return known;
  const health = data['to'] as Health;
  const [first] = data['reasons'] as readonly {
    readonly text: string;
    readonly code: string;
    readonly since: string;
  }[];
  const connections = [...known.connections];
  connections[index] = {
    ...before,
    health,
    since: time,
    ...(first === undefined ? { reason: '' } : { reason: first.text }),
  };
  if (before.status !== 'active' || before.health === health) return { ...known, connections };
  const counts = {
    ...known.counts,
    [before.health]: known.counts[before.health] - 1,
    [health]: known.counts[health] + 1,
  };
  const change = {
    connection: before.id,
    name: before.name,
    status: health,
    at: time,
    codes: first === undefined ? [] : [first.code],
  };
  return { ...known, connections, counts, changes: [change, ...known.changes].slice(0, 20) };
}

/** Gathers what arrives until the next frame is drawn: fifty events a second are not fifty drawings. */
function createBatch(apply: (events: readonly HubEvent[]) => void) {
  let events: HubEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(event: HubEvent) {
      if (event.type !== 'connection.health_changed') return;
      events.push(event);
      // A tab in the background draws no frames, and must not gather for ever: a timer, not a frame.
      timer ??= setTimeout(() => {
        timer = undefined;
        const gathered = events;
        events = [];
        apply(gathered);
      }, 250);
    },
    stop: () => clearTimeout(timer),
  };
}
