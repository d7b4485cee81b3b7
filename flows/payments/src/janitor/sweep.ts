import { isFairleadError } from '@fairlead/sdk';
import type { PaymentTools } from '../tools.ts';
import { lookAtPayment } from './look-at-payment.ts';

export const sweepJob = 'sweep';
const page = 200;
const atOnce = 8;
/** After a failure of the hub itself, not of a provider: the payment is looked at again so much later. */
const afterFailureMs = 600_000;

/**
 * Looks at every payment whose time has come, the longest overdue first. A payment that cannot be looked at does not
 * keep the others waiting. @returns how many were looked at
 */
export async function sweep(tools: PaymentTools, signal: AbortSignal): Promise<number> {
  const { payments, services } = tools;
  let count = 0;
  while (!signal.aborted) {
    const due = await payments.list({
      where: { nextLookAt: { lte: services.clock.now() } },
      order: { field: 'nextLookAt', direction: 'ascending' },
      limit: page,
    });
    const waiting = due.items.map(({ id }) => id);
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
        await lookOrPutOff(tools, id);
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
    if (due.items.length < page) break;
  }
  return count;
}

async function lookOrPutOff(tools: PaymentTools, paymentId: string): Promise<void> {
  const { clock, log } = tools.services;
  try {
    await lookAtPayment(tools, paymentId);
  } catch (error) {
    if (isFairleadError(error) && error.class === 'cancelled') return;
    log.error('A payment could not be looked at; it is tried again later.', { paymentId, error });
    await tools.change(paymentId, (state) => ({
      ...state,
      watch: { ...state.watch, nextAt: clock.now() + afterFailureMs },
    }));
  }
}
