import type { IndexScalar } from './collection.ts';
import type { OutboxEvent } from './repository.ts';

/** An aggregate as a driver sees it. */
export interface AggregateRow {
  readonly id: string;
  readonly version: number;
  readonly state: unknown;
  readonly outbox: readonly OutboxEvent[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface AggregateWrite extends AggregateRow {
  readonly index: { readonly [field: string]: IndexScalar | null };
}

export type WriteResult =
  | { readonly kind: 'written' | 'conflict' }
  | { readonly kind: 'duplicate'; readonly field: string };

/** Conditions of MikroORM's own form, over `_id`, `createdAt`, `updatedAt` and the declared fields. */
export interface RowFilter {
  readonly [field: string]: unknown;
}

export interface RowQuery {
  readonly filter: RowFilter;
  readonly sort: { readonly [field: string]: 'asc' | 'desc' };
  readonly limit: number;
}

/**
 * What a driver does for one collection: single statements only, so that no driver needs a transaction of its own.
 * Everything above (conflicts, cursors, carrying events forward) is written once, in `AggregateRepository`.
 */
export interface AggregateRows {
  /** What a write has in its outbox is in the log when it is written, and nothing waits; else the relay fetches it. */
  readonly publishes: boolean;
  get(id: string): Promise<AggregateRow | undefined>;
  insert(row: AggregateWrite): Promise<WriteResult>;
  /** Replaces the row of this id when it is at `expectedVersion`; `keepOutbox` leaves the stored outbox as it is. */
  replace(row: AggregateWrite, expectedVersion: number, keepOutbox: boolean): Promise<WriteResult>;
  /** Removes the row when it is at this version and its outbox is empty. */
  remove(id: string, expectedVersion: number): Promise<boolean>;
  /** Rows with the value of the sort field, for the cursor. */
  find(
    query: RowQuery,
  ): Promise<readonly (AggregateRow & { readonly fields: { readonly [field: string]: unknown } })[]>;
  count(filter: RowFilter): Promise<number>;
}
