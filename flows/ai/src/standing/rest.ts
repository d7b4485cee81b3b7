import type { FairleadError } from '@fairlead/sdk';

/** How long a configuration rests after a kind of failure. */
export interface RestRule {
  /** Failures in a row before it rests. */
  readonly after: number;
  readonly firstMs: number;
  /** Doubled with each rest that follows without an answer, up to this. */
  readonly longestMs: number;
}

/** Kinds of failure that make a configuration rest. */
export type RestKind = 'credentials' | 'quota' | 'rate_limited' | 'failing';

const minute = 60_000;

/**
 * A person has to act after `credentials` and `quota`, so that these rest longest. A rate limit rests for as long as the
 * vendor asks, else for half a minute, however often. `failing` is whatever may be a matter of luck: it takes three in a row.
 */
export const restRules: Readonly<Record<RestKind, RestRule>> = {
  credentials: { after: 1, firstMs: 15 * minute, longestMs: 240 * minute },
  quota: { after: 1, firstMs: 30 * minute, longestMs: 240 * minute },
  rate_limited: { after: 1, firstMs: minute / 2, longestMs: minute / 2 },
  failing: { after: 3, firstMs: minute, longestMs: 30 * minute },
};

/** A vendor may ask for more; whoever believes a day may as well believe a year. */
const longestVendorWishMs = 24 * 60 * minute;

/** Milliseconds of a rest. @param level rests before this one since the last answer */
export function restMs(kind: RestKind, level: number, error: Pick<FairleadError, 'retryAfterMs'>): number {
  const { firstMs, longestMs } = restRules[kind];
  const own = Math.min(firstMs * 2 ** Math.min(level, 20), longestMs);
  if (kind !== 'rate_limited') return own;
  return Math.min(error.retryAfterMs ?? own, longestVendorWishMs);
}
