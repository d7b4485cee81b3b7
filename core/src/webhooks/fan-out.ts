import type { Clock } from '@fairlead/sdk';
import { type EventLog, matchesType, type Subscription, toCloudEvent } from '../events/index.ts';
import { type EventStore, isStorageError, type Repository, type StoredEvent } from '../storage/index.ts';
import { type DeliveryIndex, type DeliveryState, deliveryIdOf, newDelivery } from './delivery.ts';
import type { StoredEndpoint } from './endpoint.ts';
import { cancelled } from './retry-plan.ts';

interface FanOutOptions {
  readonly events: EventLog;
  readonly store: Pick<EventStore, 'cursor' | 'saveCursor' | 'removeCursor'>;
  readonly deliveries: Repository<DeliveryState, DeliveryIndex>;
  readonly known: ReadonlyMap<string, StoredEndpoint>;
  readonly clock: Clock;
  readonly wake: (endpointId: string) => void;
}

const subscriber = 'webhooks';
const batch = 200;

/** Makes deliveries of events. Their ids follow from event and endpoint, so an event that comes again makes none anew. */
export function createFanOut({ events, store, deliveries, known, clock, wake }: FanOutOptions) {
  let subscription: Subscription | undefined;

  const make = async (endpointId: string, event: StoredEvent): Promise<boolean> => {
    const state = newDelivery(endpointId, event, { ...toCloudEvent(event) }, clock.now());
    try {
      await deliveries.commit({ id: deliveryIdOf(endpointId, event.id), state }, 0);
      return true;
    } catch (error) {
      if (isStorageError(error, 'version_conflict', 'duplicate_key')) return false;
      throw error;
    }
  };
  const isFor = ({ state }: StoredEndpoint, { type, sequence }: StoredEvent) =>
    state.disabled === null && sequence > state.afterSequence && matchesType(type, state.types);

  const take = async (event: StoredEvent): Promise<void> => {
    const meant = [...known.values()].filter((endpoint) => isFor(endpoint, event));
    await Promise.all(meant.map(({ id }) => make(id, event)));
    for (const { id } of meant) wake(id);
  };
  const stop = async (): Promise<void> => {
    await subscription?.dispose();
    subscription = undefined;
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const result = last.then(change);
    // Only the order is kept here: the failure is the caller's.
    last = result.catch(() => undefined);
    return result;
  };

  /** Cancels what waits for an endpoint. */
  const cancel = async (endpointId: string, before?: string): Promise<number> => {
    let count = 0;
    for (;;) {
      const where = { queue: endpointId, ...(before === undefined ? {} : { at: { lt: before } }) };
      const { items } = await deliveries.list({ where, limit: batch });
      if (items.length === 0) return count;
      const end = (state: DeliveryState) =>
        state.status === 'pending' ? { state: cancelled(state, clock.now()) } : undefined;
      await Promise.all(items.map(({ id }) => deliveries.update(id, end)));
      count += items.length;
    }
  };

  return {
    make,
    cancel,
    /** Takes events after this place, unless it does so already; nothing is followed for nobody. */
    follow: (sequence: number) =>
      inTurn(async () => {
        if (subscription !== undefined) return;
        if ((await store.cursor(subscriber)) === undefined)
          await store.saveCursor(subscriber, { sequence, attempts: 0, retryAt: 0, lastError: null });
        subscription = events.subscribe({
          id: subscriber,
          // Without an end to its attempts: an event that cannot be written down must not be passed by.
          maxAttempts: Number.MAX_SAFE_INTEGER,
          handler: take,
        });
      }),
    /** Forgets the place in the log, so that it does not keep old events, unless there is an endpoint by now. */
    unfollow: () =>
      inTurn(async () => {
        if (known.size > 0) return;
        await stop();
        await store.removeCursor(subscriber);
      }),
    /** Cancels what a crash left of endpoints that were deleted. */
    async recover(): Promise<void> {
      let after = '';
      for (;;) {
        const where = { queue: { gt: after } };
        const { items } = await deliveries.list({ where, order: { field: 'queue', direction: 'ascending' }, limit: 1 });
        const [next] = items;
        if (next === undefined) return;
        after = next.state.endpointId;
        if (!known.has(after)) await cancel(after);
      }
    },
    /** What waits for an endpoint that is disabled is given up after the same time. */
    async prune(before: string): Promise<number> {
      for (const { id, state } of known.values()) if (state.disabled !== null) await cancel(id, before);
      let count = 0;
      for (;;) {
        const { items } = await deliveries.list({
          where: { settledAt: { lt: before } },
          order: { field: 'settledAt', direction: 'ascending' },
          limit: batch,
        });
        if (items.length === 0) return count;
        await Promise.all(items.map(({ id, version }) => removeQuietly(id, version)));
        count += items.length;
      }
    },
    dispose: () => inTurn(stop),
  };

  /** One that was sent again meanwhile stays. */
  async function removeQuietly(id: string, version: number): Promise<void> {
    try {
      await deliveries.remove(id, version);
    } catch (error) {
      if (!isStorageError(error, 'version_conflict')) throw error;
    }
  }
}

export type FanOut = ReturnType<typeof createFanOut>;
