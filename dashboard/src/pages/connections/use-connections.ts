import { type Answer, type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../hub.ts';

export type Connection = Answer<'/api/connections/{id}'>;
export type ConnectionHealth = Answer<'/api/connections/{id}/health'>;
export type Plugin = Item<'/api/plugins'>;

export function useConnection(id: string) {
  return useQuery({
    queryKey: ['connections', 'one', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/connections/{id}', { params: { path: { id } }, signal })),
  });
}

/** All plugins found. There are dozens, not thousands: the list is one answer. */
export function usePlugins() {
  return useQuery({
    queryKey: ['plugins', 'list'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/plugins', { signal })),
  });
}

/** A plugin with the schema of its settings. */
export function usePlugin(id: string | undefined) {
  return useQuery({
    queryKey: ['plugins', 'one', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) => ok(hub.GET('/api/plugins/{id}', { params: { path: { id: id ?? '' } }, signal })),
  });
}

/** Reads everything about connections anew after a change; the event stream would, a second later. */
export function useConnectionsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () =>
    Promise.all(['connections', 'overview'].map(async (area) => client.invalidateQueries({ queryKey: [area] })));
}
