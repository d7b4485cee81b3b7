import { isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { LedgerEntry } from '../model/ledger-entry.ts';
import { type LedgerIndex, type LedgerRow, rowsOf } from './ledger-rows.ts';

export type LedgerRows = Repository<LedgerRow, LedgerIndex>;

export interface AddedEntries {
  readonly paymentId: string;
  readonly entries: readonly LedgerEntry[];
  readonly sequence: number | null;
}

/** Adds entries to the books. */
export interface LedgerWriter {
  /** Adds those that are not there yet, each once. Durable when it resolves; repeating it is harmless. @returns how many */
  add(added: AddedEntries): Promise<number>;
}

export function createLedgerWriter(rows: LedgerRows): LedgerWriter {
  // Only a guess: when another node was faster, its position is taken, and the newest is read again.
  let guess: number | undefined;
  const insert = async (id: string, row: Omit<LedgerRow, 'position'>): Promise<boolean> => {
    for (;;) {
      const position: number = (guess ?? (await lastPosition(rows))) + 1;
      try {
        await rows.commit({ id, state: { ...row, position } }, 0);
        guess = position;
        return true;
      } catch (error) {
        guess = undefined;
        if (isTaken(error)) continue;
        if (!isThere(error)) throw error;
        return false;
      }
    }
  };
  // One after the other: a position that can be seen has all those below it.
  const insertInTurn = async (counting: ReturnType<typeof rowsOf>): Promise<number> => {
    let added = 0;
    for (const { id, row } of counting) added += (await insert(id, row)) ? 1 : 0;
    return added;
  };
  return {
    async add({ paymentId, entries, sequence }) {
      const all = entries.flatMap((entry) => rowsOf(paymentId, entry, sequence));
      const further = all.filter(({ counts }) => !counts);
      const [added] = await Promise.all([
        insertInTurn(all.filter(({ counts }) => counts)),
        ...further.map(({ id, row }) => insertOnce(rows, id, { ...row, position: null })),
      ]);
      return added;
    },
  };
}

async function insertOnce(rows: LedgerRows, id: string, state: LedgerRow): Promise<void> {
  await rows.commit({ id, state }, 0).catch((error: unknown) => {
    if (!isThere(error)) throw error;
  });
}

/** The position of the newest entry; 0 for none. */
export async function lastPosition(rows: LedgerRows): Promise<number> {
  const order = { field: 'position', direction: 'descending' } as const;
  return (await rows.list({ order, limit: 1 })).items[0]?.state.position ?? 0;
}

function isTaken(error: unknown): boolean {
  return isStorageError(error, 'duplicate_key') && error.field === 'position';
}

function isThere(error: unknown): boolean {
  return isStorageError(error, 'version_conflict') || isStorageError(error, 'duplicate_key');
}
