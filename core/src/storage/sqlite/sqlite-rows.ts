import type {
  AggregateRow,
  AggregateRows,
  AggregateWrite,
  RowFilter,
  RowQuery,
  WriteResult,
} from '../aggregate-rows.ts';
import type { IndexScalar } from '../collection.ts';
import type { NewEvent } from '../event-store.ts';
import { publishedEvent } from '../publish.ts';
import type { OutboxEvent } from '../repository.ts';
import { StorageError } from '../storage-error.ts';
import { type ColumnOf, orderSql, whereSql } from './filter-sql.ts';
import type { GroupWriter } from './group-writer.ts';
import { type NativeDatabase, reading, type SqlValue, sqliteCode } from './native-database.ts';
import type { AddEvent } from './sqlite-event-store.ts';

export interface SqliteRowsOptions {
  readonly table: string;
  /** Declared fields and the columns MikroORM gave them. */
  readonly columns: readonly { readonly field: string; readonly column: string; readonly boolean: boolean }[];
  readonly database: NativeDatabase;
  readonly writer: GroupWriter;
  /** Publishes events with the write that has them. Without it they wait in the row. */
  readonly add: AddEvent | undefined;
}

interface NativeRow {
  readonly _id: string;
  readonly version: number;
  readonly state: string;
  readonly outbox: string;
  readonly created_at: string;
  readonly updated_at: string;
}

interface Published {
  readonly event: NewEvent;
  readonly data: string;
}

interface ListedRow extends NativeRow {
  readonly sorted_by: string | number;
}

/**
 * Tables and migrations are MikroORM's; rows are read and written by prepared statements on its handle. That is ten times
 * faster, the commits of one turn share a flush to disk, and a list costs what SQLite takes for it.
 */
export class SqliteRows implements AggregateRows {
  readonly publishes: boolean;
  readonly #options: SqliteRowsOptions;
  readonly #columnOf: ColumnOf;
  readonly #text: {
    readonly get: string;
    readonly insert: string;
    readonly replace: string;
    readonly keep: string;
    readonly remove: string;
  };

  constructor(options: SqliteRowsOptions) {
    this.#options = options;
    this.publishes = options.add !== undefined;
    this.#columnOf = columnsOf(options);
    this.#text = statements(
      options.table,
      options.columns.map(({ column }) => column),
    );
  }

  async get(id: string): Promise<AggregateRow | undefined> {
    const row = reading(() => this.#options.database.sql(this.#text.get).get(id)) as NativeRow | undefined;
    if (row === undefined) return undefined;
    return rowOf(row);
  }

  async insert(row: AggregateWrite): Promise<WriteResult> {
    const values = [
      row.version,
      json(row.state),
      row.updatedAt,
      ...this.#fields(row),
      ...this.#waiting(row),
      row.createdAt,
      row.id,
    ];
    return this.#write(this.#text.insert, values, this.#published(row));
  }

  async replace(row: AggregateWrite, expectedVersion: number, keepOutbox: boolean): Promise<WriteResult> {
    const values: SqlValue[] = [row.version, json(row.state), row.updatedAt, ...this.#fields(row)];
    if (!keepOutbox) values.push(...this.#waiting(row));
    values.push(row.id, expectedVersion);
    return keepOutbox
      ? this.#write(this.#text.keep, values, [])
      : this.#write(this.#text.replace, values, this.#published(row));
  }

  async remove(id: string, expectedVersion: number): Promise<boolean> {
    const { database, writer } = this.#options;
    return writer.run(() => database.sql(this.#text.remove).run(id, expectedVersion).changes === 1);
  }

  async find({ filter, sort, limit }: RowQuery): ReturnType<AggregateRows['find']> {
    const { table, columns, database } = this.#options;
    const where = whereSql(filter, this.#columnOf);
    const [sortField = '_id'] = Object.keys(sort);
    const isBoolean = columns.some(({ field, boolean }) => field === sortField && boolean);
    const text =
      `SELECT ${read}, ${this.#columnOf(sortField)} AS sorted_by FROM "${table}" WHERE ${where.text} ` +
      `ORDER BY ${orderSql(sort, this.#columnOf)} LIMIT ?`;
    const rows = reading(() => database.sql(text).all(...where.values, limit)) as ListedRow[];
    return rows.map((row) => ({
      ...rowOf(row),
      fields: { [sortField]: isBoolean ? row.sorted_by === 1 : row.sorted_by },
    }));
  }

  async count(filter: RowFilter): Promise<number> {
    const { table, database } = this.#options;
    const where = whereSql(filter, this.#columnOf);
    const text = `SELECT count(*) AS count FROM "${table}" WHERE ${where.text}`;
    return (reading(() => database.sql(text).get(...where.values)) as { readonly count: number }).count;
  }

  #fields(row: AggregateWrite): SqlValue[] {
    return this.#options.columns.map(({ field }) => scalar(row.index[field]));
  }

  /** The outbox of the row: what the relay has to fetch. */
  #waiting({ outbox }: AggregateWrite): SqlValue[] {
    return this.publishes ? ['[]', 0] : [json(outbox), outbox.length];
  }

  #published({ outbox }: AggregateWrite): readonly Published[] {
    if (!this.publishes) return [];
    const { table } = this.#options;
    return outbox.map((one) => ({ event: publishedEvent(table, one), data: json(one.data) }));
  }

  /** A constraint undoes its own statement only, so the group goes on and need not know. */
  #write(text: string, values: readonly SqlValue[], events: readonly Published[]): Promise<WriteResult> {
    const { database, writer, add } = this.#options;
    return writer.run((): WriteResult => {
      try {
        if (database.sql(text).run(...values).changes !== 1) return { kind: 'conflict' };
      } catch (error) {
        return this.#duplicate(error);
      }
      for (const { event, data } of events) add?.(event, data);
      return { kind: 'written' };
    });
  }

  #duplicate(error: unknown): WriteResult {
    const code = sqliteCode(error);
    if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return { kind: 'conflict' };
    if (code !== 'SQLITE_CONSTRAINT_UNIQUE' || !(error instanceof Error)) throw error;
    const column = /\.([a-z0-9_]+)$/.exec(error.message)?.[1];
    const field = this.#options.columns.find((known) => known.column === column)?.field;
    if (field === undefined) throw error;
    return { kind: 'duplicate', field };
  }
}

const read = '_id, version, state, outbox, created_at, updated_at';

function columnsOf({ columns }: SqliteRowsOptions): ColumnOf {
  const known = new Map(columns.map(({ field, column }) => [field, `"${column}"`]));
  const common = new Map([
    ['_id', '_id'],
    ['createdAt', 'created_at'],
    ['updatedAt', 'updated_at'],
  ]);
  return (field) => {
    const column = common.get(field) ?? known.get(field);
    if (column === undefined) throw new TypeError(`There is no column of “${field}”.`);
    return column;
  };
}

function statements(table: string, columns: readonly string[]) {
  const written = ['version', 'state', 'updated_at', ...columns];
  const outbox = ['outbox', 'outbox_size'];
  const inserted = [...written, ...outbox, 'created_at', '_id'];
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const sets = (names: readonly string[]) => names.map((name) => `"${name}" = ?`).join(', ');
  return {
    get: `SELECT ${read} FROM "${table}" WHERE _id = ?`,
    insert: `INSERT INTO "${table}" (${list(inserted)}) VALUES (${inserted.map(() => '?').join(', ')})`,
    replace: `UPDATE "${table}" SET ${sets([...written, ...outbox])} WHERE _id = ? AND version = ?`,
    keep: `UPDATE "${table}" SET ${sets(written)} WHERE _id = ? AND version = ?`,
    remove: `DELETE FROM "${table}" WHERE _id = ? AND version = ? AND outbox_size = 0`,
  };
}

function scalar(value: IndexScalar | null | undefined): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}

function json(value: unknown): string {
  try {
    const text = JSON.stringify(value);
    if (typeof text === 'string') return text;
  } catch (error) {
    throw new StorageError('bad_state', 'The state is not plain JSON.', { cause: error });
  }
  throw new StorageError('bad_state', 'The state is not plain JSON.');
}

function rowOf(row: NativeRow): AggregateRow {
  return {
    id: row._id,
    version: row.version,
    state: JSON.parse(row.state),
    outbox: JSON.parse(row.outbox) as readonly OutboxEvent[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
