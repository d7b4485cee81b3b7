import { type HubEvent, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hub } from '../../hub.ts';
import { useEvents } from '../../live/live-provider.tsx';
import { applied, type Overview } from './apply-event.ts';

export type { Overview };
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
