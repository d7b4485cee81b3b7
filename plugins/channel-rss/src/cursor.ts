import { fitCursor, type Remembered, rememberedKey, secondsOf, sharedPartOf } from '@fairlead/sdk/channel';
import { identify, linkHash } from './identity.ts';
import type { FeedItem } from './feed/feed.ts';

/** What a poll remembers of one item. */
export interface SeenItem extends Remembered {
  readonly content: string;
  readonly link: string;
  readonly revision: string;
  /** The id under which the message was given, where the feed has since given the item another guid. */
  readonly origin: string | undefined;
}

/**
 * The place in a feed. `seen` is ordered: what the newest document holds comes last, in its order.
 *
 * What leaves the window of `seen` must not come back as new, so a floor rises behind it.
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

/** The same cursor always gives the same text. */
export function writeCursor(cursor: Cursor): string {
  return fitCursor(cursor.seen, (seen) => JSON.stringify({ v: 1, ...cursor, seen: seen.map(packItem) }));
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
  return identify(items, {
    isShared: (id) => shared.has(id) || alsoShared(id),
    hadPlainId: (id, item, content) => {
      const seen = plain.get(rememberedKey(id));
      const same = seen?.link === linkHash(item) && seen.date === secondsOf(item.publishedAt);
      return same && (item.link !== undefined || seen.content === content);
    },
  });
}
