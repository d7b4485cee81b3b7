import type { StoredEvent } from '../storage/index.ts';

/** What realtime needs of the event log (`EventLog` in events is one). */
export interface EventFeed {
  /** Events after a sequence, in order; `types` may end in `*`. */
  after(
    sequence: number,
    options: { types?: readonly string[] | undefined; limit: number },
  ): Promise<readonly StoredEvent[]>;
  latest(): Promise<number>;
  oldest(): Promise<number | undefined>;
  /** @returns a function that ends it */
  onAppend(listener: (events: readonly StoredEvent[]) => void): () => void;
}
