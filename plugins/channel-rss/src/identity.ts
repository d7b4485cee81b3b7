import { fingerprint, type ItemParts, type KnownIds, type NamedItem, nameItems } from '@fairlead/sdk/channel';
import type { FeedItem } from './feed/feed.ts';

/** An item with the id of its message. */
export interface IdentifiedItem extends NamedItem<FeedItem> {
  /** Of the link, to recognise an item whose guid was made anew. */
  readonly link: string;
}

export interface Identified {
  /** Each once, in the order given. */
  readonly items: readonly IdentifiedItem[];
  /** Ids that the feed uses for several items. */
  readonly shared: ReadonlySet<string>;
}

export function identify(items: readonly FeedItem[], known: KnownIds<FeedItem>): Identified {
  const named = nameItems(items, partsOf, known);
  return { items: named.items.map((one) => ({ ...one, link: linkHash(one.item) })), shared: named.shared };
}

function partsOf({ guid, link, publishedAt, title, text }: FeedItem): ItemParts {
  return { name: guid ?? link, link, date: publishedAt, title, text };
}

export function linkHash(item: FeedItem): string {
  return item.link === undefined ? '' : fingerprint(8, item.link);
}
