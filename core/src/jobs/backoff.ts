export interface BackoffOptions {
  /** After the first attempt. Default: 1 s. */
  readonly firstMs?: number;
  /** Default: 10 minutes. */
  readonly longestMs?: number;
  /** From 0 to 1. Default: `Math.random`. */
  readonly random?: () => number;
}

/** Doubles with each attempt, and is shortened by up to half at random, so that what failed together does not return together. */
export function exponentialBackoff(options: BackoffOptions = {}): (attempt: number) => number {
  const { firstMs = 1_000, longestMs = 600_000, random = Math.random } = options;
  return (attempt) => Math.round(Math.min(firstMs * 2 ** (attempt - 1), longestMs) * (1 - random() / 2));
}
