import type { Clock } from '@fairlead/sdk';

export interface RateLimitPolicy {
  /** Calls allowed per `perMs`, evenly refilled. */
  readonly calls: number;
  readonly perMs: number;
}

/** Allows so many calls in a time. */
export interface RateLimit {
  /** Takes one call out of the allowance and answers 0, or takes none and answers the milliseconds to wait. */
  take(): number;
}

/** A token bucket in memory: holds for this node. The bucket is full at the start. */
export function createRateLimit(clock: Clock, { calls, perMs }: RateLimitPolicy): RateLimit {
  let tokens = calls;
  let refilledAt = clock.monotonic();
  return {
    take() {
      const now = clock.monotonic();
      tokens = Math.min(calls, tokens + ((now - refilledAt) * calls) / perMs);
      refilledAt = now;
      if (tokens < 1) return Math.ceil(((1 - tokens) * perMs) / calls);
      tokens -= 1;
      return 0;
    },
  };
}
