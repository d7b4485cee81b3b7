import { fingerprint } from './fingerprint.ts';
import { type Identified, identify, sharedPartOf } from './identity.ts';
import type { PageItem } from './page/page.ts';

/** What a poll remembers of one item. */
export interface SeenItem {
  /** The message’s id, or a hash of it where that is long. */
  readonly key: string;
  readonly content: string;
  /** Seconds since 1970 of the item’s date; absent without one. */
  readonly date: number | undefined;
  readonly revision: string;
}

/** Where a poll goes on that the pause between requests has cut short. */
export interface Resume {
  readonly url: string;
  /** 2 for the second page. */
  readonly page: number;
  /** Items read before it. */
  readonly items: number;
}

/**
 * The place on a page. `seen` is ordered: what was read last comes last, oldest item first.
 *
 * What leaves the window of `seen` must not come back as new: see {@link floorAfter}.
 */
export interface Cursor {
  /** The address in the settings; validators belong to it alone. */
  readonly source: string;
  /** Hash of the settings that say how a page is read. */
  readonly reading: string;
  /** The address that gave the validators. */
  readonly from: string | undefined;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  /** Hash of the last first page of which everything was given. */
  readonly body: string | undefined;
  readonly resume: Resume | undefined;
  /** Seconds since 1970: an unknown item that is not younger has been seen and forgotten. */
  readonly floor: number | undefined;
  /** Codes of the notes that the last reading gave: they are no news. */
  readonly noted: readonly string[];
  readonly seen: readonly SeenItem[];
}

/** Items that are remembered. A poll reads at most 1,000. */
export const mostSeen = 1_200;
const longestKey = 96;
/** The contract allows 262,144 characters. */
const longestCursor = 250_000;

export function keyOf(id: string): string {
  return Buffer.byteLength(JSON.stringify(id)) <= longestKey ? id : `#${fingerprint(24, id)}`;
}

export function emptyCursor(source: string, reading: string): Cursor {
  return {
    source,
    reading,
    from: undefined,
    etag: undefined,
    modified: undefined,
    body: undefined,
    resume: undefined,
    floor: undefined,
    noted: [],
    seen: [],
  };
}

/** The next poll gets the whole first page. */
export function withoutValidators(cursor: Cursor): Cursor {
  return { ...cursor, from: undefined, etag: undefined, modified: undefined, body: undefined };
}

/** The same cursor always gives the same text. Drops what was seen longest ago when it would grow beyond the limit. */
export function writeCursor(cursor: Cursor): string {
  for (let seen = cursor.seen; ; seen = seen.slice(Math.ceil(seen.length / 10))) {
    const text = JSON.stringify({ v: 1, ...cursor, seen: seen.map(packItem) });
    if (Buffer.byteLength(text) <= longestCursor || seen.length === 0) return text;
  }
}

/** `[key, content, date in base 36, revision]`, empty ends cut off. */
function packItem({ key, content, date, revision }: SeenItem): string[] {
  const packed = [key, content, date?.toString(36) ?? '', revision === '0' ? '' : revision];
  while (packed.at(-1) === '') packed.pop();
  return packed;
}

/** Undefined for what is not a cursor of this plugin: the poll then starts over. */
export function readCursor(text: string): Cursor | undefined {
  const stored = parse(text);
  if (stored === undefined) return undefined;
  const { source, reading, from, etag, modified, body, resume, floor, noted, seen } = stored;
  const texts = [from, etag, modified, body].every((member) => member === undefined || typeof member === 'string');
  const isSound = stored['v'] === 1 && typeof source === 'string' && typeof reading === 'string' && texts;
  const isFloor = floor === undefined || typeof floor === 'number';
  if (!isSound || !isFloor || !isResume(resume) || !isList(noted) || !Array.isArray(seen)) return undefined;
  if (!seen.every(isList)) return undefined;
  const validators = { from, etag, modified, body } as Pick<Cursor, 'from' | 'etag' | 'modified' | 'body'>;
  return { source, reading, ...validators, resume, floor, noted, seen: seen.map(unpackItem) };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isResume(value: unknown): value is Resume | undefined {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { url, page, items } = value as Partial<Record<keyof Resume, unknown>>;
  return typeof url === 'string' && URL.canParse(url) && Number.isInteger(page) && Number.isInteger(items);
}

function unpackItem([key = '', content = '', date = '', revision = '']: readonly string[]): SeenItem {
  const seconds = Number.parseInt(date, 36);
  return { key, content, date: Number.isFinite(seconds) ? seconds : undefined, revision: revision || '0' };
}

/** Names items with the help of what the cursor remembers. */
export function identifyAfter(items: readonly PageItem[], { seen }: Cursor): Identified {
  const shared = new Set(seen.map(({ key }) => sharedPartOf(key)).filter((part) => part !== undefined));
  const plain = new Map(seen.map((one) => [one.key, one.content]));
  return identify(items, {
    isShared: (id) => shared.has(id),
    hadPlainId: (id, content) => plain.get(keyOf(id)) === content,
  });
}

export function secondsOf({ sentAt }: PageItem): number | undefined {
  return sentAt === undefined ? undefined : Math.floor(Date.parse(sentAt) / 1_000);
}

/**
 * Keeps what was read now, and before it the newest of what was read earlier.
 * @param absent remembered items that are not among them, those gone longest first
 */
export function moveWindow(
  { floor }: Cursor,
  absent: readonly SeenItem[],
  present: readonly SeenItem[],
): Pick<Cursor, 'seen' | 'floor'> {
  const forgotten = Math.max(0, absent.length + present.length - mostSeen);
  return {
    seen: [...absent.slice(forgotten), ...present],
    floor: floorAfter(floor, absent.slice(0, forgotten), present),
  };
}

/**
 * The floor rises to the date of what is forgotten, as long as that lies before everything that was read now. A wrong
 * date in the future cannot raise it, so it never hides what is new.
 */
function floorAfter(floor: number | undefined, forgotten: readonly SeenItem[], present: readonly SeenItem[]) {
  const oldest = present.reduce((least, { date = Number.POSITIVE_INFINITY }) => Math.min(least, date), Infinity);
  return forgotten.reduce<number | undefined>((highest, { date }) => {
    if (date === undefined || date >= oldest || !Number.isFinite(oldest)) return highest;
    return Math.max(highest ?? date, date);
  }, floor);
}
