import type { JsonObject, JsonValue } from './json.ts';
import type { Page } from './repository.ts';

/**
 * - `received`: verified, waits for dispatch
 * - `unverified`: stored without verification, waits for it
 * - `failed`: dispatch failed, waits to be tried again
 * - `dispatched`, `dead` (given up; a person may requeue it), `forged` (verification failed; the request is dropped)
 */
export type InboxStatus = 'received' | 'unverified' | 'failed' | 'dispatched' | 'dead' | 'forged';

/** The request as it came. */
export interface InboxRequest {
  readonly method: string;
  /** Path and query, without anything secret. */
  readonly path: string;
  readonly headers: JsonObject;
  readonly body: Uint8Array;
  /** Who sent it, as long as it waits for verification; it is not kept with what was verified. */
  readonly remoteAddress?: string | undefined;
}

export interface InboxEvent {
  /** The vendor's id, or one derived from the request: unique within the connection. */
  readonly eventId: string;
  readonly type: string;
  /** ISO 8601, when the vendor says so. */
  readonly occurredAt?: string | undefined;
  /** As the plugin returned it, in wire form. */
  readonly event: JsonValue;
}

/** One request. The request is kept once, however many events it holds. */
export interface InboxArrival {
  readonly connectionId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly request: InboxRequest;
  /** What the vendor is answered; a duplicate is answered the same. */
  readonly response?: JsonObject | undefined;
  readonly events: readonly InboxEvent[];
  /**
   * Stores new events as claimed for so many milliseconds, and gives them out with the receipts: who stores them means to
   * work on them at once and spares the claim. Default: they wait to be claimed.
   */
  readonly claimForMs?: number | undefined;
}

/** A request that waits for verification. `sealed` is what its owner made of it; the store does not look inside. */
export interface UnverifiedArrival {
  /** Its id from now on: what it is sealed for. */
  readonly id: string;
  readonly connectionId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly request: InboxRequest | { readonly sealed: JsonObject };
}

export interface SealedRequest {
  /** Of the item. */
  readonly id: string;
  readonly sealed: JsonObject;
  /** In the order of arrival. */
  readonly place: number;
}

export interface InboxReceipt {
  /** Of the row that holds the event, be it this one's or the first one's. */
  readonly id: string;
  readonly eventId: string;
  readonly duplicate: boolean;
  /** Only for a duplicate: what the first was answered. */
  readonly firstResponse?: JsonObject | undefined;
  /** Only for a new event that was stored as claimed. */
  readonly claimed?: InboxItem | undefined;
}

export interface InboxItem {
  readonly id: string;
  readonly connectionId: string;
  readonly eventId: string;
  readonly type: string;
  readonly status: InboxStatus;
  readonly receivedAt: string;
  readonly occurredAt: string | null;
  readonly event: JsonValue;
  readonly response: JsonObject | null;
  /** How often the same event came again. */
  readonly duplicates: number;
  /** Claims so far, since it arrived or was requeued. */
  readonly attempts: number;
  /** Milliseconds since 1970 UTC; null when nothing is left to do. */
  readonly nextAttemptAt: number | null;
  readonly lastError: string | null;
}

/** What the relay tells of an item. */
export type InboxAnnouncement = Pick<InboxItem, 'id' | 'connectionId' | 'eventId' | 'type' | 'receivedAt'> & {
  /** Its place in the order of arrival. */
  readonly place: number;
};

/** How one claimed item went. `attempt` is the `attempts` of the claim: an outcome of an older claim is ignored. */
export type InboxOutcome = { readonly id: string; readonly attempt: number } & (
  | { readonly kind: 'dispatched' }
  /** `retryAt` in milliseconds since 1970; null gives up. */
  | { readonly kind: 'failed'; readonly error: string; readonly retryAt: number | null }
  | { readonly kind: 'forged'; readonly error: string }
);

export interface InboxListOptions {
  readonly connectionId?: string | undefined;
  readonly status?: InboxStatus | undefined;
  readonly type?: string | undefined;
  /** 1 to 1,000. Newest first. */
  readonly limit: number;
  readonly cursor?: string | null | undefined;
}

export interface InboxBacklog {
  /** Waiting for dispatch, first time or again. */
  readonly waiting: number;
  readonly unverified: number;
  readonly dead: number;
  /** When the oldest of those waiting came, ISO 8601. */
  readonly oldestAt: string | null;
}

/** Incoming webhooks. Every write is durable when it resolves; writes of one turn share one flush to disk. */
export interface InboxStore {
  /** Stores all events of a request, or none. A known event is counted as a duplicate. */
  insert(arrival: InboxArrival): Promise<readonly InboxReceipt[]>;

  /** Stores a request that could not be verified yet. Its event id is its own. */
  insertUnverified(arrival: UnverifiedArrival): Promise<void>;

  /** Replaces an unverified item by its request as it is to be kept, and the events in it; a known event is a duplicate. */
  verified(id: string, request: InboxRequest, events: readonly InboxEvent[]): Promise<readonly InboxReceipt[]>;

  /**
   * Takes items that are due, oldest first, and puts their next attempt off by `leaseMs`: should this process die, they
   * are due again then.
   */
  claim(options: { verified: boolean; now: number; leaseMs: number; limit: number }): Promise<readonly InboxItem[]>;

  /**
   * Makes items due at `now` that were claimed and not settled. For the one process that uses this database, when it
   * starts: whoever held them is gone. @returns how many
   */
  releaseClaims(now: number): Promise<number>;

  /** Records outcomes. @returns how many were of the newest claim */
  settle(outcomes: readonly InboxOutcome[]): Promise<number>;

  /** After the clock was set back by so many milliseconds: what waits becomes due as much earlier. @returns how many */
  setBack(byMs: number): Promise<number>;
  /** Nothing waits beyond `latest` (milliseconds since 1970): what does is of a clock that was set back since. @returns how many */
  pullForward(latest: number): Promise<number>;
  /** When the next item is due, in milliseconds since 1970; undefined when none waits. */
  nextDueAt(): Promise<number | undefined>;

  /** Makes an item due at `now` with its attempts at 0, also one that was dispatched. False for unverified and forged ones. */
  requeue(id: string, now: number): Promise<boolean>;

  get(id: string): Promise<InboxItem | undefined>;
  /** The raw request of an item; undefined when it was forged or pruned, and while it is sealed. */
  request(id: string): Promise<InboxRequest | undefined>;
  /** The request of an item, while it is sealed. */
  sealedRequest(id: string): Promise<SealedRequest | undefined>;
  /** Requests that are sealed, in order of arrival; `after` is the `place` of the last one known, 0 for the first. */
  sealedRequests(after: number, limit: number): Promise<readonly SealedRequest[]>;
  /** Puts another seal in place of one. False when it is not there any more. */
  reseal(request: SealedRequest, sealed: JsonObject): Promise<boolean>;
  /** @throws StorageError `bad_cursor`, `bad_query` */
  list(options: InboxListOptions): Promise<Page<InboxItem>>;
  backlog(connectionId: string): Promise<InboxBacklog>;

  /** Items that the relay has not told of, oldest first; unverified ones are not told of. */
  unannounced(limit: number): Promise<readonly InboxAnnouncement[]>;
  /** The last of those that were told of: it and all before it are announced. */
  markAnnounced(last: InboxAnnouncement): Promise<void>;

  /** Removes what was dispatched or forged and came before `receivedBefore` (ISO 8601). @returns how many */
  prune(receivedBefore: string): Promise<number>;
}
