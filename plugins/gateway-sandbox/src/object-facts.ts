import type { Money, PaymentFact } from '@fairlead/sdk';
import type { Static } from 'typebox';
import type {
  approval,
  authorization,
  capture,
  decline,
  dispute,
  invoice,
  payout,
  refund,
  reversal,
  subscription,
  underpayment,
} from './vendor-objects.ts';

export function toMoney({ amount, currency }: { readonly amount: string; readonly currency: string }): Money {
  return { amountMinor: BigInt(amount), currency };
}

/** What one object of the provider’s says; webhooks and polls read the same objects through here. */
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
    ...depositOf(found),
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
    ...(found.reference === undefined ? {} : { reference: found.reference }),
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
  subscription: (found: Static<typeof subscription>): PaymentFact => ({
    fact: 'subscription',
    subscriptionRef: found.id,
    status: found.status,
    periodEndsAt: found.period_ends_at,
    ...(found.ends_at === undefined ? {} : { endsAt: found.ends_at }),
  }),
  invoice: (found: Static<typeof invoice>): PaymentFact => {
    const of = { subscriptionRef: found.subscription, invoiceRef: found.id, amount: toMoney(found) };
    if (found.status !== 'paid')
      return {
        fact: 'invoice_failed',
        ...of,
        ...(found.next_attempt_at === undefined ? {} : { nextAttemptAt: found.next_attempt_at }),
      };
    return {
      fact: 'invoice_paid',
      ...of,
      first: found.first,
      fee: toMoney({ amount: found.fee, currency: found.currency }),
      periodStartsAt: found.period_starts_at,
      periodEndsAt: found.period_ends_at,
    };
  },
  payout: (found: Static<typeof payout>): PaymentFact => ({
    fact: 'payout',
    payoutRef: found.id,
    ...(found.reference === undefined ? {} : { reference: found.reference }),
    amount: toMoney(found),
    status: found.status,
    ...(found.reason === undefined ? {} : { reason: found.reason }),
    ...(found.arrives_at === undefined ? {} : { arrivesAt: found.arrives_at }),
  }),
  approval: ({ confirm_by }: Static<typeof approval>): PaymentFact => ({
    fact: 'approved',
    ...(confirm_by === undefined ? {} : { confirmBy: confirm_by }),
  }),
  reversal: (found: Static<typeof reversal>): PaymentFact => ({
    fact: 'reversed',
    movementRef: found.id,
    amount: toMoney(found),
  }),
};

function depositOf({ expected, received, asset }: Static<typeof capture>) {
  if (expected === undefined || received === undefined || asset === undefined) return {};
  return { expected: { amount: expected, asset }, received: { amount: received, asset } };
}
