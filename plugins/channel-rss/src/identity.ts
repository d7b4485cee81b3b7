import type { FeedItem } from './feed/feed.ts';
import { contentHash, fingerprint } from './fingerprint.ts';

/** An item with the id of its message. */
export interface IdentifiedItem {
  readonly id: string;
  readonly item: FeedItem;
  readonly content: string;
  /** Of the link, to recognise an item whose guid was made anew. */
  readonly link: string;
}

export interface Identified {
  /** Each once, in the order given. */
  readonly items: readonly IdentifiedItem[];
  /** Ids that the feed uses for several items. */
  readonly shared: ReadonlySet<string>;
}

/** What is known of earlier documents of the feed. */
export interface KnownIds {
  /** True when the feed has used this id for several items before. */
  isShared(id: string): boolean;
  /** True when this very item was given its plain id before the id turned out to be shared. */
  hadPlainId(id: string, item: FeedItem): boolean;
}

const longestId = 400;

/**
 * Names each item: by its guid, else its link, else a hash of title and date, or of
 * the text where it has neither. Items that share a name are told
 * apart by a hash of link, date and title, or of the content where these are equal as well.
 */
export function identify(items: readonly FeedItem[], known: KnownIds): Identified {
  const groups = new Map<string, FeedItem[]>();
  for (const item of items) {
    const id = plainId(item);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [item]);
    else group.push(item);
  }
  const shared = new Set<string>();
  const identified = new Map<string, IdentifiedItem>();
  for (const [id, group] of groups) {
    if (new Set(group.map((item) => distinction(item) + contentHash(item))).size > 1 || known.isShared(id))
      shared.add(id);
  }
  for (const item of items) {
    const plain = plainId(item);
    const id = shared.has(plain) && !known.hadPlainId(plain, item) ? tellApart(plain, item) : plain;
    const content = contentHash(item);
    const unique = identified.has(id) && identified.get(id)?.content !== content ? `${id}${content}` : id;
    if (!identified.has(unique)) identified.set(unique, { id: unique, item, content, link: linkHash(item) });
  }
  return { items: [...identified.values()], shared };
}

export function plainId(item: FeedItem): string {
  const name = item.guid ?? item.link;
  if (name === undefined) {
    const nameless = item.title === undefined && item.publishedAt === undefined;
    return `item-${fingerprint(32, item.title, item.publishedAt, nameless ? item.text : undefined)}`;
  }
  const id = name.replaceAll(/\s+/g, ' ').toWellFormed();
  return id.length > longestId ? `sha256-${fingerprint(43, id)}` : id;
}

export function linkHash(item: FeedItem): string {
  return item.link === undefined ? '' : fingerprint(8, item.link);
}

const separator = '::';

function tellApart(id: string, item: FeedItem): string {
  return `${id}${separator}${distinction(item)}`;
}

/** The shared id that an id like those of {@link identify} was made from, if it is one. */
export function sharedPartOf(id: string): string | undefined {
  return /^(.+)::[A-Za-z0-9_-]{10}(?:[A-Za-z0-9_-]{12})?$/s.exec(id)?.[1];
}

function distinction(item: FeedItem): string {
  return fingerprint(10, item.link, item.publishedAt, item.title);
}
