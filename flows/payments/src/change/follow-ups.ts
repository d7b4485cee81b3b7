import type { CallKind, PaymentState, ProviderCall } from '../model/payment.ts';
import type { AttemptStanding } from '../standing/attempt-standing.ts';
import { standingOf } from '../standing/payment-standing.ts';
import { type NewCall, newCall } from './new-call.ts';

/**
 * What the hub does by itself about a payment, as calls that are committed together with the change that asks for them:
 * an approved checkout is confirmed, once; checkouts that nobody should pay any more are ended.
 */
export function withFollowUps<State extends Omit<PaymentState, 'status' | 'watch' | 'ledger'>>(
  paymentId: string,
  state: State,
  now: number,
): State {
  const standing = standingOf(state);
  const ended = standing.status === 'cancelled' || standing.status === 'expired';
  const calls: ProviderCall[] = [];
  const add = (attempt: number, kind: CallKind) => {
    const call: NewCall = { kind, attempt, by: 'hub', now };
    calls.push(newCall(paymentId, [...state.calls, ...calls], call));
  };
  for (const { number, status, facts } of standing.attempts) {
    const attempt = state.attempts.find((each) => each.number === number);
    if (attempt?.providerRef === undefined || attempt.providerRef === null) continue;
    const done = (kind: CallKind) =>
      state.calls.filter((call) => call.kind === kind && call.attempt === number && !mayTryAgain(call, now));
    const others = standing.attempts.filter((other) => other.number !== number);
    const elsewhere = others.some((other) => holdsMoney(other) || isChosenInstead(state, other, number));
    // What is reserved here while the money was taken elsewhere would be paid twice.
    const paidTwice = status === 'authorized' && others.some((other) => taken(other) > 0n);
    if (((elsewhere || ended) && openToPay.has(status)) || paidTwice) {
      // One that was asked for by hand and declined then is asked for anew, once.
      if (!done('void').some(({ state: stands, by }) => stands !== 'declined' || by === 'hub')) add(number, 'void');
    } else if (facts.progress?.fact === 'approved' && status === 'processing' && done('void').length === 0) {
      if (mayConfirm(facts.approvals, done('confirm'))) add(number, 'confirm');
    }
  }
  return calls.length === 0 ? state : { ...state, calls: [...state.calls, ...calls] };
}

/** Each agreement of the customer is confirmed once; the next only after the one before was declined. */
function mayConfirm(approvals: number, confirms: readonly ProviderCall[]): boolean {
  return confirms.length < approvals && confirms.every(({ state }) => state === 'declined');
}

/** A call that surely did not happen is made again as a new one, but not in a hurry. */
function mayTryAgain({ state, settledAt, problem }: ProviderCall, now: number): boolean {
  if (state !== 'not_made' || problem?.code === 'feature_unsupported') return false;
  return settledAt !== null && now - Date.parse(settledAt) >= tryAgainAfterMs;
}

const tryAgainAfterMs = 55_000;

function taken({ captured, refunded, reversed }: AttemptStanding): bigint {
  return captured - refunded - reversed;
}

function holdsMoney(attempt: AttemptStanding): boolean {
  return taken(attempt) > 0n || attempt.authorized > 0n;
}

/** The customer went on with another method. */
function isChosenInstead({ attempts }: Pick<PaymentState, 'attempts'>, other: AttemptStanding, number: number) {
  const opened = attempts.find((each) => each.number === other.number)?.redirectUrl !== null;
  return other.number > number && opened && openToPay.has(other.status);
}

/** Somebody could still pay there. */
const openToPay: ReadonlySet<string> = new Set(['requires_action', 'failed', 'processing']);
