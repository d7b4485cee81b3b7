import { type Call, FairleadError, type InputOf, type Money, type OutputOf, type paymentGateway } from '@fairlead/sdk';
import type Stripe from 'stripe';
import { toStripeAmount } from './amounts.ts';
import type { StripeClient } from './client.ts';
import type { Refusal } from './map-errors.ts';
import {
  intentFact,
  optional,
  referenceKey,
  referenceOf,
  type RefundFact,
  refundKey,
  refundOf,
} from './object-facts.ts';
import { type Payment, readPayment } from './provider-ref.ts';
import { idAt, idOf, textAt } from './reading.ts';
import { exactly } from './status.ts';
import { subscriptionOf } from './subscription-facts.ts';
import { intentsOf, readInvoice } from './subscriptions.ts';

type Captured = OutputOf<typeof paymentGateway.capture>;
type Voided = OutputOf<typeof paymentGateway.void>;
type Refunded = OutputOf<typeof paymentGateway.refund>;

const declined = (refusal: Refusal) => ({ outcome: 'declined' as const, ...refusal });
const decline = (vendorCode: string, message: string) => declined({ reason: 'other', vendorCode, message });

/**
 * Takes what was authorized: `POST /v1/payment_intents/{id}/capture`. Checkouts here do not ask for several captures, so
 * Stripe gives back what is not captured, whatever `final` says; the answer's fact says `final: true`.
 * Source: https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
 */
export async function capture(
  client: StripeClient,
  { providerRef, amount }: InputOf<typeof paymentGateway.capture>,
  call: Call,
): Promise<Captured> {
  const payment = await readPayment(client, providerRef, call);
  const intentId = idOf(payment.intent);
  if (intentId === undefined) return decline('nothing_authorized', 'Nobody has paid this checkout yet.');
  const units = amountFor(payment, amount);
  if (typeof units !== 'number') return declined(units);
  const { done, refused } = await client.act(call, (stripe, options) =>
    stripe.paymentIntents.capture(intentId, { amount_to_capture: units }, options),
  );
  if (refused !== undefined) return declined(refused);
  if (textAt(done, 'status') === 'processing') return { outcome: 'pending', movementRef: intentId, amount };
  const fact = exactly(() => intentFact(done));
  if (fact.fact !== 'captured') throw new FairleadError('answer_unreadable');
  return { outcome: 'succeeded', movementRef: fact.movementRef, amount: fact.amount };
}

/** Gives back an authorization (cancels the intent), or ends a checkout that nobody paid (expires the session). */
export async function voidPayment(client: StripeClient, providerRef: string, call: Call): Promise<Voided> {
  const { session, intent } = await readPayment(client, providerRef, call);
  const sessionId = idOf(session);
  const intentId = idOf(intent);
  const sessionStatus = textAt(session, 'status');
  // An answer that was lost: the work is done, and Stripe would refuse it a second time under a new key.
  if (sessionStatus === 'expired' || textAt(intent, 'status') === 'canceled') return { outcome: 'succeeded' };
  const open = sessionStatus === 'open' && sessionId !== undefined;
  if (!open && intentId === undefined) return decline('nothing_to_void', 'The checkout is complete without a payment.');
  const { done, refused } = await client.act(call, (stripe, options) =>
    open
      ? stripe.checkout.sessions.expire(sessionId, {}, options)
      : stripe.paymentIntents.cancel(intentId ?? '', {}, options),
  );
  if (refused !== undefined) return declined(refused);
  const status = textAt(done, 'status');
  if (status !== 'expired' && status !== 'canceled') throw new FairleadError('answer_unreadable');
  return { outcome: 'succeeded' };
}

/** Sends money back: `POST /v1/refunds` (https://docs.stripe.com/api/refunds/create). */
export async function refund(
  client: StripeClient,
  { providerRef, movementRef, amount, reference, reason }: InputOf<typeof paymentGateway.refund>,
  call: Call,
): Promise<Refunded> {
  const payment = await readPayment(client, providerRef, call);
  const paid = await moneyOf(client, payment, movementRef, call);
  if (paid === 'unpaid') return decline('nothing_captured', 'Nobody has paid this checkout yet.');
  // Stripe would refund whichever charge it is told, that of another payment as well.
  if (paid === 'foreign') return decline('no_such_capture', 'The movement is not a capture of this payment.');
  const units = amountFor(payment, amount);
  if (typeof units !== 'number') return declined(units);
  const params: Stripe.RefundCreateParams = {
    payment_intent: paid.intent,
    amount: units,
    metadata: {
      [refundKey]: reference,
      ...optional(referenceKey, referenceOf(payment.session) ?? referenceOf(payment.intent)),
    },
    ...optional('reason', reason),
  };
  const { done, refused } = await client.act(call, (stripe, options) => stripe.refunds.create(params, options));
  if (refused !== undefined) return declined(refused);
  const made = exactly(() => refundOf(done));
  if (made === undefined) throw new FairleadError('answer_unreadable');
  return { outcome: 'accepted', refund: made };
}

/** The intent whose money is to go back: the payment's own, or the one that paid an invoice of its subscription. */
async function moneyOf(
  client: StripeClient,
  { session, intent }: Payment,
  movementRef: string | undefined,
  call: Call,
): Promise<{ readonly intent: string } | 'unpaid' | 'foreign'> {
  const subscription = idAt(session, 'subscription');
  if (subscription === undefined) {
    const own = idOf(intent);
    if (own === undefined) return 'unpaid';
    const isOwn = movementRef === undefined || movementRef === own || movementRef === idAt(intent, 'latest_charge');
    return isOwn ? { intent: own } : 'foreign';
  }
  const invoice = await readInvoice(client, movementRef ?? idAt(session, 'invoice') ?? '', call);
  if (invoice === undefined || subscriptionOf(invoice) !== subscription) return 'foreign';
  const paidBy = intentsOf(invoice)[0];
  return paidBy === undefined ? 'unpaid' : { intent: paidBy };
}

export async function getRefund(client: StripeClient, refundRef: string, call: Call): Promise<RefundFact> {
  if (!/^(re|pyr)_[A-Za-z0-9_]{1,240}$/.test(refundRef)) {
    throw new FairleadError('not_found_at_vendor', { message: 'Ids of refunds are of the form re_… or pyr_….' });
  }
  const refund = await client.read(call, (stripe) => stripe.refunds.retrieve(refundRef));
  const found = exactly(() => refundOf(refund));
  if (found === undefined) throw new FairleadError('answer_unreadable');
  return found;
}

/**
 * The amount in Stripe's units. Captures and refunds carry no currency, so that another one would take a wrong
 * amount of the right currency; it is compared here.
 */
function amountFor({ session, intent }: Payment, amount: Money): number | Refusal {
  const currency = textAt(intent, 'currency') ?? textAt(session, 'currency');
  if (currency?.toUpperCase() !== amount.currency) {
    const message = `The payment is in ${currency?.toUpperCase() ?? 'no known currency'}, not in ${amount.currency}.`;
    return { reason: 'other', vendorCode: 'currency_mismatch', message };
  }
  const units = toStripeAmount(amount);
  if ('amount' in units) return units.amount;
  return { reason: 'other', vendorCode: 'amount_not_representable', message: units.refused };
}
