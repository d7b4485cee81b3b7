import type { HealthRecord } from './health-record.ts';

export interface Uptime {
  /** Where what it speaks of begins: a day ago, or since when the connection is known. ISO 8601 UTC. */
  readonly since: string;
  /** Of the time since in which the health was known, the share (0 to 1) that it was not `unhealthy`; null: never known. */
  readonly share: number | null;
}

const dayMs = 86_400_000;

/** The last day, from the changes of health. Where more changes fell into it than are kept, it begins with the oldest. */
export function uptimeOf({ history }: Pick<HealthRecord, 'history'>, now: number): Uptime {
  const start = Math.min(now, Math.max(now - dayMs, Date.parse(history[0]?.at ?? '') || now));
  let known = 0;
  let up = 0;
  for (const [index, { status, at }] of history.entries()) {
    const from = Math.max(start, Date.parse(at));
    const to = Math.min(now, Date.parse(history[index + 1]?.at ?? new Date(now).toISOString()));
    if (to <= from || status === 'unknown') continue;
    known += to - from;
    if (status !== 'unhealthy') up += to - from;
  }
  return { since: new Date(start).toISOString(), share: known === 0 ? null : up / known };
}
