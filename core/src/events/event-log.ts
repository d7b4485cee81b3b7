import type { Clock } from '@fairlead/sdk';
import type { DeadEvent, EventStore, NewEvent, Page, StoredEvent } from '../storage/index.ts';
import type { EventProblem } from './event-problem.ts';
import { matchesType } from './event-types.ts';
import { Subscription, type SubscriptionOptions } from './subscription.ts';

export interface EventLogOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly report: (problem: EventProblem) => void;
  /** Told when a subscriber gave an event up: a person should know. */
  readonly onDead?: ((dead: DeadEvent) => void) | undefined;
}

export type AppendListener = (events: readonly StoredEvent[]) => void;

/** The published events, in one sequence: to read, to follow, and to handle at least once. */
export class EventLog {
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #report: EventLogOptions['report'];
  readonly #onDead: EventLogOptions['onDead'];
  readonly #listeners = new Set<AppendListener>();
  readonly #stopListening: () => void;
  readonly #subscriptions = new Map<string, Subscription>();

  constructor({ store, clock, report, onDead }: EventLogOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#report = report;
    this.#onDead = onDead;
    this.#stopListening = store.onAppend((events) => this.#tell(events));
  }

  /** Adds events; one whose id is known is left out. For the relay. @returns the new ones */
  append(events: readonly NewEvent[]): Promise<readonly StoredEvent[]> {
    return this.#store.append(events);
  }

  /** Events after a sequence, in order; `types` may end in `*`. `limit`: 1 to 1,000. */
  after(
    sequence: number,
    options: { types?: readonly string[] | undefined; limit: number },
  ): Promise<readonly StoredEvent[]> {
    return this.#store.after(sequence, options);
  }

  /** Events before a sequence, the latest first; without one, from the end of the log. As `after` otherwise. */
  before(
    sequence: number | undefined,
    options: { types?: readonly string[] | undefined; limit: number },
  ): Promise<readonly StoredEvent[]> {
    return this.#store.before(sequence, options);
  }

  /** The last sequence given out; 0 for none. */
  latest(): Promise<number> {
    return this.#store.latest();
  }

  /** The first sequence still kept: whoever resumes before it has missed events. */
  oldest(): Promise<number | undefined> {
    return this.#store.oldest();
  }

  /**
   * Follows events as they are published by this process; nothing is kept for a listener. It must return quickly.
   * @returns a function that ends it
   */
  onAppend(listener: AppendListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Hands each matching event to `handler`, one after the other in sequence, at least once; the place is kept under `id`
   * across restarts. A handler that throws is tried again with growing pauses, later events waiting; after the last
   * attempt the event becomes a dead letter and the next one's turn comes. Dispose of the subscription to stop it.
   * @throws TypeError when `id` is subscribed already
   */
  subscribe(options: SubscriptionOptions): Subscription {
    const { id } = options;
    if (this.#subscriptions.has(id)) throw new TypeError(`“${id}” is subscribed already.`);
    const subscription = new Subscription(options, {
      store: this.#store,
      clock: this.#clock,
      report: this.#report,
      onDead: this.#onDead,
      ended: () => this.#subscriptions.delete(id),
    });
    this.#subscriptions.set(id, subscription);
    return subscription;
  }

  /** Events given up, newest first. */
  deadEvents(options: {
    subscriber?: string | undefined;
    limit: number;
    cursor?: string | null | undefined;
  }): Promise<Page<DeadEvent>> {
    return this.#store.deadEvents(options);
  }

  /**
   * Hands a dead event to its subscriber once more, out of order, and removes it when that succeeds.
   * @returns false when there is none of this id or nobody subscribes under its name now
   * @throws what the handler throws
   */
  async retryDead(id: string): Promise<boolean> {
    const dead = await this.#store.deadEvent(id);
    const subscription = dead && this.#subscriptions.get(dead.subscriber);
    if (dead === undefined || subscription === undefined) return false;
    await subscription.handle(dead.event, dead.attempts + 1);
    return this.#store.removeDeadEvent(id);
  }

  /** Removes a dead event for good. */
  discardDead(id: string): Promise<boolean> {
    return this.#store.removeDeadEvent(id);
  }

  /** Ends all subscriptions after the handlers under way. */
  async dispose(): Promise<void> {
    this.#stopListening();
    this.#listeners.clear();
    await Promise.all([...this.#subscriptions.values()].map((subscription) => subscription.dispose()));
  }

  #tell(events: readonly StoredEvent[]): void {
    for (const subscription of this.#subscriptions.values()) {
      if (events.some(({ type }) => matchesType(type, subscription.types))) subscription.wake();
    }
    for (const listener of this.#listeners) {
      try {
        listener(events);
      } catch (error) {
        this.#report({ code: 'listener_threw', message: 'A listener of the event log threw.', error });
      }
    }
  }
}
