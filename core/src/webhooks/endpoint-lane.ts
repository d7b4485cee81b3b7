import { type Clock, type Logger, type Secret, timestamp, type Timer } from '@fairlead/sdk';
import type { Repository } from '../storage/index.ts';
import type { Delivery, DeliveryAttempt, DeliveryIndex, DeliveryState } from './delivery.ts';
import type { StoredEndpoint } from './endpoint.ts';
import { afterAttempt, longestRetryAfterMs, type Outcome, retryAfterOf } from './retry-plan.ts';
import { failureText, type MakeSender, type WebhookSender } from './send.ts';
import { signatureHeader } from './signing.ts';

export interface LaneParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly deliveries: Repository<DeliveryState, DeliveryIndex>;
  readonly makeSender: MakeSender;
  /** As it is now; undefined when it is gone. */
  readonly endpoint: () => StoredEndpoint | undefined;
  /** The secrets that sign now. @throws VaultError while a master key is missing */
  readonly secrets: (endpoint: StoredEndpoint) => readonly Secret[];
  readonly redact: (text: string) => string;
  /** Told of each attempt once it is on record: the endpoint may have to be disabled. */
  readonly tried: (endpointId: string, attempt: DeliveryAttempt, after: DeliveryState) => Promise<void>;
}

/** Requests under way at once to an endpoint that answers as it should. */
const mostAtOnce = 4;
const pauseAfterFaultMs = 5_000;
const longestTimerMs = 30_000;

/**
 * The deliveries of one endpoint. While its attempts fail it gets one at a time. The fence against sending twice at once is
 * this object: one process works on a database.
 */
export class EndpointLane {
  readonly #parts: LaneParts;
  readonly #stop = new AbortController();
  readonly #underWay = new Map<string, Promise<void>>();
  #sender: { readonly key: string; readonly sender: WebhookSender } | undefined;
  #pausedUntil = 0;
  #looking: Promise<void> | undefined;
  #again = false;
  #timer: Timer | undefined;

  constructor(parts: LaneParts) {
    this.#parts = parts;
  }

  wake(): void {
    this.#again = true;
    this.#looking ??= this.#lookUntilQuiet().finally(() => {
      this.#looking = undefined;
    });
  }

  async dispose(): Promise<void> {
    this.#stop.abort();
    this.#timer?.cancel();
    await this.#looking;
    await Promise.all(this.#underWay.values());
    await this.#sender?.sender.dispose();
  }

  async #lookUntilQuiet(): Promise<void> {
    while (this.#again && !this.#stop.signal.aborted) {
      this.#again = false;
      try {
        await this.#look();
      } catch (error) {
        this.#fault(error);
      }
    }
  }

  async #look(): Promise<void> {
    const endpoint = this.#parts.endpoint();
    if (endpoint === undefined || endpoint.state.disabled !== null) return;
    const now = this.#parts.clock.now();
    const pauseMs = this.#pausedUntil - now;
    if (pauseMs > 0) return this.#wakeIn(pauseMs);
    const { ordered, failingSince } = endpoint.state;
    const most = ordered || failingSince !== null ? 1 : mostAtOnce;
    if (this.#underWay.size >= most) return;
    const { items } = await this.#parts.deliveries.list({
      where: { queue: endpoint.id },
      order: { field: ordered ? 'sequence' : 'dueAt', direction: 'ascending' },
      limit: most + this.#underWay.size,
    });
    for (const delivery of items) {
      if (this.#underWay.size >= most) return;
      if (this.#underWay.has(delivery.id)) continue;
      const leftMs = (delivery.state.dueAt ?? now) - now;
      // By when they are due, or by their place behind this one: none of the others may go before it.
      if (leftMs > 0) return this.#wakeIn(leftMs);
      this.#begin(endpoint, delivery);
    }
  }

  #begin(endpoint: StoredEndpoint, delivery: Delivery): void {
    const one = this.#deliver(endpoint, delivery)
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#underWay.delete(delivery.id);
        if (!this.#stop.signal.aborted) this.wake();
      });
    this.#underWay.set(delivery.id, one);
  }

  async #deliver(endpoint: StoredEndpoint, { id, state }: Delivery): Promise<void> {
    const { clock, deliveries, tried } = this.#parts;
    const outcome = await this.#attempt(endpoint, state);
    if (outcome === undefined) return;
    const { retryAfterMs } = outcome;
    if (retryAfterMs !== undefined) this.#pausedUntil = clock.now() + Math.min(retryAfterMs, longestRetryAfterMs);
    const stored = await deliveries.update(id, (before) => ({ state: afterAttempt(before, outcome, clock.now()) }));
    if (stored !== undefined) await tried(endpoint.id, outcome.attempt, stored.state);
  }

  /** Undefined when it was broken off because the hub stops. */
  async #attempt(endpoint: StoredEndpoint, { webhookId, body }: DeliveryState): Promise<Outcome | undefined> {
    const { clock, redact, secrets } = this.#parts;
    const signal = this.#stop.signal;
    const [at, began] = [timestamp(clock), clock.monotonic()];
    const seconds = Math.floor(clock.now() / 1_000);
    const headers = {
      'content-type': 'application/cloudevents+json',
      'webhook-id': webhookId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureHeader(secrets(endpoint), { id: webhookId, timestamp: seconds, body }),
    };
    const ended = () => ({ at, durationMs: Math.round(clock.monotonic() - began) });
    try {
      const reply = await this.#senderOf(endpoint).send({ url: endpoint.state.url, headers, body, signal });
      const { status } = reply;
      const error = status >= 200 && status < 300 ? null : refusal(status);
      const asked = status === 429 || status === 503 ? retryAfterOf(reply.retryAfter, clock.now()) : undefined;
      return { attempt: { ...ended(), status, reply: redact(reply.text), error }, retryAfterMs: asked };
    } catch (error) {
      if (signal.aborted) return undefined;
      const text = redact(failureText(error));
      return { attempt: { ...ended(), status: null, reply: '', error: text }, retryAfterMs: undefined };
    }
  }

  #senderOf({ state: { url, allowPrivateAddresses } }: StoredEndpoint): WebhookSender {
    const key = JSON.stringify([url, allowPrivateAddresses]);
    if (this.#sender?.key === key) return this.#sender.sender;
    const { clock, makeSender } = this.#parts;
    const before = this.#sender?.sender;
    const sender = makeSender({ url, allowPrivateAddresses, clock });
    this.#sender = { key, sender };
    // What is under way to the old address is tried again at the new one.
    before?.dispose().catch((error: unknown) => this.#fault(error));
    return sender;
  }

  /** Storage is away, or a master key: nothing is lost, and nothing is sent in a circle. */
  #fault(error: unknown): void {
    this.#parts.log.warn('Deliveries of a webhook endpoint wait.', { endpoint: this.#parts.endpoint()?.id, error });
    this.#pausedUntil = this.#parts.clock.now() + pauseAfterFaultMs;
    if (!this.#stop.signal.aborted) this.#wakeIn(pauseAfterFaultMs);
  }

  #wakeIn(ms: number): void {
    this.#timer?.cancel();
    this.#timer = this.#parts.clock.schedule(Math.min(ms, longestTimerMs), () => this.wake());
  }
}

function refusal(status: number): string {
  const redirect = status >= 300 && status < 400 ? '; redirects are not followed' : '';
  return `The answer was ${status}${redirect}.`;
}
