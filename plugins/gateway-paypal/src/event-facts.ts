import { AmountError, type Logger, type PaymentEvent, type PaymentFact } from '@fairlead/sdk';
import { disputedPayment, disputeFact } from './dispute-facts.ts';
import {
  authorizationFacts,
  captureFact,
  failedTry,
  nothing,
  orderFact,
  referenceOf,
  refundFact,
  refundTagOf,
  unitOf,
} from './object-facts.ts';
import { moneyAt } from './amounts.ts';
import { payoutFact } from './payouts.ts';
import { capturedBefore, orderIdOf } from './provider-ref.ts';
import { idInLink, idOf, type Json, linkTo, objectAt, optional, textAt, timeAt } from './reading.ts';

/**
 * The events that say something about a payment.
 * Source: https://developer.paypal.com/api/rest/webhooks/event-names/
 */
export const paymentEventTypes = [
  'CHECKOUT.ORDER.APPROVED',
  'CHECKOUT.ORDER.COMPLETED',
  'CHECKOUT.ORDER.VOIDED',
  'CHECKOUT.PAYMENT-APPROVAL.REVERSED',
  'PAYMENT.AUTHORIZATION.CREATED',
  'PAYMENT.AUTHORIZATION.VOIDED',
  'PAYMENT.CAPTURE.PENDING',
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.DECLINED',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
  'PAYMENT.REFUND.PENDING',
  'PAYMENT.REFUND.FAILED',
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.UPDATED',
  'CUSTOMER.DISPUTE.RESOLVED',
  'PAYMENT.PAYOUTSBATCH.DENIED',
  'PAYMENT.PAYOUTS-ITEM.SUCCEEDED',
  'PAYMENT.PAYOUTS-ITEM.FAILED',
  'PAYMENT.PAYOUTS-ITEM.DENIED',
  'PAYMENT.PAYOUTS-ITEM.BLOCKED',
  'PAYMENT.PAYOUTS-ITEM.CANCELED',
  'PAYMENT.PAYOUTS-ITEM.HELD',
  'PAYMENT.PAYOUTS-ITEM.REFUNDED',
  'PAYMENT.PAYOUTS-ITEM.RETURNED',
  'PAYMENT.PAYOUTS-ITEM.UNCLAIMED',
] as const;

type PaymentEventType = (typeof paymentEventTypes)[number];
const known: ReadonlySet<string> = new Set(paymentEventTypes);

type Where = Pick<PaymentEvent, 'providerRef' | 'reference'>;

/** Undefined when the JSON is not an event of PayPal's. An event of another kind is one fact `none`. */
export function factsOfEvent(event: Json, log: Logger): PaymentEvent[] | undefined {
  const id = idOf(event);
  const type = textAt(event, 'event_type')?.slice(0, 128);
  const occurredAt = timeAt(event, 'create_time');
  if (id === undefined || type === undefined || occurredAt === undefined) return undefined;
  const head = { dedupeKey: id, type, occurredAt };
  const resource = objectAt(event, 'resource');
  if (resource === undefined || !known.has(type)) return [{ ...head, providerRef: null, evidence: nothing }];
  const facts = exactly(() => factsOf(type as PaymentEventType, resource), head, log);
  const where = whereOf(type as PaymentEventType, resource);
  const at = movedAt(type as PaymentEventType, resource);
  return facts.map((evidence, index) => ({
    ...head,
    ...(index === 0 ? {} : { dedupeKey: `${id}/${evidence.fact}` }),
    ...where,
    occurredAt: at ?? occurredAt,
    evidence,
  }));
}

function factsOf(type: PaymentEventType, resource: Json): readonly PaymentFact[] {
  switch (type) {
    case 'CHECKOUT.ORDER.APPROVED':
      // It may be told after the order was captured; that it was approved stays true, and the captures tell the rest.
      return [orderFact({ ...resource, status: 'APPROVED' })];
    case 'CHECKOUT.ORDER.COMPLETED':
      // The captures and authorizations in it have events of their own.
      return [nothing];
    case 'CHECKOUT.ORDER.VOIDED':
      return [orderFact({ ...resource, status: 'VOIDED' })];
    case 'CHECKOUT.PAYMENT-APPROVAL.REVERSED':
      return [{ fact: 'failed', reason: 'other', vendorCode: 'PAYMENT_APPROVAL_REVERSED' }];
    case 'PAYMENT.AUTHORIZATION.CREATED':
      return orNothing(authorizationFacts(resource));
    case 'PAYMENT.AUTHORIZATION.VOIDED':
      return orNothing(authorizationFacts({ ...resource, status: 'VOIDED' }).slice(-1));
    case 'PAYMENT.CAPTURE.DECLINED':
    case 'PAYMENT.CAPTURE.DENIED':
      return [failedTry(resource)];
    case 'PAYMENT.CAPTURE.PENDING':
    case 'PAYMENT.CAPTURE.COMPLETED':
      return [captureFact(resource)];
    case 'PAYMENT.CAPTURE.REVERSED':
      return [reversalFact(resource)];
    case 'PAYMENT.CAPTURE.REFUNDED':
    case 'PAYMENT.REFUND.PENDING':
    case 'PAYMENT.REFUND.FAILED':
      return [refundFact(resource)];
    case 'CUSTOMER.DISPUTE.CREATED':
    case 'CUSTOMER.DISPUTE.UPDATED':
    case 'CUSTOMER.DISPUTE.RESOLVED':
      return [disputeFact(resource)];
    default:
      return [payoutFact(resource, type)];
  }
}

function orNothing(facts: readonly PaymentFact[]): readonly PaymentFact[] {
  return facts.length === 0 ? [nothing] : facts;
}

/** The money is held for a dispute, which has events of its own, and may come back with it. */
const disputed: ReadonlySet<string> = new Set(['BUYER_COMPLAINT', 'CHARGEBACK']);

/** The resource is the movement that took the money back, or in some events the capture itself. */
function reversalFact(resource: Json): PaymentFact {
  const id = idOf(resource);
  const amount = moneyAt(resource, 'amount');
  const reason = textAt(objectAt(resource, 'status_details'), 'reason') ?? '';
  if (id === undefined || amount === undefined || disputed.has(reason)) return nothing;
  const isCapture = idInLink(resource, 'self', 'captures') === id || linkTo(resource, 'refund') !== undefined;
  const positive = amount.amountMinor < 0n ? -amount.amountMinor : amount.amountMinor;
  return {
    fact: 'reversed',
    movementRef: isCapture ? `reversal:${id}` : id,
    amount: { ...amount, amountMinor: positive },
  };
}

/** How the hub finds the payment: by its order, else by its reference, else by the capture that the event names. */
function whereOf(type: PaymentEventType, resource: Json): Where {
  if (type.startsWith('CHECKOUT.')) return ofOrder(resource);
  if (type.startsWith('PAYMENT.PAYOUTS')) return { providerRef: null };
  if (type.startsWith('CUSTOMER.DISPUTE.')) {
    const { captureId, reference } = disputedPayment(resource);
    return placed(undefined, reference, captureId === undefined ? undefined : `capture:${captureId}`);
  }
  if (/^PAYMENT\.(REFUND\.|CAPTURE\.REFUNDED|CAPTURE\.REVERSED)/.test(type)) return ofRefund(resource);
  const kind = type.startsWith('PAYMENT.AUTHORIZATION.') ? 'authorization' : 'capture';
  const id = idOf(resource);
  return placed(orderIdOf(resource), referenceOf(resource), id === undefined ? undefined : `${kind}:${id}`);
}

function ofOrder(resource: Json): Where {
  // An approval that was taken back names the order in a member of its own.
  const id = textAt(resource, 'order_id') ?? idOf(resource);
  return placed(id, referenceOf(unitOf(resource)), undefined);
}

function ofRefund(resource: Json): Where {
  const tag = refundTagOf(resource);
  if (tag !== undefined) return { providerRef: tag.orderId };
  const captureId = capturedBefore(resource);
  const ref = captureId === undefined ? undefined : `capture:${captureId}`;
  return placed(orderIdOf(resource), referenceOf(resource), ref);
}

const refForm = /^(?:(?:capture|authorization):)?[A-Z0-9]{8,36}$/;

/** A reference alone will do where no order is named. Ids that `getStatus` could not take are not told. */
function placed(orderId: string | undefined, reference: string | undefined, other: string | undefined): Where {
  const ref = [orderId, reference === undefined ? other : undefined].find(
    (each) => each !== undefined && refForm.test(each),
  );
  return { providerRef: ref ?? null, ...optional('reference', reference) };
}

/** An event is made some seconds after what it tells; disputes and orders carry the time of each change. */
function movedAt(type: PaymentEventType, resource: Json): string | undefined {
  if (type === 'PAYMENT.CAPTURE.COMPLETED' || type === 'PAYMENT.AUTHORIZATION.CREATED') {
    return timeAt(resource, 'create_time');
  }
  return timeAt(resource, 'update_time');
}

/** An event whose amount has no exact form here is kept and changes nothing; polling it fails aloud. */
function exactly(
  read: () => readonly PaymentFact[],
  { dedupeKey, type }: Pick<PaymentEvent, 'dedupeKey' | 'type'>,
  log: Logger,
): readonly PaymentFact[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    log.error('An event states an amount that cannot be told exactly; look at it in PayPal.', {
      event: dedupeKey,
      type,
      fault: error.message,
    });
    return [nothing];
  }
}
