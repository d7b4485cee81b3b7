import { DatabaseSync } from 'node:sqlite';

/** Everything the provider knows, in one SQLite file. */
export interface ProviderDatabase {
  get<Entity>(kind: string, id: string): Entity | undefined;
  put(kind: string, id: string, entity: unknown): void;
  /** In the order in which they were first put. */
  list<Entity>(kind: string): Entity[];
  count(kind: string): number;
  /** A number that is never given twice. */
  nextNumber(): number;
  /** All of it or nothing. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** `full`: durable when a transaction returns. `fast`: when the operating system says so; a power cut may lose the last. */
export const durabilities = ['full', 'fast'] as const;
export type Durability = (typeof durabilities)[number];

/** @param file path, or `:memory:` */
export function openDatabase(file: string, durability: Durability = 'full'): ProviderDatabase {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'OFF'};
    CREATE TABLE IF NOT EXISTS entity (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      json TEXT NOT NULL,
      UNIQUE (kind, id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS number (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL) STRICT;
    INSERT OR IGNORE INTO number VALUES (1, 0);
  `);
  const read = database.prepare('SELECT json FROM entity WHERE kind = ? AND id = ?');
  const write = database.prepare(
    'INSERT INTO entity (kind, id, json) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json',
  );
  const all = database.prepare('SELECT json FROM entity WHERE kind = ? ORDER BY position');
  const size = database.prepare('SELECT count(*) AS size FROM entity WHERE kind = ?');
  const next = database.prepare('UPDATE number SET value = value + 1 RETURNING value');
  const parse = <Entity>(row: Record<string, unknown>) => JSON.parse(String(row['json'])) as Entity;
  return {
    get<Entity>(kind: string, id: string) {
      const row = read.get(kind, id);
      return row === undefined ? undefined : parse<Entity>(row);
    },
    put: (kind, id, entity) => void write.run(kind, id, JSON.stringify(entity)),
    list: <Entity>(kind: string) => all.all(kind).map((row) => parse<Entity>(row)),
    count: (kind) => Number(size.get(kind)?.['size']),
    nextNumber: () => Number(next.get()?.['value']),
    transaction(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}
