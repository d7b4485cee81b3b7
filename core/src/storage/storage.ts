import type { Collection, IndexSpec } from './collection.ts';
import type { EventStore } from './event-store.ts';
import type { HealthBucketStore } from './health-bucket-store.ts';
import type { InboxStore } from './inbox-store.ts';
import type { JobStore } from './job-store.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Repository } from './repository.ts';
import type { UsageBucketStore } from './usage-bucket-store.ts';

/**
 * Told after each commit is durable. `pendingEvents` is how many events wait in the aggregate. New events of the inbox are
 * told of as collection `inbox`. Must not throw.
 */
export type CommitListener = (collection: string, id: string, pendingEvents: number) => void;

/** The hot paths: no aggregates, but rows written by statements made for them. */
export interface HotStores {
  readonly outbox: OutboxStore;
  readonly inbox: InboxStore;
  readonly events: EventStore;
  readonly jobs: JobStore;
  readonly buckets: HealthBucketStore;
  readonly usage: UsageBucketStore;
}

/** All that the hub keeps. One per process and database. */
export interface Storage {
  /** Names of all collections, sorted. */
  readonly collections: readonly string[];

  /** @throws StorageError `bad_query` for a collection that was not given to `createStorage` */
  repository<State, Index = IndexSpec>(collection: Collection<State, Index>): Repository<State, Index>;

  readonly hot: HotStores;

  /**
   * Creates what is missing: tables, columns, indexes; removes nothing. Call it once before anything else; repeating it
   * is harmless.
   * @throws StorageError `schema_too_new` when a newer Fairlead has made this version unable to use the database
   */
  migrate(): Promise<void>;

  /** Resolves when the database answers. @throws StorageError `storage_unavailable` or `storage_closed` */
  ping(): Promise<void>;

  /** @returns a function that ends the subscription */
  onCommit(listener: CommitListener): () => void;

  /** Writes what is queued, then closes. Repeating it is harmless. */
  dispose(): Promise<void>;
}
