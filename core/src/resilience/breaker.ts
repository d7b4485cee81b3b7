import type { Clock } from '@fairlead/sdk';

export interface BreakerPolicy {
  /** Failures in a row that open the breaker, however few the calls. */
  readonly consecutiveFailures: number;
  /** Share of failures (0 to 1) within the window that opens it, once there are `minimumCalls`. */
  readonly failureShare: number;
  readonly minimumCalls: number;
  readonly windowMs: number;
  /** Rest after the first opening; doubled with each opening that follows without a success, up to `longestRestMs`. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

export const defaultBreakerPolicy: BreakerPolicy = {
  consecutiveFailures: 5,
  failureShare: 0.5,
  minimumCalls: 20,
  windowMs: 30_000,
  restMs: 5_000,
  longestRestMs: 120_000,
};

export type BreakerState =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly retryInMs: number }
  /** The rest is over. `probing`: the one call that tries is under way, and others are refused until it is back. */
  | { readonly state: 'half_open'; readonly probing: boolean };

/** What became of a call that was let through. `ignored` says nothing about the vendor (a refusal, a cancelled call). */
export type BreakerOutcome = 'success' | 'failure' | 'ignored';

/**
 * Stops calls to a lane that fails, and lets one through now and then to see whether it works again.
 * Durations are taken from the monotonic clock: setting the machine's clock neither opens nor holds it.
 */
export interface Breaker {
  /** Undefined when a call may go on; else the milliseconds after which to try again. */
  refusal(): number | undefined;
  /** Exactly once for each call that was let through. */
  record(outcome: BreakerOutcome): void;
  /** By the clock: a rest that is over is, whether or not somebody has called since. */
  current(): BreakerState;
  /** Closes it and forgets what was counted. */
  reset(): void;
}

const slices = 10;

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly untilMs: number }
  | { readonly kind: 'half_open'; probing: boolean };

/** @param changed called after each change of state, never within `refusal` of another call */
export function createBreaker(clock: Clock, policy: BreakerPolicy, changed: (state: BreakerState) => void): Breaker {
  let state: State = { kind: 'closed' };
  let inARow = 0;
  let openings = 0;
  const window = createWindow(clock, policy.windowMs);

  const current = (): BreakerState => {
    if (state.kind === 'closed') return { state: 'closed' };
    if (state.kind === 'half_open') return { state: 'half_open', probing: state.probing };
    const retryInMs = state.untilMs - clock.monotonic();
    return retryInMs > 0 ? { state: 'open', retryInMs } : { state: 'half_open', probing: false };
  };
  const become = (next: State) => {
    state = next;
    changed(current());
  };
  const open = () => {
    const restMs = Math.min(policy.restMs * 2 ** openings, policy.longestRestMs);
    openings += 1;
    inARow = 0;
    window.clear();
    become({ kind: 'open', untilMs: clock.monotonic() + restMs });
  };
  const close = () => {
    inARow = 0;
    openings = 0;
    window.clear();
    become({ kind: 'closed' });
  };

  return {
    refusal() {
      if (state.kind === 'closed') return undefined;
      if (state.kind === 'open') {
        const waitMs = state.untilMs - clock.monotonic();
        if (waitMs > 0) return Math.ceil(waitMs);
        become({ kind: 'half_open', probing: false });
      }
      if (state.kind === 'half_open') {
        if (state.probing) return 1_000;
        state.probing = true;
      }
      return undefined;
    },
    record(outcome) {
      if (state.kind === 'half_open') {
        if (outcome === 'success') close();
        else if (outcome === 'failure') open();
        else state.probing = false;
        return;
      }
      if (state.kind === 'open' || outcome === 'ignored') return;
      inARow = outcome === 'success' ? 0 : inARow + 1;
      window.add(outcome === 'failure');
      if (outcome === 'success') return;
      const { calls, failures } = window.totals();
      const share = calls >= policy.minimumCalls && failures >= calls * policy.failureShare;
      if (inARow >= policy.consecutiveFailures || share) open();
    },
    current,
    reset: close,
  };
}

/** Calls and failures of the last `lengthMs`, in ten slices. */
function createWindow(clock: Clock, lengthMs: number) {
  const sliceMs = lengthMs / slices;
  const calls = new Uint32Array(slices);
  const failures = new Uint32Array(slices);
  let newest = 0;
  const turn = () => {
    const slice = Math.floor(clock.monotonic() / sliceMs);
    for (let passed = Math.min(slice - newest, slices); passed > 0; passed -= 1) {
      calls[(slice - passed + 1) % slices] = 0;
      failures[(slice - passed + 1) % slices] = 0;
    }
    newest = slice;
    return slice % slices;
  };
  const sum = (values: Uint32Array) => values.reduce((total, value) => total + value, 0);
  return {
    add(failed: boolean) {
      const index = turn();
      calls[index] = (calls[index] as number) + 1;
      if (failed) failures[index] = (failures[index] as number) + 1;
    },
    totals() {
      turn();
      return { calls: sum(calls), failures: sum(failures) };
    },
    clear() {
      calls.fill(0);
      failures.fill(0);
    },
  };
}
