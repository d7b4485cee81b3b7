import {
  defineCollection,
  HubError,
  isStorageError,
  type Page,
  type Repository,
  type Stored,
} from '@fairlead/core/flow-api';
import type { LedgerEntry } from '../model/ledger-entry.ts';
import type { PaymentTools } from '../tools.ts';
import type { LedgerWriter } from './add-entries.ts';
import { type LedgerBooks, noEntries, rollForward, snapshotId } from './balances.ts';
import { checkBalanced } from './check-balanced.ts';
import { type LedgerRow, rowsOf } from './ledger-rows.ts';

/** How far a rebuild of the books has come; the newest one only. */
export interface LedgerRebuild {
  readonly id: string;
  /** `copying`: payments are read; `payouts`: payouts are; `clearing`: rows that none of them has are looked for. */
  readonly state: 'copying' | 'payouts' | 'clearing' | 'done';
  /** Payments, then payouts, then rows, that were looked at. */
  readonly payments: number;
  readonly payouts: number;
  readonly rows: number;
  /** Payments there were when it began. */
  readonly ofPayments: number;
  /** Entries that were missing, that differed, and that no payment has. */
  readonly added: number;
  readonly mended: number;
  readonly voided: number;
  readonly cursor: string | null;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly by: string;
}

export const rebuildCollection = defineCollection({
  name: 'payments_rebuilds',
  index: {},
  project: (_state: LedgerRebuild) => ({}),
});

export const rebuildJob = 'ledger-rebuild';
const rebuildId = 'ledger';
const page = 200;
/** One that told nothing for so long is taken to be dead. */
const quietMs = 600_000;

export interface RebuildTools {
  readonly tools: Pick<PaymentTools, 'payments' | 'services'>;
  readonly books: LedgerBooks;
  readonly writer: LedgerWriter;
  /** They have books of their own. */
  readonly payouts: Pick<Repository<HasLedger>, 'get' | 'list'>;
  readonly rebuilds: Repository<LedgerRebuild>;
}

interface HasLedger {
  readonly ledger: readonly LedgerEntry[];
}

/** The newest rebuild; undefined when there never was one. */
export async function lastRebuild({ rebuilds }: RebuildTools): Promise<LedgerRebuild | undefined> {
  return (await rebuilds.get(rebuildId))?.state;
}

/**
 * Begins to compare the books with what payments hold, entry by entry, and to mend them. Balances stay exact meanwhile, as
 * far as the books are. @returns the one under way, when there is one
 */
export async function beginRebuild(parts: RebuildTools, by: string): Promise<LedgerRebuild> {
  const { tools, rebuilds } = parts;
  const now = tools.services.clock.now();
  const before = await rebuilds.get(rebuildId);
  if (before !== undefined && isUnderWay(before.state, now)) return before.state;
  const at = new Date(now).toISOString();
  const state: LedgerRebuild = {
    id: `${now}`,
    state: 'copying',
    payments: 0,
    payouts: 0,
    rows: 0,
    ofPayments: await tools.payments.count(),
    added: 0,
    mended: 0,
    voided: 0,
    cursor: null,
    startedAt: at,
    changedAt: at,
    by,
  };
  try {
    await rebuilds.commit({ id: rebuildId, state }, before?.version ?? 0);
  } catch (error) {
    if (!isStorageError(error, 'version_conflict')) throw error;
    throw new HubError('conflict', { detail: 'Another rebuild of the ledger begins at this moment.' });
  }
  await enqueue(parts, state);
  return state;
}

function isUnderWay({ state, changedAt }: LedgerRebuild, now: number): boolean {
  return state !== 'done' && now - Date.parse(changedAt) < quietMs;
}

/** One page of a rebuild; asks for the next. Repeating it is harmless: what was mended is found to be right. */
export async function continueRebuild(parts: RebuildTools, id: string): Promise<void> {
  const stored = await parts.rebuilds.get(rebuildId);
  if (stored === undefined || stored.state.id !== id || stored.state.state === 'done') return;
  const now = parts.tools.services.clock.now();
  await holdSnapshot(parts, now);
  const step = await steps[stored.state.state](parts, stored.state);
  const state = { ...step, changedAt: new Date(now).toISOString() };
  if (state.state === 'done') await releaseSnapshot(parts);
  await parts.rebuilds.commit({ id: rebuildId, state }, stored.version);
  if (state.state === 'done') await checkBalanced(parts.tools.services, await rollForward(parts.books, now));
  else await enqueue(parts, state);
}

async function enqueue({ tools }: RebuildTools, { id, state, payments, payouts, rows }: LedgerRebuild): Promise<void> {
  // A key of its own for each page: the job that asks is still running under its own.
  await tools.services.jobs.enqueue({
    name: rebuildJob,
    key: `${id}-${payments}-${payouts}-${state}-${rows}`,
    payload: { id },
  });
}

async function copyPayments(parts: RebuildTools, state: LedgerRebuild): Promise<LedgerRebuild> {
  const found = await parts.tools.payments.list({ limit: page, cursor: state.cursor });
  const copied = await copyPage(parts, state, found);
  const next = found.nextCursor === null ? ({ state: 'payouts', cursor: null } as const) : { cursor: found.nextCursor };
  return { ...copied, payments: state.payments + found.items.length, ...next };
}

async function copyPayouts(parts: RebuildTools, state: LedgerRebuild): Promise<LedgerRebuild> {
  const found = await parts.payouts.list({ limit: page, cursor: state.cursor });
  const copied = await copyPage(parts, state, found);
  const next =
    found.nextCursor === null ? ({ state: 'clearing', cursor: null } as const) : { cursor: found.nextCursor };
  return { ...copied, payouts: state.payouts + found.items.length, ...next };
}

async function copyPage(
  parts: RebuildTools,
  state: LedgerRebuild,
  { items }: Page<Stored<HasLedger>>,
): Promise<LedgerRebuild> {
  let { added, mended } = state;
  for (const payment of items) {
    added += await parts.writer.add({ paymentId: payment.id, entries: payment.state.ledger, sequence: null });
    for (const entry of payment.state.ledger) {
      for (const { id, row } of rowsOf(payment.id, entry, null)) if (await mend(parts, id, row)) mended++;
    }
  }
  return { ...state, added, mended };
}

/** Makes a row say what its payment says. */
async function mend({ books }: RebuildTools, id: string, row: Omit<LedgerRow, 'position'>): Promise<boolean> {
  let wrong = false;
  await books.rows.update(id, (before) => {
    const right = { ...before, ...row, sequence: before.sequence };
    wrong = JSON.stringify(sorted(right)) !== JSON.stringify(sorted(before));
    return wrong ? { state: right } : undefined;
  });
  return wrong;
}

/** Members in one order, so that texts can be compared: a database may give them in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

async function clearPage(parts: RebuildTools, state: LedgerRebuild): Promise<LedgerRebuild> {
  const { items, nextCursor } = await parts.books.rows.list({ limit: page, cursor: state.cursor });
  let { voided } = state;
  for (const stored of items) {
    if (stored.state.void || (await isOfPayment(parts, stored))) continue;
    await clear(parts, stored);
    voided++;
  }
  const next = nextCursor === null ? ({ state: 'done', cursor: null } as const) : { cursor: nextCursor };
  return { ...state, rows: state.rows + items.length, voided, ...next };
}

async function isOfPayment({ tools, payouts }: RebuildTools, { id, state }: Stored<LedgerRow>): Promise<boolean> {
  const owner: Stored<HasLedger> | undefined =
    (await tools.payments.get(state.paymentId)) ?? (await payouts.get(state.paymentId));
  const entry = owner?.state.ledger.find((each) => each.id === state.entry.id);
  return entry !== undefined && rowsOf(state.paymentId, entry, null).some((row) => row.id === id);
}

/** A position that was given is never given again, so that the row that counted stays, empty. */
async function clear({ books }: RebuildTools, { id, version, state }: Stored<LedgerRow>): Promise<void> {
  if (state.position === null) return books.rows.remove(id, version);
  const emptied: LedgerRow = { ...state, entry: { ...state.entry, lines: [] }, void: true };
  await books.rows.commit({ id, state: emptied }, version);
}

const steps = { copying: copyPayments, payouts: copyPayouts, clearing: clearPage } as const;

/** From here on balances are summed from the first entry, since any may change. */
async function holdSnapshot({ books }: RebuildTools, now: number): Promise<void> {
  const held = { ...noEntries, heldUntil: new Date(now + quietMs).toISOString() };
  const stored = await books.snapshots.get(snapshotId);
  await books.snapshots.commit({ id: snapshotId, state: held }, stored?.version ?? 0);
}

async function releaseSnapshot({ books }: RebuildTools): Promise<void> {
  await books.snapshots.update(snapshotId, () => ({ state: noEntries }));
}
