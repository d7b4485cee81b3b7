import { ok } from '@fairlead/client';
import { useQuery } from '@tanstack/react-query';
import { hub } from '../hub.ts';
import { useMay } from '../session/use-session.ts';
import { RouterLink } from './router-link.tsx';

/** How a connection is called; its id where it is gone, or not for whoever looks. */
export function useConnectionName(id: string): string {
  const may = useMay()('connections.read');
  const { data } = useQuery({
    queryKey: ['connections', 'one', id],
    enabled: may && id !== '',
    staleTime: 60_000,
    queryFn: async ({ signal }) => ok(hub.GET('/api/connections/{id}', { params: { path: { id } }, signal })),
  });
  return data?.name ?? id;
}

export function ConnectionName({ id }: { readonly id: string }) {
  return <>{useConnectionName(id)}</>;
}

/** A connection by its name, to go to. */
export function ConnectionLink({ id }: { readonly id: string }) {
  const name = useConnectionName(id);
  const may = useMay()('connections.read');
  return may ? <RouterLink to={`/connections/${id}`}>{name}</RouterLink> : <>{name}</>;
}
