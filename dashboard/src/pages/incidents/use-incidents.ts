import { type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';

export type Incident = Item<'/api/incidents'>;

export function useIncident(id: string) {
  return useQuery({
    queryKey: ['incidents', 'one', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/incidents/{id}', { params: { path: { id } }, signal })),
  });
}

/** Reads everything about incidents anew after a change; the event stream would, a second later. */
export function useIncidentsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: ['incidents'] });
}

/** The plugin of the connection that an incident is about. */
export function usePluginOf({ subject: { kind, id } }: Incident): string | undefined {
  const may = useMay()('connections.read');
  const { data } = useQuery({
    queryKey: ['connections', 'one', id],
    enabled: may && kind === 'connection',
    queryFn: async ({ signal }) => ok(hub.GET('/api/connections/{id}', { params: { path: { id } }, signal })),
  });
  return data?.plugin;
}
