import { createPayment } from '../create/create-payment.ts';
import type { PaymentIntent } from '../model/payment.ts';
import { learn } from './known.ts';
import { moment } from './moments.ts';
import type { SubscriptionState } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

const dayMs = 86_400_000;
/** The shortest time that a payment is left open. */
const leastOpenMs = 1_800_000;

/**
 * Asks money for a period: makes its payment, whose key follows from subscription and period, so that however often and by
 * whomever this is done there is one; then writes it down and tells of it.
 */
export async function billPeriod(
  parts: Subscriptions,
  id: string,
  { state, period }: { readonly state: SubscriptionState; readonly period: number },
): Promise<void> {
  const { tools, gateways } = parts;
  const payment = await createPayment(tools, gateways, {
    intent: intentOf(id, state, period, tools.services.clock.now()),
    checkout: 'page',
    idempotencyKey: `${id}-${period}`,
    actor: { kind: 'hub', id: 'subscriptions' },
  });
  const { checkoutToken, createdAt: at } = payment.state;
  const news = { of: 'billed', what: { period, paymentId: payment.id, checkoutToken, at } } as const;
  await parts.change(id, (before) => ({ ...before, known: learn(before.known, news) }));
}

function intentOf(
  of: string,
  { terms, template, currentPeriodEnd }: SubscriptionState,
  period: number,
  nowMs: number,
): PaymentIntent {
  const end = currentPeriodEnd === null ? nowMs : Date.parse(currentPeriodEnd);
  return {
    ...template,
    capture: 'automatic',
    subscription: { ...terms, of, period },
    expiresAt: moment(Math.max(end + terms.graceDays * dayMs, nowMs + leastOpenMs)),
  };
}
