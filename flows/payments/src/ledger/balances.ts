import { defineCollection, isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { LedgerLine } from '../model/ledger-entry.ts';
import type { LedgerRows } from './add-entries.ts';

/** What an account holds in a currency; decimal text, positive is a debit. */
export type Balance = LedgerLine;

/** All balances after the entry at a position. Nothing is ever added below it, so that it stays true. */
export interface BalanceSnapshot {
  readonly position: number;
  readonly balances: readonly Balance[];
  /** Until when a rebuild keeps it from being rolled forward; ISO 8601 UTC. */
  readonly heldUntil: string | null;
}

export const balanceCollection = defineCollection({
  name: 'payments_balances',
  index: {},
  project: (_state: BalanceSnapshot) => ({}),
});
export const snapshotId = 'ledger';
export const noEntries: BalanceSnapshot = { position: 0, balances: [], heldUntil: null };

export interface LedgerBooks {
  readonly rows: LedgerRows;
  readonly snapshots: Repository<BalanceSnapshot>;
}

export interface Balances {
  readonly position: number;
  readonly balances: readonly Balance[];
}

/** Entries beyond the snapshot after which reading writes a new one. */
const mostBeyond = 500;
const page = 500;

/**
 * Balances per account and currency, exact: the snapshot and what was added since. A snapshot that lies far back is
 * rolled forward on the way.
 */
export async function readBalances(books: LedgerBooks, now: number): Promise<Balances> {
  const stored = await books.snapshots.get(snapshotId);
  const from = stored?.state ?? noEntries;
  const after = await sumFrom(books.rows, from);
  const held = from.heldUntil !== null && Date.parse(from.heldUntil) > now;
  if (after.position - from.position >= mostBeyond && !held) await keep(books, after, stored?.version ?? 0);
  return after;
}

/** Rolls the snapshot forward to the newest entry. @returns the balances there; undefined while a rebuild holds it */
export async function rollForward(books: LedgerBooks, now: number): Promise<Balances | undefined> {
  const stored = await books.snapshots.get(snapshotId);
  const from = stored?.state ?? noEntries;
  if (from.heldUntil !== null && Date.parse(from.heldUntil) > now) return undefined;
  const after = await sumFrom(books.rows, from);
  if (after.position > from.position || from.heldUntil !== null) await keep(books, after, stored?.version ?? 0);
  return after;
}

/** Somebody else may have been faster, or a rebuild began: then theirs stands. */
async function keep({ snapshots }: LedgerBooks, { position, balances }: Balances, version: number): Promise<void> {
  const state: BalanceSnapshot = { position, balances, heldUntil: null };
  await snapshots.commit({ id: snapshotId, state }, version).catch((error: unknown) => {
    if (!isStorageError(error, 'version_conflict') && !isStorageError(error, 'duplicate_key')) throw error;
  });
}

async function sumFrom(rows: LedgerRows, from: Balances): Promise<Balances> {
  const sums = new Map(from.balances.map((each) => [keyOf(each), { ...each, minor: BigInt(each.amountMinor) }]));
  let { position } = from;
  for (;;) {
    const { items } = await rows.list({
      where: { position: { gt: position } },
      order: { field: 'position', direction: 'ascending' },
      limit: page,
    });
    for (const { state } of items) {
      for (const line of state.entry.lines) addLine(sums, line);
      position = state.position ?? position;
    }
    if (items.length < page) break;
  }
  return { position, balances: [...sums.values()].map(toBalance).sort(byAccount) };
}

type Sums = Map<string, LedgerLine & { readonly minor: bigint }>;

function addLine(sums: Sums, line: LedgerLine): void {
  const key = keyOf(line);
  sums.set(key, { ...line, minor: (sums.get(key)?.minor ?? 0n) + BigInt(line.amountMinor) });
}

function keyOf({ account, currency }: LedgerLine): string {
  return `${currency} ${account}`;
}

function toBalance({ account, currency, minor }: LedgerLine & { readonly minor: bigint }): Balance {
  return { account, amountMinor: minor.toString(), currency };
}

function byAccount(left: Balance, right: Balance): number {
  const [one, other] = [`${left.account} ${left.currency}`, `${right.account} ${right.currency}`];
  return one < other ? -1 : Number(one > other);
}

/** What all accounts together hold, by currency: nothing but zero means that the books are wrong. */
export function sumsOf(balances: readonly Balance[]): readonly { readonly currency: string; readonly sum: bigint }[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of balances)
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amountMinor));
  return [...sums].map(([currency, sum]) => ({ currency, sum }));
}
