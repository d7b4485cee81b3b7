import { isFairleadError } from '@fairlead/sdk';
import { askBeforeLapse } from './ask-provider.ts';
import { billPeriod } from './bill-period.ts';
import { performCancel } from './cancel.ts';
import { isOpenCancel, nextBill, nextTryAt, paymentsToClose } from './due.ts';
import { closePayments } from './follow-payments.ts';
import { standingAt } from './standing.ts';
import { readSettings, type Subscriptions } from './subscriptions.ts';

export const subscriptionJob = 'subscriptions';
export const subscriptionEveryMs = 60_000;
const page = 100;

/** Does what is due of all subscriptions. One that fails is told of, and does not keep others from their turn. */
export async function tickSubscriptions(parts: Subscriptions, signal: AbortSignal): Promise<void> {
  const { clock, log } = parts.tools.services;
  const where = { dueAt: { lte: clock.now() } };
  const order = { field: 'dueAt', direction: 'ascending' } as const;
  let cursor: string | null = null;
  do {
    const { items, nextCursor } = (await parts.repository.list({ where, order, limit: page, cursor })) as Awaited<
      ReturnType<Subscriptions['repository']['list']>
    >;
    for (const { id } of items) {
      if (signal.aborted) return;
      try {
        await tickSubscription(parts, id);
      } catch (error) {
        if (isFairleadError(error) && error.class === 'cancelled') throw error;
        log.error(`What is due of subscription ${id} could not be done; it is tried again.`, { error });
      }
    }
    cursor = nextCursor;
  } while (cursor !== null);
}

/** Does what is due of one subscription. Repeating it is harmless. */
export async function tickSubscription(parts: Subscriptions, id: string): Promise<void> {
  const before = (await parts.repository.get(id))?.state;
  if (before !== undefined) await askBeforeLapse(parts, id, before);
  // What time alone has changed comes first.
  const state = await parts.change(id, (current) => current);
  if (state === undefined) return;
  const now = parts.tools.services.clock.now();
  const standing = standingAt(state.known, state.terms, now);
  const bill = nextBill(state, standing, await readSettings(parts));
  if (bill !== undefined && bill.at <= now) await billPeriod(parts, id, { state, period: bill.period });
  for (const call of state.cancels) {
    if (isOpenCancel(call) && nextTryAt(call) <= now) await performCancel(parts, id, call);
  }
  await closePayments(parts, id, paymentsToClose(id, state, standing));
}
