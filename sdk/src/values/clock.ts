/**
 * Time, as everything in Fairlead sees it. Pass a clock in; never call `Date.now` or `setTimeout` yourself, so that a
 * test can move time by hand (`FakeClock` in `@fairlead/sdk/testing`).
 */
export interface Clock {
  /** Milliseconds since 1970 UTC. May jump when the machine's clock is set: for stamps, not for durations. */
  now(): number;
  /** Milliseconds from an arbitrary start that never go back: for durations and deadlines. */
  monotonic(): number;
  /** Runs `action` once after `delayMs`. The timer does not keep a process alive. */
  schedule(delayMs: number, action: () => void): Timer;
}

/** What `schedule` of a clock gives. */
export interface Timer {
  /** The action will not run any more. Repeating it is harmless. */
  cancel(): void;
}

/** Node fires a longer timer at once; longer delays are waited for in pieces. */
const longestDelayMs = 2 ** 31 - 1;

/** The machine’s own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule: (delayMs, action) => {
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number) => {
      const pieceMs = Math.min(leftMs, longestDelayMs);
      timer = setTimeout(() => (leftMs > pieceMs ? wait(leftMs - pieceMs) : action()), pieceMs);
      timer.unref();
    };
    wait(Math.max(delayMs, 0));
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Waits `delayMs`. Rejects with the signal's reason when it is aborted first. */
export function delay(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const stop = () => {
      timer.cancel();
      reject(signal?.reason);
    };
    const timer = clock.schedule(delayMs, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The clock's time as ISO 8601 UTC with milliseconds. */
export function timestamp(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
