import type { Money, PaymentEvent, PaymentFact } from '@fairlead/sdk';
import type { Static, TSchema } from 'typebox';
import {
  authorization,
  capture,
  decline,
  dispute,
  readAs,
  refund,
  reversal,
  underpayment,
  type VendorCheckout,
  type VendorEvent,
} from './vendor-objects.ts';

export function toMoney({ amount, currency }: { readonly amount: string; readonly currency: string }): Money {
  return { amountMinor: BigInt(amount), currency };
}

export const factOf = {
  authorization: (found: Static<typeof authorization>): PaymentFact => ({
    fact: 'authorized',
    movementRef: found.id,
    amount: toMoney(found),
    ...(found.capturable_until === undefined ? {} : { capturableUntil: found.capturable_until }),
  }),
  capture: (found: Static<typeof capture>): PaymentFact => ({
    fact: 'captured',
    movementRef: found.id,
    amount: toMoney(found),
    fee: toMoney({ amount: found.fee, currency: found.currency }),
    final: found.final,
  }),
  decline: (found: Static<typeof decline>): PaymentFact => ({
    fact: 'failed',
    reason: found.reason,
    vendorCode: found.code,
    ...(found.message === undefined ? {} : { message: found.message }),
  }),
  refund: (found: Static<typeof refund>): PaymentFact => ({
    fact: 'refund',
    refundRef: found.id,
    amount: toMoney(found),
    status: found.status,
    ...(found.reason === undefined ? {} : { reason: found.reason }),
  }),
  dispute: (found: Static<typeof dispute>): PaymentFact => ({
    fact: 'dispute',
    disputeRef: found.id,
    amount: toMoney(found),
    status: found.status,
    ...(found.reason === undefined ? {} : { reason: found.reason }),
    ...(found.respond_by === undefined ? {} : { respondBy: found.respond_by }),
  }),
  underpayment: (found: Static<typeof underpayment>): PaymentFact => ({
    fact: 'underpaid',
    movementRef: found.id,
    expected: { amount: found.expected, asset: found.asset },
    received: { amount: found.received, asset: found.asset },
  }),
  reversal: (found: Static<typeof reversal>): PaymentFact => ({
    fact: 'reversed',
    movementRef: found.id,
    amount: toMoney(found),
  }),
};

/** How the data of each kind of event is read. A kind that is not here says nothing about a payment. */
const readers: Readonly<Record<string, (data: unknown) => PaymentFact>> = {
  'checkout.processing': () => ({ fact: 'processing' }),
  'checkout.cancelled': () => ({ fact: 'cancelled' }),
  'checkout.expired': () => ({ fact: 'expired' }),
  'checkout.authorized': reader(authorization, factOf.authorization),
  'checkout.voided': reader(authorization, ({ id }) => ({ fact: 'voided', movementRef: id })),
  'checkout.captured': reader(capture, factOf.capture),
  'checkout.declined': reader(decline, factOf.decline),
  'checkout.underpaid': reader(underpayment, factOf.underpayment),
  'checkout.reversed': reader(reversal, factOf.reversal),
  'refund.updated': reader(refund, factOf.refund),
  'dispute.updated': reader(dispute, factOf.dispute),
};

function reader<Schema extends TSchema>(schema: Schema, fact: (found: Static<Schema>) => PaymentFact) {
  return (data: unknown) => fact(readAs(schema, data));
}

/** @throws FairleadError `answer_unreadable` when the data are not those of the event's kind */
export function eventToPaymentEvent(event: VendorEvent): PaymentEvent {
  const read = Object.hasOwn(readers, event.type) ? readers[event.type] : undefined;
  return {
    dedupeKey: event.id,
    type: event.type,
    providerRef: event.checkout ?? null,
    ...(event.reference === undefined ? {} : { reference: event.reference }),
    occurredAt: event.created_at,
    evidence: read === undefined ? { fact: 'none' } : read(event.data),
  };
}

/** Everything that the provider knows of a checkout, each fact with its own time. */
export function checkoutToEvents(found: VendorCheckout): PaymentEvent[] {
  const told = (key: string, occurredAt: string, evidence: PaymentFact): PaymentEvent => ({
    dedupeKey: `status:${found.id}:${key}`,
    type: `status.${evidence.fact}`,
    providerRef: found.id,
    reference: found.reference,
    occurredAt,
    evidence,
  });
  const { authorization: held, underpayment: short } = found;
  const ended = endOf(found.status);
  const voidedAt = held?.voided_at;
  return [
    ...(found.status === 'open'
      ? [told('open', found.created_at, { fact: 'requires_action', url: found.url, expiresAt: found.expires_at })]
      : []),
    ...(found.status === 'processing'
      ? [told('processing', found.processing_at ?? found.created_at, { fact: 'processing' })]
      : []),
    ...(held === undefined ? [] : [told(held.id, held.created_at, factOf.authorization(held))]),
    ...(held === undefined || voidedAt === undefined
      ? []
      : [told(`${held.id}:voided`, voidedAt, { fact: 'voided', movementRef: held.id })]),
    ...found.declines.map((each) => told(each.id, each.created_at, factOf.decline(each))),
    ...found.captures.map((each) => told(each.id, each.created_at, factOf.capture(each))),
    ...(short === undefined ? [] : [told(short.id, short.created_at, factOf.underpayment(short))]),
    ...(ended === undefined ? [] : [told(found.status, found.ended_at ?? found.created_at, ended)]),
    ...found.refunds.map((each) => told(`${each.id}:${each.status}`, each.updated_at, factOf.refund(each))),
    ...found.disputes.map((each) => told(`${each.id}:${each.status}`, each.updated_at, factOf.dispute(each))),
    ...found.reversals.map((each) => told(each.id, each.created_at, factOf.reversal(each))),
  ];
}

function endOf(status: string): PaymentFact | undefined {
  if (status === 'cancelled') return { fact: 'cancelled' };
  return status === 'expired' ? { fact: 'expired' } : undefined;
}
