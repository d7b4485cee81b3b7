import { type Answer, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';

export type VaultKeys = Answer<'/api/vault/keys'>;
export type MasterKey = VaultKeys['items'][number];
export type Rotation = NonNullable<VaultKeys['rotation']>;

export function useSettings() {
  const mayRead = useMay()('settings.read');
  return useQuery({
    queryKey: ['settings', 'list'],
    enabled: mayRead,
    queryFn: async ({ signal }) => ok(hub.GET('/api/settings', { signal })),
  });
}

const whileRunningMs = 500;

/** The keys and the latest rotation; looked at anew all the time while one is under way. */
export function useVaultKeys() {
  return useQuery({
    queryKey: ['settings', 'keys'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/vault/keys', { signal })),
    refetchInterval: ({ state }) => (state.data?.rotation?.state === 'running' ? whileRunningMs : false),
  });
}

export function useVaultChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: ['settings', 'keys'] });
}
