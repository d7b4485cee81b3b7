import { moveWindow, nextRevision, oldestFirst, rememberedKey, secondsOf } from '@fairlead/sdk/channel';
import { type Cursor, identifyAfter, mostAbsent, type SeenItem } from './cursor.ts';
import { type Feed, type FeedItem, mostItems, type Note } from './feed/feed.ts';
import type { IdentifiedItem } from './identity.ts';

/** A message to give. */
export interface Change {
  readonly id: string;
  readonly change: 'created' | 'edited';
  readonly revision: string;
  readonly item: FeedItem;
}

/** Content and revision of what the hub has pushed of an item; undefined where nothing was. */
export type Pushed = (id: string) => { readonly content: string; readonly revision: string } | undefined;

export interface FindOptions {
  readonly limit: number;
  /** Whether the feed is known to use an id for several items. */
  readonly isShared: (id: string) => boolean;
  readonly pushed: Pushed;
}

export interface Found {
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly seen: readonly SeenItem[];
  readonly floor: number | undefined;
  readonly more: boolean;
  readonly shared: ReadonlySet<string>;
  readonly notes: readonly Note[];
}

interface Step {
  /** What to remember once the changes were given. */
  readonly after: SeenItem;
  readonly before: SeenItem | undefined;
  readonly changes: readonly Change[];
  readonly regenerated: boolean;
}

/** Compares a feed with what the cursor remembers of it. Pure. */
export function findChanges(feed: Feed, cursor: Cursor, options: FindOptions): Found {
  const { items, left } = newest(feed.items);
  const identified = identifyAfter(items, cursor, options.isShared);
  const memory = new Memory(cursor, identified.items);
  const steps: Step[] = [];
  let forgotten = 0;
  for (const entry of identified.items) {
    const step = memory.compare(entry, options.pushed);
    if (step === undefined) forgotten += 1;
    else steps.push(step);
  }
  const { changes, present, more } = take(steps, options.limit);
  const absent = memory.absent();
  // All that the document holds now is kept, and what has left it last.
  const window = moveWindow({ floor: cursor.floor, absent, present, forget: absent.length - mostAbsent });
  return { changes, more, ...window, shared: identified.shared, notes: notesOf(steps, forgotten, left) };
}

/** The newest items, oldest first. An item without a date stands where its neighbour in the document stands. */
function newest(items: readonly FeedItem[]): { items: readonly FeedItem[]; left: number } {
  const placed = oldestFirst(items.toReversed(), dateOf);
  const left = Math.max(0, placed.length - mostItems);
  return { items: placed.slice(left), left };
}

function dateOf({ publishedAt }: FeedItem): number | undefined {
  return secondsOf(publishedAt);
}

/** What fits into one answer. What does not is not remembered, and found again next time. */
function take(steps: readonly Step[], limit: number) {
  const changes: Change[] = [];
  const present: SeenItem[] = [];
  let more = false;
  for (const step of steps) {
    if (changes.length + step.changes.length <= limit && !(more && step.changes.length > 0)) {
      changes.push(...step.changes);
      present.push(step.after);
    } else if (step.changes.length > limit && changes.length === 0) {
      // A limit of one, and an item that needs two messages: the second is given next time, as an edit.
      changes.push(...step.changes.slice(0, limit));
      present.push({ ...step.after, content: '', revision: '0' });
      more = true;
    } else {
      more = true;
      if (step.before !== undefined) present.push(step.before);
    }
  }
  return { changes, present, more };
}

function notesOf(steps: readonly Step[], forgotten: number, left: number): Note[] {
  const notes: Note[] = [];
  if (steps.some(({ regenerated }) => regenerated)) {
    const text =
      'The feed gives items a new guid although nothing else changed. They are recognised by link and content.';
    notes.push({ code: 'guids_regenerated', text });
  }
  if (forgotten > 0) {
    const text = `${forgotten} unknown items are as old as items that were read long ago. They are taken for these.`;
    notes.push({ code: 'items_older_than_window', text });
  }
  if (left > 0) {
    notes.push({
      code: 'items_beyond_limit',
      text: `The feed has more than ${mostItems} items; ${left} old ones are not read.`,
    });
  }
  return notes;
}

/** The remembered items, found by key and, for items whose guid was made anew, by what they say. */
class Memory {
  readonly #cursor: Cursor;
  readonly #byKey: ReadonlyMap<string, SeenItem>;
  readonly #claimed = new Set<SeenItem>();
  readonly #presentKeys: ReadonlySet<string>;
  readonly #links = new Map<string, number>();
  #byWords: Map<string, SeenItem[]> | undefined;

  constructor(cursor: Cursor, items: readonly IdentifiedItem[]) {
    this.#cursor = cursor;
    this.#byKey = new Map(cursor.seen.map((seen) => [seen.key, seen]));
    this.#presentKeys = new Set(items.map(({ id }) => rememberedKey(id)));
    for (const { link } of items) if (link !== '') this.#links.set(link, (this.#links.get(link) ?? 0) + 1);
  }

  /** Remembered items that no item of the document was found to be. */
  absent(): readonly SeenItem[] {
    return this.#cursor.seen.filter((seen) => !this.#claimed.has(seen));
  }

  /** Undefined for an unknown item that is older than what was forgotten. */
  compare(entry: IdentifiedItem, pushed: Pushed): Step | undefined {
    const key = rememberedKey(entry.id);
    const same = this.#byKey.get(key);
    if (same !== undefined) return this.#continue(entry, same, { key, origin: same.origin, regenerated: false });
    const renamed = this.#renamed(entry);
    if (renamed !== undefined) {
      const origin = renamed.origin ?? (renamed.key.startsWith('#') ? undefined : renamed.key);
      return this.#continue(entry, renamed, { key, origin, regenerated: true });
    }
    const date = dateOf(entry.item);
    const { floor } = this.#cursor;
    if (floor !== undefined && date !== undefined && date <= floor) return undefined;
    return begin(entry, key, pushed(entry.id));
  }

  #continue(
    entry: IdentifiedItem,
    before: SeenItem,
    { key, origin, regenerated }: { key: string; origin: string | undefined; regenerated: boolean },
  ): Step {
    this.#claimed.add(before);
    const { content, link, item } = entry;
    const base = { key, content, link, date: dateOf(item) ?? before.date, origin };
    if (before.content === content) {
      return { after: { ...base, revision: before.revision }, before, changes: [], regenerated };
    }
    const lost = regenerated && origin === undefined;
    const revision = lost ? '0' : nextRevision(before.revision, content);
    const change: Change = { id: origin ?? entry.id, change: lost ? 'created' : 'edited', revision, item };
    return { after: { ...base, revision }, before, changes: [change], regenerated };
  }

  /** The remembered item that this one is under another guid; the old guid must be gone from the document. */
  #renamed({ item, link, content }: IdentifiedItem): SeenItem | undefined {
    this.#byWords ??= this.#index();
    const date = dateOf(item);
    const ownLink = link !== '' && this.#links.get(link) === 1;
    const sameWords = this.#byWords.get(`${link} ${content}`)?.find((seen) => {
      return !this.#claimed.has(seen) && (ownLink || seen.date === date);
    });
    if (sameWords !== undefined || !ownLink || date === undefined) return sameWords;
    return this.#byWords.get(`${link} @${date}`)?.find((seen) => !this.#claimed.has(seen));
  }

  #index(): Map<string, SeenItem[]> {
    const index = new Map<string, SeenItem[]>();
    for (const seen of this.#cursor.seen) {
      if (this.#presentKeys.has(seen.key)) continue;
      for (const words of [`${seen.link} ${seen.content}`, `${seen.link} @${seen.date ?? ''}`]) {
        const list = index.get(words);
        if (list === undefined) index.set(words, [seen]);
        else list.push(seen);
      }
    }
    return index;
  }
}

/** A first message. When the hub pushed other content before, that was stored first and this is its edit. */
function begin(entry: IdentifiedItem, key: string, pushed: { content: string; revision: string } | undefined): Step {
  const { id, item, content, link } = entry;
  const created: Change = { id, change: 'created', revision: '0', item };
  const base = { key, content, link, date: dateOf(item), origin: undefined };
  if (pushed === undefined || pushed.content === content) {
    const after = { ...base, revision: pushed?.revision ?? '0' };
    return { after, before: undefined, changes: [created], regenerated: false };
  }
  const revision = nextRevision(pushed.revision, content);
  const edited: Change = { id, change: 'edited', revision, item };
  return { after: { ...base, revision }, before: undefined, changes: [created, edited], regenerated: false };
}
