import type { OutboxEvent, Page } from './repository.ts';

export interface NewEvent extends OutboxEvent {
  /** Who says so, as a URI reference: `/fairlead/payments`. */
  readonly source: string;
}

export interface StoredEvent extends NewEvent {
  /** Grows with every event; gaps are normal. */
  readonly sequence: number;
}

/** How far a durable subscriber has come, and how its current event is doing. */
export interface SubscriberCursor {
  /** The last event that was handled or given up. */
  readonly sequence: number;
  /** Failed attempts at the event after it. */
  readonly attempts: number;
  /** Milliseconds since 1970; 0 when there is nothing to wait for. */
  readonly retryAt: number;
  readonly lastError: string | null;
}

export interface DeadEvent {
  readonly id: string;
  readonly subscriber: string;
  readonly event: StoredEvent;
  readonly error: string;
  readonly attempts: number;
  /** ISO 8601. */
  readonly at: string;
}

/** The log of published events. */
export interface EventStore {
  /** Adds events in order; one whose id is known is left out. @returns the new ones. Repeating it is harmless. */
  append(events: readonly NewEvent[]): Promise<readonly StoredEvent[]>;
  /** Events after a sequence, in order. `types` may end in `*`: `payment.*`. */
  after(
    sequence: number,
    options: { types?: readonly string[] | undefined; limit: number },
  ): Promise<readonly StoredEvent[]>;
  /** Events before a sequence, the latest first; without one, from the end of the log. `types` as above. */
  before(
    sequence: number | undefined,
    options: { types?: readonly string[] | undefined; limit: number },
  ): Promise<readonly StoredEvent[]>;
  get(id: string): Promise<StoredEvent | undefined>;
  /**
   * Told of what this process added, in order of sequence, once it is durable. Must not throw.
   * @returns a function that ends it
   */
  onAppend(listener: (events: readonly StoredEvent[]) => void): () => void;
  /** The last sequence given out; 0 for none. */
  latest(): Promise<number>;
  /** The first sequence still there; undefined for an empty log. Who asks for less has missed something. */
  oldest(): Promise<number | undefined>;
  /** Removes events with a time before `before` (ISO 8601) that every subscriber has behind it. @returns how many */
  prune(before: string): Promise<number>;

  cursor(subscriber: string): Promise<SubscriberCursor | undefined>;
  saveCursor(subscriber: string, cursor: SubscriberCursor): Promise<void>;
  /** Forgets a subscriber, so that it no longer holds up `prune`. */
  removeCursor(subscriber: string): Promise<void>;

  /** Records an event that a subscriber could not handle and moves its cursor past it, both or neither. */
  giveUp(dead: Omit<DeadEvent, 'id'>): Promise<DeadEvent>;
  deadEvents(options: {
    subscriber?: string | undefined;
    limit: number;
    cursor?: string | null | undefined;
  }): Promise<Page<DeadEvent>>;
  deadEvent(id: string): Promise<DeadEvent | undefined>;
  removeDeadEvent(id: string): Promise<boolean>;
}
