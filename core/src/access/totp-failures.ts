/** Wrong codes of one account, as stored: what matters is durable, and a right code forgets none of them. */
export interface CodeFailures {
  /** One more with each wrong code, one less with each day. */
  readonly level: number;
  /** Milliseconds since 1970 of the last one. */
  readonly atMs: number;
}

const free = 10;
const firstWaitMs = 60_000;
const longestWaitMs = 86_400_000;
const forgottenInMs = 86_400_000;

export const noFailures: CodeFailures = { level: 0, atMs: 0 };

/**
 * Milliseconds before the next code is looked at. Of a million codes three count at any time, so what bounds guessing is
 * this: 21 tries on the first day and fewer than two on each day after.
 */
export function waitMsAfter({ level, atMs }: CodeFailures, nowMs: number): number {
  if (level <= free) return 0;
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (Math.ceil(level) - free - 1));
  return Math.max(0, atMs + waitMs - nowMs);
}

export function afterFailure({ level, atMs }: CodeFailures, nowMs: number): CodeFailures {
  const forgotten = Math.max(0, nowMs - atMs) / forgottenInMs;
  return { level: Math.max(0, level - forgotten) + 1, atMs: nowMs };
}
