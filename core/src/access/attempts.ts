import type { Clock } from '@fairlead/sdk';

export interface AttemptsOptions {
  readonly clock: Clock;
  /** Failures that cost nothing. Default 5. */
  readonly free?: number;
  /** Wait after the first failure beyond; doubles with each. Default 1,000 ms. */
  readonly firstWaitMs?: number;
  /** Default 15 minutes. */
  readonly longestWaitMs?: number;
  /** Failures are forgotten when none was added for so long. Default: the longest wait. */
  readonly rememberMs?: number;
  /** Names remembered; the oldest goes first. Default 20,000. */
  readonly capacity?: number;
}

interface Failures {
  readonly count: number;
  readonly untilMs: number;
  readonly lastMs: number;
}

/** Failed attempts by name (an account, an address), in memory: each failure beyond the free ones doubles the wait. */
export class Attempts {
  readonly #options: Required<AttemptsOptions>;
  readonly #failures = new Map<string, Failures>();

  constructor(options: AttemptsOptions) {
    const { longestWaitMs = 900_000, rememberMs = longestWaitMs } = options;
    this.#options = { free: 5, firstWaitMs: 1_000, capacity: 20_000, ...options, longestWaitMs, rememberMs };
  }

  /** Milliseconds before this name may try again; 0 when it may now. */
  waitMs(name: string): number {
    const failures = this.#failures.get(name);
    return failures === undefined ? 0 : Math.max(0, Math.ceil(failures.untilMs - this.#options.clock.monotonic()));
  }

  failed(name: string): void {
    const { clock, free, firstWaitMs, longestWaitMs, rememberMs, capacity } = this.#options;
    const now = clock.monotonic();
    const before = this.#failures.get(name);
    const forgotten = before === undefined || now - before.lastMs > rememberMs;
    const count = forgotten ? 1 : before.count + 1;
    const waitMs = count <= free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(count - free - 1, 30));
    this.#failures.delete(name);
    this.#failures.set(name, { count, untilMs: now + waitMs, lastMs: now });
    if (this.#failures.size > capacity) {
      const oldest = this.#failures.keys().next().value;
      if (oldest !== undefined) this.#failures.delete(oldest);
    }
  }

  succeeded(name: string): void {
    this.#failures.delete(name);
  }
}
