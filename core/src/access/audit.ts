import { type Clock, newId, timestamp } from '@fairlead/sdk';
import type { Page, Storage, Stored } from '../storage/index.ts';
import { createAuditPlaces } from './audit-places.ts';
import { type AuditRow, auditRows, type AuditWhere } from './audit-row.ts';
import { auditPages } from './audit-walk.ts';
import { type AuditSeals, createAuditSeals } from './audit-seals.ts';

export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly target?: string | undefined;
  readonly outcome?: AuditRow['outcome'] | undefined;
  /** ISO 8601, UTC, as {@link AuditRow.at} is written: from this moment on. */
  readonly from?: string | undefined;
  /** Up to this moment, without it. */
  readonly to?: string | undefined;
}

export interface Audit {
  readonly seals: AuditSeals;
  /** Durable when it resolves. */
  append(row: Omit<AuditRow, 'at' | 'order'>): Promise<void>;
  /** Newest first. */
  list(
    options: { readonly limit: number; readonly cursor?: string | undefined } & AuditFilter,
  ): Promise<Page<Stored<AuditRow>>>;
  /** Oldest first, page by page, up to the newest of now: what is added meanwhile is not among them. */
  pages(filter: AuditFilter): AsyncIterable<readonly Stored<AuditRow>[]>;
}

export function createAudit({ storage, clock }: { readonly storage: Storage; readonly clock: Clock }): Audit {
  const rows = storage.repository(auditRows);
  const newest = async () =>
    (await rows.list({ order: { field: 'order', direction: 'descending' }, limit: 1 })).items[0]?.state.order;
  const places = createAuditPlaces(newest);
  return {
    seals: createAuditSeals({ storage, rows, clock }),
    append: async (row) => {
      await places.ready();
      const at = timestamp(clock);
      await rows.commit({ id: newId(clock.now()), state: { at, order: places.next(at), ...row } }, 0);
    },
    list: ({ limit, cursor, ...filter }) =>
      rows.list({
        limit,
        cursor,
        where: { ...whereOf(filter), order: spanOf(filter) },
        order: { field: 'order', direction: 'descending' },
      }),
    async *pages(filter) {
      const last = (await newest()) ?? '';
      yield* auditPages(rows, { ...spanOf(filter), lte: last }, whereOf(filter));
    },
  };
}

function whereOf({ action, actorId, target, outcome }: AuditFilter): AuditWhere {
  return {
    ...(action === undefined ? {} : { action }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(target === undefined ? {} : { target }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** A place begins with its moment. */
function spanOf({ from, to }: AuditFilter) {
  return { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) };
}
