import { type Answer, HubProblem, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../../hub.ts';

export type Routing = Answer<'/api/payments/routing'>;
export type Terms = Routing['gateways'][string];
export type Rule = Routing['rules'][number];

/** How gateways are offered, with the version that was seen. */
export interface SeenRouting {
  readonly routing: Routing;
  readonly etag: string;
}

export const defaultTerms: Terms = { enabled: true, priority: 100, ratePercent: '0', chargePaidBy: 'merchant' };

export function useRouting() {
  return useQuery({
    queryKey: ['payments', 'routing'],
    queryFn: async ({ signal }): Promise<SeenRouting> => {
      const { data, error, response } = await hub.GET('/api/payments/routing', { signal });
      if (data === undefined) throw new HubProblem(response, error);
      return { routing: data, etag: response.headers.get('etag') ?? '"0"' };
    },
  });
}

/** The gateways there are. There are dozens, not thousands: the list is one answer. */
export function useGateways() {
  return useQuery({
    queryKey: ['connections', 'gateways'],
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/connections', { params: { query: { capability: 'payment-gateway', limit: 200 } }, signal })),
  });
}

/** Replaces all of it, unless somebody else was faster. */
export function useSaveRouting(): (seen: SeenRouting, routing: Routing) => Promise<void> {
  const client = useQueryClient();
  return async ({ etag }, body) => {
    try {
      await ok(hub.PUT('/api/payments/routing', { headers: { 'if-match': etag }, body }));
    } finally {
      await client.invalidateQueries({ queryKey: ['payments'] });
    }
  };
}
