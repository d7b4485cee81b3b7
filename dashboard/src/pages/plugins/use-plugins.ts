import { type Answer, eachItem, type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';

export type PluginRow = Item<'/api/plugins'>;
export type Plugin = Answer<'/api/plugins/{id}'>;
/** What another version changes. */
export type Differences = Answer<'/api/plugins/{id}/upgrade'>;
export type PluginHealth = Answer<'/api/plugins/{id}/health'>;
export type Installed = Answer<'/api/plugins/{id}/versions'>['items'][number];

/** All plugins that the hub can see. */
export function useAllPlugins() {
  return useQuery({
    queryKey: ['plugins', 'all'],
    queryFn: async ({ signal }) => {
      const plugins: PluginRow[] = [];
      const page = async (cursor: string | undefined) =>
        ok(hub.GET('/api/plugins', { params: { query: { cursor, limit: 200 } }, signal }));
      for await (const one of eachItem(page)) plugins.push(one);
      return plugins;
    },
  });
}

/** With the schema of its settings. `everyMs`: while something is under way that no event tells of. */
export function usePlugin(id: string, everyMs?: number) {
  return useQuery({
    queryKey: ['plugins', 'one', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/plugins/{id}', { params: { path: { id } }, signal })),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

/** The versions that this hub has installed itself. */
export function useInstalled(id: string) {
  return useQuery({
    queryKey: ['plugins', 'versions', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/plugins/{id}/versions', { params: { path: { id } }, signal })),
  });
}

/** Those that would stop with it; as many as one looks at. */
export function useConnectionsOf(plugin: string, isWanted: boolean) {
  const may = useMay()('connections.read');
  return useQuery({
    queryKey: ['connections', 'of-plugin', plugin],
    enabled: isWanted && may,
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/connections', { params: { query: { plugin, limit: 200 } }, signal })),
  });
}

/** How its connections are called: asked for at once, not one by one. The id where the name is not known. */
export function useConnectionNames(plugin: string): (id: string) => string {
  const { data } = useConnectionsOf(plugin, true);
  const names = useMemo(() => new Map((data?.items ?? []).map(({ id, name }) => [id, name])), [data]);
  return (id) => names.get(id) ?? id;
}

/** Reads everything about plugins anew after a change; the event stream would, a second later. */
export function usePluginsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () =>
    Promise.all(['plugins', 'overview'].map(async (area) => client.invalidateQueries({ queryKey: [area] })));
}

/** Whether it is stopped by a person, or was never started. */
export function isOff({ status }: Pick<PluginRow, 'status'>): boolean {
  return status === 'disabled' || status === 'discovered';
}
