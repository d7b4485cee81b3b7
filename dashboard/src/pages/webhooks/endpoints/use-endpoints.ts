import { type Answer, type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../../hub.ts';

export type Endpoint = Answer<'/api/webhook-endpoints/{id}'>;
export type EventType = Item<'/api/event-types'>;

export function useEndpoint(id: string) {
  return useQuery({
    queryKey: ['webhook-endpoints', 'one', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/webhook-endpoints/{id}', { params: { path: { id } }, signal })),
  });
}

/** Endpoints to choose from. There are dozens, not thousands: the list is one answer. */
export function useEndpoints() {
  return useQuery({
    queryKey: ['webhook-endpoints', 'choice'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/webhook-endpoints', { params: { query: { limit: 200 } }, signal })),
  });
}

/** Every type of event that the hub publishes; they change with its version alone. */
export function useEventTypes() {
  return useQuery({
    queryKey: ['event-types', 'all'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => ok(hub.GET('/api/event-types', { params: { query: { limit: 200 } }, signal })),
  });
}

/** Reads endpoints and deliveries anew after a change. */
export function useWebhooksChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () =>
    Promise.all(
      ['webhook-endpoints', 'deliveries'].map(async (area) => client.invalidateQueries({ queryKey: [area] })),
    );
}
