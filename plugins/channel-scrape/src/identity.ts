import { contentHash, fingerprint } from './fingerprint.ts';
import type { PageItem } from './page/page.ts';

/** An item with the id of its message. */
export interface IdentifiedItem {
  readonly id: string;
  readonly item: PageItem;
  readonly content: string;
}

/** What is known of earlier readings of the page. */
export interface KnownIds {
  /** Whether the page has used this id for several items before. */
  isShared(id: string): boolean;
  /** Whether an item with this content had the plain id before that turned out to be shared. */
  hadPlainId(id: string, content: string): boolean;
}

export interface Identified {
  /** Each once, in the order given. */
  readonly items: readonly IdentifiedItem[];
  /** Whether several items had one id. */
  readonly hasShared: boolean;
}

const longestId = 400;
const separator = '::';

/**
 * Names each item: by its id, else its link, else a hash of title and date, or of the text where it has neither. Items
 * that share a name are told apart by a hash of link, date and title, or of the content where these are equal as well.
 */
export function identify(items: readonly PageItem[], known: KnownIds): Identified {
  const contents = new Map<string, Set<string>>();
  for (const item of items) {
    const id = plainId(item);
    const distinct = contents.get(id) ?? new Set();
    contents.set(id, distinct.add(distinction(item) + contentHash(item)));
  }
  const isShared = (id: string) => (contents.get(id)?.size ?? 0) > 1 || known.isShared(id);
  const identified = new Map<string, IdentifiedItem>();
  for (const item of items) {
    const content = contentHash(item);
    const plain = plainId(item);
    const id = isShared(plain) && !known.hadPlainId(plain, content) ? plain + separator + distinction(item) : plain;
    const taken = identified.get(id);
    const unique = taken === undefined || taken.content === content ? id : id + content;
    if (!identified.has(unique)) identified.set(unique, { id: unique, item, content });
  }
  return { items: [...identified.values()], hasShared: [...contents.values()].some(({ size }) => size > 1) };
}

/** The shared id that an id like those of {@link identify} was made from, if it is one. */
export function sharedPartOf(id: string): string | undefined {
  return /^(.+)::[A-Za-z0-9_-]{10}(?:[A-Za-z0-9_-]{12})?$/s.exec(id)?.[1];
}

function plainId(item: PageItem): string {
  const name = item.id ?? item.link;
  if (name !== undefined) return name.length > longestId ? `sha256-${fingerprint(43, name)}` : name;
  const isNameless = item.title === undefined && item.sentAt === undefined;
  return `item-${fingerprint(32, item.title, item.sentAt, isNameless ? item.text : undefined)}`;
}

function distinction(item: PageItem): string {
  return fingerprint(10, item.link, item.sentAt, item.title);
}
