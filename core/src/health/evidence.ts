import type { MinuteBucket, Outcome, Recorder } from './recorder.ts';

/** All that is known of a connection at one moment, from every source. Times in milliseconds since 1970. */
export interface Evidence {
  readonly now: number;
  readonly lifecycle: 'active' | 'paused' | 'disabled';
  /** Whether the plugin runs; `why` is for people. */
  readonly plugin: { readonly running: boolean; readonly quarantined: boolean; readonly why: string };
  /** Set when the stored secrets cannot be opened. */
  readonly locked: string | undefined;
  /** Of the last minutes. */
  readonly traffic: Traffic;
  /** Lanes whose breaker is open or half open, and lanes an admin forced. */
  readonly lanes: { readonly resting: readonly string[]; readonly forced: readonly string[] };
  readonly probe: { readonly at: number; readonly ok: boolean; readonly code: string | undefined } | undefined;
  readonly webhooks: {
    readonly waiting: number;
    readonly oldestAgeMs: number;
    readonly dead: number;
    readonly unverified: number;
    /** Not believed, within ten minutes. */
    readonly invalid: number;
  };
}

export interface Traffic {
  /** Attempts that say something about the vendor. */
  readonly calls: number;
  /** Share (0 to 1) of these that failed with `unavailable`, `outcome_unknown` or `plugin_bug`. */
  readonly failureShare: number;
  readonly rateLimitedShare: number;
  /** Attempts refused for the credentials, or the settings, since the last success. */
  readonly authFailures: number;
  readonly configFailures: number;
  /** Of the slowest minute. */
  readonly p95Ms: number;
  readonly lastAt: number | undefined;
}

/** Sums up what a recorder knows. */
export function trafficOf(recorder: Pick<Recorder, 'recent' | 'lastAt' | 'sinceSuccess'>): Traffic {
  const minutes = recorder.recent();
  const sum = (pick: (bucket: MinuteBucket) => number) => minutes.reduce((total, bucket) => total + pick(bucket), 0);
  const share = (...of: readonly Outcome[]) =>
    calls === 0
      ? 0
      : sum(({ byOutcome }) => of.reduce((total, outcome) => total + (byOutcome[outcome] ?? 0), 0)) / calls;
  const calls = sum((bucket) => bucket.calls);
  return {
    calls,
    failureShare: share('unavailable', 'outcome_unknown', 'plugin_bug'),
    rateLimitedShare: share('rate_limited'),
    authFailures: recorder.sinceSuccess('auth'),
    configFailures: recorder.sinceSuccess('config'),
    p95Ms: minutes.reduce((most, bucket) => Math.max(most, bucket.p95Ms), 0),
    lastAt: recorder.lastAt(),
  };
}
