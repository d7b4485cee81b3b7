import { moveWindow, type NamedItem, nextRevision, oldestFirst, rememberedKey, secondsOf } from '@fairlead/sdk/channel';
import { type Cursor, identifyAfter, mostSeen, type SeenItem } from './cursor.ts';
import type { Note, PageItem } from './page/page.ts';

/** A message to give. */
export interface Change {
  readonly id: string;
  readonly change: 'created' | 'edited';
  readonly revision: string;
  readonly item: PageItem;
}

export interface FindOptions {
  readonly limit: number;
  readonly newestFirst: boolean;
  /** Whether an item that reads otherwise is an edit; else that is passed over in silence. */
  readonly edits: boolean;
}

export interface Found {
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly seen: readonly SeenItem[];
  readonly floor: number | undefined;
  /** Whether changes are left over. */
  readonly more: boolean;
  readonly notes: readonly Note[];
}

interface Step {
  /** What to remember once the change was given. */
  readonly after: SeenItem;
  readonly before: SeenItem | undefined;
  readonly change: Change | undefined;
}

/** Compares items, in the page’s order, with what the cursor remembers of it. Pure. */
export function findChanges(items: readonly PageItem[], cursor: Cursor, options: FindOptions): Found {
  // An item without a date stands where its neighbour on the page stands.
  const ordered = oldestFirst(options.newestFirst ? items.toReversed() : items, dateOf);
  const { items: identified, hasShared } = identifyAfter(ordered, cursor);
  const remembered = new Map(cursor.seen.map((seen) => [seen.key, seen]));
  const steps: Step[] = [];
  const claimed = new Set<SeenItem>();
  let forgotten = 0;
  for (const entry of identified) {
    const before = remembered.get(rememberedKey(entry.id));
    const step = before === undefined ? begin(entry, cursor.floor) : proceed(entry, before, options.edits);
    if (before !== undefined) claimed.add(before);
    if (step === undefined) forgotten += 1;
    else steps.push(step);
  }
  const { changes, present, more } = take(steps, options.limit);
  const absent = cursor.seen.filter((seen) => !claimed.has(seen));
  const forget = absent.length + present.length - mostSeen;
  const window = moveWindow({ floor: cursor.floor, absent, present, forget });
  return { changes, more, ...window, notes: notesOf(hasShared, forgotten) };
}

function dateOf({ sentAt }: PageItem): number | undefined {
  return secondsOf(sentAt);
}

/** Undefined for an unknown item that is not younger than what was forgotten. */
function begin({ id, item, content }: NamedItem<PageItem>, floor: number | undefined): Step | undefined {
  const date = dateOf(item);
  if (floor !== undefined && date !== undefined && date <= floor) return undefined;
  const after = { key: rememberedKey(id), content, date, revision: '0' };
  return { after, before: undefined, change: { id, change: 'created', revision: '0', item } };
}

function proceed({ id, item, content }: NamedItem<PageItem>, before: SeenItem, edits: boolean): Step {
  const date = dateOf(item) ?? before.date;
  if (before.content === content || !edits) {
    return { after: { ...before, content, date }, before, change: undefined };
  }
  const revision = nextRevision(before.revision, content);
  return { after: { ...before, content, date, revision }, before, change: { id, change: 'edited', revision, item } };
}

/** What fits into one answer. What does not is not remembered, and found again next time. */
function take(steps: readonly Step[], limit: number) {
  const changes: Change[] = [];
  const present: SeenItem[] = [];
  let more = false;
  for (const { after, before, change } of steps) {
    if (change === undefined) present.push(after);
    else if (changes.length < limit) {
      changes.push(change);
      present.push(after);
    } else {
      more = true;
      if (before !== undefined) present.push(before);
    }
  }
  return { changes, present, more };
}

function notesOf(hasShared: boolean, forgotten: number): Note[] {
  const notes: Note[] = [];
  if (hasShared) {
    const text = 'Several items have one id. They are told apart by link, date and title. Look at the id selector.';
    notes.push({ code: 'ids_shared', text });
  }
  if (forgotten > 0) {
    const text = 'Unknown items are as old as items that were read long ago. They are taken for these.';
    notes.push({ code: 'items_older_than_window', text });
  }
  return notes;
}
