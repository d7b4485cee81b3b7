import { type Answer, type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../hub.ts';

export type Payment = Answer<'/api/payments/{id}'>;
export type PaymentStatus = Payment['status'];
export type TimelineEntry = Item<'/api/payments/{id}/timeline'>;

export function usePayment(id: string) {
  return useQuery({
    queryKey: ['payments', 'one', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/payments/{id}', { params: { path: { id } }, signal })),
  });
}

/** Everything that happened to a payment, oldest first. */
export function useTimeline(id: string) {
  return useQuery({
    queryKey: ['payments', 'timeline', id],
    queryFn: async ({ signal }) => ok(hub.GET('/api/payments/{id}/timeline', { params: { path: { id } }, signal })),
  });
}

/** Reads payments and the books anew after a change; the event stream would, a second later. */
export function usePaymentsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () =>
    Promise.all(['payments', 'ledger'].map(async (area) => client.invalidateQueries({ queryKey: [area] })));
}
