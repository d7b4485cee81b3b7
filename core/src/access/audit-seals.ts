import type { Clock } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { newEvent } from '../events/index.ts';
import { isStorageError, type Page, type Storage, type Stored } from '../storage/index.ts';
import type { AuditRow, AuditRows } from './audit-row.ts';
import { type AuditSeal, auditDigest, auditSeals, entryOf, lateFrom, sealHash, sealId } from './audit-seal.ts';
import { auditPages, sealsInOrder } from './audit-walk.ts';
import { type AuditVerdict, type ExpectedSeal, type VerifyProgress, verifyAudit } from './audit-verification.ts';

export interface AuditSealsOptions {
  readonly storage: Storage;
  readonly rows: AuditRows;
  readonly clock: Clock;
}

export interface AuditSeals {
  /**
   * Seals what is in no seal yet, and publishes each seal as `audit.sealed`. Without new rows it makes none. Repeating it
   * is harmless, on another node at the same time as well.
   * @returns how many seals it made
   */
  seal(signal?: AbortSignal): Promise<number>;
  /** Newest first. */
  list(options: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<Stored<AuditSeal>>>;
  /** @throws HubError `not_found` */
  get(number: number): Promise<AuditSeal>;
  /** Recomputes everything, in pages: says how far it is, and in the end what it found. */
  verify(expected?: readonly ExpectedSeal[]): AsyncGenerator<VerifyProgress, AuditVerdict>;
}

/** Rows of one seal: a document of 110 KB at most. */
const mostRows = 1_000;

const ascending = { field: 'order', direction: 'ascending' } as const;
const newestFirst = { field: 'id', direction: 'descending' } as const;

export function createAuditSeals({ storage, rows, clock }: AuditSealsOptions): AuditSeals {
  const seals = storage.repository(auditSeals);
  const newest = async () => (await seals.list({ order: newestFirst, limit: 1 })).items[0]?.state;

  async function sealNext(): Promise<boolean> {
    const last = await newest();
    const sealedAtMs = clock.now();
    const found = [...(await lateRows(sealedAtMs, last)), ...(await rowsAfter(last?.to ?? ''))].slice(0, mostRows);
    const [first] = found;
    if (first === undefined) return false;
    const to = [last?.to ?? '', ...found.map(({ state }) => state.order)].reduce((a, b) => (a > b ? a : b));
    const content = {
      number: (last?.number ?? 0) + 1,
      previous: last?.hash ?? '',
      sealedAt: new Date(sealedAtMs).toISOString(),
      from: first.state.order,
      to,
      rows: found.map((row) => `${row.id} ${auditDigest(row)}`),
    };
    return commit({ ...content, hash: sealHash(content) });
  }

  async function commit(seal: AuditSeal): Promise<boolean> {
    const { number, previous, hash, from, to } = seal;
    const data = { number, hash, previous, from, to, rows: seal.rows.length };
    const events = [newEvent(clock, { type: 'audit.sealed', subject: String(number), data })];
    try {
      await seals.commit({ id: sealId(number), state: seal, events }, 0);
      return true;
    } catch (error) {
      // Another node was faster, with the same rows.
      if (isStorageError(error, 'version_conflict')) return false;
      throw error;
    }
  }

  const rowsAfter = async (place: string) =>
    (await rows.list({ where: { order: { gt: place } }, order: ascending, limit: mostRows })).items;

  /** Rows of the last minutes that were written after a seal had gone past their place. */
  async function lateRows(nowMs: number, last: AuditSeal | undefined): Promise<readonly Stored<AuditRow>[]> {
    const since = lateFrom(nowMs);
    if (last === undefined || last.to < since) return [];
    const sealed = new Set<string>();
    for await (const { state } of sealsInOrder(seals, { to: { gte: since } })) {
      for (const entry of state.rows) sealed.add(entryOf(entry).id);
    }
    const late: Stored<AuditRow>[] = [];
    for await (const page of auditPages(rows, { gte: since, lte: last.to })) {
      late.push(...page.filter(({ id }) => !sealed.has(id)));
    }
    return late;
  }

  return {
    seal: async (signal) => {
      let made = 0;
      while (signal?.aborted !== true && (await sealNext())) made += 1;
      return made;
    },
    list: (options) => seals.list({ ...options, order: newestFirst }),
    get: async (number) => {
      const found = await seals.get(sealId(number));
      if (found === undefined) throw new HubError('not_found', { detail: `There is no seal ${number}.` });
      return found.state;
    },
    verify: (expected = []) => verifyAudit({ seals, rows, clock, expected }),
  };
}
