import type { MoveReason } from './plugin-move.ts';

/** When a new version is given up. */
export interface WatchPolicy {
  /** Milliseconds for which the version before is kept running and the new one is watched. */
  readonly watchMs: number;
  /** Calls (attempts, as health counts them) before their share of failures says anything. */
  readonly minimumCalls: number;
  /** How much larger the share of failed calls may be than before, 0 to 1. */
  readonly allowedJump: number;
}

export const defaultWatchPolicy: WatchPolicy = { watchMs: 600_000, minimumCalls: 50, allowedJump: 0.1 };

/** How one call ended: `success`, or the error's class. */
export type WatchedOutcome = string;

/** Watches the calls of a version that is new. */
export interface VersionWatch {
  readonly version: string;
  /** @returns why the version has to go, once */
  saw(outcome: WatchedOutcome): MoveReason | undefined;
}

/** Of so many calls the share is taken, so that a failure that begins late is not drowned by what went well before. */
const latestCalls = 500;

export function watchVersion(version: string, failedBefore: number, policy: WatchPolicy): VersionWatch {
  const failed = new Uint8Array(latestCalls);
  let calls = 0;
  let failures = 0;
  let isOver = false;
  const end = (code: string, message: string): MoveReason => {
    isOver = true;
    return { code, message };
  };
  return {
    version,
    saw(outcome) {
      if (isOver) return undefined;
      if (outcome === 'plugin_bug') return end('contract', `Version ${version} broke its contract in a call.`);
      // As health has it: a business refusal is a healthy answer.
      const isFailure = outcome !== 'success' && outcome !== 'rejected';
      const slot = calls % latestCalls;
      failures += (isFailure ? 1 : 0) - (calls >= latestCalls ? (failed[slot] ?? 0) : 0);
      failed[slot] = isFailure ? 1 : 0;
      calls += 1;
      const counted = Math.min(calls, latestCalls);
      if (!isFailure || counted < policy.minimumCalls) return undefined;
      const share = failures / counted;
      if (share - failedBefore <= policy.allowedJump) return undefined;
      const message = `${percent(share)} of the last ${counted} calls of version ${version} failed; before it were ${percent(failedBefore)}.`;
      return end('error_rate', message);
    },
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}
