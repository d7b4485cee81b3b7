import { usualPausesMs } from './change/next-look.ts';

/** How the flow works. Times in milliseconds. */
export interface PaymentsSettings {
  /**
   * Until the janitor asks the provider about an open payment: after the first news, the second time, and so on; the last
   * holds for all that follow. Default 1 min, 5 min, 1 h, 1 day.
   */
  readonly pausesMs: readonly number[];
  /** How often the janitor looks which payments are due. Default 30,000. */
  readonly sweepEveryMs: number;
}

export const defaultSettings: PaymentsSettings = { pausesMs: usualPausesMs, sweepEveryMs: 30_000 };
