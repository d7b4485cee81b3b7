import { type Answer, type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { tagged } from '../../components/tagged.ts';
import { hub } from '../../hub.ts';

export type Signal = Answer<'/api/signals/{id}'>;
export type SignalRow = Item<'/api/signals'>;
export type Update = Item<'/api/signals/updates'>;
export type Evidence = Signal['evidence'][number];
/** What a signal says, wherever it stands. */
export type SaidSignal = Signal['said'];

export function useSignal(id: string) {
  return useQuery({
    queryKey: ['signals', 'one', id],
    queryFn: async ({ signal }) => tagged(hub.GET('/api/signals/{id}', { params: { path: { id } }, signal })),
  });
}

export function useUpdate(id: string) {
  return useQuery({
    queryKey: ['signals', 'update', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/signals/updates/{id}', { params: { path: { id } }, signal })),
  });
}

/** Reads all about signals anew after a change; the event stream would, a second later. */
export function useSignalsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: ['signals'] });
}
