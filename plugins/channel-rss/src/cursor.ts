import { identify, type KnownIds, linkHash, sharedPartOf } from './identity.ts';
import type { FeedItem } from './feed/feed.ts';
import { contentHash, fingerprint } from './fingerprint.ts';

/** What a poll remembers of one item. */
export interface SeenItem {
  /** The message's id, or a hash of it where that is long. */
  readonly key: string;
  readonly content: string;
  readonly link: string;
  /** Seconds since 1970 of the item's date; absent without one. */
  readonly date: number | undefined;
  readonly revision: string;
  /** The id under which the message was given, where the feed has since given the item another guid. */
  readonly origin: string | undefined;
}

/**
 * The place in a feed. `seen` is ordered: what the newest document holds comes last, in its order.
 *
 * What leaves the window of `seen` must not come back as new: see {@link floorAfter}.
 */
export interface Cursor {
  /** The address in the settings; validators and a moved address belong to it alone. */
  readonly source: string;
  /** Where the feed has moved for good. */
  readonly address: string | undefined;
  /** The address that gave the validators. */
  readonly from: string | undefined;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  /** Hash of the last body of which everything was given. */
  readonly body: string | undefined;
  /** Seconds since 1970: an unknown item that is not younger has been seen and forgotten. */
  readonly floor: number | undefined;
  readonly seen: readonly SeenItem[];
}

/** Items that are remembered after they have left the feed. */
export const mostAbsent = 200;
const longestKey = 96;
/** The contract allows 262,144 characters. */
const longestCursor = 250_000;

export function keyOf(id: string): string {
  return Buffer.byteLength(JSON.stringify(id)) <= longestKey ? id : `#${fingerprint(24, id)}`;
}

export function emptyCursor(source: string): Cursor {
  return {
    source,
    address: undefined,
    from: undefined,
    etag: undefined,
    modified: undefined,
    body: undefined,
    floor: undefined,
    seen: [],
  };
}

interface Stored {
  readonly v: 1;
  readonly source: string;
  readonly address?: string;
  readonly from?: string;
  readonly etag?: string;
  readonly modified?: string;
  readonly body?: string;
  readonly floor?: number;
  /** `[key, content, link, date in base 36, revision, origin]`, empty ends cut off. */
  readonly seen: readonly (readonly string[])[];
}

/** The same cursor always gives the same text. Drops what was seen longest ago when it would grow beyond the limit. */
export function writeCursor(cursor: Cursor): string {
  for (let seen = cursor.seen; ; seen = seen.slice(Math.ceil(seen.length / 10))) {
    const text = JSON.stringify({ v: 1, ...cursor, seen: seen.map(packItem) });
    if (Buffer.byteLength(text) <= longestCursor || seen.length === 0) return text;
  }
}

function packItem({ key, content, link, date, revision, origin }: SeenItem): string[] {
  const packed = [key, content, link, date?.toString(36) ?? '', revision === '0' ? '' : revision, origin ?? ''];
  while (packed.at(-1) === '') packed.pop();
  return packed;
}

/** Undefined for what is not a cursor of this plugin: the poll then starts over. */
export function readCursor(text: string): Cursor | undefined {
  const stored = parse(text);
  if (stored === undefined) return undefined;
  const seen = stored.seen.map((entry) => {
    const [key = '', content = '', link = '', date = '', revision = '', origin = ''] = entry.map(String);
    const seconds = Number.parseInt(date, 36);
    return {
      key,
      content,
      link,
      date: Number.isFinite(seconds) ? seconds : undefined,
      revision: revision || '0',
      origin: origin || undefined,
    };
  });
  const { source, address, from, etag, modified, body, floor } = stored;
  return { source, address, from, etag, modified, body, floor, seen };
}

function parse(text: string): Stored | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const stored = value as Partial<Record<keyof Stored, unknown>>;
  const { v, source, address, from, etag, modified, body, floor, seen } = stored;
  const texts = [address, from, etag, modified, body].every(
    (member) => member === undefined || typeof member === 'string',
  );
  const sound = v === 1 && typeof source === 'string' && texts && (floor === undefined || typeof floor === 'number');
  return sound && Array.isArray(seen) && seen.every(Array.isArray) ? (value as Stored) : undefined;
}

/** Names items with the help of what the cursor, and whatever else there is, remembers. */
export function identifyAfter(items: readonly FeedItem[], cursor: Cursor, alsoShared: (id: string) => boolean) {
  const shared = new Set<string>();
  const plain = new Map<string, SeenItem>();
  for (const seen of cursor.seen) {
    const part = sharedPartOf(seen.key);
    if (part !== undefined) shared.add(part);
    plain.set(seen.key, seen);
  }
  const known: KnownIds = {
    isShared: (id) => shared.has(id) || alsoShared(id),
    hadPlainId: (id, item) => {
      const seen = plain.get(keyOf(id));
      const same = seen?.link === linkHash(item) && seen.date === secondsOf(item);
      return same && (item.link !== undefined || seen.content === contentHash(item));
    },
  };
  return identify(items, known);
}

export function secondsOf(item: FeedItem): number | undefined {
  return item.publishedAt === undefined ? undefined : Math.floor(Date.parse(item.publishedAt) / 1_000);
}

export interface Window {
  readonly seen: readonly SeenItem[];
  readonly floor: number | undefined;
}

/**
 * Keeps every item of the newest document and the last {@link mostAbsent} that are no longer in it.
 * @param absent remembered items that the document does not hold, those gone longest first
 */
export function moveWindow(cursor: Cursor, absent: readonly SeenItem[], present: readonly SeenItem[]): Window {
  const forgotten = absent.slice(0, Math.max(0, absent.length - mostAbsent));
  return {
    seen: [...absent.slice(forgotten.length), ...present],
    floor: floorAfter(cursor.floor, forgotten, present),
  };
}

/**
 * The floor rises to the date of what is forgotten, as long as that lies before everything the feed holds now. A wrong
 * date in the future cannot raise it, so it never hides what is new.
 */
function floorAfter(floor: number | undefined, forgotten: readonly SeenItem[], present: readonly SeenItem[]) {
  const oldest = present.reduce((least, { date = Number.POSITIVE_INFINITY }) => Math.min(least, date), Infinity);
  return forgotten.reduce<number | undefined>((highest, { date }) => {
    if (date === undefined || date >= oldest || !Number.isFinite(oldest)) return highest;
    return Math.max(highest ?? date, date);
  }, floor);
}
