/** How failures are met. Times in milliseconds. */
export interface RestartPolicy {
  /** Longest start, code loading included. */
  readonly startTimeoutMs: number;
  /** Wait after the first failure; doubles with each one that follows without a run between. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** So many failures (failed starts, breakdowns, broken contracts) within the window end in quarantine. */
  readonly failureLimit: number;
  readonly failureWindowMs: number;
}

export const defaultRestartPolicy: RestartPolicy = {
  startTimeoutMs: 10_000,
  firstDelayMs: 1_000,
  longestDelayMs: 300_000,
  failureLimit: 5,
  failureWindowMs: 600_000,
};

/** Between half of the delay and all of it, so that plugins that failed together are not tried together. */
export function restartDelayMs(policy: RestartPolicy, attempt: number, random: () => number): number {
  const full = Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full / 2 + (random() * full) / 2);
}

/** Counts failures within a sliding window. `monotonicMs` never goes back. */
export class FailureWindow {
  readonly #policy: RestartPolicy;
  #times: number[] = [];

  constructor(policy: RestartPolicy) {
    this.#policy = policy;
  }

  /** @returns true when this failure is one too many */
  add(monotonicMs: number): boolean {
    const oldest = monotonicMs - this.#policy.failureWindowMs;
    this.#times = [...this.#times.filter((time) => time > oldest), monotonicMs];
    return this.#times.length >= this.#policy.failureLimit;
  }

  clear(): void {
    this.#times = [];
  }
}
