import type { Clock } from '@fairlead/sdk';
import type { Stored } from '../storage/index.ts';
import type { AuditRow, AuditRows } from './audit-row.ts';
import {
  type AuditSeal,
  type AuditSealRepository,
  auditDigest,
  entryOf,
  lateFrom,
  sealHash,
  sealId,
} from './audit-seal.ts';
import { auditPages, sealsInOrder } from './audit-walk.ts';

/** A seal as somebody outside of the database remembers it: from an event, a printout. */
export interface ExpectedSeal {
  readonly number: number;
  readonly hash: string;
}

export type AuditFault =
  | { readonly kind: 'row_changed' | 'row_removed'; readonly id: string; readonly seal: number }
  /** It is in no seal, and too old to be on its way to one. */
  | { readonly kind: 'row_inserted'; readonly id: string; readonly seal: null }
  /** Its content, or the seal before it, is not what it was. Nothing after it can be believed. */
  | { readonly kind: 'seal_changed' | 'seal_missing' | 'seal_unexpected'; readonly id: null; readonly seal: number };

export interface VerifyProgress {
  /** Seals that were looked at, and how many there are. */
  readonly seals: number;
  readonly of: number;
  readonly rows: number;
}

export interface AuditVerdict {
  readonly intact: boolean;
  /** Seals and rows that are what they were when they were sealed. */
  readonly seals: number;
  readonly rows: number;
  /** Rows that wait for the next seal: nothing proves those yet. */
  readonly unsealed: number;
  /** Moment of the first of them. */
  readonly unsealedSince: string | null;
  /** To be kept elsewhere: the removal of the last seals with their rows is found by it alone. */
  readonly latest: ExpectedSeal | null;
  readonly faultCount: number;
  /** The first ones, in the order of the log. */
  readonly faults: readonly AuditFault[];
}

export interface VerifyOptions {
  readonly seals: AuditSealRepository;
  readonly rows: AuditRows;
  readonly clock: Clock;
  readonly expected: readonly ExpectedSeal[];
}

const mostFaults = 20;

/** Walks seals and rows side by side, both in their order. What it keeps in memory is one seal, and rows that no seal has named yet. */
export async function* verifyAudit(options: VerifyOptions): AsyncGenerator<VerifyProgress, AuditVerdict> {
  const walk = new Verification(options);
  const of = await options.seals.count();
  for await (const { id, state } of sealsInOrder(options.seals)) {
    if (!(await walk.pass(id, state))) return walk.verdict();
    yield { seals: walk.passed, of, rows: walk.rows };
  }
  await walk.end();
  return walk.verdict();
}

class Verification {
  passed = 0;
  rows = 0;
  readonly #options: VerifyOptions;
  readonly #expected: ReadonlyMap<number, ExpectedSeal>;
  /** Rows behind the place of the last seal that was passed, and in none so far: place by id. */
  readonly #open = new Map<string, Stored<AuditRow>>();
  readonly #faults: AuditFault[] = [];
  #faultCount = 0;
  #last: AuditSeal | undefined;
  #unsealed = 0;
  #unsealedSince: string | null = null;

  constructor(options: VerifyOptions) {
    this.#options = options;
    this.#expected = new Map(options.expected.map((seal) => [seal.number, seal]));
  }

  /** False when nothing after this seal can be believed. */
  async pass(id: string, seal: AuditSeal): Promise<boolean> {
    const fault = this.#faultOf(id, seal);
    if (fault !== undefined) {
      this.#report(fault);
      return false;
    }
    await this.#match(seal);
    this.#judgeOpen(lateFrom(Date.parse(seal.sealedAt)));
    this.#last = seal;
    this.passed += 1;
    return true;
  }

  /** What comes after the last seal, and what should have been there. */
  async end(): Promise<void> {
    const { rows, clock, expected } = this.#options;
    const to = this.#last?.to ?? '';
    this.#judgeOpen(lateFrom(clock.now()));
    const order = { gt: to };
    const [first] = (await rows.list({ where: { order }, order: ascending, limit: 1 })).items;
    this.#unsealed = this.#open.size + (await rows.count({ order }));
    this.#unsealedSince = ([...this.#open.values()][0] ?? first)?.state.at ?? null;
    const missing = expected.map(({ number }) => number).filter((number) => number > (this.#last?.number ?? 0));
    for (const seal of missing.sort((a, b) => a - b)) this.#report({ kind: 'seal_missing', id: null, seal });
  }

  verdict(): AuditVerdict {
    const { number, hash } = this.#last ?? {};
    return {
      intact: this.#faultCount === 0,
      seals: this.passed,
      rows: this.rows,
      unsealed: this.#unsealed,
      unsealedSince: this.#unsealedSince,
      latest: number === undefined || hash === undefined ? null : { number, hash },
      faultCount: this.#faultCount,
      faults: this.#faults,
    };
  }

  #faultOf(id: string, seal: AuditSeal): AuditFault | undefined {
    const number = (this.#last?.number ?? 0) + 1;
    if (id > sealId(number)) return { kind: 'seal_missing', id: null, seal: number };
    const isSound =
      id === sealId(number) &&
      seal.number === number &&
      seal.previous === (this.#last?.hash ?? '') &&
      seal.hash === hashOf(seal);
    if (!isSound) return { kind: 'seal_changed', id: null, seal: number };
    const expected = this.#expected.get(number);
    // Sound in itself: somebody has made the chain anew.
    if (expected !== undefined && expected.hash !== seal.hash)
      return { kind: 'seal_unexpected', id: null, seal: number };
    return undefined;
  }

  async #match({ number, to, rows: entries }: AuditSeal): Promise<void> {
    const awaited = new Map(entries.map(entryOf).map(({ id, digest }) => [id, digest]));
    const meet = (row: Stored<AuditRow>): boolean => {
      const digest = awaited.get(row.id);
      if (digest === undefined) return false;
      awaited.delete(row.id);
      if (digest === auditDigest(row)) this.rows += 1;
      else this.#report({ kind: 'row_changed', id: row.id, seal: number });
      return true;
    };
    for (const row of this.#open.values()) if (meet(row)) this.#open.delete(row.id);
    for await (const page of auditPages(this.#options.rows, { gt: this.#last?.to ?? '', lte: to })) {
      for (const row of page) if (!meet(row)) this.#open.set(row.id, row);
    }
    for (const id of awaited.keys()) {
      // One that is there was moved to another place.
      const kind = (await this.#options.rows.get(id)) === undefined ? 'row_removed' : 'row_changed';
      this.#report({ kind, id, seal: number });
    }
  }

  /** Rows that no later seal can name. */
  #judgeOpen(lateSince: string): void {
    for (const { id, state } of this.#open.values()) {
      if (state.order >= lateSince) continue;
      this.#open.delete(id);
      this.#report({ kind: 'row_inserted', id, seal: null });
    }
  }

  #report(fault: AuditFault): void {
    this.#faultCount += 1;
    if (this.#faults.length < mostFaults) this.#faults.push(fault);
  }
}

const ascending = { field: 'order', direction: 'ascending' } as const;

/** A seal that was tampered with may be of any form. */
function hashOf(seal: AuditSeal): string | undefined {
  return Array.isArray(seal.rows) ? sealHash(seal) : undefined;
}
