import type { Clock, ErrorClass } from '@fairlead/sdk';
import { createMinuteWindow } from './minute-window.ts';

/** How an attempt ended. `invalid_input` and `cancelled` say nothing about the connection and are not recorded. */
export type Outcome = 'success' | Exclude<ErrorClass, 'invalid_input' | 'cancelled'>;

export const outcomes = [
  'success',
  'auth',
  'config',
  'rate_limited',
  'unavailable',
  'rejected',
  'outcome_unknown',
  'plugin_bug',
] as const satisfies readonly Outcome[];

/** What happened on a connection within one minute. Durations in milliseconds. */
export interface MinuteBucket {
  /** Minutes since 1970. */
  readonly minute: number;
  readonly calls: number;
  /** All but `success` and `rejected`: a refusal is a healthy answer. */
  readonly errors: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
}

/** Counts attempts. Recording costs a few array writes; see `bench/`. */
export interface Recorder {
  record(outcome: Outcome, durationMs: number): void;
  /** The minute that is not over yet, or undefined when nothing happened in it. */
  peek(): MinuteBucket | undefined;
  /** What was recorded within the last `recentMinutes` minutes, oldest first, the running one included. */
  recent(): readonly MinuteBucket[];
  /** When the last attempt was recorded (milliseconds since 1970), or undefined. */
  lastAt(): number | undefined;
  /** Attempts that ended so since the last success: credentials that are refused stay refused until they work. */
  sinceSuccess(outcome: 'auth' | 'config'): number;
  /** Everything since the recorder was made. */
  totals(): Readonly<Partial<Record<Outcome, number>>>;
  /** Gives out minutes that are over and were not given out before. `all`: the running one as well, up to now. */
  drain(which?: 'over' | 'all'): readonly MinuteBucket[];
}

export const recentMinutes = 15;

/** Durations fall into classes about 19% apart, from 1/16 ms to 18 minutes: percentiles are exact to that. */
const classesPerOctave = 4;
const classes = 24 * classesPerOctave;

/** `recorded` hears of each attempt, and whether it counts as an error. */
export function createRecorder(clock: Clock, recorded?: (failed: boolean) => void): Recorder {
  const counts = new Uint32Array(outcomes.length);
  const histogram = new Uint32Array(classes);
  const before: Partial<Record<Outcome, number>> = {};
  let calls = 0;
  let lastAt: number | undefined;
  let auth = 0;
  let config = 0;

  const counted = (): Partial<Record<Outcome, number>> => {
    const byOutcome: Partial<Record<Outcome, number>> = {};
    for (const [index, name] of outcomes.entries()) if (counts[index]) byOutcome[name] = counts[index] as number;
    return byOutcome;
  };
  const window = createMinuteWindow<MinuteBucket>({
    clock,
    recentMinutes,
    sum(minute) {
      if (calls === 0) return undefined;
      const byOutcome = counted();
      const errors = calls - (byOutcome.success ?? 0) - (byOutcome.rejected ?? 0);
      return { minute, calls, errors, ...percentiles(histogram, calls), byOutcome };
    },
    clear() {
      addTo(before, counted());
      counts.fill(0);
      histogram.fill(0);
      calls = 0;
    },
  });
  return {
    record(outcome, durationMs) {
      lastAt = window.enter();
      const index = outcomes.indexOf(outcome);
      counts[index] = (counts[index] as number) + 1;
      const slot = classOf(durationMs);
      histogram[slot] = (histogram[slot] as number) + 1;
      calls += 1;
      recorded?.(outcome !== 'success' && outcome !== 'rejected');
      if (outcome === 'success') {
        auth = 0;
        config = 0;
      } else if (outcome === 'auth') auth += 1;
      else if (outcome === 'config') config += 1;
    },
    peek: window.peek,
    recent: window.recent,
    lastAt: () => lastAt,
    sinceSuccess: (outcome) => (outcome === 'auth' ? auth : config),
    totals: () => addTo({ ...before }, counted()),
    drain: window.drain,
  };
}

/** Adds counts to others, in place. @returns the first */
export function addTo(
  sums: Partial<Record<Outcome, number>>,
  more: Readonly<Partial<Record<Outcome, number>>>,
): Partial<Record<Outcome, number>> {
  for (const [name, count] of Object.entries(more) as [Outcome, number][]) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

function classOf(durationMs: number): number {
  if (durationMs <= 0.0625) return 0;
  return Math.min(classes - 1, Math.floor((Math.log2(durationMs) + 4) * classesPerOctave));
}

/** The upper end of a class. */
function durationOf(slot: number): number {
  return Number((2 ** ((slot + 1) / classesPerOctave - 4)).toPrecision(3));
}

function percentiles(histogram: Uint32Array, calls: number): { p50Ms: number; p95Ms: number; p99Ms: number } {
  const at = (share: number) => {
    let rest = Math.ceil(calls * share);
    for (let slot = 0; slot < classes; slot += 1) {
      rest -= histogram[slot] as number;
      if (rest <= 0) return durationOf(slot);
    }
    return 0;
  };
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
