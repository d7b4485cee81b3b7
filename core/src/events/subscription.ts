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
  /**
   * Events that may be under way at once, 1 to 100. They are begun in sequence; what has to be in order beyond that, the
   * handler sees to. While one that failed waits for its next attempt, none is begun. Default: 1.
   */
  readonly concurrency?: number | undefined;
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

interface Failure {
  readonly event: StoredEvent;
  /** With this one. */
  readonly attempts: number;
  readonly error: unknown;
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
  #saving: Promise<void> | undefined;
  /** Handled, though an event before them was not yet; forgotten at a restart. */
  readonly #ahead = new Set<number>();
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
    this.#settle();
    await this.#saving;
  }

  /**
   * Handles what there is. The place in the log is saved once for a batch, and for events that are passed by only now and
   * then: after a crash some are handled again, which handlers have to bear anyway. Nothing waits for it to be saved.
   * @returns how long to wait before the next look, in milliseconds
   */
  async #catchUp(): Promise<number> {
    let cursor = later(await this.#place(), this.#unsaved);
    for (;;) {
      const events = await this.#parts.store.after(cursor.sequence, { limit: batch });
      const before = cursor.sequence;
      const pauseMs = events.some((event) => this.#concerns(event)) ? this.#pauseLeft(cursor) : 0;
      if (pauseMs > 0) return pauseMs;
      const failure = await this.#handleAll(events, cursor.attempts + 1);
      cursor = this.#pass(events, cursor);
      if (failure !== undefined) {
        cursor = await this.#failed(failure, cursor);
        if (cursor.sequence !== failure.event.sequence) return this.#pauseLeft(cursor);
      }
      this.#settle();
      const isLast = failure === undefined && events.length < batch;
      if (this.#ended.signal.aborted || isLast || cursor.sequence === before) return longestWaitMs;
    }
  }

  /** Begins no further ones after a failure. @returns the first that failed */
  async #handleAll(events: readonly StoredEvent[], firstAttempt: number): Promise<Failure | undefined> {
    const concurrency = this.#options.concurrency ?? 1;
    const running = new Set<Promise<void>>();
    let attempt = firstAttempt;
    let failure: Failure | undefined;
    const run = async (event: StoredEvent, number: number): Promise<void> => {
      try {
        await this.handle(event, number);
        this.#ahead.add(event.sequence);
        this.#handled = true;
      } catch (error) {
        if (this.#ended.signal.aborted) return;
        if (failure === undefined || event.sequence < failure.event.sequence)
          failure = { event, attempts: number, error };
      }
    };
    for (const event of events) {
      if (!this.#concerns(event)) continue;
      const one = run(event, attempt).finally(() => running.delete(one));
      running.add(one);
      // The count is of the event that failed before: it is the first one.
      attempt = 1;
      if (running.size >= concurrency) await Promise.race(running);
      if (failure !== undefined || this.#ended.signal.aborted) break;
    }
    await Promise.all(running);
    return failure;
  }

  /** It is to be handled, and was not. */
  #concerns({ type, sequence }: StoredEvent): boolean {
    return matchesType(type, this.types) && !this.#ahead.has(sequence);
  }

  /** Notes the place before the first event that is still to be handled, without saving it. */
  #pass(events: readonly StoredEvent[], cursor: SubscriberCursor): SubscriberCursor {
    const left = events.findIndex((event) => this.#concerns(event));
    const passed = left === -1 ? events : events.slice(0, left);
    const last = passed.at(-1);
    if (last === undefined) return cursor;
    for (const { sequence } of passed) this.#ahead.delete(sequence);
    this.#passed += passed.length;
    this.#unsaved = { sequence: last.sequence, attempts: 0, retryAt: 0, lastError: null };
    return this.#unsaved;
  }

  /** Saves the place, in the background, where something was handled since it was last saved, or much was passed by. */
  #settle(): void {
    if (this.#saving !== undefined || !this.#isWorthSaving()) return;
    this.#saving = this.#saveAll()
      .catch((error: unknown) => {
        this.#handled = true;
        this.#parts.report({
          code: 'subscription_failed',
          message: `The place of subscriber “${this.id}” could not be saved; it is tried again.`,
          error,
        });
      })
      .finally(() => {
        this.#saving = undefined;
      });
  }

  async #saveAll(): Promise<void> {
    while (this.#unsaved !== undefined && this.#isWorthSaving()) await this.#save(this.#unsaved);
  }

  #isWorthSaving(): boolean {
    return this.#unsaved !== undefined && (this.#handled || this.#passed >= mostPassed);
  }

  async #failed({ event, attempts, error }: Failure, { sequence }: SubscriberCursor): Promise<SubscriberCursor> {
    const { store, clock, onDead } = this.#parts;
    const lastError = error instanceof Error ? error.message : String(error);
    // What is written here says the place as well, and must not be overtaken.
    this.#unsaved = undefined;
    if (attempts < (this.#options.maxAttempts ?? 8)) {
      return this.#save({ sequence, attempts, retryAt: clock.now() + this.#pauseMs(attempts), lastError });
    }
    const dead = await store.giveUp({ subscriber: this.id, event, error: lastError, attempts, at: timestamp(clock) });
    onDead?.(dead);
    this.#ahead.add(event.sequence);
    return this.#pass([event], { sequence, attempts: 0, retryAt: 0, lastError: null });
  }

  /** A wait beyond the pause itself means that the clock was set back. */
  #pauseLeft({ retryAt, attempts }: SubscriberCursor): number {
    const leftMs = retryAt - this.#parts.clock.now();
    return leftMs > 0 && leftMs <= this.#pauseMs(attempts) ? leftMs : 0;
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
    this.#handled = false;
    this.#passed = 0;
    await this.#parts.store.saveCursor(this.id, cursor);
    if (this.#unsaved !== undefined && this.#unsaved.sequence <= cursor.sequence) this.#unsaved = undefined;
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
