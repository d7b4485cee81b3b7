import type { ErrorCode, FairleadError } from '@fairlead/sdk';

export interface RetryPolicy {
  /** Attempts in all. */
  readonly attempts: number;
  /** Longest wait before the second attempt; doubled for each further one. The wait is a random part of it. */
  readonly backoffMs: number;
  readonly longestBackoffMs: number;
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 3, backoffMs: 400, longestBackoffMs: 10_000 };

/** Refusals of our own: who calls should know at once, and not stand in a queue behind a resting breaker. */
const failFast: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'breaker_open',
  'bulkhead_full',
  'connection_inactive',
  'lane_forced_open',
  'plugin_not_running',
]);

/**
 * Milliseconds to wait before the next attempt, or undefined when there is none. "Full jitter": a random time up to the
 * backoff, so that callers who failed together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). A vendor's own wish comes first.
 * @param attempt the one that failed, from 1
 * @param random gives a number from 0 up to 1
 */
export function nextDelayMs(
  policy: RetryPolicy,
  attempt: number,
  error: FairleadError,
  random: () => number,
): number | undefined {
  if (attempt >= policy.attempts) return undefined;
  switch (error.class) {
    case 'rate_limited':
      return error.retryAfterMs ?? jittered(policy, attempt, random);
    case 'unavailable':
      if (failFast.has(error.code)) return undefined;
      return Math.max(error.retryAfterMs ?? 0, jittered(policy, attempt, random));
    default:
      return undefined;
  }
}

function jittered({ backoffMs, longestBackoffMs }: RetryPolicy, attempt: number, random: () => number): number {
  return random() * Math.min(backoffMs * 2 ** (attempt - 1), longestBackoffMs);
}
