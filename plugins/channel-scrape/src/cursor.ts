import {
  fitCursor,
  type ItemParts,
  type NamedItems,
  nameItems,
  type Remembered,
  rememberedKey,
  sharedPartOf,
} from '@fairlead/sdk/channel';
import type { PageItem } from './page/page.ts';

/** What a poll remembers of one item. */
export interface SeenItem extends Remembered {
  readonly content: string;
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
 * What leaves the window of `seen` must not come back as new, so a floor rises behind it.
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

/** The same cursor always gives the same text. */
export function writeCursor(cursor: Cursor): string {
  return fitCursor(cursor.seen, (seen) => JSON.stringify({ v: 1, ...cursor, seen: seen.map(packItem) }));
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
export function identifyAfter(items: readonly PageItem[], { seen }: Cursor): NamedItems<PageItem> {
  const shared = new Set(seen.map(({ key }) => sharedPartOf(key)).filter((part) => part !== undefined));
  const plain = new Map(seen.map((one) => [one.key, one.content]));
  return nameItems(items, partsOf, {
    isShared: (id) => shared.has(id),
    hadPlainId: (id, _item, content) => plain.get(rememberedKey(id)) === content,
  });
}

function partsOf({ id, link, sentAt, title, text }: PageItem): ItemParts {
  return { name: id ?? link, link, date: sentAt, title, text };
}
