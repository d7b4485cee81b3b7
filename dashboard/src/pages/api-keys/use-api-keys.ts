import type { Item } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { tagged } from '../../components/tagged.ts';
import { hub } from '../../hub.ts';

export type ApiKey = Item<'/api/api-keys'>;

export type KeyState = 'active' | 'expired' | 'revoked';

export function stateOf({ revokedAt, expiresAt }: ApiKey, nowMs: number): KeyState {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && Date.parse(expiresAt) <= nowMs ? 'expired' : 'active';
}

export function useApiKey(id: string) {
  return useQuery({
    queryKey: ['api-keys', 'one', id],
    queryFn: async ({ signal }) => tagged(hub.GET('/api/api-keys/{id}', { params: { path: { id } }, signal })),
  });
}

export function useApiKeysChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: ['api-keys'] });
}
