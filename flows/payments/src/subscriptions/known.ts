import type { StoredMoney } from '../model/stored.ts';

type ProviderStatus = 'active' | 'past_due' | 'paused' | 'cancelled';

/**
 * What is known of a subscription. Of each thing the newest word is kept, by whoever's clock it has, so that the same
 * things told in any order, and any of them twice, are the same knowledge. Moments are ISO 8601 UTC.
 */
export interface Known {
  /** The first payment ended without money. By the hub's clock. */
  readonly unpaid: { readonly status: 'failed' | 'cancelled' | 'expired'; readonly at: string } | null;
  /** Periods that the hub asked money for, by number. */
  readonly billed: readonly Billed[];
  /** Periods that were paid through payments of the hub; the first period of every subscription is. */
  readonly paid: readonly { readonly period: number; readonly paymentId: string; readonly at: string }[];
  /** Periods that the provider billed and collected; by its clock. */
  readonly invoices: readonly Invoice[];
  /** How the provider said last that each of its subscriptions stands; by its clock. */
  readonly words: readonly ProviderWord[];
  /** The last period of each that the provider could not collect; by its clock. */
  readonly failures: readonly ProviderFailure[];
  /** Somebody ended it through the hub. */
  readonly end: End | null;
}

export interface Billed {
  readonly period: number;
  readonly paymentId: string;
  readonly checkoutToken: string;
  readonly at: string;
}

export interface Invoice {
  readonly subscriptionRef: string;
  readonly invoiceRef: string;
  readonly first: boolean;
  readonly amount: StoredMoney;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly occurredAt: string;
  /** The payment that was made of it; of the first, the payment that began the subscription. Null for one of nothing. */
  readonly paymentId: string | null;
}

export interface ProviderWord {
  readonly subscriptionRef: string;
  readonly status: ProviderStatus;
  readonly endsAt: string | null;
  readonly periodEndsAt: string | null;
  readonly occurredAt: string;
}

export interface ProviderFailure {
  readonly subscriptionRef: string;
  readonly invoiceRef: string;
  readonly nextAttemptAt: string | null;
  readonly occurredAt: string;
}

export interface End {
  readonly when: 'now' | 'period_end';
  readonly at: string;
  /** Nothing is renewed after it. */
  readonly endsAt: string;
  readonly by: string;
}

export const nothingKnown: Known = {
  unpaid: null,
  billed: [],
  paid: [],
  invoices: [],
  words: [],
  failures: [],
  end: null,
};

/** What is known of one of the provider's subscriptions. */
export interface ProviderSide {
  readonly subscriptionRef: string | null;
  readonly word: ProviderWord | null;
  readonly failure: ProviderFailure | null;
  readonly invoices: readonly Invoice[];
}

/**
 * Each attempt of the first payment may have begun a subscription at a provider. The one that counts is the one that was
 * paid; until one is, the one that was told of last and has not ended.
 */
export function leadingSide({ invoices, words, failures }: Known): ProviderSide {
  const paid = invoices.toSorted((one, other) => (rankOf(one) < rankOf(other) ? 1 : -1))[0];
  const told = words.toSorted((one, other) => (rankOfWord(one) < rankOfWord(other) ? 1 : -1))[0];
  const subscriptionRef = paid?.subscriptionRef ?? told?.subscriptionRef ?? failures[0]?.subscriptionRef ?? null;
  const isIts = (each: { readonly subscriptionRef: string }) => each.subscriptionRef === subscriptionRef;
  return {
    subscriptionRef,
    word: words.find(isIts) ?? null,
    failure: failures.find(isIts) ?? null,
    invoices: invoices.filter(isIts),
  };
}

function rankOf({ first, occurredAt, invoiceRef }: Invoice): string {
  return `${first ? 1 : 0} ${occurredAt} ${invoiceRef}`;
}

function rankOfWord({ status, occurredAt, subscriptionRef }: ProviderWord): string {
  return `${status === 'cancelled' ? 0 : 1} ${occurredAt} ${subscriptionRef}`;
}

/** Something that is learnt. */
export type News =
  | { readonly of: 'unpaid'; readonly what: NonNullable<Known['unpaid']> }
  | { readonly of: 'billed'; readonly what: Billed }
  | { readonly of: 'paid'; readonly what: Known['paid'][number] }
  | { readonly of: 'invoice'; readonly what: Invoice }
  | { readonly of: 'word'; readonly what: ProviderWord }
  | { readonly of: 'failure'; readonly what: ProviderFailure }
  | { readonly of: 'end'; readonly what: End };

/** Adds what is learnt. The same object when it was known, or something newer was. */
export function learn(known: Known, news: News): Known {
  switch (news.of) {
    case 'unpaid':
      return set(
        known,
        'unpaid',
        newer(known.unpaid, news.what, ({ at }) => at),
      );
    case 'word':
      return set(known, 'words', put(known.words, news.what, byRef, newer, byOccurrence));
    case 'failure':
      return set(known, 'failures', put(known.failures, news.what, byRef, newer, byOccurrence));
    // Ending at once is stronger than ending later; of two of a kind the first counts.
    case 'end':
      return set(
        known,
        'end',
        older(known.end, news.what, ({ when, at }) => `${when === 'now' ? 0 : 1} ${at}`),
      );
    case 'billed':
      return set(
        known,
        'billed',
        put(known.billed, news.what, ({ period }) => order(period), older, byTime),
      );
    case 'paid':
      return set(
        known,
        'paid',
        put(known.paid, news.what, ({ period }) => order(period), older, byTime),
      );
    case 'invoice':
      return set(
        known,
        'invoices',
        put(
          known.invoices,
          news.what,
          ({ invoiceRef }) => invoiceRef,
          newer,
          ({ occurredAt }) => occurredAt,
        ),
      );
  }
}

const order = (period: number): string => String(period).padStart(6, '0');
const byRef = ({ subscriptionRef }: { readonly subscriptionRef: string }): string => subscriptionRef;
const byOccurrence = ({ occurredAt }: { readonly occurredAt: string }): string => occurredAt;
const byTime = ({ at }: { readonly at: string }): string => at;

function set<Member extends keyof Known>(known: Known, member: Member, value: Known[Member]): Known {
  return known[member] === value ? known : { ...known, [member]: value };
}

type Choose = <Value>(one: Value | null, other: Value, rank: (value: Value) => string) => Value;

/** Of two words of the same moment the one whose text is greater, so that it does not depend on who came first. */
function newer<Value>(one: Value | null, other: Value, rank: (value: Value) => string): Value {
  return one !== null && compare(one, other, rank) >= 0 ? one : other;
}

function older<Value>(one: Value | null, other: Value, rank: (value: Value) => string): Value {
  return one !== null && compare(one, other, rank) <= 0 ? one : other;
}

function compare<Value>(one: Value, other: Value, rank: (value: Value) => string): number {
  const texts = [one, other].map((value) => `${rank(value)} ${JSON.stringify(Object.entries(value as object).sort())}`);
  const [left = '', right = ''] = texts;
  return left < right ? -1 : Number(left > right);
}

function put<Value>(
  list: readonly Value[],
  value: Value,
  key: (value: Value) => string,
  choose: Choose,
  rank: (value: Value) => string,
): readonly Value[] {
  const before = list.find((each) => key(each) === key(value)) ?? null;
  const chosen = choose(before, value, rank);
  if (chosen === before) return list;
  return [...list.filter((each) => each !== before), chosen].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
