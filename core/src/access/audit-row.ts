import { defineCollection, type Repository } from '../storage/index.ts';

/** What was done, or tried, by whom. Rows are only ever added. */
export interface AuditRow {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Orders rows, those of one millisecond as well: the time and a count. It never goes back, even where the clock does. */
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

const auditIndex = {
  order: 'string',
  action: 'string',
  actorId: 'string',
  target: 'string?',
  outcome: 'string',
} as const;

export const auditRows = defineCollection({
  name: 'audit',
  index: auditIndex,
  project: ({ order, action, actorId, target, outcome }: AuditRow) => ({ order, action, actorId, target, outcome }),
});

export type AuditRows = Repository<AuditRow, typeof auditIndex>;

export type AuditWhere = Pick<
  NonNullable<Parameters<AuditRows['count']>[0]>,
  'action' | 'actorId' | 'target' | 'outcome'
>;
