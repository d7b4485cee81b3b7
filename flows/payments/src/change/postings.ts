import type { LedgerEntry, LedgerLine } from '../model/ledger-entry.ts';
import type { Attempt } from '../model/payment.ts';
import { minorOf, type StoredMoney } from '../model/stored.ts';
import type { AttemptStanding } from '../standing/attempt-standing.ts';
import type { Standing } from '../standing/payment-standing.ts';

/** What the books should say of one movement. */
interface Posting {
  readonly key: string;
  readonly lines: readonly LedgerLine[];
}

export interface PostingParts {
  readonly paymentId: string;
  readonly attempts: readonly Attempt[];
  readonly ledger: readonly LedgerEntry[];
  readonly standing: Standing;
  readonly at: string;
}

/**
 * The entries that bring the books from what they say to what they should say. Movements that are booked already bring
 * none; one that turned out otherwise (a refund that failed later) is booked back. The balances that come of it are the
 * same whatever the order in which the facts arrived.
 */
export function entriesToAdd({ paymentId, attempts, ledger, standing, at }: PostingParts): readonly LedgerEntry[] {
  const wanted = new Map(wantedPostings(attempts, standing).map(({ key, lines }) => [key, lines]));
  const keys = new Set([...ledger.map(({ key }) => key), ...wanted.keys()]);
  const entries: LedgerEntry[] = [];
  for (const key of keys) {
    const booked = ledger.filter((entry) => entry.key === key).flatMap(({ lines }) => lines);
    const lines = difference(wanted.get(key) ?? [], booked);
    if (lines.length > 0) entries.push({ id: `${paymentId}-${ledger.length + entries.length + 1}`, key, at, lines });
  }
  return entries;
}

function wantedPostings(attempts: readonly Attempt[], standing: Standing): readonly Posting[] {
  return standing.attempts.flatMap((stands) => {
    const attempt = attempts.find(({ number }) => number === stands.number);
    return attempt === undefined ? [] : postingsOf(attempt, stands);
  });
}

function postingsOf(attempt: Attempt, { number, status, facts }: AttemptStanding): readonly Posting[] {
  const clearing = `clearing:${attempt.connectionId}`;
  const move = (key: string, amount: StoredMoney, from: string, to: string): Posting => ({
    key: `${key.split(':', 1)[0]}:${number}:${key.slice(key.indexOf(':') + 1)}`,
    lines: [line(to, minorOf(amount), amount.currency), line(from, -minorOf(amount), amount.currency)],
  });
  const charged = attempt.chargePaidBy === 'customer' && minorOf(attempt.charge) > 0n && isPaid(status);
  const lost = [...facts.disputes.values()].filter(
    ({ status: dispute, disputeRef }) => dispute === 'lost' && !facts.reversals.has(disputeRef),
  );
  // Too little of an asset came: that was never booked, so that sending it back is not either.
  const isBooked = facts.captures.size > 0 || facts.underpayments.size === 0;
  return [
    ...[...facts.captures].map(([ref, { amount }]) => move(`capture:${ref}`, amount, 'customer', clearing)),
    ...[...facts.captures].flatMap(([ref, { fee }]) =>
      fee === undefined || minorOf(fee) === 0n
        ? []
        : [move(`fee:${ref}`, fee, clearing, `fees:${attempt.connectionId}`)],
    ),
    ...(charged ? [move(`charge:${number}`, attempt.charge, 'charges', 'customer')] : []),
    ...[...facts.refunds.values()]
      .filter((refund) => refund.status === 'succeeded' && isBooked)
      .map(({ refundRef, amount }) => move(`refund:${refundRef}`, amount, clearing, 'customer')),
    ...[...facts.reversals].map(([ref, { amount }]) => move(`reversal:${ref}`, amount, clearing, 'customer')),
    ...lost.map(({ disputeRef, amount }) => move(`dispute:${disputeRef}`, amount, clearing, 'customer')),
  ];
}

function isPaid(status: AttemptStanding['status']): boolean {
  return status === 'captured' || status === 'partially_refunded' || status === 'refunded' || status === 'reversed';
}

function line(account: string, amount: bigint, currency: string): LedgerLine {
  return { account, amountMinor: amount.toString(), currency };
}

/** What has to be added to the second to make it the first; nothing when they are the same. */
function difference(wanted: readonly LedgerLine[], booked: readonly LedgerLine[]): readonly LedgerLine[] {
  const sums = new Map<string, { readonly account: string; readonly currency: string; amount: bigint }>();
  const add = ({ account, currency, amountMinor }: LedgerLine, sign: bigint) => {
    const key = `${account} ${currency}`;
    const sum = sums.get(key) ?? { account, currency, amount: 0n };
    sum.amount += sign * BigInt(amountMinor);
    sums.set(key, sum);
  };
  for (const each of wanted) add(each, 1n);
  for (const each of booked) add(each, -1n);
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0n)
    .map(({ account, currency, amount }) => line(account, amount, currency));
}
