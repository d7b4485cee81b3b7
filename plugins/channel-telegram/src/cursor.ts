import { idOf, objectOf, readJson, wholeOf } from './reading.ts';

/** The place in a bot's updates. */
export interface Cursor {
  /** The bot whose updates these are: another token may be another bot, with numbers of its own. */
  readonly bot: string;
  /** The highest `update_id` that was given; undefined before the first. */
  readonly last: number | undefined;
  /** When that one was read, milliseconds since 1970. */
  readonly atMs: number;
}

/**
 * After a week without updates Telegram numbers the next one at random, maybe lower than before
 * (https://core.telegram.org/bots/api#update). Asking from the old number would then skip it, so after six days no
 * number is named: what was read is confirmed by then, and Telegram keeps nothing longer than 24 hours.
 */
const longestTrustMs = 6 * 86_400_000;

export function emptyCursor(bot: string): Cursor {
  return { bot, last: undefined, atMs: 0 };
}

/** The `offset` to ask with; undefined for “the earliest that is not confirmed”. */
export function offsetOf({ last, atMs }: Cursor, nowMs: number): number | undefined {
  return last === undefined || nowMs - atMs > longestTrustMs ? undefined : last + 1;
}

export function writeCursor({ bot, last, atMs }: Cursor): string {
  return JSON.stringify({ v: 1, bot, ...(last === undefined ? {} : { last, at: atMs }) });
}

/** Undefined for what is not a cursor of this plugin. */
export function readCursor(text: string): Cursor | undefined {
  const stored = objectOf(readJson(text));
  const bot = idOf(stored?.['bot']);
  if (stored?.['v'] !== 1 || bot === undefined) return undefined;
  return { bot, last: wholeOf(stored['last']), atMs: wholeOf(stored['at']) ?? 0 };
}
