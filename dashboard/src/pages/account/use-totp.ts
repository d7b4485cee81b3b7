import { ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub, session } from '../../hub.ts';

export function useTotp() {
  return useQuery({
    queryKey: ['account', 'totp'],
    queryFn: async ({ signal }) => ok(hub.GET('/api/auth/totp', { signal })),
  });
}

/** Reads what the account is anew: whether a code is asked for, and which sessions are left. */
export function useAccountChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => Promise.all([client.invalidateQueries({ queryKey: ['account'] }), session.reload()]);
}
