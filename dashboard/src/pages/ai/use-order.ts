import { ok } from '@fairlead/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTell } from '../../components/toasts.tsx';
import { hub } from '../../hub.ts';
import { placed } from './placed.ts';
import { type Configuration, configurationsKey } from './use-configurations.ts';

export interface Order {
  /** As they are shown now: what was dragged or moved stands where it was put, before the hub has answered. */
  readonly items: readonly Configuration[];
  /** Shows one at another place, without saving. */
  show(id: string, to: number): void;
  /** Saves what is shown, in one write. */
  save(): void;
  /** Shows and saves. */
  move(id: string, to: number): void;
  /** Back to what the hub has; while it is being told, to what it is told. */
  forget(): void;
}

const mutationKey = ['ai', 'order'] as const;

export function useOrder(known: readonly Configuration[]): Order {
  const [wanted, setWanted] = useState<readonly string[]>();
  const client = useQueryClient();
  const tell = useTell();
  const save = useMutation({
    mutationKey,
    // One after the other: the last one is what stays.
    scope: { id: 'ai-order' },
    mutationFn: async (order: string[]) => ok(hub.PUT('/api/ai/configurations/order', { body: { order } })),
    onSuccess: ({ items }) => client.setQueryData(configurationsKey, { items, nextCursor: null }),
    onError: tell.failed,
    onSettled: () => {
      if (client.isMutating({ mutationKey }) > 1) return;
      setWanted(undefined);
    },
  });
  const items = sorted(known, wanted);
  const moved = (id: string, to: number) =>
    placed(
      items.map((one) => one.id),
      id,
      to,
    );
  return {
    items,
    show: (id, to) => setWanted(moved(id, to)),
    save: () => save.mutate(items.map(({ id }) => id)),
    move(id, to) {
      const order = moved(id, to);
      setWanted(order);
      save.mutate([...order]);
    },
    forget() {
      if (client.isMutating({ mutationKey }) === 0) setWanted(undefined);
    },
  };
}

/** Those that the wish does not name (somebody has just added them) come last. */
function sorted(known: readonly Configuration[], wanted: readonly string[] | undefined): readonly Configuration[] {
  if (wanted === undefined) return known;
  const place = (id: string) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length);
  return known.toSorted((a, b) => place(a.id) - place(b.id));
}
