import { fingerprint } from './fingerprint.ts';

/** The least that a cursor remembers of an item. */
export interface Remembered {
  /** {@link rememberedKey} of its id. */
  readonly key: string;
  /** Seconds since 1970 of the item's date; undefined without one. */
  readonly date: number | undefined;
}

/** What a cursor keeps of the items that it has seen. */
export interface SeenWindow<Seen extends Remembered> {
  /** What was read last comes last. */
  readonly seen: readonly Seen[];
  /** Seconds since 1970: an unknown item that is not younger has been seen and forgotten. */
  readonly floor: number | undefined;
}

/** How {@link moveWindow} moves a window. */
export interface WindowMove<Seen extends Remembered> {
  /** Of the cursor so far. */
  readonly floor: number | undefined;
  /** Remembered items that were not read now, those gone longest first. */
  readonly absent: readonly Seen[];
  /** What was read now. */
  readonly present: readonly Seen[];
  /** How many of `absent` are no longer remembered, from the first on. None when it is below 0. */
  readonly forget: number;
}

const longestKey = 96;
/** The contract allows 262,144 characters. */
const mostCursorBytes = 250_000;

/** The id of a message as a cursor keeps it: a hash where it is long. */
export function rememberedKey(id: string): string {
  return Buffer.byteLength(JSON.stringify(id)) <= longestKey ? id : `#${fingerprint(24, id)}`;
}

/**
 * Forgets what was seen longest ago. It must not come back as new, so the floor rises to the date of what is forgotten,
 * as long as that lies before everything that was read now: a wrong date in the future never hides what is new.
 */
export function moveWindow<Seen extends Remembered>({
  floor,
  absent,
  present,
  forget,
}: WindowMove<Seen>): SeenWindow<Seen> {
  const count = Math.max(0, forget);
  return {
    seen: [...absent.slice(count), ...present],
    floor: floorAfter(floor, absent.slice(0, count), present),
  };
}

function floorAfter(floor: number | undefined, forgotten: readonly Remembered[], present: readonly Remembered[]) {
  const oldest = present.reduce((least, { date = Number.POSITIVE_INFINITY }) => Math.min(least, date), Infinity);
  return forgotten.reduce<number | undefined>((highest, { date }) => {
    if (date === undefined || date >= oldest || !Number.isFinite(oldest)) return highest;
    return Math.max(highest ?? date, date);
  }, floor);
}

/**
 * Writes a cursor within the contract's limit, without what was seen longest ago where it has to be.
 * @param write makes the text with these items; the same items have to make the same text
 */
export function fitCursor<Seen>(seen: readonly Seen[], write: (seen: readonly Seen[]) => string): string {
  for (let kept = seen; ; kept = kept.slice(Math.ceil(kept.length / 10))) {
    const text = write(kept);
    if (Buffer.byteLength(text) <= mostCursorBytes || kept.length === 0) return text;
  }
}

/** Whole seconds since 1970 of a date such as `2026-01-15T12:00:00.000Z`; undefined without one. */
export function secondsOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.floor(Date.parse(date) / 1_000);
}

/**
 * Sorts items by their dates. One without a date stands where the one before it stands.
 * @param items in the order of their publisher, turned so that the oldest should come first
 * @param dateOf as {@link secondsOf} has it
 */
export function oldestFirst<Item>(items: readonly Item[], dateOf: (item: Item) => number | undefined): readonly Item[] {
  let near = Number.NEGATIVE_INFINITY;
  const placed = items.map((item) => {
    near = dateOf(item) ?? near;
    return { item, near };
  });
  return placed.toSorted((one, other) => (one.near === other.near ? 0 : one.near - other.near)).map(({ item }) => item);
}
