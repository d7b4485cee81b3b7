/** Reads what Telegram sends, which is `unknown` until a function here has looked at it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * JSON whose whole numbers keep their digits: those beyond 2^53 become text. Telegram promises ids of at most 52 bits
 * (https://core.telegram.org/bots/api#chat); a wrong id would be another chat, so this is not left to the promise.
 * @returns undefined for what is not JSON
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof RangeError) return readDeepJson(text);
    throw error;
  }
}

/** Looking at each value takes a stack, reading does not: one deep update must not hide those around it. Ids beyond 2^53 are none here. */
function readDeepJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The third argument is standard (ES2026) and not yet in TypeScript's library. */
function keepDigits(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return /^-?\d+$/.test(context?.source ?? '') ? context?.source : value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

export function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text that is not empty, well-formed, cut to a length. */
export function textOf(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxLength).toWellFormed() : undefined;
}

/** The id of a chat, user or message as decimal text, whatever its size. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? value : undefined;
}

export function wholeOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

const lastSecond = 253_402_300_799;

/** Seconds since 1970 as a timestamp. */
export function timeOf(value: unknown): string | undefined {
  const seconds = wholeOf(value);
  return seconds === undefined || seconds === 0 || seconds > lastSecond
    ? undefined
    : new Date(seconds * 1_000).toISOString();
}

/** The members that are not undefined. */
export function present<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
