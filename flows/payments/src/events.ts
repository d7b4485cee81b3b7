import type { JsonObject } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { paymentStatuses, type PaymentState, type PaymentStatus } from './model/payment.ts';
import { type StoredMoney, storedMoney } from './model/stored.ts';
import type { Standing } from './standing/payment-standing.ts';
import { payoutEvents } from './payout-events.ts';
import { subscriptionEvents } from './model/subscription-events.ts';

const money = Type.Object({ amountMinor: Type.String(), currency: Type.String() });

const paymentData = Type.Object({
  paymentId: Type.String(),
  /** The product's own name of it. */
  reference: Type.Union([Type.String(), Type.Null()]),
  status: Type.Enum([...paymentStatuses]),
  amount: money,
  authorized: money,
  captured: money,
  refunded: money,
  reversed: money,
  disputed: money,
  overpaid: money,
  connectionId: Type.Union([Type.String(), Type.Null()]),
  customerId: Type.Union([Type.String(), Type.Null()]),
  subscriptionId: Type.Union([Type.String(), Type.Null()]),
  /** Why it is in review; empty otherwise. */
  reasons: Type.Array(Type.String()),
  metadata: Type.Record(Type.String(), Type.String()),
});

const refundData = Type.Object({
  paymentId: Type.String(),
  reference: Type.Union([Type.String(), Type.Null()]),
  connectionId: Type.String(),
  refundRef: Type.String(),
  /** The hub's id of the refund in its payment; null when the hub did not begin it. */
  refundId: Type.Union([Type.String(), Type.Null()]),
  amount: money,
  status: Type.String(),
});

const disputeData = Type.Object({
  paymentId: Type.String(),
  reference: Type.Union([Type.String(), Type.Null()]),
  connectionId: Type.String(),
  disputeRef: Type.String(),
  amount: money,
  status: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  respondBy: Type.Union([Type.String(), Type.Null()]),
});

const ledgerData = Type.Object({
  paymentId: Type.String(),
  entries: Type.Array(
    Type.Object({
      id: Type.String(),
      key: Type.String(),
      at: Type.String(),
      lines: Type.Array(Type.Object({ account: Type.String(), amountMinor: Type.String(), currency: Type.String() })),
    }),
  ),
});

const payment = (summary: string) => ({ summary, data: paymentData });
const refund = (summary: string) => ({ summary, data: refundData });
const dispute = (summary: string) => ({ summary, data: disputeData });

export const paymentEvents = {
  'payment.created': payment('A payment was created; nobody has been asked for money yet.'),
  'payment.action_required': payment('The customer has to do something: pay, confirm.'),
  'payment.processing_started': payment('Money is on its way, and not yet certain.'),
  'payment.outcome_unknown': payment('A call may have happened or not; the hub finds out.'),
  'payment.authorized': payment('The money is reserved, and can be captured.'),
  'payment.partially_captured': payment('A part of what was authorized was captured; more may follow.'),
  'payment.captured': payment('The money is there, all of it: deliver.'),
  'payment.closed_partially': payment('A part was captured, and the rest was given back.'),
  'payment.underpaid': payment('Less came than was asked for; a top-up may follow.'),
  'payment.partially_refunded': payment('A part of the money was sent back.'),
  'payment.refunded': payment('All of the money was sent back.'),
  'payment.reversed': payment('The provider or a dispute took the money back.'),
  'payment.failed': payment('No attempt succeeded.'),
  'payment.cancelled': payment('The payment was cancelled before money moved.'),
  'payment.expired': payment('Nobody paid in time.'),
  'payment.review_required': payment('Something does not fit; a person has to look.'),
  'refund.created': refund('A refund is under way.'),
  'refund.succeeded': refund('A refund arrived.'),
  'refund.failed': refund('A refund failed, possibly after it had succeeded.'),
  'refund.cancelled': refund('A refund was cancelled.'),
  'dispute.opened': dispute('A customer disputes a payment.'),
  'dispute.changed': dispute('A dispute goes on.'),
  'dispute.won': dispute('A dispute was decided for us.'),
  'dispute.lost': dispute('A dispute was decided against us; the money is gone.'),
  'dispute.closed': dispute('A dispute ended without a loss.'),
  'ledger.posted': { summary: 'Entries were added to the ledger.', data: ledgerData },
  ...subscriptionEvents,
  ...payoutEvents,
} as const;

export type PaymentEventType = keyof typeof paymentEvents;

const typeOfStatus: { readonly [Status in PaymentStatus]: PaymentEventType } = {
  created: 'payment.created',
  requires_action: 'payment.action_required',
  processing: 'payment.processing_started',
  unknown: 'payment.outcome_unknown',
  authorized: 'payment.authorized',
  partially_captured: 'payment.partially_captured',
  captured: 'payment.captured',
  closed_partial: 'payment.closed_partially',
  underpaid: 'payment.underpaid',
  partially_refunded: 'payment.partially_refunded',
  refunded: 'payment.refunded',
  reversed: 'payment.reversed',
  failed: 'payment.failed',
  cancelled: 'payment.cancelled',
  expired: 'payment.expired',
  review: 'payment.review_required',
};

/** An event without its id and time. */
export interface EventDraft {
  readonly type: PaymentEventType;
  readonly data: JsonObject;
}

/** What a change of a payment tells: its new status, refunds and disputes that moved. */
export function eventsOfChange(
  paymentId: string,
  state: PaymentState,
  { before, after }: { readonly before: Standing | undefined; readonly after: Standing },
): readonly EventDraft[] {
  const status: EventDraft[] =
    before !== undefined && !isNews(before, after)
      ? []
      : [{ type: typeOfStatus[after.status], data: paymentEventData(paymentId, state, after) }];
  const created: EventDraft[] =
    before === undefined && after.status !== 'created'
      ? [{ type: 'payment.created', data: paymentEventData(paymentId, state, after) }]
      : [];
  return [
    ...created,
    ...status,
    ...refundEvents(paymentId, state, before, after),
    ...disputeEvents(paymentId, state, before, after),
  ];
}

/** A further part that was captured, or another reason to look, is news though the status stays. */
function isNews(before: Standing, after: Standing): boolean {
  if (before.status !== after.status) return true;
  if (after.status === 'review') return before.reasons.join() !== after.reasons.join();
  return after.status === 'partially_captured' && before.captured !== after.captured;
}

export function paymentEventData(
  paymentId: string,
  { intent, attempts }: PaymentState,
  standing: Standing,
): JsonObject {
  const { currency } = intent.amount;
  const amount = (minor: bigint) => asJson(storedMoney(minor, currency));
  return {
    paymentId,
    reference: intent.reference,
    status: standing.status,
    amount: asJson(intent.amount),
    authorized: amount(standing.authorized),
    captured: amount(standing.captured),
    refunded: amount(standing.refunded),
    reversed: amount(standing.reversed),
    disputed: amount(standing.disputed),
    overpaid: amount(standing.overpaid),
    connectionId: attempts.find(({ number }) => number === standing.leading)?.connectionId ?? null,
    customerId: intent.customer?.id ?? null,
    subscriptionId: intent.subscription?.of ?? null,
    reasons: [...standing.reasons],
    metadata: { ...intent.metadata },
  };
}

function refundEvents(id: string, state: PaymentState, before: Standing | undefined, after: Standing): EventDraft[] {
  return after.attempts.flatMap(({ number, facts }) =>
    [...facts.refunds.values()].flatMap((refund): EventDraft[] => {
      const was = before?.attempts.find((each) => each.number === number)?.facts.refunds.get(refund.refundRef)?.status;
      if (was === refund.status) return [];
      const data = {
        ...subject(id, state, number),
        refundRef: refund.refundRef,
        refundId: refundIdOf(id, refund.reference),
        amount: asJson(refund.amount),
        status: refund.status,
      };
      return [{ type: refund.status === 'pending' ? 'refund.created' : `refund.${refund.status}`, data }];
    }),
  );
}

function disputeEvents(id: string, state: PaymentState, before: Standing | undefined, after: Standing): EventDraft[] {
  return after.attempts.flatMap(({ number, facts }) =>
    [...facts.disputes.values()].flatMap((dispute): EventDraft[] => {
      const was = before?.attempts
        .find((each) => each.number === number)
        ?.facts.disputes.get(dispute.disputeRef)?.status;
      if (was === dispute.status) return [];
      const { disputeRef, amount, status, reason = null, respondBy = null } = dispute;
      const data = { ...subject(id, state, number), disputeRef, amount: asJson(amount), status, reason, respondBy };
      const ended = status === 'won' || status === 'lost' || status === 'closed';
      return [{ type: ended ? `dispute.${status}` : was === undefined ? 'dispute.opened' : 'dispute.changed', data }];
    }),
  );
}

/** The hub's id of a refund, out of the reference that the provider carried along. */
export function refundIdOf(paymentId: string, reference: string | undefined): string | null {
  return reference?.startsWith(`${paymentId}-r`) === true ? reference.slice(paymentId.length + 1) : null;
}

function subject(paymentId: string, { intent, attempts }: PaymentState, attempt: number) {
  const connectionId = attempts.find(({ number }) => number === attempt)?.connectionId ?? '';
  return { paymentId, reference: intent.reference, connectionId };
}

function asJson({ amountMinor, currency }: StoredMoney): JsonObject {
  return { amountMinor, currency };
}
