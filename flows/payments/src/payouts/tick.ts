import { isFairleadError } from '@fairlead/sdk';
import type { Payouts } from './payouts.ts';
import { lookAtPayout } from './send-payout.ts';

export const payoutJob = 'payouts';
export const payoutEveryMs = 60_000;

/** Looks at payouts whose calls are open. One that fails is told of, and does not keep others from their turn. */
export async function tickPayouts(parts: Payouts, signal: AbortSignal): Promise<void> {
  const { clock, log } = parts.tools.services;
  const where = { dueAt: { lte: clock.now() } };
  const order = { field: 'dueAt', direction: 'ascending' } as const;
  for (const { id } of (await parts.repository.list({ where, order, limit: 200 })).items) {
    if (signal.aborted) return;
    try {
      await lookAtPayout(parts, id);
    } catch (error) {
      if (isFairleadError(error) && error.class === 'cancelled') throw error;
      log.error(`Payout ${id} could not be looked at; it is tried again.`, { error });
    }
  }
}
