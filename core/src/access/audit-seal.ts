import { createHash } from 'node:crypto';
import { defineCollection, type Repository, type Stored } from '../storage/index.ts';
import type { AuditRow } from './audit-row.ts';

/** Names the rows of a span of the audit log, with a hash that no change of them survives. Each knows the one before it. */
export interface AuditSeal {
  /** From 1, without a gap. */
  readonly number: number;
  /** Hash of the seal before; empty for the first. */
  readonly previous: string;
  /** ISO 8601, UTC. */
  readonly sealedAt: string;
  /** Place of its first row. */
  readonly from: string;
  /** Every row up to this place is in this seal or one before it, but for those that came late. Never before that of an earlier seal. */
  readonly to: string;
  /** `id digest` of each row, in the order of the log. */
  readonly rows: readonly string[];
  /** Over all of the above. */
  readonly hash: string;
}

/** By an id that follows from the number, so that two nodes cannot make the same one. */
export const auditSeals = defineCollection({
  name: 'audit_seals',
  index: { to: 'string' },
  project: ({ to }: AuditSeal) => ({ to }),
});

export type AuditSealRepository = Repository<AuditSeal, { readonly to: 'string' }>;

export const sealId = (number: number): string => String(number).padStart(12, '0');

/**
 * How long after its moment a row may be written and still be taken for one that was on its way: by a node whose clock is
 * behind, or whose disk was slow. What turns up later was slipped in.
 */
export const lateWithinMs = 120_000;

/** The first place that a row may have which is new at this moment. */
export const lateFrom = (nowMs: number): string => new Date(nowMs - lateWithinMs).toISOString();

/**
 * A row as one line of JSON: members sorted by name, nothing between them, and no character that some reader takes for the
 * end of a line. What an export writes and what a digest is of, so that a seal can be checked against an export without
 * the hub.
 */
export function auditLine({ id, state }: Pick<Stored<AuditRow>, 'id' | 'state'>): string {
  const { details, ...rest } = state;
  const text = JSON.stringify(sorted({ ...rest, details: sorted(details), id }));
  return text.replaceAll(/[\u0085\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sorted(members: object): object {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function auditDigest(row: Pick<Stored<AuditRow>, 'id' | 'state'>): string {
  return sha256(auditLine(row));
}

export function sealHash({ number, previous, sealedAt, from, to, rows }: Omit<AuditSeal, 'hash'>): string {
  return sha256(['fairlead audit seal', number, previous, sealedAt, from, to, ...rows].join('\n'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The id and digest of an entry of {@link AuditSeal.rows}. */
export function entryOf(entry: string): { readonly id: string; readonly digest: string } {
  const [id = '', digest = ''] = entry.split(' ');
  return { id, digest };
}
