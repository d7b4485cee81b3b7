import type { OutboxEvent } from './repository.ts';

/** An aggregate with events that wait for the relay. */
export interface PendingOutbox {
  readonly collection: string;
  readonly id: string;
  readonly version: number;
  /** In the order they were committed. */
  readonly events: readonly OutboxEvent[];
}

/** The relay's view of all collections. */
export interface OutboxStore {
  /** Aggregates of one collection with events waiting, in order of id; `afterId` goes on from there. */
  pending(options: {
    collection: string;
    limit: number;
    afterId?: string | undefined;
  }): Promise<readonly PendingOutbox[]>;
  /**
   * Empties the outboxes of aggregates that are still at the version given; others keep theirs. The version stays.
   * @returns how many were emptied. Repeating it is harmless.
   */
  clear(published: readonly Pick<PendingOutbox, 'collection' | 'id' | 'version'>[]): Promise<number>;
}
