export { addHealthBuckets } from './add-health-buckets.ts';
export {
  type AnyCollection,
  type Collection,
  type CollectionOptions,
  defineCollection,
  type IndexKind,
  type IndexScalar,
  type IndexSpec,
  type IndexValues,
} from './collection.ts';
export { createStorage, type StorageOptions } from './create-storage.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export type { DeadEvent, EventStore, NewEvent, StoredEvent, SubscriberCursor } from './event-store.ts';
export { eventTypePattern, isEventType } from './event-type.ts';
export type { HealthBucket, HealthBucketStore } from './health-bucket-store.ts';
export type {
  InboxAnnouncement,
  InboxArrival,
  InboxBacklog,
  InboxEvent,
  InboxItem,
  InboxListOptions,
  InboxOutcome,
  InboxReceipt,
  InboxRequest,
  InboxStatus,
  InboxStore,
  SealedRequest,
  UnverifiedArrival,
} from './inbox-store.ts';
export type { JobCounts, JobFence, JobRepeat, JobStatus, JobStore, NewJob, NextRun, StoredJob } from './job-store.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { announcement, publishedEvent } from './publish.ts';
export type { OutboxStore, PendingOutbox } from './outbox-store.ts';
export type {
  Aggregate,
  Change,
  Condition,
  ListOptions,
  Order,
  OutboxEvent,
  Page,
  Repository,
  Stored,
  Where,
} from './repository.ts';
export type { CommitListener, HotStores, Storage } from './storage.ts';
export type { UsageBucket, UsageBucketStore, UsageFigures } from './usage-bucket-store.ts';
export { isStorageError, StorageError, type StorageErrorCode } from './storage-error.ts';
