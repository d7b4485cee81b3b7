import { AmountError, type Logger, type PaymentEvent, type PaymentFact } from '@fairlead/sdk';
import {
  disputeFact,
  intentFact,
  intentFailure,
  nothing,
  optional,
  referenceOf,
  refundFact,
  sessionFact,
} from './object-facts.ts';
import { payoutFact } from './payouts.ts';
import { idAt, idOf, type Json, listAt, objectAt, textAt, timeAt } from './reading.ts';
import { invoiceFailed, invoicePaid, referenceOfInvoice, subscriptionFact } from './subscription-facts.ts';

/** The events that say something about a payment. Source: https://docs.stripe.com/api/events/types */
export const paymentEventTypes = [
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'charge.refunded',
  'charge.refund.updated',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'invoice.paid',
  'invoice.payment_failed',
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'payout.created',
  'payout.updated',
  'payout.paid',
  'payout.failed',
  'payout.canceled',
] as const;

type PaymentEventType = (typeof paymentEventTypes)[number];
const known: ReadonlySet<string> = new Set(paymentEventTypes);

/** Undefined when the JSON is not an event of Stripe's. An event of another kind is one fact `none`. */
export function factsOfEvent(event: Json, log: Logger): PaymentEvent[] | undefined {
  const id = idOf(event);
  const type = textAt(event, 'type')?.slice(0, 128);
  // Thin events of API v2 write the time as text, and carry no object (https://docs.stripe.com/event-destinations).
  const occurredAt = timeAt(event, 'created') ?? isoTime(textAt(event, 'created'));
  if (id === undefined || type === undefined || occurredAt === undefined) return undefined;
  const head = { dedupeKey: id, type, occurredAt };
  const object = objectAt(objectAt(event, 'data'), 'object');
  if (object === undefined || !known.has(type)) {
    return [{ ...head, providerRef: null, evidence: nothing }];
  }
  const wellKnown = type as PaymentEventType;
  if (wellKnown === 'charge.refunded') return chargeRefunds(head, object, log);
  return [{ ...head, ...whereOf(object), evidence: exactly(() => factOf(wellKnown, object), head, log) }];
}

type Head = Pick<PaymentEvent, 'dedupeKey' | 'type' | 'occurredAt'>;

/**
 * A refunded charge names its refunds only in API versions before 2022-11-15. Later ones tell of each refund by an event
 * of its own.
 */
function chargeRefunds(head: Head, charge: Json, log: Logger): PaymentEvent[] {
  const where = whereOf(charge);
  const refunds = listAt(charge, 'refunds');
  if (refunds.length === 0) return [{ ...head, ...where, evidence: nothing }];
  return refunds.map((refund, index) => ({
    ...head,
    dedupeKey: `${head.dedupeKey}/${idOf(refund) ?? index}`,
    ...where,
    evidence: exactly(() => refundFact(refund), head, log),
  }));
}

function factOf(type: Exclude<PaymentEventType, 'charge.refunded'>, object: Json): PaymentFact {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_succeeded':
      return sessionFact(object);
    case 'checkout.session.async_payment_failed':
      return { fact: 'failed', reason: 'other', vendorCode: 'async_payment_failed' };
    case 'payment_intent.payment_failed':
      return isOwnIntent(object) ? (intentFailure(object) ?? { fact: 'failed', reason: 'other' }) : nothing;
    case 'payment_intent.succeeded':
    case 'payment_intent.processing':
    case 'payment_intent.requires_action':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.canceled':
      return isOwnIntent(object) ? intentFact(object) : nothing;
    case 'charge.refund.updated':
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refundFact(object);
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return disputeFact(object);
    case 'invoice.paid':
      return invoicePaid(object);
    case 'invoice.payment_failed':
      return invoiceFailed(object);
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
      return subscriptionFact(object);
    case 'payout.created':
    case 'payout.updated':
    case 'payout.paid':
    case 'payout.failed':
    case 'payout.canceled':
      return payoutFact(object);
  }
}

/**
 * An intent without the hub's reference was not made by a checkout of the hub's, or it paid an invoice: that money is told
 * by the invoice, and would be counted twice.
 */
function isOwnIntent(intent: Json): boolean {
  return referenceOf(intent) !== undefined;
}

/**
 * How the hub finds the payment. A session names itself. Everything else carries the hub's reference in its metadata,
 * except disputes and refunds made in Stripe's dashboard: these name their intent, for which `getStatus` answers the session.
 */
export function whereOf(object: Json): Pick<PaymentEvent, 'providerRef' | 'reference'> {
  const kind = textAt(object, 'object');
  // What a payout sends is nobody's payment.
  if (kind === 'payout') return { providerRef: null };
  const reference = kind === 'invoice' ? referenceOfInvoice(object) : referenceOf(object);
  if (kind === 'checkout.session') {
    return { providerRef: idOf(object) ?? null, ...optional('reference', reference) };
  }
  if (reference !== undefined) return { providerRef: null, reference };
  const intent = kind === 'payment_intent' ? idOf(object) : idAt(object, 'payment_intent');
  return { providerRef: intent ?? null };
}

/** An event whose amount has no exact form here is kept and changes nothing; polling it fails aloud. */
function exactly(read: () => PaymentFact, head: Head, log: Logger): PaymentFact {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    log.error('An event states an amount that cannot be told exactly; look at it in Stripe.', {
      event: head.dedupeKey,
      type: head.type,
      fault: error.message,
    });
    return nothing;
  }
}

function isoTime(text: string | undefined): string | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
