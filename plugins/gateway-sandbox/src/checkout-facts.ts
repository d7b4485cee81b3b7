import type { PaymentEvent, PaymentFact } from '@fairlead/sdk';
import { factOf } from './object-facts.ts';
import type { VendorCheckout } from './vendor-objects.ts';

type Told = (key: string, occurredAt: string, evidence: PaymentFact) => PaymentEvent;

/** Everything that the provider knows of a checkout, each fact with its own time. */
export function checkoutToEvents(found: VendorCheckout): PaymentEvent[] {
  const told: Told = (key, occurredAt, evidence) => ({
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
    ...(found.status === 'approved'
      ? [told('approved', found.approved_at ?? found.created_at, factOf.approval(found))]
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
    ...(short === undefined
      ? []
      : [told(`${short.id}:${short.received}`, short.updated_at, factOf.underpayment(short))]),
    ...(ended === undefined ? [] : [told(found.status, found.ended_at ?? found.created_at, ended)]),
    ...found.refunds.map((each) => told(`${each.id}:${each.status}`, each.updated_at, factOf.refund(each))),
    ...found.disputes.map((each) => told(`${each.id}:${each.status}`, each.updated_at, factOf.dispute(each))),
    ...found.reversals.map((each) => told(each.id, each.created_at, factOf.reversal(each))),
    ...subscriptionEvents(found, told),
  ];
}

/** Of an invoice that was tried again, each try is a fact of its own. */
function subscriptionEvents({ subscription }: VendorCheckout, told: Told): PaymentEvent[] {
  if (subscription === undefined) return [];
  const { id, status, period_ends_at, ends_at, updated_at, invoices } = subscription;
  return [
    told(`${id}:${status}:${period_ends_at}:${ends_at ?? ''}`, updated_at, factOf.subscription(subscription)),
    ...invoices.map((each) =>
      told(`${each.id}:${each.status}:${each.attempts}`, each.updated_at, factOf.invoice(each)),
    ),
  ];
}

function endOf(status: string): PaymentFact | undefined {
  if (status === 'cancelled') return { fact: 'cancelled' };
  return status === 'expired' ? { fact: 'expired' } : undefined;
}
