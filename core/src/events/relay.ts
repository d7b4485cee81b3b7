import type { Clock, Timer } from '@fairlead/sdk';
import { announcement, publishedEvent, type Storage } from '../storage/index.ts';
import type { EventLog } from './event-log.ts';
import type { EventProblem } from './event-problem.ts';

export interface RelayOptions {
  readonly storage: Storage;
  readonly log: Pick<EventLog, 'append'>;
  readonly clock: Clock;
  readonly report: (problem: EventProblem) => void;
}

const batch = 200;
const scanEveryMs = 30_000;
const pauseAfterFailureMs = 1_000;
/** The name under which storage tells of new webhooks. */
const inbox = 'inbox';

/**
 * Moves events that wait in aggregates and the inbox into the log: first appended, then cleared, so that a crash between the two
 * appends again, which the log ignores by the events' ids. The order within an aggregate is kept. It is woken by commits,
 * and looks at everything when it starts and every 30 seconds, for what another process or a crash left.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #dirty = new Set<string>();
  readonly #stopListening: () => void;
  #draining: Promise<void> | undefined;
  #timer: Timer | undefined;
  #disposed = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#stopListening = options.storage.onCommit((collection, _id, pendingEvents) => {
      if (pendingEvents > 0) this.#wake(collection);
    });
  }

  /** Publishes what waits and goes on with what comes. Repeating it is harmless. */
  start(): void {
    this.#markAll();
    this.#ensureDraining();
  }

  /** Publishes everything that waits now. @throws what storage throws; it is tried again by itself */
  async drain(): Promise<void> {
    this.#markAll();
    while (this.#draining !== undefined) await this.#draining;
    await this.#drain();
  }

  /** Stops after the batch under way; what is left is published at the next start. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#stopListening();
    this.#timer?.cancel();
    await this.#draining;
  }

  #wake(collection: string): void {
    this.#dirty.add(collection);
    this.#ensureDraining();
  }

  #markAll(): void {
    for (const collection of this.#options.storage.collections) this.#dirty.add(collection);
    this.#dirty.add(inbox);
  }

  #ensureDraining(): void {
    if (this.#disposed || this.#draining !== undefined) return;
    this.#timer?.cancel();
    this.#draining = this.#drain()
      .then(() => scanEveryMs)
      .catch((error: unknown) => {
        this.#options.report({
          code: 'relay_failed',
          message: 'Events wait: they cannot be published for now.',
          error,
        });
        return pauseAfterFailureMs;
      })
      .then((waitMs) => {
        this.#draining = undefined;
        if (this.#disposed) return;
        // A commit may have been told of after the last look and before this moment; after a failure the pause comes first.
        if (waitMs === scanEveryMs && this.#dirty.size > 0) this.#ensureDraining();
        else this.#timer = this.#options.clock.schedule(waitMs, () => this.start());
      });
  }

  async #drain(): Promise<void> {
    while (this.#dirty.size > 0 && !this.#disposed) {
      const names = [...this.#dirty];
      this.#dirty.clear();
      // At once, so that they share flushes: order is promised within an aggregate, and those are of one collection.
      const outcomes = await Promise.allSettled(names.map((name) => this.#drainOne(name)));
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }
  }

  async #drainOne(name: string): Promise<void> {
    try {
      await (name === inbox ? this.#drainInbox() : this.#drainCollection(name));
    } catch (error) {
      this.#dirty.add(name);
      throw error;
    }
  }

  async #drainCollection(collection: string): Promise<void> {
    const { outbox } = this.#options.storage.hot;
    let afterId: string | undefined;
    do {
      const pending = await outbox.pending({ collection, limit: batch, afterId });
      if (pending.length > 0) {
        await this.#options.log.append(
          pending.flatMap(({ events }) => events.map((event) => publishedEvent(collection, event))),
        );
        await outbox.clear(pending);
      }
      afterId = pending.length < batch ? undefined : pending.at(-1)?.id;
    } while (afterId !== undefined && !this.#disposed);
  }

  async #drainInbox(): Promise<void> {
    const store = this.#options.storage.hot.inbox;
    for (;;) {
      const items = await store.unannounced(batch);
      const last = items.at(-1);
      if (last === undefined) return;
      await this.#options.log.append(items.map(announcement));
      await store.markAnnounced(last);
      if (items.length < batch || this.#disposed) return;
    }
  }
}
