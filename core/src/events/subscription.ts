import { type Clock, type Timer, timestamp } from '@fairlead/sdk';
import type { DeadEvent, EventStore, StoredEvent, SubscriberCursor } from '../storage/index.ts';
import type { EventProblem } from './event-problem.ts';
import { matchesType } from './event-types.ts';

export type EventHandler = (
  event: StoredEvent,
  context: { readonly signal: AbortSignal; readonly attempt: number },
) => Promise<void> | void;

export interface SubscriptionOptions {
  /** Names the place in the log, across restarts. */
  readonly id: string;
  /** Types to handle, each may end in `*`. Default: all. */
  readonly types?: readonly string[] | undefined;
  /** Where a subscriber that is new begins. Default: `now`. */
  readonly from?: 'start' | 'now' | undefined;
  /** Default: 8. */
  readonly maxAttempts?: number | undefined;
  /** The pause after the attempt of this number, in milliseconds. Default: 1 s, doubled each time, 5 minutes at most. */
  readonly retryAfterMs?: ((attempt: number) => number) | undefined;
  /** Must bear being called twice with the same event. */
  readonly handler: EventHandler;
}

export interface SubscriptionParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly report: (problem: EventProblem) => void;
  readonly onDead: ((dead: DeadEvent) => void) | undefined;
  readonly ended: () => void;
}

const batch = 100;
/** Events of other nodes are found by looking, and no wait trusts the wall clock for longer. */
const longestWaitMs = 30_000;
const pauseAfterFailureMs = 5_000;
/** Events of others after which the place is saved all the same: what a restart reads again at the most. */
const mostPassed = 1_000;

/** One durable subscriber; made by `EventLog.subscribe`. */
export class Subscription {
  readonly id: string;
  readonly types: readonly string[] | undefined;
  readonly #options: SubscriptionOptions;
  readonly #parts: SubscriptionParts;
  readonly #ended = new AbortController();
  readonly #loop: Promise<void>;
  #awake = false;
  /** Where it is, where that is further than what was saved. */
  #unsaved: SubscriberCursor | undefined;
  #handled = false;
  #passed = 0;
  #rouse: () => void = () => undefined;

  constructor(options: SubscriptionOptions, parts: SubscriptionParts) {
    this.id = options.id;
    this.types = options.types;
    this.#options = options;
    this.#parts = parts;
    this.#loop = this.#run();
  }

  /** Looks for new events now. */
  wake(): void {
    this.#awake = true;
    this.#rouse();
  }

  /** Calls the handler, apart from the place in the log. */
  async handle(event: StoredEvent, attempt: number): Promise<void> {
    await this.#options.handler(event, { signal: this.#ended.signal, attempt });
  }

  /** Aborts the handler's signal and waits for it. The event it was at comes again at the next start, unless it succeeds. */
  async dispose(): Promise<void> {
    this.#ended.abort();
    this.#rouse();
    await this.#loop;
    this.#parts.ended();
  }

  async #run(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      this.#awake = false;
      let waitMs = pauseAfterFailureMs;
      try {
        waitMs = await this.#catchUp();
      } catch (error) {
        this.#parts.report({
          code: 'subscription_failed',
          message: `Subscriber “${this.id}” cannot go on for now.`,
          error,
        });
      }
      await this.#wait(waitMs);
    }
  }

  /**
   * Handles what there is. The place in the log is saved once for a batch, and for events that are passed by only now and
   * then: after a crash some are handled again, which handlers have to bear anyway.
   * @returns how long to wait before the next look, in milliseconds
   */
  async #catchUp(): Promise<number> {
    let cursor = later(await this.#place(), this.#unsaved);
    for (;;) {
      const events = await this.#parts.store.after(cursor.sequence, { limit: batch });
      const before = cursor.sequence;
      for (const event of events) {
        if (this.#ended.signal.aborted) return this.#settle(0);
        if (matchesType(event.type, this.types)) {
          const waitMs = cursor.retryAt - this.#parts.clock.now();
          // A wait beyond the pause itself means that the clock was set back.
          if (waitMs > 0 && waitMs <= this.#pauseMs(cursor.attempts)) return this.#settle(waitMs);
          cursor = await this.#attempt(event, cursor);
          if (cursor.sequence !== event.sequence) {
            return this.#settle(Math.max(0, cursor.retryAt - this.#parts.clock.now()));
          }
        } else {
          cursor = this.#pass(event.sequence);
        }
      }
      await this.#settle(0);
      if (events.length < batch || cursor.sequence === before) return longestWaitMs;
    }
  }

  /** Notes a place without saving it. */
  #pass(sequence: number): SubscriberCursor {
    this.#unsaved = { sequence, attempts: 0, retryAt: 0, lastError: null };
    this.#passed += 1;
    return this.#unsaved;
  }

  /** Saves the place where something was handled since it was last saved, or much was passed by. */
  async #settle(waitMs: number): Promise<number> {
    if (this.#unsaved !== undefined && (this.#handled || this.#passed >= mostPassed)) await this.#save(this.#unsaved);
    return waitMs;
  }

  async #attempt(event: StoredEvent, cursor: SubscriberCursor): Promise<SubscriberCursor> {
    const attempt = cursor.attempts + 1;
    try {
      await this.handle(event, attempt);
    } catch (error) {
      if (this.#ended.signal.aborted) return cursor;
      return this.#failed(event, cursor, error);
    }
    this.#handled = true;
    return this.#pass(event.sequence);
  }

  async #failed(event: StoredEvent, cursor: SubscriberCursor, error: unknown): Promise<SubscriberCursor> {
    const { store, clock, onDead } = this.#parts;
    const attempts = cursor.attempts + 1;
    const lastError = error instanceof Error ? error.message : String(error);
    if (attempts < (this.#options.maxAttempts ?? 8)) {
      const retryAt = clock.now() + this.#pauseMs(attempts);
      return this.#save({ sequence: cursor.sequence, attempts, retryAt, lastError });
    }
    const dead = await store.giveUp({ subscriber: this.id, event, error: lastError, attempts, at: timestamp(clock) });
    onDead?.(dead);
    return this.#pass(event.sequence);
  }

  #pauseMs(attempts: number): number {
    return this.#options.retryAfterMs?.(attempts) ?? Math.min(1_000 * 2 ** (attempts - 1), 300_000);
  }

  async #place(): Promise<SubscriberCursor> {
    const { store } = this.#parts;
    const known = await store.cursor(this.id);
    if (known !== undefined) return known;
    const sequence = this.#options.from === 'start' ? 0 : await store.latest();
    return this.#save({ sequence, attempts: 0, retryAt: 0, lastError: null });
  }

  async #save(cursor: SubscriberCursor): Promise<SubscriberCursor> {
    await this.#parts.store.saveCursor(this.id, cursor);
    this.#unsaved = undefined;
    this.#handled = false;
    this.#passed = 0;
    return cursor;
  }

  #wait(waitMs: number): Promise<void> {
    if (this.#awake || this.#ended.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer: Timer = this.#parts.clock.schedule(Math.min(waitMs, longestWaitMs), () => this.#rouse());
      this.#rouse = () => {
        timer.cancel();
        this.#rouse = () => undefined;
        resolve();
      };
    });
  }
}

/** The place that is further on; what is saved counts where both are the same, for its attempts. */
function later(saved: SubscriberCursor, unsaved: SubscriberCursor | undefined): SubscriberCursor {
  return unsaved !== undefined && unsaved.sequence > saved.sequence ? unsaved : saved;
}
