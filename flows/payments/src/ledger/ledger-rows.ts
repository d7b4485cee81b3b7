import { defineCollection } from '@fairlead/core/flow-api';
import type { LedgerEntry } from '../model/ledger-entry.ts';

/**
 * An entry as the books list it: once for itself, and once more for each further account that it touches, so that an
 * account's entries can be found. Copied from payments, and never changed but by a rebuild.
 */
export interface LedgerRow {
  readonly entry: LedgerEntry;
  readonly paymentId: string;
  /** Under which this row is found. */
  readonly account: string;
  /**
   * Counts entries from 1, without gaps while rows are added; null for a row that repeats its entry for a further
   * account. An entry is given the next one when it is added, so that nothing is ever added below one that is there.
   */
  readonly position: number | null;
  /** Of the event that brought it, in the hub's log; null when a rebuild did. */
  readonly sequence: number | null;
  /** No payment has this entry: it was found by a rebuild, has no lines any more, and only keeps its position. */
  readonly void: boolean;
}

export const ledgerCollection = defineCollection({
  name: 'payments_ledger',
  index: { account: 'string', paymentId: 'string', at: 'string', listed: 'string?', position: 'number? unique' },
  compound: [
    ['listed', 'at'],
    ['account', 'at'],
    ['paymentId', 'at'],
  ],
  project: ({ entry, account, paymentId, position, void: gone }: LedgerRow) => ({
    account: gone ? '' : account,
    paymentId: gone ? '' : paymentId,
    at: entry.at,
    listed: position === null || gone ? null : 'yes',
    position,
  }),
});
export type LedgerIndex = (typeof ledgerCollection)['index'];

/** The id of the row that stands for the entry itself. */
export function rowId(entryId: string): string {
  return entryId;
}

/** The id of the row that repeats it for a further account. */
export function furtherRowId(entryId: string, account: string): string {
  return `${entryId}@${account}`;
}

/** The rows of an entry; the one that counts it comes last. */
export function rowsOf(
  paymentId: string,
  entry: LedgerEntry,
  sequence: number | null,
): readonly { readonly id: string; readonly row: Omit<LedgerRow, 'position'>; readonly counts: boolean }[] {
  const [first = '', ...further] = new Set(entry.lines.map(({ account }) => account));
  const row = (account: string) => ({ entry, paymentId, account, sequence, void: false });
  return [
    ...further.map((account) => ({ id: furtherRowId(entry.id, account), row: row(account), counts: false })),
    { id: rowId(entry.id), row: row(first), counts: true },
  ];
}
