import type { Money, PaymentEvent, PaymentFact } from '@fairlead/sdk';
import type { VendorCheckout, VendorEvent, VendorRefund } from './vendor-objects.ts';

export function toMoney({ amount, currency }: { readonly amount: string; readonly currency: string }): Money {
  return { amountMinor: BigInt(amount), currency };
}

/** Everything that the vendor knows of a checkout, each fact with its own time. */
export function checkoutToEvents(found: VendorCheckout): PaymentEvent[] {
  const { payment, failure } = found;
  const told = (key: string, occurredAt: string, evidence: PaymentFact): PaymentEvent => ({
    dedupeKey: `${found.id}:${key}`,
    type: `status.${evidence.fact}`,
    providerRef: found.id,
    reference: found.reference,
    occurredAt,
    evidence,
  });
  return [
    ...(found.status === 'open'
      ? [told('open', found.created_at, { fact: 'requires_action', url: found.url, expiresAt: found.expires_at })]
      : []),
    ...(failure === undefined
      ? []
      : [told('failed', failure.at, { fact: 'failed', reason: 'declined', vendorCode: failure.code })]),
    ...(found.status === 'expired' ? [told('expired', found.expires_at, { fact: 'expired' })] : []),
    ...(payment === undefined
      ? []
      : [
          told(payment.id, payment.created_at, {
            fact: 'captured',
            movementRef: payment.id,
            amount: toMoney(payment),
            final: true,
          }),
        ]),
    ...found.refunds.map((each) => told(`${each.id}:${each.status}`, each.updated_at, refundFact(each))),
  ];
}

/** What an event tells: the newest fact of the checkout that it carries. One of a kind that is not known tells nothing. */
export function eventToPaymentEvent({ id, type, created_at, checkout }: VendorEvent): PaymentEvent {
  const facts = checkout === undefined ? [] : checkoutToEvents(checkout);
  const newest = facts.toSorted((left, right) => Date.parse(left.occurredAt) - Date.parse(right.occurredAt)).at(-1);
  return {
    dedupeKey: id,
    type,
    providerRef: checkout?.id ?? null,
    ...(checkout === undefined ? {} : { reference: checkout.reference }),
    occurredAt: created_at,
    evidence: newest?.evidence ?? { fact: 'none' },
  };
}

function refundFact(found: VendorRefund): PaymentFact {
  return { fact: 'refund', refundRef: found.id, amount: toMoney(found), status: found.status };
}
