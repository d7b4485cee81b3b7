import type { Attempt, PaymentState, PaymentStatus } from '../model/payment.ts';
import { type Standing, standingOf } from '../standing/payment-standing.ts';

/**
 * Where the payer is.
 * - `choose`: somebody can still pay; `opening`: a checkout is being opened this moment;
 * - `unknown`: a call may have happened, and nothing may be tried before it is known; `confirming`: the hub takes what the
 *   payer approved; `processing`: the provider takes its time; `checking`: a person looks;
 * - `underpaid`: a part came; `paid`, `reserved` (captured later), `returned` (paid, and given back);
 * - `expired`, `cancelled`, `closed` (for any other reason nothing can be paid here any more).
 */
export type Stage =
  | 'choose'
  | 'opening'
  | 'unknown'
  | 'confirming'
  | 'processing'
  | 'checking'
  | 'underpaid'
  | 'paid'
  | 'reserved'
  | 'returned'
  | 'expired'
  | 'cancelled'
  | 'closed';

/** The page is open to everybody who has its address: more tries than this are not a payer's. */
export const mostAttempts = 30;

export interface StageParts {
  readonly state: PaymentState;
  readonly standing: Standing;
  readonly stage: Stage;
}

/** @param now the hub's clock, milliseconds since 1970 UTC */
export function stageOf(state: PaymentState, now: number): StageParts {
  const standing = standingOf(state);
  return { state, standing, stage: stageBy(state, standing, now) };
}

function stageBy(state: PaymentState, standing: Standing, now: number): Stage {
  const settled = stageOfStatus[standing.status];
  if (settled === 'processing' && isConfirming(state)) return 'confirming';
  return settled ?? stageOfUnpaid(state, standing, now);
}

/** Undefined where nobody has paid: then it counts what else is known. */
const stageOfStatus: { readonly [Status in PaymentStatus]: Stage | undefined } = {
  created: undefined,
  requires_action: undefined,
  failed: undefined,
  cancelled: undefined,
  expired: undefined,
  processing: 'processing',
  unknown: 'unknown',
  authorized: 'reserved',
  partially_captured: 'paid',
  captured: 'paid',
  closed_partial: 'paid',
  underpaid: 'underpaid',
  partially_refunded: 'paid',
  refunded: 'returned',
  reversed: 'returned',
  review: 'checking',
};

/**
 * A checkout that was cancelled or ran out at the provider ends that try; the payment ends by the hub's word. What may be
 * under way with any gateway keeps all others away.
 */
function stageOfUnpaid({ evidence, attempts, intent }: PaymentState, standing: Standing, now: number): Stage {
  const said = (kind: string) => evidence.some((each) => each.from === 'hub' && each.kind === kind);
  if (said('cancelled')) return 'cancelled';
  if (said('resolved')) return 'closed';
  if (standing.attempts.some(({ status }) => status === 'created')) return 'opening';
  if (said('expired') || now >= Date.parse(intent.expiresAt)) return 'expired';
  return attempts.length >= mostAttempts ? 'closed' : 'choose';
}

function isConfirming({ calls }: PaymentState): boolean {
  return calls.some(({ kind, state }) => kind === 'confirm' && state === 'intended');
}

/** The checkout that is open with a connection; one that the hub is about to end does not count. */
export function openAttempt({ state, standing }: StageParts, connectionId: string): Attempt | undefined {
  const waits = (number: number) =>
    standing.attempts.some((each) => each.number === number && each.status === 'requires_action') &&
    !state.calls.some(({ kind, attempt }) => kind === 'void' && attempt === number);
  return state.attempts.findLast((each) => each.connectionId === connectionId && waits(each.number));
}
