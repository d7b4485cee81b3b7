import { Type } from 'typebox';
import { refundIdOf } from '../events.ts';
import { paymentStatuses, type PaymentState, type ProviderCall } from '../model/payment.ts';
import { storedMoney } from '../model/stored.ts';
import type { AttemptStanding } from '../standing/attempt-standing.ts';
import { type Standing, standingOf } from '../standing/payment-standing.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

export const moneyView = Type.Object({ amountMinor: Type.String(), currency: Type.String() });
const problemView = nullable(Type.Object({ code: Type.String(), text: Type.String() }));

const attemptView = Type.Object({
  number: Type.Integer(),
  connection: Type.String(),
  status: Type.String(),
  asked: moneyView,
  charge: moneyView,
  chargePaidBy: Type.Enum(['merchant', 'customer']),
  providerRef: nullable(Type.String()),
  redirectUrl: nullable(Type.String()),
  expiresAt: nullable(Type.String()),
  problem: problemView,
  createdAt: Type.String(),
});

export const refundView = Type.Object({
  /** The hub's; null for one that was begun at the provider. */
  id: nullable(Type.String()),
  attempt: Type.Integer(),
  refundRef: nullable(Type.String()),
  amount: moneyView,
  status: Type.Enum(['pending', 'succeeded', 'failed', 'cancelled', 'declined', 'unknown']),
  problem: problemView,
});

const captureView = Type.Object({
  attempt: Type.Integer(),
  movementRef: Type.String(),
  amount: moneyView,
  fee: nullable(moneyView),
});

export const disputeView = Type.Object({
  attempt: Type.Integer(),
  disputeRef: Type.String(),
  amount: moneyView,
  status: Type.String(),
  reason: nullable(Type.String()),
  respondBy: nullable(Type.String()),
});

export const paymentView = Type.Object({
  id: Type.String(),
  status: Type.Enum([...paymentStatuses]),
  reasons: Type.Array(Type.String()),
  amount: moneyView,
  authorized: moneyView,
  captured: moneyView,
  refunded: moneyView,
  refunding: moneyView,
  reversed: moneyView,
  disputed: moneyView,
  overpaid: moneyView,
  overpaidAsset: Type.Boolean(),
  capture: Type.Enum(['automatic', 'manual']),
  reference: nullable(Type.String()),
  description: nullable(Type.String()),
  customer: nullable(Type.Record(Type.String(), Type.String())),
  metadata: Type.Record(Type.String(), Type.String()),
  subscription: nullable(Type.Record(Type.String(), Type.Unknown())),
  /** Where the customer pays now; null when there is nothing to do. */
  redirectUrl: nullable(Type.String()),
  /** The hub's own page for this payment, to send to a customer. */
  checkoutUrl: Type.String(),
  attempts: Type.Array(attemptView),
  captures: Type.Array(captureView),
  refunds: Type.Array(refundView),
  disputes: Type.Array(disputeView),
  expiresAt: Type.String(),
  createdAt: Type.String(),
  createdBy: Type.String(),
});

export interface ViewParts {
  readonly id: string;
  readonly state: PaymentState;
  readonly publicUrl: string;
}

/** A payment as the API shows it. */
export function showPayment({ id, state, publicUrl }: ViewParts) {
  const { intent } = state;
  const standing = standingOf(state);
  const amount = (minor: bigint) => storedMoney(minor, intent.amount.currency);
  return {
    id,
    status: standing.status,
    reasons: standing.reasons,
    amount: intent.amount,
    authorized: amount(standing.authorized),
    captured: amount(standing.captured),
    refunded: amount(standing.refunded),
    refunding: amount(standing.refunding),
    reversed: amount(standing.reversed),
    disputed: amount(standing.disputed),
    overpaid: amount(standing.overpaid),
    overpaidAsset: standing.overpaidAsset,
    capture: intent.capture,
    reference: intent.reference,
    description: intent.description,
    customer: intent.customer === null ? null : { ...intent.customer },
    metadata: intent.metadata,
    subscription: intent.subscription === null ? null : { ...intent.subscription },
    redirectUrl: redirectOf(state, standing),
    checkoutUrl: `${publicUrl}/pay/${state.checkoutToken}`,
    attempts: standing.attempts.map((stands) => showAttempt(state, stands)),
    captures: standing.attempts.flatMap(({ number, facts }) =>
      [...facts.captures.values()].map(({ movementRef, amount: taken, fee = null }) => ({
        attempt: number,
        movementRef,
        amount: taken,
        fee,
      })),
    ),
    refunds: standing.attempts.flatMap((stands) => showRefunds(id, state, stands)),
    disputes: showDisputes(standing),
    expiresAt: intent.expiresAt,
    createdAt: state.createdAt,
    createdBy: state.createdBy,
  };
}

/** The open checkout of the attempt that leads. */
export function redirectOf({ attempts }: PaymentState, { status, leading }: Standing): string | null {
  if (status !== 'requires_action') return null;
  return attempts.find(({ number }) => number === leading)?.redirectUrl ?? null;
}

function showAttempt({ attempts, calls }: PaymentState, { number, status }: AttemptStanding) {
  const attempt = attempts.find((each) => each.number === number);
  if (attempt === undefined) throw new TypeError(`There is no attempt ${number}.`);
  const opening = calls.find((call) => call.attempt === number && call.kind === 'createCheckout');
  const { connectionId, asked, charge, chargePaidBy, providerRef, redirectUrl, checkoutExpiresAt, createdAt } = attempt;
  return {
    number,
    connection: connectionId,
    status,
    asked,
    charge,
    chargePaidBy,
    providerRef,
    redirectUrl,
    expiresAt: checkoutExpiresAt,
    problem: opening?.problem ?? null,
    createdAt,
  };
}

function showRefunds(paymentId: string, { calls }: PaymentState, { number, facts }: AttemptStanding) {
  const told = [...facts.refunds.values()].map(({ refundRef, reference, amount, status, reason }) => ({
    id: refundIdOf(paymentId, reference) ?? calls.find(({ ref }) => ref === refundRef)?.id ?? null,
    attempt: number,
    refundRef,
    amount,
    status,
    problem: reason === undefined ? null : { code: status, text: reason },
  }));
  const ids = new Set(told.map(({ id }) => id));
  const waiting = calls.filter(({ kind, attempt, id }) => kind === 'refund' && attempt === number && !ids.has(id));
  return [...told, ...waiting.flatMap((call) => showRefundCall(number, call))];
}

function showRefundCall(attempt: number, { id, amount, state, problem }: ProviderCall) {
  const status = {
    intended: 'pending',
    unknown: 'unknown',
    declined: 'declined',
    not_attempted: 'declined',
    not_made: 'failed',
    done: 'pending',
  } as const;
  return amount === null ? [] : [{ id, attempt, refundRef: null, amount, status: status[state], problem }];
}

export function showDisputes({ attempts }: Standing) {
  return attempts.flatMap(({ number, facts }) =>
    [...facts.disputes.values()].map(({ disputeRef, amount, status, reason = null, respondBy = null }) => ({
      attempt: number,
      disputeRef,
      amount,
      status,
      reason,
      respondBy,
    })),
  );
}
