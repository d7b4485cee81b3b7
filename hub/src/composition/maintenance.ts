import type { Access, JobQueue, Storage, Webhooks } from '@fairlead/core';
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

const sealing = 'hub.seal-audit';
const minuteMs = 60_000;

/** Seals the audit log each minute, on one node: apart from what writes it, so that no request waits for it. */
export function defineSealing({ jobs, access }: { readonly jobs: JobQueue; readonly access: Pick<Access, 'audit'> }): {
  schedule(): Promise<void>;
} {
  jobs.define(sealing, {
    handler: async (_payload, { signal }) => void (await access.audit.seals.seal(signal)),
    maxAttempts: 3,
    // A log from before there were seals is taken in at once: twenty seconds for a million rows.
    timeoutMs: 10 * minuteMs,
  });
  return {
    schedule: async () => void (await jobs.repeat({ name: sealing, key: 'minute', everyMs: minuteMs, payload: {} })),
  };
}
