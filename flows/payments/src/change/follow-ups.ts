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
      state.calls.some((call) => call.kind === kind && call.attempt === number && !mayTryAgain(call, now));
    const elsewhere = standing.attempts.some(
      (other) => other.number !== number && (holdsMoney(other) || isChosenInstead(state, other, number)),
    );
    if ((elsewhere || ended) && openToPay.has(status)) {
      if (!done('void')) add(number, 'void');
    } else if (facts.approved && status === 'processing' && !done('confirm') && !done('void')) {
      add(number, 'confirm');
    }
  }
  return calls.length === 0 ? state : { ...state, calls: [...state.calls, ...calls] };
}

/** A call that surely did not happen is made again as a new one, but not in a hurry. */
function mayTryAgain({ state, settledAt, problem }: ProviderCall, now: number): boolean {
  if (state !== 'not_made' || problem?.code === 'feature_unsupported') return false;
  return settledAt !== null && now - Date.parse(settledAt) >= tryAgainAfterMs;
}

const tryAgainAfterMs = 55_000;

function holdsMoney({ captured, refunded, reversed, authorized }: AttemptStanding): boolean {
  return captured - refunded - reversed > 0n || authorized > 0n;
}

/** The customer went on with another method. */
function isChosenInstead({ attempts }: Pick<PaymentState, 'attempts'>, other: AttemptStanding, number: number) {
  const opened = attempts.find((each) => each.number === other.number)?.redirectUrl !== null;
  return other.number > number && opened && openToPay.has(other.status);
}

/** Somebody could still pay there. What is authorized while another attempt is paid would be paid twice. */
const openToPay: ReadonlySet<string> = new Set(['requires_action', 'failed', 'processing']);
