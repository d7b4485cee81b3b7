import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { defineCollection, type Page, type Storage, type Stored } from '../storage/index.ts';

/** What was done, or tried, by whom. Rows are only ever added. */
export interface AuditRow {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Orders rows, those of one millisecond as well: the time and a count. */
  readonly order: string;
  readonly actorKind: string;
  readonly actorId: string;
  /** As it was then: an e-mail address, a key's name. */
  readonly actorName: string;
  /** `connection.create` */
  readonly action: string;
  readonly target: string | null;
  /** `denied`: the actor may not; `failed`: allowed, but it did not come about. */
  readonly outcome: 'ok' | 'denied' | 'failed';
  /** Code of the problem, unless `ok`. */
  readonly problem: string | null;
  readonly ip: string;
  readonly requestId: string;
  /** Never anything secret. */
  readonly details: { readonly [name: string]: string | number };
}

export const auditRows = defineCollection({
  name: 'audit',
  index: { order: 'string', action: 'string', actorId: 'string', target: 'string?', outcome: 'string' },
  project: ({ order, action, actorId, target, outcome }: AuditRow) => ({ order, action, actorId, target, outcome }),
});

export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly target?: string | undefined;
  readonly outcome?: AuditRow['outcome'] | undefined;
}

export interface Audit {
  /** Durable when it resolves. */
  append(row: Omit<AuditRow, 'at' | 'order'>): Promise<void>;
  /** Newest first. */
  list(
    options: { readonly limit: number; readonly cursor?: string | undefined } & AuditFilter,
  ): Promise<Page<Stored<AuditRow>>>;
}

export function createAudit({ storage, clock }: { readonly storage: Storage; readonly clock: Clock }): Audit {
  const rows = storage.repository(auditRows);
  let count = 0;
  return {
    append: async (row) => {
      const at = timestamp(clock);
      count = (count + 1) % 1_000_000;
      const order = `${at}#${String(count).padStart(6, '0')}`;
      await rows.commit({ id: newId(clock.now()), state: { at, order, ...row } }, 0);
    },
    list: ({ limit, cursor, ...filter }) =>
      rows.list({ limit, cursor, where: present(filter), order: { field: 'order', direction: 'descending' } }),
  };
}

function present({ action, actorId, target, outcome }: AuditFilter) {
  return {
    ...(action === undefined ? {} : { action }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(target === undefined ? {} : { target }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}
