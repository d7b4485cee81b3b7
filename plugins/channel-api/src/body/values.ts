/** What of a value can be used, or undefined where it cannot. The callers know whether that is a fault. */

/** Text for people: well-formed, without NUL, which nobody reads and some databases refuse. */
export function cleanText(value: string): string {
  return value.toWellFormed().replaceAll('\u0000', '');
}

/** An id: a whole number, or text that another program can compare, so nothing in it is mended. */
export function idFrom(value: unknown, maxLength: number): string | undefined {
  const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const isId = typeof id === 'string' && id.length > 0 && id.length <= maxLength && id.isWellFormed();
  return isId && !/\p{Cc}/u.test(id) ? id : undefined;
}

const isoForm = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** ISO 8601 with a zone, as UTC. */
export function timeFrom(value: unknown): string | undefined {
  return typeof value === 'string' && isoForm.test(value) ? utc(Date.parse(value)) : undefined;
}

/** The same, or seconds or milliseconds since 1970 as a number or as digits. */
export function anyTimeFrom(value: unknown): string | undefined {
  const digits =
    typeof value === 'number' ? value : /^\d{9,14}(\.\d{1,9})?$/.test(String(value)) ? Number(value) : Number.NaN;
  if (!Number.isFinite(digits) || digits <= 0) return timeFrom(value);
  // As seconds, 10^11 is the year 5138; as milliseconds, March 1973.
  return utc(digits < 1e11 ? digits * 1_000 : digits);
}

function utc(ms: number): string | undefined {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  // Years beyond 9999 have a sign and six digits.
  return text.length === 24 ? text : undefined;
}

const longestUrl = 4_096;

export function urlFrom(value: unknown): string | undefined {
  const isUrl = typeof value === 'string' && value.length <= longestUrl && /^https?:\/\/[^\s\p{Cc}]+$/u.test(value);
  return isUrl && value.isWellFormed() && URL.canParse(value) ? value : undefined;
}
