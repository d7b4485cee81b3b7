import { HubError } from '@fairlead/core/flow-api';
import { formatDecimal, decimalsOf } from '@fairlead/sdk';
import type { PaymentState, ProviderCall } from '../model/payment.ts';
import { minorOf, storedMoney } from '../model/stored.ts';
import type { AttemptStanding } from '../standing/attempt-standing.ts';
import { sumOf } from '../standing/attempt-facts.ts';
import type { Standing } from '../standing/payment-standing.ts';
import type { Plan } from './act-on-payment.ts';

/** Takes authorized money. @param amountMinor default: all that is left */
export function planCapture({ amountMinor, final }: { amountMinor: bigint | undefined; final: boolean }): Plan {
  return (state, standing) => {
    const attempt = attemptWhere(
      standing,
      ({ authorized }) => authorized > 0n,
      'Nothing is authorized, so that nothing can be captured.',
    );
    const asked = state.attempts.find(({ number }) => number === attempt.number)?.asked;
    const currency = asked?.currency ?? '';
    const promised = sumOf(promisedAmounts(state, attempt), currency);
    const left = attempt.authorized - attempt.captured - promised;
    const amount = amountMinor ?? left;
    demandAmount(amount, left, currency, 'captured');
    return {
      kind: 'capture',
      attempt: attempt.number,
      amount: storedMoney(amount, currency),
      final: final || amount === left,
    };
  };
}

/** Gives an authorization back, or ends a checkout that nobody paid. */
export const planVoid: Plan = (_state, standing) => {
  const attempt = attemptWhere(
    standing,
    ({ authorized, captured, status }) => captured === 0n && (authorized > 0n || status === 'requires_action'),
    'There is no authorization and no open checkout to void. What was captured can be refunded.',
  );
  return { kind: 'void', attempt: attempt.number };
};

export interface RefundWish {
  /** Default: all that is left. */
  readonly amountMinor: bigint | undefined;
  readonly reason: ProviderCall['reason'];
  /** The capture to take it from, where there are several. */
  readonly movementRef: string | undefined;
}

/** Sends captured money back. */
export function planRefund({ amountMinor, reason, movementRef }: RefundWish): Plan {
  return (state, standing) => {
    const attempt = attemptWhere(
      standing,
      (each) => left(each) > 0n && (movementRef === undefined || each.facts.captures.has(movementRef)),
      'Nothing is left that could be refunded.',
    );
    const currency = state.attempts.find(({ number }) => number === attempt.number)?.asked.currency ?? '';
    const amount = amountMinor ?? left(attempt);
    demandAmount(amount, left(attempt), currency, 'refunded');
    return {
      kind: 'refund',
      attempt: attempt.number,
      amount: storedMoney(amount, currency),
      movementRef: movementRef ?? onlyCapture(attempt) ?? null,
      reason,
    };
  };
}

/** Captured money of which nobody has asked anything back yet. */
function left({ captured, refunded, refunding, reversed, disputed }: AttemptStanding): bigint {
  return captured - refunded - refunding - reversed - disputed;
}

function onlyCapture({ facts }: AttemptStanding): string | undefined {
  return facts.captures.size === 1 ? [...facts.captures.keys()][0] : undefined;
}

/** Captures of which the money was not told yet: under way, unknown, or answered as pending and not failed since. */
function promisedAmounts({ calls }: PaymentState, { number, facts }: AttemptStanding) {
  const failed = facts.progress?.fact === 'failed';
  const waits = ({ state, ref }: ProviderCall) =>
    state === 'intended' ||
    state === 'unknown' ||
    (state === 'done' && !failed && ref !== null && !facts.captures.has(ref));
  return calls
    .filter((call) => call.kind === 'capture' && call.attempt === number && waits(call))
    .flatMap(({ amount }) => amount ?? []);
}

function attemptWhere(
  { attempts }: Standing,
  fits: (attempt: AttemptStanding) => boolean,
  otherwise: string,
): AttemptStanding {
  const found = attempts.findLast(fits);
  if (found === undefined) throw new HubError('conflict', { detail: otherwise });
  return found;
}

function demandAmount(amount: bigint, most: bigint, currency: string, done: string): void {
  if (amount > 0n && amount <= most) return;
  const text = `${formatDecimal(most > 0n ? most : 0n, decimalsOf(currency))} ${currency}`;
  throw new HubError('conflict', { detail: `At most ${text} can be ${done} now.` });
}

/** Amount of a call in minor units. */
export function callAmount({ amount }: ProviderCall): bigint {
  return amount === null ? 0n : minorOf(amount);
}
