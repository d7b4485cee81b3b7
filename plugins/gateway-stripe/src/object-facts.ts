import type { Money, PaymentFact } from '@fairlead/sdk';
import { fromStripeAmount } from './amounts.ts';
import { declineReason } from './decline-reasons.ts';
import { addressAt, idAt, idOf, integerAt, type Json, objectAt, textAt, timeAt } from './reading.ts';

/**
 * What one object of Stripe's says about a payment. Webhooks and polls read the same objects through here, so that both
 * name a movement alike: an authorization by its charge (`ch_`), a capture by its payment intent (`pi_`), a refund
 * and a dispute by their own ids. An intent has at most one capture, because checkouts here do not ask for several;
 * and the intent is the one id that session, intent, charge, refund and dispute all carry.
 */

/** The metadata member that carries the hub's reference on sessions, intents (and so on charges) and refunds. */
export const referenceKey = 'fairlead_reference';

/** Written into a refund's metadata, so that a person finds the hub's refund from Stripe's dashboard. */
export const refundKey = 'fairlead_refund';

/** The hub's reference on an object; undefined for what was not made here. */
export function referenceOf(object: Json | undefined): string | undefined {
  return textAt(objectAt(object, 'metadata'), referenceKey)?.slice(0, 128);
}

export const nothing: PaymentFact = { fact: 'none' };

/** @throws AmountError where the amount cannot be told exactly */
export function amountAt(object: Json, member: string): Money | undefined {
  const amount = integerAt(object, member);
  const currency = textAt(object, 'currency');
  return amount === undefined || currency === undefined ? undefined : fromStripeAmount(amount, currency);
}

/**
 * The states of a checkout session. `complete` is not money: only `payment_status: paid` is
 * (https://docs.stripe.com/checkout/fulfillment).
 */
export function sessionFact(session: Json): PaymentFact {
  if (!['payment', 'subscription'].includes(textAt(session, 'mode') ?? '')) return nothing;
  if (textAt(session, 'payment_status') === 'paid') return sessionCapture(session);
  switch (textAt(session, 'status')) {
    case 'open':
      return {
        fact: 'requires_action',
        ...optional('url', addressAt(session, 'url')),
        ...optional('expiresAt', timeAt(session, 'expires_at')),
      };
    case 'complete':
      return { fact: 'processing', detail: 'checkout complete, payment not yet settled' };
    case 'expired':
      return { fact: 'expired' };
    default:
      return nothing;
  }
}

function sessionCapture(session: Json): PaymentFact {
  // A subscription's first period is paid through its invoice; the session names no intent.
  const movementRef = idAt(session, textAt(session, 'mode') === 'subscription' ? 'invoice' : 'payment_intent');
  const amount = amountAt(session, 'amount_total');
  if (movementRef === undefined || amount === undefined) return nothing;
  return { fact: 'captured', movementRef, amount, final: true };
}

/** https://docs.stripe.com/payments/paymentintents/lifecycle */
export function intentFact(intent: Json): PaymentFact {
  switch (textAt(intent, 'status')) {
    case 'succeeded':
      return intentCapture(intent);
    case 'requires_capture':
      return intentAuthorization(intent);
    case 'processing':
      return { fact: 'processing' };
    case 'requires_action':
      return { fact: 'requires_action' };
    case 'requires_payment_method':
      return intentFailure(intent) ?? nothing;
    case 'canceled':
      return intentEnd(intent);
    default:
      return nothing;
  }
}

function intentCapture(intent: Json): PaymentFact {
  const movementRef = idOf(intent);
  const amount = amountAt(intent, 'amount_received');
  if (movementRef === undefined || amount === undefined || amount.amountMinor === 0n) return nothing;
  return { fact: 'captured', movementRef, amount, final: true, ...optional('fee', feeOf(intent)) };
}

/** What Stripe kept, in the currency of settlement; known where a poll expanded the balance transaction. */
function feeOf(intent: Json): Money | undefined {
  const transaction = objectAt(objectAt(intent, 'latest_charge'), 'balance_transaction');
  return transaction && amountAt(transaction, 'fee');
}

function intentAuthorization(intent: Json): PaymentFact {
  const movementRef = authorizationOf(intent);
  const amount = amountAt(intent, 'amount_capturable');
  if (movementRef === undefined || amount === undefined || amount.amountMinor === 0n) return nothing;
  const card = objectAt(objectAt(objectAt(intent, 'latest_charge'), 'payment_method_details'), 'card');
  const capturableUntil = card && timeAt(card, 'capture_before');
  return { fact: 'authorized', movementRef, amount, ...optional('capturableUntil', capturableUntil) };
}

/** The charge that holds the authorization. A charge that failed is still the latest one, beside its error. */
function authorizationOf(intent: Json): string | undefined {
  return objectAt(intent, 'last_payment_error') === undefined ? idAt(intent, 'latest_charge') : undefined;
}

function intentEnd(intent: Json): PaymentFact {
  const movementRef = authorizationOf(intent);
  const authorized = textAt(intent, 'capture_method') === 'manual' && movementRef !== undefined;
  return authorized ? { fact: 'voided', movementRef } : { fact: 'cancelled' };
}

/** The last refused try of an intent. Another try may follow on the same checkout. */
export function intentFailure(intent: Json): PaymentFact | undefined {
  const error = objectAt(intent, 'last_payment_error');
  if (error === undefined) return undefined;
  const code = textAt(error, 'code');
  const declineCode = textAt(error, 'decline_code');
  return {
    fact: 'failed',
    reason: declineReason(declineCode, code),
    ...optional('vendorCode', (declineCode ?? code)?.slice(0, 128)),
    ...optional('message', textAt(error, 'message')?.slice(0, 500)),
  };
}

const refundStatuses = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
} as const;

export interface RefundFact {
  readonly refundRef: string;
  readonly amount: Money;
  readonly status: (typeof refundStatuses)[keyof typeof refundStatuses];
}

/** https://docs.stripe.com/api/refunds/object; undefined for an object that is no refund. */
export function refundOf(refund: Json): RefundFact | undefined {
  const refundRef = idOf(refund);
  const amount = amountAt(refund, 'amount');
  if (textAt(refund, 'object') !== 'refund' || refundRef === undefined || amount === undefined) return undefined;
  // The status may be null; and a new one of Stripe's would not be an end.
  const word = textAt(refund, 'status') ?? '';
  const status = Object.hasOwn(refundStatuses, word) ? refundStatuses[word as keyof typeof refundStatuses] : 'pending';
  return { refundRef, amount, status };
}

export function refundFact(refund: Json): PaymentFact {
  const read = refundOf(refund);
  if (read === undefined) return nothing;
  const reason = textAt(refund, 'failure_reason') ?? textAt(refund, 'reason');
  const reference = textAt(objectAt(refund, 'metadata'), refundKey)?.slice(0, 128);
  return { fact: 'refund', ...read, ...optional('reference', reference), ...optional('reason', reason?.slice(0, 500)) };
}

/** An early warning is an inquiry until it is closed; an appeal opens a lost dispute again. */
const disputeStatuses = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'closed',
  needs_response: 'needs_response',
  appeal_needs_response: 'needs_response',
  under_review: 'under_review',
  appeal_under_review: 'under_review',
  won: 'won',
  lost: 'lost',
  prevented: 'closed',
  charge_refunded: 'closed',
} as const;

/** https://docs.stripe.com/api/disputes/object */
export function disputeFact(dispute: Json): PaymentFact {
  const disputeRef = idOf(dispute);
  const amount = amountAt(dispute, 'amount');
  const word = textAt(dispute, 'status') ?? '';
  if (disputeRef === undefined || amount === undefined || !Object.hasOwn(disputeStatuses, word)) return nothing;
  return {
    fact: 'dispute',
    disputeRef,
    amount,
    status: disputeStatuses[word as keyof typeof disputeStatuses],
    ...optional('reason', textAt(dispute, 'reason')?.slice(0, 255)),
    ...optional('respondBy', timeAt(objectAt(dispute, 'evidence_details'), 'due_by')),
  };
}

/** A member that is there only when there is a value: `undefined` is not JSON. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
