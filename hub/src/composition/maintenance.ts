import type { JobQueue, Storage, Webhooks } from '@fairlead/core';
import type { Clock } from '@fairlead/sdk';

/** What is kept, and for how long. Aggregates stay for ever; these are logs. */
const keptDays = { events: 30, inbox: 30, healthMinutes: 30, deliveries: 30 } as const;

interface PruningOptions {
  readonly idempotency: { purge(): Promise<unknown> };
  readonly jobs: JobQueue;
  readonly storage: Storage;
  readonly webhooks: Pick<Webhooks, 'prune'>;
  readonly clock: Clock;
}

const dayMs = 86_400_000;
const job = 'hub.prune';

/**
 * Removes what is older than it has to be kept, once a day, on one node: events that every subscriber has behind it,
 * webhooks that were dispatched, deliveries that ended, health minutes.
 */
export function definePruning({ jobs, storage, clock, idempotency, webhooks }: PruningOptions): {
  schedule(): Promise<void>;
} {
  const ago = (days: number) => new Date(clock.now() - days * dayMs).toISOString();
  const { events, inbox, buckets, usage } = storage.hot;
  jobs.define(job, {
    handler: async () => {
      await events.prune(ago(keptDays.events));
      await inbox.prune(ago(keptDays.inbox));
      await webhooks.prune(ago(keptDays.deliveries));
      await idempotency.purge();
      const oldestMinute = Math.floor((clock.now() - keptDays.healthMinutes * dayMs) / 60_000);
      await buckets.prune(oldestMinute);
      await usage.prune(oldestMinute);
    },
    maxAttempts: 3,
  });
  return {
    schedule: async () => void (await jobs.repeat({ name: job, key: 'daily', everyMs: dayMs, payload: {} })),
  };
}
