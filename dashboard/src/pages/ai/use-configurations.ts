import { type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { tagged } from '../../components/tagged.ts';
import { hub } from '../../hub.ts';

export type Configuration = Item<'/api/ai/configurations'>;

export const configurationsKey = ['ai', 'configurations'] as const;

/** All of them in their order: there are 200 at most, which is one page. */
export function useConfigurations() {
  return useQuery({
    queryKey: configurationsKey,
    queryFn: async ({ signal }) => ok(hub.GET('/api/ai/configurations', { params: { query: { limit: 200 } }, signal })),
  });
}

export function useConfiguration(id: string) {
  return useQuery({
    queryKey: ['ai', 'configuration', id],
    queryFn: async ({ signal }) => tagged(hub.GET('/api/ai/configurations/{id}', { params: { path: { id } }, signal })),
  });
}

/** Reads all about AI anew after a change; the event stream would, a second later. */
export function useAiChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: ['ai'] });
}
