import { minorOf, type StoredMoney } from '../model/stored.ts';
import type { ProviderEvidence, StoredFact } from '../model/payment.ts';
import { compareDecimals } from './decimals.ts';

type FactOf<Name extends StoredFact['fact']> = Extract<StoredFact, { readonly fact: Name }>;

/** What a provider says of one movement, newest word first decided by its own clock. */
export interface AttemptFacts {
  readonly captures: ReadonlyMap<string, FactOf<'captured'>>;
  readonly authorizations: ReadonlyMap<string, FactOf<'authorized'>>;
  readonly voided: ReadonlySet<string>;
  readonly refunds: ReadonlyMap<string, FactOf<'refund'>>;
  readonly reversals: ReadonlyMap<string, FactOf<'reversed'>>;
  readonly disputes: ReadonlyMap<string, FactOf<'dispute'>>;
  readonly underpayments: ReadonlyMap<string, FactOf<'underpaid'>>;
  /** The newest fact that says how the checkout itself goes. */
  readonly progress: ProgressFact | undefined;
  /** How often the customer agreed: after a decline the customer may agree to something else on the same checkout. */
  readonly approvals: number;
}

type ProgressFact = FactOf<
  'requires_action' | 'approved' | 'processing' | 'failed' | 'cancelled' | 'expired' | 'voided'
>;

/** Facts of the same moment: the one that says more about the end comes last. Providers tell times in whole seconds. */
const weight: { readonly [Name in StoredFact['fact']]: number } = {
  none: 0,
  requires_action: 1,
  approved: 2,
  processing: 3,
  failed: 4,
  voided: 5,
  cancelled: 6,
  expired: 7,
  authorized: 8,
  underpaid: 9,
  captured: 10,
  refund: 11,
  reversed: 12,
  dispute: 13,
  subscription: 14,
  invoice_paid: 15,
  invoice_failed: 16,
  payout: 17,
};
const refundWeight = { pending: 0, succeeded: 1, cancelled: 2, failed: 3 } as const;
const disputeWeight = { inquiry: 0, needs_response: 1, under_review: 2, closed: 3, won: 4, lost: 5 } as const;

/**
 * Puts the facts of one attempt in order and keeps the newest of each movement. The order depends on the facts alone,
 * never on how they came in: by the provider's time, then by weight, then by content. The answer to a call carries no
 * time of the provider's, so that it is weaker than everything that does.
 */
export function factsOfAttempt(evidence: readonly ProviderEvidence[]): AttemptFacts {
  const captures = new Map<string, FactOf<'captured'>>();
  const authorizations = new Map<string, FactOf<'authorized'>>();
  const voided = new Set<string>();
  const refunds = new Map<string, FactOf<'refund'>>();
  const reversals = new Map<string, FactOf<'reversed'>>();
  const disputes = new Map<string, FactOf<'dispute'>>();
  const underpayments = new Map<string, FactOf<'underpaid'>>();
  let progress: ProgressFact | undefined;
  const approvals = new Set<string>();
  for (const { fact, occurredAt } of inOrder(evidence)) {
    switch (fact.fact) {
      case 'captured':
        captures.set(fact.movementRef, withFee(fact, captures.get(fact.movementRef)));
        break;
      case 'authorized':
        authorizations.set(fact.movementRef, fact);
        break;
      case 'refund':
        refunds.set(fact.refundRef, withReference(fact, refunds.get(fact.refundRef)));
        break;
      case 'reversed':
        reversals.set(fact.movementRef, fact);
        break;
      case 'dispute':
        disputes.set(fact.disputeRef, fact);
        break;
      case 'underpaid':
        underpayments.set(fact.movementRef, fact);
        break;
      case 'voided':
        voided.add(fact.movementRef);
        progress = fact;
        break;
      case 'approved':
        approvals.add(occurredAt);
        progress = fact;
        break;
      case 'requires_action':
      case 'processing':
      case 'failed':
        progress = fact;
        break;
      // What was reserved by then is not any more, whether or not the provider names it.
      case 'cancelled':
      case 'expired':
        for (const ref of authorizations.keys()) voided.add(ref);
        progress = fact;
        break;
      // The first period of a subscription is the checkout's own capture, told once more.
      case 'invoice_paid':
        if (fact.first) captures.set(fact.invoiceRef, withFee(captures.get(fact.invoiceRef) ?? captureOf(fact), fact));
        break;
      case 'subscription':
      case 'invoice_failed':
      case 'payout':
      case 'none':
        break;
    }
  }
  return {
    captures,
    authorizations,
    voided,
    refunds,
    reversals,
    disputes,
    underpayments,
    progress,
    approvals: approvals.size,
  };
}

function inOrder(evidence: readonly ProviderEvidence[]): readonly ProviderEvidence[] {
  return evidence
    .map((each) => ({ each, at: each.via === 'answer' ? 0 : Date.parse(each.occurredAt), weight: weightOf(each.fact) }))
    .sort((left, right) => left.at - right.at || left.weight - right.weight || byContent(left.each, right.each))
    .map(({ each }) => each);
}

function weightOf(fact: StoredFact): number {
  const base = weight[fact.fact] * 10;
  if (fact.fact === 'refund') return base + refundWeight[fact.status];
  if (fact.fact === 'dispute') return base + disputeWeight[fact.status];
  return base;
}

/** Of two sums of a top-up in one second the larger is the later one. */
function byContent(left: ProviderEvidence, right: ProviderEvidence): number {
  if (left.fact.fact === 'underpaid' && right.fact.fact === 'underpaid') {
    const later = compareDecimals(left.fact.received.amount, right.fact.received.amount);
    if (later !== 0) return later;
  }
  const [one, other] = [JSON.stringify(left.fact), JSON.stringify(right.fact)];
  return one < other ? -1 : Number(one > other);
}

/** One way of learning tells the fee, another does not. */
function withFee(
  fact: FactOf<'captured'>,
  before: Pick<FactOf<'captured'>, 'fee' | 'expected' | 'received'> | undefined,
): FactOf<'captured'> {
  const { fee, expected, received } = { ...before, ...fact };
  return {
    ...fact,
    ...(fee === undefined ? {} : { fee }),
    ...(expected === undefined ? {} : { expected }),
    ...(received === undefined ? {} : { received }),
  };
}

function withReference(fact: FactOf<'refund'>, before: FactOf<'refund'> | undefined): FactOf<'refund'> {
  const reference = fact.reference ?? before?.reference;
  return reference === undefined ? fact : { ...fact, reference };
}

function captureOf({ invoiceRef, amount, fee }: FactOf<'invoice_paid'>): FactOf<'captured'> {
  return { fact: 'captured', movementRef: invoiceRef, amount, final: true, ...(fee === undefined ? {} : { fee }) };
}

/** Sum of those in the currency. */
export function sumOf(amounts: Iterable<StoredMoney>, currency: string): bigint {
  let sum = 0n;
  for (const amount of amounts) if (amount.currency === currency) sum += minorOf(amount);
  return sum;
}
