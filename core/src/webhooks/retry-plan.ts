import type { DeliveryAttempt, DeliveryState } from './delivery.ts';

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** The pauses after the first, second, … attempt. After the attempt that follows the last one a delivery has failed. */
export const retryPausesMs = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour] as const;

/** No `Retry-After` makes a delivery wait longer. */
export const longestRetryAfterMs = 10 * hour;
const mostAttempts = 30;

/** What an attempt came to. */
export interface Outcome {
  readonly attempt: DeliveryAttempt;
  /** What the receiver asked for. */
  readonly retryAfterMs: number | undefined;
}

/** The delivery after an attempt. What ended meanwhile stays ended, unless it arrived. */
export function afterAttempt(state: DeliveryState, { attempt, retryAfterMs = 0 }: Outcome, now: number): DeliveryState {
  const attempts = [...state.attempts, attempt].slice(-mostAttempts);
  const tried = { ...state, attempts, attemptCount: state.attemptCount + 1, tries: state.tries + 1 };
  const settledAt = new Date(now).toISOString();
  if (attempt.error === null) return { ...tried, status: 'succeeded', dueAt: null, settledAt };
  if (state.status !== 'pending') return tried;
  const pauseMs = retryPausesMs[state.tries];
  if (pauseMs === undefined) return { ...tried, status: 'failed', dueAt: null, settledAt };
  return { ...tried, dueAt: now + Math.max(pauseMs, Math.min(retryAfterMs, longestRetryAfterMs)) };
}

/** To be sent as if for the first time; what was tried before stays on record. */
export function sentAgain(state: DeliveryState, now: number): DeliveryState {
  return { ...state, status: 'pending', dueAt: now, tries: 0, settledAt: null };
}

export function cancelled(state: DeliveryState, now: number): DeliveryState {
  return { ...state, status: 'cancelled', dueAt: null, settledAt: new Date(now).toISOString() };
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), as milliseconds from now. */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const at = /^\d{1,9}$/.test(header) ? now + Number(header) * second : Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
