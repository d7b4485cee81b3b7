import { randomUUID } from 'node:crypto';

const latestMs = 2 ** 48 - 1;

/**
 * A UUID version 7 (RFC 9562): 48 bits of time, 74 random bits, so that ids made later sort later (to the millisecond).
 * @param nowMs milliseconds since 1970 UTC, not negative
 * @throws RangeError for a time that 48 bits cannot hold
 */
export function newId(nowMs: number): string {
  if (!(nowMs >= 0 && nowMs <= latestMs)) throw new RangeError(`An id cannot be made for the time ${nowMs}.`);
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${randomUUID().slice(15)}`;
}

/** The form of {@link newId}, for schemas. */
export const idPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
