import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** What is read of a collection to write its rows as the hub would have. */
export interface RowShape {
  readonly name: string;
  readonly index: Readonly<Record<string, string>>;
  project(state: never): Readonly<Record<string, string | number | boolean | null>>;
}

export interface BulkRow {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: object;
}

const perTransaction = 20_000;

/** Inserts documents of a collection. Written with SQLite's bulk means: commits of their own would take too long. */
export function insertDocuments(database: DatabaseSync, shape: RowShape, rows: Iterable<BulkRow>): void {
  const fields = Object.keys(shape.index);
  const fixed = ['_id', 'version', 'state', 'outbox', 'outbox_size', 'created_at', 'updated_at'];
  const values = function* () {
    for (const { id, at, state } of rows) {
      const index = shape.project(state as never);
      const time = new Date(at).toISOString();
      yield [id, 3, JSON.stringify(state), '[]', 0, time, time, ...fields.map((field) => valueOf(index[field]))];
    }
  };
  insertRows(database, shape.name, [...fixed, ...fields.map(snake)], values());
}

export function insertRows(
  database: DatabaseSync,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly SQLInputValue[]>,
): void {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const insert = database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  let inserted = 0;
  database.exec('BEGIN');
  for (const row of rows) {
    insert.run(...row);
    inserted += 1;
    if (inserted % perTransaction === 0) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT');
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function valueOf(given: string | number | boolean | null | undefined): string | number | null {
  if (typeof given === 'boolean') return given ? 1 : 0;
  return given ?? null;
}
