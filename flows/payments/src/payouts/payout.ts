import { defineCollection } from '@fairlead/core/flow-api';
import type { LedgerEntry, LedgerLine } from '../model/ledger-entry.ts';
import { minorOf, type StoredMoney } from '../model/stored.ts';

export const payoutStatuses = ['created', 'pending', 'succeeded', 'failed', 'cancelled', 'unknown'] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

/**
 * Asking the provider to send money: committed before it is asked, with the key that every try carries. `unknown`: it may
 * have happened, and only the provider's facts, or a repetition that it recognises, settle it.
 */
export interface PayoutCall {
  readonly key: string;
  readonly state: 'intended' | 'done' | 'declined' | 'not_made' | 'unknown';
  /** What the provider answered when it took it. */
  readonly answered: 'succeeded' | 'pending' | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
  readonly tries: number;
  readonly startedAt: string;
  readonly triedAt: string;
}

/** What the provider said last, by its own clock. */
export interface PayoutWord {
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly amount: StoredMoney;
  readonly reason: string | null;
  readonly arrivesAt: string | null;
  readonly occurredAt: string;
}

/** Money of ours that a provider sends to somebody. One document with everything that belongs together. */
export interface PayoutState {
  readonly connectionId: string;
  readonly amount: StoredMoney;
  /** In the provider's form; null for one that the provider made by itself. */
  readonly destination: string | null;
  readonly description: string | null;
  /** The product's own name of it. */
  readonly reference: string | null;
  /** Null for one that the provider made by itself. */
  readonly call: PayoutCall | null;
  readonly word: PayoutWord | null;
  readonly payoutRef: string | null;
  /** False until what came before the provider's id was known has been taken up. */
  readonly adopted: boolean;
  readonly ledger: readonly LedgerEntry[];
  /** As derived when it was last written. */
  readonly status: PayoutStatus;
  /** When an open call, or what is to be taken up, is looked at, milliseconds since 1970 UTC. */
  readonly dueAt: number | null;
  readonly requestKey: string | null;
  readonly requestHash: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const payoutCollection = defineCollection({
  name: 'payments_payouts',
  index: {
    status: 'string',
    connectionId: 'string',
    dueAt: 'number?',
    requestKey: 'string? unique',
    payoutKey: 'string? unique',
  },
  project: ({ status, connectionId, dueAt, requestKey, payoutRef }: PayoutState) => ({
    status,
    connectionId,
    dueAt,
    requestKey,
    payoutKey: payoutRef === null ? null : payoutKeyOf(connectionId, payoutRef),
  }),
});
export type PayoutIndex = (typeof payoutCollection)['index'];

/** What a provider's payout is found by. */
export function payoutKeyOf(connectionId: string, payoutRef: string): string {
  return JSON.stringify([connectionId, payoutRef]);
}

/** A provider's fact counts more than its answer. */
export function payoutStatusOf({ word, call }: Pick<PayoutState, 'word' | 'call'>): PayoutStatus {
  if (word !== null) return word.status;
  switch (call?.state) {
    case undefined:
    case 'intended':
      return 'created';
    case 'done':
      return call?.answered ?? 'pending';
    case 'unknown':
      return 'unknown';
    case 'declined':
    case 'not_made':
      return 'failed';
  }
}

const weight = { pending: 0, succeeded: 1, cancelled: 2, failed: 3 } as const;

/** The newer of two words, whatever the order in which they came; of one moment, the one nearer to the end. */
export function newerWord(one: PayoutWord | null, other: PayoutWord): PayoutWord {
  const rank = (word: PayoutWord) => `${word.occurredAt} ${weight[word.status]} ${JSON.stringify(word)}`;
  return one !== null && rank(one) >= rank(other) ? one : other;
}

/** The entry that the books lack; what turned out otherwise is booked back. */
export function payoutEntry(
  id: string,
  { connectionId, amount, word, ledger, status }: Omit<PayoutState, 'dueAt'>,
  at: string,
): LedgerEntry | undefined {
  const sent = word?.amount ?? amount;
  const account = `payouts:${connectionId}`;
  const lines = [
    ...new Set([sent.currency, ...ledger.flatMap((entry) => entry.lines.map((line) => line.currency))]),
  ].flatMap((currency): readonly LedgerLine[] => {
    const wanted = status === 'succeeded' && currency === sent.currency ? minorOf(sent) : 0n;
    const lacks = wanted - booked(ledger, account, currency);
    if (lacks === 0n) return [];
    return [
      { account, amountMinor: lacks.toString(), currency },
      { account: `clearing:${connectionId}`, amountMinor: (-lacks).toString(), currency },
    ];
  });
  if (lines.length === 0) return undefined;
  return { id: `${id}-${ledger.length + 1}`, key: `payout:${id}`, at, lines };
}

function booked(ledger: readonly LedgerEntry[], account: string, currency: string): bigint {
  return ledger
    .flatMap(({ lines }) => lines)
    .filter((line) => line.account === account && line.currency === currency)
    .reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}
