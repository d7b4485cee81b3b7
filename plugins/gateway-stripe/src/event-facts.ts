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
import { idAt, idOf, type Json, listAt, objectAt, textAt, timeAt } from './reading.ts';

/**
 * The events that say something about a payment, twenty of them, which is as many as the list of events can be asked
 * for by name. Source: https://docs.stripe.com/api/events/types
 */
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
      return intentFailure(object) ?? { fact: 'failed', reason: 'other' };
    case 'payment_intent.succeeded':
    case 'payment_intent.processing':
    case 'payment_intent.requires_action':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.canceled':
      return intentFact(object);
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
  }
}

/**
 * How the hub finds the payment. A session names itself. Everything else carries the hub's reference in its metadata,
 * except disputes and refunds made in Stripe's dashboard: these name their intent, for which `getStatus` answers the session.
 */
export function whereOf(object: Json): Pick<PaymentEvent, 'providerRef' | 'reference'> {
  const reference = referenceOf(object);
  if (textAt(object, 'object') === 'checkout.session') {
    return { providerRef: idOf(object) ?? null, ...optional('reference', reference) };
  }
  if (reference !== undefined) return { providerRef: null, reference };
  const intent = textAt(object, 'object') === 'payment_intent' ? idOf(object) : idAt(object, 'payment_intent');
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
