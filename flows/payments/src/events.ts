import { declareEvent, type JsonObject } from '@fairlead/core/flow-api';
import { type Static, Type } from 'typebox';
import { paymentStatuses, type PaymentState, type PaymentStatus } from './model/payment.ts';
import { type StoredMoney, storedMoney } from './model/stored.ts';
import type { Standing } from './standing/payment-standing.ts';
import { payoutEvents } from './payout-events.ts';
import { subscriptionEvents } from './model/subscription-events.ts';

const text = Type.String();
const orNull = Type.Union([text, Type.Null()]);
const reference = Type.Union([text, Type.Null()], { description: 'The product’s own name of the payment.' });
const money = Type.Object({ amountMinor: text, currency: text });
const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const examplePayment = '01k9v8m1n3p5q7r9s1t3v5w7x9';
const head = { paymentId: examplePayment, reference: 'order-1042', connectionId: '01k9v7d1m2q4x8r6t0b3n5c7ae' };

const paymentData = Type.Object({
  paymentId: text,
  reference,
  status: Type.Enum([...paymentStatuses]),
  amount: money,
  authorized: money,
  captured: money,
  refunded: money,
  reversed: money,
  disputed: money,
  overpaid: money,
  connectionId: orNull,
  customerId: orNull,
  subscriptionId: orNull,
  reasons: Type.Array(text, { description: 'Why it is in review; empty otherwise.' }),
  metadata: Type.Record(Type.String(), text),
});

const refundData = Type.Object({
  paymentId: text,
  reference,
  connectionId: text,
  refundRef: Type.String({ description: 'The provider’s.' }),
  refundId: Type.Union([text, Type.Null()], {
    description: 'The hub’s id of the refund in its payment; null when the hub did not begin it.',
  }),
  amount: money,
  status: text,
});

const disputeData = Type.Object({
  paymentId: text,
  reference,
  connectionId: text,
  disputeRef: Type.String({ description: 'The provider’s.' }),
  amount: money,
  status: text,
  reason: orNull,
  respondBy: Type.Union([text, Type.Null()], { description: 'ISO 8601: until when evidence counts.' }),
});

const ledgerData = Type.Object({
  paymentId: Type.String({ description: 'Or the id of a payout.' }),
  entries: Type.Array(
    Type.Object({
      id: text,
      key: Type.String({ description: 'What it books.' }),
      at: text,
      lines: Type.Array(Type.Object({ account: text, amountMinor: text, currency: text }), {
        description: 'They sum to nothing.',
      }),
    }),
  ),
});

type PaymentData = Static<typeof paymentData>;

const payment = (status: PaymentStatus, summary: string, told: Partial<PaymentData> = {}) =>
  declareEvent({
    summary,
    subject: 'the id of the payment',
    data: paymentData,
    example: {
      ...head,
      status,
      amount: usd('1299'),
      authorized: usd('0'),
      captured: usd('0'),
      refunded: usd('0'),
      reversed: usd('0'),
      disputed: usd('0'),
      overpaid: usd('0'),
      customerId: 'customer-77',
      subscriptionId: null,
      reasons: [],
      metadata: { cart: '8f31' },
      ...told,
    },
  });

const refund = (status: string, summary: string) =>
  declareEvent({
    summary,
    subject: 'the id of the payment',
    data: refundData,
    example: { ...head, refundRef: 're_3Pq8', refundId: 'r1', amount: usd('500'), status },
  });

const dispute = (status: string, summary: string) =>
  declareEvent({
    summary,
    subject: 'the id of the payment',
    data: disputeData,
    example: {
      ...head,
      disputeRef: 'dp_7Ab2',
      amount: usd('1299'),
      status,
      reason: 'product_not_received',
      respondBy: '2026-03-28T23:59:59.000Z',
    },
  });

const captured = { captured: usd('1299') };
const partly = { authorized: usd('1299'), captured: usd('800') };

export const paymentEvents = {
  'payment.created': payment('created', 'A payment was created; nobody has been asked for money yet.', {
    connectionId: null,
  }),
  'payment.action_required': payment('requires_action', 'The customer has to do something: pay, confirm.'),
  'payment.processing_started': payment('processing', 'Money is on its way, and not yet certain.'),
  'payment.outcome_unknown': payment('unknown', 'A call may have happened or not; the hub finds out.'),
  'payment.authorized': payment('authorized', 'The money is reserved, and can be captured.', {
    authorized: usd('1299'),
  }),
  'payment.partially_captured': payment(
    'partially_captured',
    'A part of what was authorized was captured; more may follow.',
    partly,
  ),
  'payment.captured': payment('captured', 'The money is there, all of it: deliver.', captured),
  'payment.closed_partially': payment('closed_partial', 'A part was captured, and the rest was given back.', partly),
  'payment.underpaid': payment('underpaid', 'Less came than was asked for; a top-up may follow.', {
    captured: usd('1200'),
  }),
  'payment.partially_refunded': payment('partially_refunded', 'A part of the money was sent back.', {
    ...captured,
    refunded: usd('500'),
  }),
  'payment.refunded': payment('refunded', 'All of the money was sent back.', { ...captured, refunded: usd('1299') }),
  'payment.reversed': payment('reversed', 'The provider or a dispute took the money back.', {
    ...captured,
    reversed: usd('1299'),
  }),
  'payment.failed': payment('failed', 'No attempt succeeded.'),
  'payment.cancelled': payment('cancelled', 'The payment was cancelled before money moved.'),
  'payment.expired': payment('expired', 'Nobody paid in time.'),
  'payment.review_required': payment('review', 'Something does not fit; a person has to look.', {
    ...captured,
    overpaid: usd('100'),
    reasons: ['overpaid'],
  }),
  'refund.created': refund('pending', 'A refund is under way.'),
  'refund.succeeded': refund('succeeded', 'A refund arrived.'),
  'refund.failed': refund('failed', 'A refund failed, possibly after it had succeeded.'),
  'refund.cancelled': refund('cancelled', 'A refund was cancelled.'),
  'dispute.opened': dispute('needs_response', 'A customer disputes a payment.'),
  'dispute.changed': dispute('under_review', 'A dispute goes on.'),
  'dispute.won': dispute('won', 'A dispute was decided for us.'),
  'dispute.lost': dispute('lost', 'A dispute was decided against us; the money is gone.'),
  'dispute.closed': dispute('closed', 'A dispute ended without a loss.'),
  'ledger.posted': declareEvent({
    summary: 'Entries were added to the ledger.',
    subject: 'the id of the payment or the payout',
    data: ledgerData,
    example: {
      paymentId: examplePayment,
      entries: [
        {
          id: `${examplePayment}-1`,
          key: 'capture:1:ch_1',
          at: '2026-03-14T09:26:53.589Z',
          lines: [
            { account: 'clearing:01k9v7d1m2q4x8r6t0b3n5c7ae', amountMinor: '1299', currency: 'USD' },
            { account: 'customer', amountMinor: '-1299', currency: 'USD' },
          ],
        },
      ],
    },
  }),
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
): PaymentData {
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
      const data: Static<typeof refundData> = {
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
      const about = subject(id, state, number);
      const data: Static<typeof disputeData> = {
        ...about,
        disputeRef,
        amount: asJson(amount),
        status,
        reason,
        respondBy,
      };
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

function asJson({ amountMinor, currency }: StoredMoney): Static<typeof money> {
  return { amountMinor, currency };
}
