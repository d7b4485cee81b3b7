import { contentFingerprint, fingerprint } from './fingerprint.ts';

/** What an item is named and told apart by. */
export interface ItemParts {
  /** What its publisher calls it, else its address. */
  readonly name: string | undefined;
  /** Its address. */
  readonly link: string | undefined;
  /** ISO 8601 UTC. */
  readonly date: string | undefined;
  /** One line. */
  readonly title: string | undefined;
  /** As people read it. */
  readonly text: string;
}

/** An item with the id of its message. */
export interface NamedItem<Item> {
  /** Unique among the items that were named together, and the same whenever the item is read again. */
  readonly id: string;
  /** As it was given. */
  readonly item: Item;
  /** Of what a reader sees of it: {@link contentFingerprint}. */
  readonly content: string;
}

/** What {@link nameItems} found. */
export interface NamedItems<Item> {
  /** Each once, in the order given. */
  readonly items: readonly NamedItem<Item>[];
  /** Names that several items have, now or before. */
  readonly shared: ReadonlySet<string>;
  /** Whether several of these items have one name. */
  readonly hasShared: boolean;
}

/** What is known of earlier readings. */
export interface KnownIds<Item> {
  /** Whether several items have had this id before. */
  isShared(id: string): boolean;
  /** Whether this very item was given its plain id before that turned out to be shared. */
  hadPlainId(id: string, item: Item, content: string): boolean;
}

const longestId = 400;
const separator = '::';

/**
 * Gives each item an id: its name, else a hash of title and date, or of the text where it has neither. Items
 * that share a name are told apart by a hash of link, date and title, or of the content where these are equal as well.
 */
export function nameItems<Item>(
  items: readonly Item[],
  partsOf: (item: Item) => ItemParts,
  known: KnownIds<Item>,
): NamedItems<Item> {
  const entries = items.map((item) => describe(item, partsOf(item)));
  const repeated = repeatedNames(entries);
  const shared = new Set(entries.map(({ plain }) => plain).filter((id) => repeated.has(id) || known.isShared(id)));
  const named = new Map<string, NamedItem<Item>>();
  for (const { item, plain, distinction, content } of entries) {
    const isPlain = !shared.has(plain) || known.hadPlainId(plain, item, content);
    const id = isPlain ? plain : plain + separator + distinction;
    const taken = named.get(id);
    const unique = taken === undefined || taken.content === content ? id : id + content;
    if (!named.has(unique)) named.set(unique, { id: unique, item, content });
  }
  return { items: [...named.values()], shared, hasShared: repeated.size > 0 };
}

/** The shared id that an id like those of {@link nameItems} was made from, if it is one. */
export function sharedPartOf(id: string): string | undefined {
  return /^(.+)::[A-Za-z0-9_-]{10}(?:[A-Za-z0-9_-]{12})?$/s.exec(id)?.[1];
}

interface Described<Item> {
  readonly item: Item;
  readonly plain: string;
  readonly distinction: string;
  readonly content: string;
}

function describe<Item>(item: Item, parts: ItemParts): Described<Item> {
  const { link, date, title } = parts;
  const distinction = fingerprint(10, link, date, title);
  return { item, plain: plainId(parts), distinction, content: contentFingerprint(parts) };
}

function plainId({ name, title, date, text }: ItemParts): string {
  if (name === undefined) {
    const isNameless = title === undefined && date === undefined;
    return `item-${fingerprint(32, title, date, isNameless ? text : undefined)}`;
  }
  const id = name.replaceAll(/\s+/g, ' ').toWellFormed();
  return id.length > longestId ? `sha256-${fingerprint(43, id)}` : id;
}

/** Of items that differ. The same item twice is one. */
function repeatedNames(entries: readonly Described<unknown>[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { plain, distinction, content } of entries) {
    const variant = distinction + content;
    const before = first.get(plain);
    if (before === undefined) first.set(plain, variant);
    else if (before !== variant) repeated.add(plain);
  }
  return repeated;
}
