import { ok } from '@fairlead/client';
import { useQuery } from '@tanstack/react-query';
import { hub } from '../../hub.ts';
import { useMay } from '../../session/use-session.ts';
import { usePlugin } from '../connections/use-connections.ts';

/** Whether messages can be sent through a channel, as its plugin says; undefined while that is not known. */
export function useCanSend(connection: string): boolean | undefined {
  const may = useMay();
  const found = useQuery({
    queryKey: ['connections', 'one', connection],
    enabled: connection !== '' && may('connections.read'),
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/connections/{id}', { params: { path: { id: connection } }, signal })),
  });
  const plugin = usePlugin(may('plugins.read') ? found.data?.plugin : undefined);
  if (plugin.data === undefined) return undefined;
  const channel = plugin.data.capabilities['channel'] as { operations?: object } | undefined;
  return 'send' in (channel?.operations ?? {});
}
