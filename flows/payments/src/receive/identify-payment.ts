import { isFairleadError, type PaymentFact, paymentGateway } from '@fairlead/sdk';
import { parseAttemptReference } from '../model/payment.ts';
import type { PaymentTools } from '../tools.ts';
import { ownerOf, rememberRef } from './provider-refs.ts';

/** The job that asks a provider which payment an id of its own belongs to. */
export const identifyJob = 'identify';

/**
 * Facts that are worth a question: what happens to money later, which some providers tell by an id that the hub never saw.
 * A capture of ours always names our reference or a checkout that is known; one that does not is of another system that
 * uses the account, and there may be many of those.
 */
const worthAsking: ReadonlySet<PaymentFact['fact']> = new Set(['refund', 'reversed', 'dispute']);

/** Has the provider asked about an id, once for all events that name it. */
export async function askWhose(
  { services }: PaymentTools,
  connectionId: string,
  ref: string,
  fact: PaymentFact['fact'],
): Promise<void> {
  if (!worthAsking.has(fact)) return;
  await services.jobs.enqueue({ name: identifyJob, key: `${connectionId}:${ref}`, payload: { connectionId, ref } });
}

/**
 * Asks the provider about an id that no payment of the hub has. Where its answer names one (Stripe tells a dispute by the
 * payment intent, and knows the session and our reference), the id is written down and what waited is taken up. An id
 * that is somebody else's stays unmatched. Repeating it is harmless.
 * @throws FairleadError when the provider cannot be asked now; the job tries again
 */
export async function identifyPayment(tools: PaymentTools, connectionId: string, ref: string): Promise<void> {
  if ((await ownerOf(tools, connectionId, ref)) !== undefined) return;
  const { guard, signal } = tools.services;
  try {
    const { events } = await guard.invoke(connectionId, paymentGateway.getStatus, { providerRef: ref }, { signal });
    for (const { reference } of events) {
      const named = reference === undefined ? undefined : parseAttemptReference(reference);
      if (named === undefined) continue;
      const attempts = (await tools.payments.get(named.paymentId))?.state.attempts;
      const attempt = attempts?.find(({ number }) => number === named.attempt);
      if (attempt?.connectionId !== connectionId) continue;
      return await rememberRef(tools, connectionId, ref, named);
    }
  } catch (error) {
    // The provider does not know it, or will not tell: asking again would not help.
    const pointless = isFairleadError(error) && (error.class === 'rejected' || error.class === 'config');
    if (!pointless) throw error;
  }
}
