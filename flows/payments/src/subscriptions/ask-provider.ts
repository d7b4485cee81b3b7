import { isFairleadError, paymentGateway } from '@fairlead/sdk';
import { attemptReferenceOf } from '../model/payment.ts';
import { receiveEvents } from '../receive/receive-events.ts';
import { standingAt } from './standing.ts';
import { providerOf, type SubscriptionState } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

/**
 * Before a subscription that a provider bills is said to be unpaid, the provider is asked: its webhooks may be lost. One
 * that cannot be asked changes nothing; what it tells later counts all the same.
 */
export async function askBeforeLapse(parts: Subscriptions, id: string, state: SubscriptionState): Promise<void> {
  const { services, payments } = parts.tools;
  const { status } = standingAt(state.known, state.terms, services.clock.now());
  const lapses = status !== state.status && (status === 'past_due' || status === 'expired');
  const provider = providerOf(state);
  if (!lapses || provider === undefined) return;
  const { connectionId, attempt: number } = provider;
  const attempt = (await payments.get(id))?.state.attempts.find((each) => each.number === number);
  if (attempt === undefined || attempt.providerRef === null) return;
  try {
    const reference = attemptReferenceOf(id, number);
    const input = { providerRef: attempt.providerRef, reference };
    const options = { signal: services.signal };
    const { events } = await services.guard.invoke(connectionId, paymentGateway.getStatus, input, options);
    await receiveEvents(parts.tools, {
      connectionId,
      via: 'status',
      events: events.map((event) => ({ ...event, reference })),
    });
  } catch (error) {
    if (!isFairleadError(error) || error.class === 'cancelled') throw error;
    services.log.info('A gateway could not be asked about a subscription.', { id, connectionId, code: error.code });
  }
}
