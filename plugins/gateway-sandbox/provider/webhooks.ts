import { createHmac } from 'node:crypto';
import type { ProviderClock } from './clock.ts';
import type { ProviderDatabase } from './database.ts';
import type { ProviderEvent } from './model.ts';

/**
 * What becomes of webhooks: `normal`, `lost` (never sent), `duplicate` (each sent twice), `hold` (kept until released,
 * in the order or reversed).
 */
export const deliveryModes = ['normal', 'lost', 'duplicate', 'hold'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

interface Delivery {
  readonly id: string;
  readonly event: ProviderEvent;
  readonly url: string;
  readonly attempts: number;
  readonly state: 'due' | 'held' | 'delivered' | 'lost' | 'given_up';
}

export interface WebhooksParts {
  readonly database: ProviderDatabase;
  readonly clock: ProviderClock;
  /** The signing secrets, the current one first. A request carries a signature by each. */
  readonly secrets: () => readonly string[];
}

const givenUpAfterMs = 10_000;

/** Sends signed events to the addresses that asked for them, again until a 2xx comes. */
export function createWebhooks({ database, clock, secrets }: WebhooksParts) {
  let mode: DeliveryMode = 'normal';
  let retryMs: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000];
  const stopping = new AbortController();
  const counts = { sent: 0, accepted: 0 };
  let fresh: Delivery[] = [];

  const put = (delivery: Delivery) => database.put('delivery', delivery.id, delivery);

  const send = async (delivery: Delivery): Promise<void> => {
    const times = mode === 'duplicate' ? 2 : 1;
    const answers = [];
    for (let time = 0; time < times; time++) answers.push(await post(delivery));
    if (stopping.signal.aborted) return;
    const attempts = delivery.attempts + 1;
    if (answers.every(Boolean)) return put({ ...delivery, attempts, state: 'delivered' });
    const wait = retryMs[delivery.attempts];
    put({ ...delivery, attempts, state: wait === undefined ? 'given_up' : 'due' });
    if (wait !== undefined) clock.after(wait, () => void send({ ...delivery, attempts }));
  };

  const post = async ({ event, url }: Delivery): Promise<boolean> => {
    const body = JSON.stringify(event);
    const seconds = Math.floor(clock.signingTime() / 1_000);
    counts.sent++;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sandbox-signature': sign(secrets(), seconds, body) },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, limit()]),
      });
      await answer.arrayBuffer();
      if (answer.ok) counts.accepted++;
      return answer.ok;
    } catch {
      // Nobody there, or too slow: the same as an answer that is not 2xx, so it is sent again.
      return false;
    }
  };

  const limit = () => {
    const late = new AbortController();
    clock.after(givenUpAfterMs, () => late.abort());
    return late.signal;
  };

  return {
    /** Keeps the event for delivery, inside the caller's transaction; `flush` sends it once that is durable. */
    publish(event: ProviderEvent, urls: readonly string[]): void {
      database.put('event', event.id, event);
      for (const [index, url] of urls.entries()) {
        const state = mode === 'hold' ? 'held' : mode === 'lost' ? 'lost' : 'due';
        const delivery: Delivery = { id: `${event.id}:${index}`, event, url, attempts: 0, state };
        put(delivery);
        if (state === 'due') fresh.push(delivery);
      }
    },
    /** Sends what was published, once the transaction is durable. */
    flush(): void {
      const due = fresh;
      fresh = [];
      for (const delivery of due) void send(delivery);
    },
    /** Forgets what was published by a transaction that came to nothing. */
    discard(): void {
      fresh = [];
    },
    setMode(next: DeliveryMode): void {
      mode = next;
    },
    setRetries(next: readonly number[]): void {
      retryMs = next;
    },
    /** Sends what was held, one after another, and answers how many. */
    async release(reversed: boolean): Promise<number> {
      const held = database.list<Delivery>('delivery').filter(({ state }) => state === 'held');
      if (reversed) held.reverse();
      for (const delivery of held) await send(delivery);
      return held.length;
    },
    /** Sends an event once more, whatever became of it before. */
    async redeliver(eventId: string): Promise<number> {
      const again = database.list<Delivery>('delivery').filter(({ event }) => event.id === eventId);
      for (const delivery of again) await send(delivery);
      return again.length;
    },
    /** Ids of events that reached nobody. */
    undelivered(): ReadonlySet<string> {
      const open = database.list<Delivery>('delivery').filter(({ state }) => state !== 'delivered');
      return new Set(open.map(({ event }) => event.id));
    },
    /** What was due when the process ended is due again. */
    resume(): void {
      for (const delivery of database.list<Delivery>('delivery')) {
        if (delivery.state === 'due') void send(delivery);
      }
    },
    counts: () => ({ ...counts }),
    dispose: () => stopping.abort(),
  };
}

export type Webhooks = ReturnType<typeof createWebhooks>;

export function sign(secrets: readonly string[], seconds: number, body: string): string {
  const macs = secrets.map((secret) => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
  return [`t=${seconds}`, ...macs.map((mac) => `v1=${mac}`)].join(',');
}
