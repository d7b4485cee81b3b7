import type { Clock } from '../values/clock.ts';

const longestPauseMs = 86_400_000;
/** The three forms of RFC 9110, 5.6.7 begin with the day of the week. */
const dateForm = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? [\x20-\x7e]{10,40}$/i;

/** `Retry-After` as milliseconds from now, at most a day (RFC 9110, 10.2.3). Undefined when absent or senseless. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, clock: Clock): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  const pause = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : dateOf(value) - clock.now();
  return Number.isFinite(pause) ? Math.min(Math.max(0, pause), longestPauseMs) : undefined;
}

/** The oldest form names no zone, and is GMT as well: without one it would be taken for this machine's. */
function dateOf(value: string): number {
  if (!dateForm.test(value)) return Number.NaN;
  return Date.parse(/(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value} GMT`);
}

/** An `ETag` or `Last-Modified` to send back as it came; undefined for what could not be a header's value. */
export function validatorOf(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= 512 && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
}
