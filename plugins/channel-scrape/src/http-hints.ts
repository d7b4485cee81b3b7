import type { Clock } from '@fairlead/sdk';
import { parseDate } from './page/dates.ts';

const longestPauseMs = 86_400_000;

/** `Retry-After` as milliseconds from now, at most a day (RFC 9110, 10.2.3). Undefined when absent or senseless. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, clock: Clock): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  const date = parseDate(value);
  const pause = date === undefined ? Number.NaN : Date.parse(date) - clock.now();
  const waitMs = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : pause;
  return Number.isFinite(waitMs) ? Math.min(Math.max(0, waitMs), longestPauseMs) : undefined;
}

/** It is sent back as it came, so what could not be a header’s value is dropped. */
export function validator(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= 512 && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
}
