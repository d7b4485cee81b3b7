import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { type EventLog, matchesType } from '../events/index.ts';
import type { JobContext, JobQueue } from '../jobs/index.ts';
import { defineCollection, type Storage, type Stored } from '../storage/index.ts';
import { deliveryIdOf, webhookDeliveries } from './delivery.ts';
import type { StoredEndpoint } from './endpoint.ts';
import type { FanOut } from './fan-out.ts';
import { sentAgain } from './retry-plan.ts';

export interface RedeliveryRequest {
  /** `failed`: deliveries that failed. `all`: every event of the log that the endpoint takes, delivered before or not. */
  readonly what: 'failed' | 'all';
  /** When the events were: ISO 8601, from here on and before there. Default: no bound. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface RedeliveryState extends RedeliveryRequest {
  readonly endpointId: string;
  readonly status: 'running' | 'finished' | 'stopped';
  /** Looked at so far. */
  readonly seen: number;
  /** Of these, to be sent. */
  readonly queued: number;
  /** Where to go on; null at the beginning. */
  readonly next: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export const webhookRedeliveries = defineCollection({
  name: 'webhook_redeliveries',
  index: { endpointId: 'string', finishedAt: 'string?' },
  project: ({ endpointId, finishedAt }: RedeliveryState) => ({ endpointId, finishedAt }),
});

export type Redelivery = Omit<RedeliveryState, 'next'> & { readonly id: string };

interface RedeliveriesOptions {
  readonly storage: Storage;
  readonly events: EventLog;
  readonly jobs: JobQueue;
  readonly clock: Clock;
  readonly known: ReadonlyMap<string, StoredEndpoint>;
  readonly fanOut: Pick<FanOut, 'make'>;
  readonly wake: (endpointId: string) => void;
}

interface Step {
  readonly seen: number;
  readonly queued: number;
  readonly next: string | null;
}

const job = 'webhooks.redeliver';
const batch = 100;

/** Sends many once more: a durable job, a batch after the other, with its progress in a document. */
export function createRedeliveries(options: RedeliveriesOptions) {
  const { storage, events, jobs, clock, known, fanOut, wake } = options;
  const repository = storage.repository(webhookRedeliveries);
  const deliveries = storage.repository(webhookDeliveries);

  /** Repeating a batch sends some of it once more than was asked; nothing is left out. */
  const failedOnes = async ({ endpointId, from, to, next }: RedeliveryState): Promise<Step> => {
    const at = { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) };
    const { items, nextCursor } = await deliveries.list({
      where: { endpointId, status: 'failed', ...(from === undefined && to === undefined ? {} : { at }) },
      order: { field: 'at', direction: 'ascending' },
      limit: batch,
      cursor: next,
    });
    await Promise.all(
      items.map(({ id }) =>
        deliveries.update(id, (state) =>
          state.status === 'failed' ? { state: sentAgain(state, clock.now()) } : undefined,
        ),
      ),
    );
    return { seen: items.length, queued: items.length, next: nextCursor };
  };

  const eventsOf = async (state: RedeliveryState, { state: { types } }: StoredEndpoint): Promise<Step> => {
    const { endpointId, from, to } = state;
    const page = await events.after(Number(state.next ?? 0), { limit: batch });
    const meant = page.filter(
      ({ type, time }) =>
        matchesType(type, types) && (from === undefined || time >= from) && (to === undefined || time < to),
    );
    await Promise.all(
      meant.map(async (event) => {
        if (await fanOut.make(endpointId, event)) return;
        const id = deliveryIdOf(endpointId, event.id);
        await deliveries.update(id, (before) => ({ state: sentAgain(before, clock.now()) }));
      }),
    );
    const last = page.at(-1);
    const next = page.length < batch || last === undefined ? null : String(last.sequence);
    return { seen: page.length, queued: meant.length, next };
  };

  const run = async (id: string, { signal, heartbeat }: JobContext): Promise<void> => {
    for (;;) {
      if (signal.aborted) throw new Error('The hub stops; it goes on at the next start.');
      const stored = await repository.get(id);
      if (stored === undefined || stored.state.status !== 'running') return;
      const { state } = stored;
      const endpoint = known.get(state.endpointId);
      const finishedAt = timestamp(clock);
      if (endpoint === undefined || endpoint.state.disabled !== null) {
        await repository.update(id, (before) => ({ state: { ...before, status: 'stopped', finishedAt } }));
        return;
      }
      const step = state.what === 'failed' ? await failedOnes(state) : await eventsOf(state, endpoint);
      await repository.update(id, (before) => ({
        state: {
          ...before,
          seen: before.seen + step.seen,
          queued: before.queued + step.queued,
          next: step.next,
          ...(step.next === null ? { status: 'finished' as const, finishedAt } : {}),
        },
      }));
      wake(state.endpointId);
      if (step.next === null) return;
      await heartbeat();
    }
  };
  jobs.define(job, { handler: (payload, context) => run(String((payload as { id?: unknown }).id), context) });

  return {
    async begin(endpointId: string, { what, from, to }: RedeliveryRequest): Promise<Redelivery> {
      const id = newId(clock.now());
      const state: RedeliveryState = {
        endpointId,
        what,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        status: 'running',
        seen: 0,
        queued: 0,
        next: null,
        startedAt: timestamp(clock),
        finishedAt: null,
      };
      const stored = await repository.commit({ id, state }, 0);
      await jobs.enqueue({ name: job, key: id, payload: { id } });
      return show(stored);
    },
    async get(id: string): Promise<Redelivery> {
      const stored = await repository.get(id);
      if (stored === undefined) throw new HubError('not_found', { detail: 'There is no redelivery of this id.' });
      return show(stored);
    },
    /** Removes those that ended before this moment. @returns how many */
    async prune(before: string): Promise<number> {
      let count = 0;
      for (;;) {
        const { items } = await repository.list({ where: { finishedAt: { lt: before } }, limit: batch });
        if (items.length === 0) return count;
        for (const { id, version } of items) await repository.remove(id, version);
        count += items.length;
      }
    },
  };
}

function show({ id, state: { next: _next, ...state } }: Stored<RedeliveryState>): Redelivery {
  return { id, ...state };
}
