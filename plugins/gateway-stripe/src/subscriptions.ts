import { type Call, FairleadError, type InputOf, type OutputOf, type paymentGateway } from '@fairlead/sdk';
import type Stripe from 'stripe';
import type { StripeClient } from './client.ts';
import { optional } from './object-facts.ts';
import { dataOf, idAt, idOf, type Json, listAt, objectAt, textAt } from './reading.ts';
import { endOfSubscription, subscriptionOf, subscriptionStatusOf } from './subscription-facts.ts';

type Cancelled = OutputOf<typeof paymentGateway.cancelSubscription>;

/** Stripe bills at most every three years (https://docs.stripe.com/api/checkout/sessions/create, `interval_count`). */
const longest = { day: 1_095, week: 156, month: 36, year: 3 } as const;

/** How often it is billed, in Stripe's words; undefined where Stripe does not bill so rarely. */
export function recurring({
  every,
  unit,
}: {
  readonly every: number;
  readonly unit: keyof typeof longest;
}): Stripe.Checkout.SessionCreateParams.LineItem.PriceData.Recurring | undefined {
  return every > longest[unit] ? undefined : { interval: unit, interval_count: every };
}

/**
 * Ends a subscription now (`DELETE /v1/subscriptions/{id}`) or with its period (`cancel_at_period_end`). Stripe gives no
 * money back by itself. One that has ended answers so: a repeat after a lost answer is no failure.
 * Sources: https://docs.stripe.com/api/subscriptions/cancel, https://docs.stripe.com/api/subscriptions/update
 */
export async function cancelSubscription(
  client: StripeClient,
  { subscriptionRef, when }: InputOf<typeof paymentGateway.cancelSubscription>,
  call: Call,
): Promise<Cancelled> {
  const known = await readSubscription(client, subscriptionRef, call);
  if (subscriptionStatusOf(known) === 'cancelled') return succeeded(known);
  const { done, refused } = await client.act(call, (stripe, options) =>
    when === 'now'
      ? stripe.subscriptions.cancel(subscriptionRef, {}, options)
      : stripe.subscriptions.update(subscriptionRef, { cancel_at_period_end: true }, options),
  );
  return refused === undefined ? succeeded(done) : { outcome: 'declined', ...refused };
}

function succeeded(subscription: Json): Cancelled {
  const status = subscriptionStatusOf(subscription);
  if (status === undefined) throw new FairleadError('answer_unreadable');
  return { outcome: 'succeeded', status, ...optional('endsAt', endOfSubscription(subscription)) };
}

/** @throws FairleadError `not_found_at_vendor` for an id that Stripe does not know, or that cannot be one */
export async function readSubscription(client: StripeClient, id: string, call: Call): Promise<Json> {
  if (!/^sub_[A-Za-z0-9_]{1,240}$/.test(id)) {
    throw new FairleadError('not_found_at_vendor', { message: 'Subscriptions have ids of the form sub_….' });
  }
  return client.read(call, (stripe) => stripe.subscriptions.retrieve(id));
}

/** The invoice with the payments that were made for it. */
export async function readInvoice(client: StripeClient, id: string, call: Call): Promise<Json | undefined> {
  if (!/^in_[A-Za-z0-9_]{1,240}$/.test(id)) return undefined;
  return client.read(call, (stripe) => stripe.invoices.retrieve(id, { expand: ['payments'] }));
}

/** The intents that paid an invoice (https://docs.stripe.com/api/invoice-payment/object). */
export function intentsOf(invoice: Json): readonly string[] {
  return listAt(invoice, 'payments')
    .filter((payment) => textAt(payment, 'status') === 'paid')
    .map((payment) => idAt(objectAt(payment, 'payment'), 'payment_intent'))
    .filter((id) => id !== undefined);
}

/** The checkout session behind an intent that paid an invoice, which is all that a dispute names. */
export async function sessionBehind(client: StripeClient, intent: string, call: Call): Promise<string | undefined> {
  const payment = { type: 'payment_intent', payment_intent: intent } as const;
  const payments = await client.read(call, (stripe) => stripe.invoicePayments.list({ payment, limit: 1 }));
  const invoiceId = idAt(dataOf(payments)[0], 'invoice');
  const invoice = invoiceId === undefined ? undefined : await readInvoice(client, invoiceId, call);
  const subscription = invoice && subscriptionOf(invoice);
  if (subscription === undefined) return undefined;
  const sessions = await client.read(call, (stripe) => stripe.checkout.sessions.list({ subscription, limit: 1 }));
  return idOf(dataOf(sessions)[0]);
}
