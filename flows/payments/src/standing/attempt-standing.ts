import type { Attempt, CaptureMode, PaymentStatus, ProviderCall, ProviderEvidence } from '../model/payment.ts';
import { minorOf, type StoredMoney } from '../model/stored.ts';
import { type AttemptFacts, factsOfAttempt, sumOf } from './attempt-facts.ts';
import { compareDecimals } from './decimals.ts';

/** How one attempt stands; amounts in minor units of the attempt's currency. */
export interface AttemptStanding {
  readonly number: number;
  /** `not_attempted`: the provider did not try, or could not be reached; nothing happened there. */
  readonly status: PaymentStatus | 'not_attempted';
  /** Why somebody has to look; each names the figures, so that new figures are a new reason. */
  readonly reasons: readonly string[];
  readonly authorized: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  /** Refunds under way: told as pending, or asked for and not known to have failed. */
  readonly refunding: bigint;
  /** Taken back by the provider, and disputes that were lost. */
  readonly reversed: bigint;
  /** Disputes that are open. */
  readonly disputed: bigint;
  readonly overpaid: bigint;
  /** More of the asset came than was asked for. */
  readonly overpaidAsset: boolean;
  readonly facts: AttemptFacts;
}

export interface AttemptParts {
  readonly attempt: Attempt;
  readonly capture: CaptureMode;
  readonly evidence: readonly ProviderEvidence[];
  readonly calls: readonly ProviderCall[];
  /** Reasons that an operator has looked at. */
  readonly accepted: ReadonlySet<string>;
}

/** Whether the provider said that it gave everything back; it tells no movement then. */
function isVoided(calls: readonly ProviderCall[]): boolean {
  return calls.some(({ kind, state }) => kind === 'void' && state === 'done');
}

const openDisputes: ReadonlySet<string> = new Set(['inquiry', 'needs_response', 'under_review']);

/** Derives how an attempt stands from what is known of it. Depends on nothing but the set of facts and calls. */
export function attemptStanding({ attempt, capture, evidence, calls, accepted }: AttemptParts): AttemptStanding {
  const facts = factsOfAttempt(evidence);
  const { currency } = attempt.asked;
  const amounts = {
    authorized: isVoided(calls) ? 0n : sumOf(liveAuthorizations(facts), currency),
    captured: sumOf(amountsOf(facts.captures), currency),
    refunded: sumOf(refundsOf(facts, 'succeeded'), currency),
    refunding: sumOf(refundsOf(facts, 'pending'), currency) + unmatchedRefunds(facts, calls, currency),
    reversed: sumOf([...amountsOf(facts.reversals), ...lostDisputes(facts)], currency),
    disputed: sumOf(
      disputesIn(facts, (status) => openDisputes.has(status)),
      currency,
    ),
  };
  const asked = minorOf(attempt.asked);
  const reasons = [...foreignMoney(facts, currency), ...mismatches(facts, capture, asked, amounts)];
  const open = reasons.filter((reason) => !accepted.has(reason));
  const excused = reasons.length > open.length;
  const status = open.length > 0 ? 'review' : statusOf({ facts, capture, asked, calls, amounts, excused });
  return {
    number: attempt.number,
    status,
    reasons,
    ...amounts,
    overpaid: amounts.captured > asked ? amounts.captured - asked : 0n,
    overpaidAsset: [...facts.captures.values()].some(moreThanExpected),
    facts,
  };
}

type Amounts = Pick<AttemptStanding, 'authorized' | 'captured' | 'refunded' | 'refunding' | 'reversed' | 'disputed'>;

function amountsOf(facts: ReadonlyMap<string, { readonly amount: StoredMoney }>): readonly StoredMoney[] {
  return [...facts.values()].map(({ amount }) => amount);
}

function liveAuthorizations({ authorizations, voided }: AttemptFacts): readonly StoredMoney[] {
  return [...authorizations.values()].filter(({ movementRef }) => !voided.has(movementRef)).map(({ amount }) => amount);
}

function refundsOf({ refunds }: AttemptFacts, wanted: string): readonly StoredMoney[] {
  return [...refunds.values()].filter(({ status }) => status === wanted).map(({ amount }) => amount);
}

function disputesIn({ disputes }: AttemptFacts, wanted: (status: string) => boolean): readonly StoredMoney[] {
  return [...disputes.values()].filter(({ status }) => wanted(status)).map(({ amount }) => amount);
}

/** A provider may tell a lost dispute as a reversal of the same name as well: that is one loss. */
function lostDisputes({ disputes, reversals }: AttemptFacts): readonly StoredMoney[] {
  return [...disputes.values()]
    .filter(({ status, disputeRef }) => status === 'lost' && !reversals.has(disputeRef))
    .map(({ amount }) => amount);
}

/** Refunds that were asked for, of which the provider has said nothing yet: their money counts as given back. */
function unmatchedRefunds({ refunds }: AttemptFacts, calls: readonly ProviderCall[], currency: string): bigint {
  const open = calls.filter(({ kind, state }) => kind === 'refund' && (state === 'intended' || state === 'unknown'));
  const told = (call: ProviderCall) =>
    [...refunds.values()].some(({ reference }) => reference?.endsWith(`-${call.id}`) === true);
  return sumOf(
    open.filter((call) => !told(call)).flatMap(({ amount }) => amount ?? []),
    currency,
  );
}

function foreignMoney(facts: AttemptFacts, currency: string): readonly string[] {
  return [...facts.captures, ...facts.authorizations]
    .filter(([, { amount }]) => amount.currency !== currency)
    .map(([ref, { amount }]) => `currency_mismatch:${ref}:${amount.amountMinor}:${amount.currency}`)
    .sort();
}

function mismatches(facts: AttemptFacts, capture: CaptureMode, asked: bigint, amounts: Amounts): readonly string[] {
  const { captured, authorized, refunded, reversed } = amounts;
  const reasons: string[] = [];
  const more = [...facts.captures.values()].some(({ final }) => !final);
  if (captured > asked || (capture === 'automatic' && captured > 0n && captured < asked && !more)) {
    reasons.push(`amount_mismatch:${asked}:${captured}`);
  }
  if (captured === 0n && authorized > 0n && authorized !== asked) {
    reasons.push(`authorized_mismatch:${asked}:${authorized}`);
  }
  if (captured > 0n && refunded > captured) reasons.push(`refunded_too_much:${captured}:${refunded}`);
  else if (captured > 0n && refunded + reversed > captured) {
    reasons.push(`returned_too_much:${captured}:${refunded}:${reversed}`);
  }
  if (captured === 0n && facts.underpayments.size > 0 && isEnd(facts.progress?.fact) && refunded === 0n) {
    reasons.push(`underpaid_at_end:${receivedOf(facts)}`);
  }
  return reasons;
}

/** What came of an asset where less came than was asked for. */
export function receivedOf({ underpayments }: AttemptFacts): string {
  const received = [...underpayments.values()].map((each) => `${each.received.amount}:${each.received.asset}`);
  return received.sort().join(':');
}

function isEnd(fact: string | undefined): boolean {
  return fact === 'expired' || fact === 'cancelled' || fact === 'failed';
}

interface StatusParts {
  readonly facts: AttemptFacts;
  readonly capture: CaptureMode;
  readonly asked: bigint;
  readonly calls: readonly ProviderCall[];
  readonly amounts: Amounts;
  /** An operator has looked at what does not fit. */
  readonly excused: boolean;
}

function statusOf(parts: StatusParts): AttemptStanding['status'] {
  const { facts, amounts } = parts;
  if (facts.captures.size > 0) return afterReturns(capturedStatus(parts), amounts);
  if (facts.underpayments.size > 0) return amounts.refunded > 0n ? 'refunded' : underpaidStatus(facts);
  const unsure = parts.calls.some(
    ({ kind, state }) => state === 'unknown' && (kind === 'capture' || kind === 'confirm'),
  );
  if (unsure) return 'unknown';
  if (amounts.authorized > 0n) return 'authorized';
  if (isVoided(parts.calls)) return 'cancelled';
  if (facts.progress?.fact === 'approved' && allDeclined(facts, parts.calls)) return 'failed';
  return facts.progress === undefined ? statusOfCalls(parts.calls) : progressStatus(facts.progress.fact);
}

/** Whatever the customer agreed to was declined when it was to be taken. */
function allDeclined({ approvals }: AttemptFacts, calls: readonly ProviderCall[]): boolean {
  return calls.filter(({ kind, state }) => kind === 'confirm' && state === 'declined').length >= approvals;
}

/** An operator's word that it is captured counts as if the amount were the one asked for. */
function capturedStatus({ facts, capture, asked, amounts, excused }: StatusParts): PaymentStatus {
  if (excused || amounts.captured === asked) return 'captured';
  const closed = amounts.authorized === 0n && facts.voided.size > 0;
  const final = [...facts.captures.values()].some((each) => each.final);
  return capture === 'manual' && (final || closed) ? 'closed_partial' : 'partially_captured';
}

function afterReturns(base: PaymentStatus, { captured, refunded, reversed }: Amounts): PaymentStatus {
  if (refunded + reversed === 0n) return base;
  if (captured - refunded - reversed > 0n) return refunded > 0n ? 'partially_refunded' : base;
  return reversed > 0n ? 'reversed' : 'refunded';
}

function underpaidStatus({ progress }: AttemptFacts): PaymentStatus {
  return progress?.fact === 'expired' ? 'expired' : 'underpaid';
}

function progressStatus(fact: NonNullable<AttemptFacts['progress']>['fact']): PaymentStatus {
  switch (fact) {
    case 'requires_action':
    case 'processing':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return fact;
    case 'approved':
      return 'processing';
    case 'voided':
      return 'cancelled';
  }
}

/** The provider has said nothing yet: what is known is how the call went that opens the checkout. */
function statusOfCalls(calls: readonly ProviderCall[]): AttemptStanding['status'] {
  const opening = calls.find(({ kind }) => kind === 'createCheckout');
  switch (opening?.state) {
    case 'unknown':
      return 'unknown';
    case 'declined':
      return 'failed';
    case 'not_attempted':
    case 'not_made':
      return 'not_attempted';
    case 'done':
      return 'requires_action';
    case 'intended':
    case undefined:
      return 'created';
  }
}

function moreThanExpected({ expected, received }: { expected?: Asset; received?: Asset }): boolean {
  if (expected === undefined || received === undefined || expected.asset !== received.asset) return false;
  return compareDecimals(received.amount, expected.amount) > 0;
}

interface Asset {
  readonly amount: string;
  readonly asset: string;
}
