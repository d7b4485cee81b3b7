export type CheckStatus = 'ok' | 'warning' | 'failed';

/** One thing that was looked at. */
export interface Check {
  readonly name: string;
  readonly status: CheckStatus;
  /** What was found; where it is not ok, what to do. */
  readonly detail: string;
}

export const ok = (name: string, detail: string): Check => ({ name, status: 'ok', detail });
export const warning = (name: string, detail: string): Check => ({ name, status: 'warning', detail });
export const failed = (name: string, detail: string): Check => ({ name, status: 'failed', detail });
