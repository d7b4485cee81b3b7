import { type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hub } from '../../../hub.ts';

export type Installation = Item<'/api/plugins/installs'>;

const everyMs = 500;

/** How far an installation is; read again and again until it has ended. */
export function useInstallation(id: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['plugins', 'installation', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/plugins/installs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.status === 'running' ? everyMs : false),
  });
  const status = query.data?.status;
  useEffect(() => {
    // The list knows of it, and the plugins may be one more.
    if (status !== undefined && status !== 'running') void client.invalidateQueries({ queryKey: ['plugins', 'all'] });
    void client.invalidateQueries({ queryKey: ['plugins', 'installations'] });
  }, [client, status]);
  return query;
}

/** Those that the hub remembers, 200 at most: the latest first. */
export function useInstallations() {
  return useQuery({
    queryKey: ['plugins', 'installations'],
    queryFn: async ({ signal }) => {
      const { items } = await ok(hub.GET('/api/plugins/installs', { params: { query: { limit: 200 } }, signal }));
      return items.toReversed();
    },
  });
}
