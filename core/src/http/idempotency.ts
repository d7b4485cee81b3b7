import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Clock, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import { defineCollection, isStorageError, type JsonValue, type Storage, type Stored } from '../storage/index.ts';

/** What was answered first, to be answered again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: JsonValue;
}

interface KeyState {
  /** HMAC of the request's parts: tells another request from the same one, and keeps no secret of it. */
  readonly fingerprint: string;
  /** Null while the first request is under way. */
  readonly answer: KeptAnswer | 'withheld' | null;
  /** ISO 8601, UTC. Under way: the first request is given up for lost then. Else: the key is free again. */
  readonly expiresAt: string;
}

export const idempotencyKeys = defineCollection({
  name: 'idempotency_keys',
  index: { expiresAt: 'string' },
  project: ({ expiresAt }: KeyState) => ({ expiresAt }),
});

export interface IdempotencyOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Keys the fingerprints, so that a stolen database gives no way to guess the bodies. 32 bytes. */
  readonly fingerprintKey: Uint8Array;
  /** Default 24 hours. */
  readonly keepMs?: number;
  /** How long a first request may be under way. Default 5 minutes. */
  readonly leaseMs?: number;
}

export interface IdempotentRequest {
  /** Whose key it is: the same text of another caller, or for another route, is another key. */
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
  readonly content: unknown;
}

export interface Claim {
  /** Keeps the answer. */
  done(answer: KeptAnswer | 'withheld'): Promise<void>;
  /** Nothing took effect: the key is free again. */
  release(): Promise<void>;
}

export type ClaimResult =
  | { readonly kind: 'first'; readonly claim: Claim }
  | { readonly kind: 'repeat'; readonly answer: KeptAnswer };

/** First answers by `Idempotency-Key`, durable. */
export class Idempotency {
  readonly #options: Required<IdempotencyOptions>;

  constructor(options: IdempotencyOptions) {
    this.#options = { keepMs: 86_400_000, leaseMs: 300_000, ...options };
  }

  /**
   * @throws HubError `idempotency_in_flight`, `idempotency_key_reused` (another request had this key),
   *   `idempotency_answer_withheld` (the first answer held a secret)
   */
  async claim(request: IdempotentRequest): Promise<ClaimResult> {
    const id = idOf(request);
    const fingerprint = this.#fingerprint(request.content);
    const found = await this.#keys.get(id);
    if (found === undefined || this.#isOver(found)) return this.#begin(id, fingerprint, found?.version ?? 0);
    if (found.state.fingerprint !== fingerprint) throw new HubError('idempotency_key_reused');
    if (found.state.answer === null) throw inFlight();
    if (found.state.answer === 'withheld') {
      throw new HubError('idempotency_answer_withheld', { detail: 'Its answer held a secret and was not kept.' });
    }
    return { kind: 'repeat', answer: found.state.answer };
  }

  /** Removes what has expired. For a job, now and then. @returns how many */
  async purge(): Promise<number> {
    const where = { expiresAt: { lt: timestamp(this.#options.clock) } };
    let removed = 0;
    for (;;) {
      const { items } = await this.#keys.list({ where, limit: 200 });
      for (const { id, version } of items) await this.#remove(id, version);
      removed += items.length;
      if (items.length < 200) return removed;
    }
  }

  get #keys() {
    return this.#options.storage.repository(idempotencyKeys);
  }

  async #begin(id: string, fingerprint: string, version: number): Promise<ClaimResult> {
    const { leaseMs, keepMs } = this.#options;
    try {
      const stored = await this.#keys.commit(
        { id, state: { fingerprint, answer: null, expiresAt: this.#in(leaseMs) } },
        version,
      );
      return {
        kind: 'first',
        claim: {
          done: async (answer) => {
            await this.#keys.commit(
              { ...stored, state: { fingerprint, answer, expiresAt: this.#in(keepMs) } },
              stored.version,
            );
          },
          release: () => this.#remove(id, stored.version),
        },
      };
    } catch (error) {
      if (isStorageError(error, 'version_conflict')) throw inFlight(error);
      throw error;
    }
  }

  /** Someone else may have been faster: then it is gone as well. */
  async #remove(id: string, version: number): Promise<void> {
    try {
      await this.#keys.remove(id, version);
    } catch (error) {
      if (!isStorageError(error, 'version_conflict')) throw error;
    }
  }

  #isOver({ state }: Stored<KeyState>): boolean {
    return Date.parse(state.expiresAt) <= this.#options.clock.now();
  }

  #in(ms: number): string {
    return new Date(this.#options.clock.now() + ms).toISOString();
  }

  #fingerprint(content: unknown): string {
    return createHmac('sha256', this.#options.fingerprintKey).update(canonical(content)).digest('base64url');
  }
}

/** For hubs without durable keys of their own (tests, tours): fingerprints that end with the process. */
export function processFingerprintKey(): Uint8Array {
  return randomBytes(32);
}

function idOf({ actorId, route, key }: IdempotentRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([actorId, route, key]))
    .digest('hex');
}

function inFlight(cause?: unknown): HubError {
  return new HubError('idempotency_in_flight', { retryAfterMs: 1_000, cause });
}

/** JSON with the members of every object in one order. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_name, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    ) ?? ''
  );
}
