import type { HubEvidence, PaymentState, PaymentStatus } from '../model/payment.ts';
import { type AttemptStanding, attemptStanding, receivedOf } from './attempt-standing.ts';

/** How a payment stands; amounts in minor units of its currency. */
export interface Standing {
  readonly status: PaymentStatus;
  /** Why it is in review; empty otherwise. */
  readonly reasons: readonly string[];
  readonly attempts: readonly AttemptStanding[];
  /** The attempt that the status is taken from. */
  readonly leading: number | undefined;
  readonly authorized: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  readonly refunding: bigint;
  readonly reversed: bigint;
  readonly disputed: bigint;
  readonly overpaid: bigint;
  readonly overpaidAsset: boolean;
}

/** What a standing is derived from: evidence and calls, and what was asked. Never the status that was written before. */
export type StandingParts = Pick<PaymentState, 'intent' | 'attempts' | 'calls' | 'evidence'>;

type Resolution = Extract<HubEvidence, { readonly kind: 'resolved' }>;

/**
 * Derives how a payment stands. A pure function of the set of evidence: the same evidence in any order, with any of it
 * told twice, gives the same standing.
 */
export function standingOf(parts: StandingParts): Standing {
  const resolutions = parts.evidence.filter(
    (each): each is Resolution => each.from === 'hub' && each.kind === 'resolved',
  );
  const attempts = attemptsOf(parts, resolutions);
  const twice = paidTwice(attempts);
  const settled = new Set(resolutions.flatMap(({ reasons }) => reasons));
  const leading = leadingOf(attempts);
  const lead = attempts.find(({ number }) => number === leading?.number);
  const status = withHubEvidence(leading?.status ?? 'created', lead, parts);
  const all = [...attempts.flatMap(({ reasons }) => reasons), ...twice];
  all.push(...stuckReasons(parts, status));
  if (status === 'expired' && lead?.status === 'underpaid') all.push(`underpaid_at_expiry:${receivedOf(lead.facts)}`);
  all.push(...takenBack({ status, captured: total(attempts, 'captured') }, all, resolutions));
  const reasons = [...new Set(all)].filter((reason) => !settled.has(reason)).sort();
  return {
    status: reasons.length > 0 ? 'review' : resolved(status, all, resolutions),
    reasons,
    attempts,
    leading: leading?.number,
    authorized: total(attempts, 'authorized'),
    captured: total(attempts, 'captured'),
    refunded: total(attempts, 'refunded'),
    refunding: total(attempts, 'refunding'),
    reversed: total(attempts, 'reversed'),
    disputed: total(attempts, 'disputed'),
    overpaid: total(attempts, 'overpaid') + (twice.length > 0 ? secondPayments(attempts) : 0n),
    overpaidAsset: attempts.some(({ overpaidAsset }) => overpaidAsset),
  };
}

function attemptsOf(
  { intent, attempts, calls, evidence }: StandingParts,
  resolutions: readonly Resolution[],
): readonly AttemptStanding[] {
  const accepted = new Set(resolutions.flatMap(({ reasons }) => reasons));
  return attempts.map((attempt) =>
    attemptStanding({
      attempt,
      capture: intent.capture,
      evidence: evidence.filter((each) => each.from === 'provider').filter((each) => each.attempt === attempt.number),
      calls: calls.filter((call) => call.attempt === attempt.number),
      accepted,
    }),
  );
}

const held = (attempt: AttemptStanding): bigint => attempt.captured - attempt.refunded - attempt.reversed;

function paidTwice(attempts: readonly AttemptStanding[]): readonly string[] {
  const holding = attempts.filter((attempt) => held(attempt) > 0n);
  if (holding.length < 2) return [];
  return [`paid_more_than_once:${holding.map(({ number, captured }) => `${number}=${captured}`).join(':')}`];
}

function secondPayments(attempts: readonly AttemptStanding[]): bigint {
  const [, ...rest] = attempts
    .filter((attempt) => held(attempt) > 0n)
    .sort((left, right) => left.number - right.number);
  return rest.reduce((sum, attempt) => sum + held(attempt), 0n);
}

/** Of several attempts the one that says what the payment is: who holds money, then who may still get some. */
const precedence: readonly AttemptStanding['status'][] = [
  'review',
  'captured',
  'partially_refunded',
  'partially_captured',
  'closed_partial',
  'reversed',
  'refunded',
  'underpaid',
  'authorized',
  'unknown',
  'processing',
  'requires_action',
  'created',
  'expired',
  'cancelled',
  'failed',
  'not_attempted',
];

function leadingOf(attempts: readonly AttemptStanding[]): { number: number; status: PaymentStatus } | undefined {
  const rank = ({ status }: AttemptStanding) => precedence.indexOf(status);
  // Of equals the later one: it is what the customer did last.
  const first = attempts.toSorted((left, right) => rank(left) - rank(right) || right.number - left.number)[0];
  if (first === undefined) return undefined;
  return { number: first.number, status: first.status === 'not_attempted' ? 'failed' : first.status };
}

/** The hub's own expiry and cancellation count only while no provider says that money is there or may come. */
function withHubEvidence(
  status: PaymentStatus,
  lead: AttemptStanding | undefined,
  { evidence, calls }: StandingParts,
): PaymentStatus {
  const did = (kind: HubEvidence['kind']) => evidence.some((each) => each.from === 'hub' && each.kind === kind);
  if (!endable.has(status) && !waitsForUs(lead, calls)) return status;
  if (did('cancelled') && status !== 'underpaid') return 'cancelled';
  return did('expired') ? 'expired' : status;
}

/** The customer agreed, and no money moves unless the hub asks for it, which it has not. */
function waitsForUs(lead: AttemptStanding | undefined, calls: StandingParts['calls']): boolean {
  if (lead?.status !== 'processing' || lead.facts.progress?.fact !== 'approved') return false;
  const asked = calls.filter(({ kind, attempt }) => kind === 'confirm' && attempt === lead.number);
  return asked.every(({ state }) => state === 'declined' || state === 'not_made');
}

const endable: ReadonlySet<PaymentStatus> = new Set([
  'created',
  'requires_action',
  'failed',
  'expired',
  'cancelled',
  'underpaid',
]);

/** A person is asked as long as it is open what the janitor gave up on. */
function stuckReasons({ evidence, calls }: StandingParts, status: PaymentStatus): readonly string[] {
  const stuck = evidence.filter((each) => each.from === 'hub' && each.kind === 'stuck');
  return stuck.flatMap(({ what }) => {
    const call = calls.find(({ id, kind }) => `${kind}:${id}` === what);
    // A refund of which nothing is known leaves the status as it is.
    const open = call?.kind === 'refund' ? call.state === 'unknown' : isUnsettled(status);
    return open ? [`stuck:${what}`] : [];
  });
}

function isUnsettled(status: PaymentStatus): boolean {
  return status === 'unknown' || status === 'created' || status === 'processing' || status === 'underpaid';
}

/** The last word of an operator holds as long as the reasons it was said about are all there is. */
function resolved(status: PaymentStatus, all: readonly string[], resolutions: readonly Resolution[]): PaymentStatus {
  const last = lastOf(resolutions.filter(({ reasons }) => reasons.some((reason) => all.includes(reason))));
  if (last === undefined) return status;
  // Said to be captured: what came back since counts as usual.
  return last.status === 'captured' && cameBack.has(status) ? status : last.status;
}

const cameBack: ReadonlySet<PaymentStatus> = new Set(['partially_refunded', 'refunded', 'reversed']);

/**
 * What an operator called captured was delivered by now: when the reasons go and not all of the money is there, a person
 * decides anew, and again when it is another part of it.
 */
function takenBack(
  { status, captured }: Pick<Standing, 'status' | 'captured'>,
  all: readonly string[],
  resolutions: readonly Resolution[],
): readonly string[] {
  const last = lastOf(resolutions);
  if (last?.status !== 'captured' || status === 'captured' || cameBack.has(status)) return [];
  return last.reasons.some((reason) => all.includes(reason)) ? [] : [`said_captured:${status}:${captured}`];
}

function lastOf(resolutions: readonly Resolution[]): Resolution | undefined {
  return resolutions
    .toSorted((left, right) => left.recordedAt.localeCompare(right.recordedAt) || numberOf(left) - numberOf(right))
    .at(-1);
}

/** Resolutions are numbered, so that of two in one millisecond the later one counts. */
function numberOf({ key }: Resolution): number {
  return Number(key.split(':').at(-1));
}

type Sum = 'authorized' | 'captured' | 'refunded' | 'refunding' | 'reversed' | 'disputed' | 'overpaid';

function total(attempts: readonly AttemptStanding[], name: Sum): bigint {
  return attempts.reduce((sum, attempt) => sum + attempt[name], 0n);
}
