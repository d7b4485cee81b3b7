import type { PaymentEvent, PaymentFact } from '@fairlead/sdk';
import type { Static, TSchema } from 'typebox';
import { factOf } from './object-facts.ts';
import {
  approval,
  authorization,
  capture,
  decline,
  dispute,
  invoice,
  payout,
  readAs,
  refund,
  reversal,
  subscription,
  underpayment,
  type VendorEvent,
} from './vendor-objects.ts';

/** How the data of each kind of event is read. A kind that is not here says nothing about a payment. */
const readers: Readonly<Record<string, (data: unknown) => PaymentFact>> = {
  'checkout.approved': reader(approval, factOf.approval),
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
  'subscription.updated': reader(subscription, factOf.subscription),
  'invoice.paid': reader(invoice, factOf.invoice),
  'invoice.failed': reader(invoice, factOf.invoice),
  'payout.updated': reader(payout, factOf.payout),
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
