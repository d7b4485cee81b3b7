import { type Clock, newId } from '@fairlead/sdk';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { DeadEvent, EventStore, NewEvent, StoredEvent, SubscriberCursor } from '../event-store.ts';
import type { JsonObject } from '../json.ts';
import { checkLimit } from '../query.ts';
import type { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, reading } from './native-database.ts';

interface EventRow {
  readonly sequence: number;
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string | null;
  readonly time: string;
  readonly data: string;
}

interface DeadRow extends Omit<DeadEvent, 'event'> {
  readonly event: string;
}

/** Later than any id. */
const afterAll = '\u{10FFFF}';

const text = {
  append: `INSERT INTO events (id, type, source, subject, time, data) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  after: 'SELECT * FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?',
  afterOfTypes: ofTypes('>', ''),
  before: 'SELECT * FROM events WHERE sequence < ? ORDER BY sequence DESC LIMIT ?',
  beforeOfTypes: ofTypes('<', 'DESC'),
  // sqlite_sequence remembers the last one even after the log was pruned.
  latest: `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0) AS sequence`,
  prune: `DELETE FROM events WHERE time < ?
    AND sequence <= coalesce((SELECT min(sequence) FROM event_cursors), 9007199254740991)`,
  saveCursor: `INSERT INTO event_cursors (subscriber, sequence, attempts, retry_at, last_error) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (subscriber) DO UPDATE SET sequence = excluded.sequence, attempts = excluded.attempts,
    retry_at = excluded.retry_at, last_error = excluded.last_error`,
  cursor: `SELECT sequence, attempts, retry_at AS retryAt, last_error AS lastError FROM event_cursors WHERE subscriber = ?`,
  bury: 'INSERT INTO event_dead_letters (id, subscriber, event, error, attempts, at) VALUES (?, ?, ?, ?, ?, ?)',
  dead: `SELECT * FROM event_dead_letters WHERE id < ? AND (? IS NULL OR subscriber = ?) ORDER BY id DESC LIMIT ?`,
} as const;

/**
 * The types that there are come from the index, one seek for each; of those that fit, as many of each as the page holds.
 * Nothing is gone through that is not asked for.
 */
function ofTypes(comparison: '<' | '>', direction: '' | 'DESC'): string {
  return `WITH RECURSIVE asked (place, types, most) AS (VALUES (?, ?, ?)), known (type) AS (
      SELECT min(type) FROM events
      UNION ALL SELECT (SELECT min(events.type) FROM events WHERE events.type > known.type) FROM known
      WHERE known.type IS NOT NULL
    ), wanted (type) AS (
      SELECT type FROM known, asked
      WHERE EXISTS (SELECT 1 FROM json_each(asked.types) AS pattern WHERE known.type GLOB pattern.value)
    )
    SELECT events.* FROM wanted JOIN events ON events.sequence IN (
      SELECT sequence FROM events AS one WHERE one.type = wanted.type AND one.sequence ${comparison} (SELECT place FROM asked)
      ORDER BY one.sequence ${direction} LIMIT (SELECT most FROM asked)
    ) ORDER BY events.sequence ${direction} LIMIT (SELECT most FROM asked)`;
}

export type AppendListener = (events: readonly StoredEvent[]) => void;

export interface SqliteEventStoreOptions {
  readonly database: NativeDatabase;
  readonly writer: GroupWriter;
  readonly clock: Clock;
  /** Those that `writer` tells of appended events. */
  readonly listeners: Set<AppendListener>;
}

export function sqliteEventStore({ database, writer, clock, listeners }: SqliteEventStoreOptions): EventStore {
  const add = eventAppender(database, writer);
  const saveCursor = (subscriber: string, cursor: SubscriberCursor) => {
    const { sequence, attempts, retryAt, lastError } = cursor;
    database.sql(text.saveCursor).run(subscriber, sequence, attempts, retryAt, lastError);
  };
  return {
    append(events) {
      const prepared = events.map((one) => ({ one, data: JSON.stringify(one.data) }));
      return writer.runSoon(() => prepared.flatMap(({ one, data }) => add(one, data) ?? []));
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async after(sequence, { types, limit }) {
      const rows = reading(() =>
        types === undefined
          ? database.sql(text.after).all(sequence, limit)
          : database.sql(text.afterOfTypes).all(sequence, JSON.stringify(types), limit),
      ) as readonly EventRow[];
      return rows.map(event);
    },
    async before(sequence = Number.MAX_SAFE_INTEGER, { types, limit }) {
      const rows = reading(() =>
        types === undefined
          ? database.sql(text.before).all(sequence, limit)
          : database.sql(text.beforeOfTypes).all(sequence, JSON.stringify(types), limit),
      ) as readonly EventRow[];
      return rows.map(event);
    },
    async get(id) {
      const row = reading(() => database.sql('SELECT * FROM events WHERE id = ?').get(id)) as EventRow | undefined;
      return row === undefined ? undefined : event(row);
    },
    async latest() {
      return (reading(() => database.sql(text.latest).get()) as { readonly sequence: number }).sequence;
    },
    async oldest() {
      const row = reading(() => database.sql('SELECT min(sequence) AS sequence FROM events').get());
      return (row as { readonly sequence: number | null }).sequence ?? undefined;
    },
    prune: (before) => writer.run(() => database.sql(text.prune).run(before).changes),
    async cursor(subscriber) {
      return reading(() => database.sql(text.cursor).get(subscriber)) as SubscriberCursor | undefined;
    },
    saveCursor: (subscriber, cursor) => writer.run(() => saveCursor(subscriber, cursor)),
    removeCursor: (subscriber) =>
      writer.run(() => {
        database.sql('DELETE FROM event_cursors WHERE subscriber = ?').run(subscriber);
      }),
    giveUp(dead) {
      const letter: DeadEvent = { ...dead, id: newId(clock.now()) };
      const { id, subscriber, error, attempts, at } = letter;
      const json = JSON.stringify(letter.event);
      return writer.run(() => {
        database.sql(text.bury).run(id, subscriber, json, error, attempts, at);
        saveCursor(subscriber, { sequence: letter.event.sequence, attempts: 0, retryAt: 0, lastError: null });
        return letter;
      });
    },
    async deadEvents({ subscriber = null, limit, cursor }) {
      checkLimit(limit);
      const before =
        cursor === undefined || cursor === null ? afterAll : decodeCursor('dead-events', cursor, 'string').id;
      const rows = reading(() =>
        database.sql(text.dead).all(before, subscriber, subscriber, limit + 1),
      ) as readonly DeadRow[];
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const more = rows.length > limit && last !== undefined;
      return {
        items: page.map(deadEvent),
        nextCursor: more ? encodeCursor('dead-events', { value: '', id: last.id }) : null,
      };
    },
    async deadEvent(id) {
      const row = reading(() => database.sql('SELECT * FROM event_dead_letters WHERE id = ?').get(id));
      return row === undefined ? undefined : deadEvent(row as DeadRow);
    },
    removeDeadEvent: (id) =>
      writer.run(() => database.sql('DELETE FROM event_dead_letters WHERE id = ?').run(id).changes === 1),
  };
}

/** Adds an event to the log within an operation of the writer; `data` is its data as JSON. Undefined when its id is known. */
export type AddEvent = (event: NewEvent, data: string) => StoredEvent | undefined;

export function eventAppender(database: NativeDatabase, writer: GroupWriter): AddEvent {
  return (one, data) => {
    const { id, type, source, subject, time } = one;
    const { changes, lastInsertRowid } = database.sql(text.append).run(id, type, source, subject ?? null, time, data);
    if (changes !== 1) return undefined;
    const stored = { ...one, sequence: Number(lastInsertRowid) };
    writer.announce(stored);
    return stored;
  };
}

function event(row: EventRow): StoredEvent {
  const { subject, data, ...rest } = row;
  return { ...rest, ...(subject === null ? {} : { subject }), data: JSON.parse(data) as JsonObject };
}

function deadEvent({ event: json, ...rest }: DeadRow): DeadEvent {
  return { ...rest, event: JSON.parse(json) as StoredEvent };
}
