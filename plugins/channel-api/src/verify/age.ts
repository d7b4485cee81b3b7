import { type Invalid, invalid } from './verdict.ts';

const isoForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Seconds or milliseconds since 1970, or ISO 8601 with a zone, as milliseconds since 1970. */
export function momentOf(text: string): number | undefined {
  // Ten digits of seconds reach to the year 2286; milliseconds have thirteen since 2001.
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1_000;
  if (/^\d{12,15}$/.test(text)) return Number(text);
  const ms = isoForm.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Says so when a signed time is too far from now, in the past or in the future. */
export function checkAge(atMs: number, nowMs: number, toleranceSeconds: number): Invalid | undefined {
  const seconds = Math.round((nowMs - atMs) / 1_000);
  if (Math.abs(nowMs - atMs) <= toleranceSeconds * 1_000) return undefined;
  const where = seconds > 0 ? `${seconds} seconds ago` : `${-seconds} seconds ahead of the hub’s clock`;
  return invalid('too_old', `It was signed ${where}; ${toleranceSeconds} are allowed.`);
}
