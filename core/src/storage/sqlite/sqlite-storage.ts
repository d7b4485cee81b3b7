import type { Clock } from '@fairlead/sdk';
import type { EntitySchema } from '@mikro-orm/sqlite';
import { AggregateRepository } from '../aggregate-repository.ts';
import { type AnyCollection, type Collection, type IndexSpec, typeOf } from '../collection.ts';
import type { OutboxEvent, Repository } from '../repository.ts';
import type { CommitListener, HotStores, Storage } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import { type AggregateEntity, aggregateEntity } from './aggregate-entity.ts';
import { GroupWriter } from './group-writer.ts';
import { schemaSteps } from './hot-schema.ts';
import { changeTables, migrateHotTables } from './migrate.ts';
import { type NativeDatabase, nativeDatabase, reading, translated } from './native-database.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import {
  type AddEvent,
  type AppendListener,
  eventAppender,
  sqliteEventStore,
  type SqliteEventStoreOptions,
} from './sqlite-event-store.ts';
import { sqliteHealthBucketStore } from './sqlite-health-bucket-store.ts';
import { type SqliteInboxOptions, SqliteInboxStore } from './sqlite-inbox-store.ts';
import { sqliteJobStore } from './sqlite-job-store.ts';
import { sqliteOutboxStore } from './sqlite-outbox-store.ts';
import { SqliteRows } from './sqlite-rows.ts';
import { sqliteUsageBucketStore } from './sqlite-usage-bucket-store.ts';

export interface SqliteStorageOptions {
  /** The database file. Its folder is made when it is missing. */
  readonly path: string;
  /** Every collection of core and flows; names must differ. */
  readonly collections: readonly AnyCollection[];
  readonly clock: Clock;
  /**
   * When events reach the log. `with_commit`: in the write that commits them, so that one flush to disk makes both
   * durable; this database holds the log as well. `by_relay`: they wait in the outbox, as they do where the log cannot
   * be written together with an aggregate. Default: `by_relay`.
   */
  readonly publish?: 'with_commit' | 'by_relay' | undefined;
  /**
   * Throws for an event that is not as it was declared, which fails the commit: for tests and development. Default: none,
   * for what has happened is not lost over its description.
   */
  readonly checkEvent?: ((event: OutboxEvent) => void) | undefined;
}

interface Table {
  readonly collection: Collection<never>;
  readonly entity: EntitySchema<AggregateEntity>;
}

/** Tables made by the schema steps; a collection may not take their names. */
const ownTables = new Set([
  'schema_versions',
  'inbox',
  'inbox_requests',
  'events',
  'event_cursors',
  'event_dead_letters',
  'jobs',
  'health_buckets',
  'usage_buckets',
]);

/** The embedded storage: one file, one write connection, no server. */
export class SqliteStorage implements Storage {
  readonly collections: readonly string[];
  readonly hot: HotStores;
  readonly #open: OpenDatabase;
  readonly #database: NativeDatabase;
  readonly #writer: GroupWriter;
  readonly #clock: Clock;
  readonly #repositories: ReadonlyMap<string, Repository<never>>;
  readonly #add: AddEvent | undefined;
  readonly #checkEvent: SqliteStorageOptions['checkEvent'];
  readonly #listeners = new Set<CommitListener>();
  #disposed: Promise<void> | undefined;

  /** Opens the file; call `migrate()` next. @throws StorageError `storage_unavailable`, `bad_query` for a name used twice */
  static async open(options: SqliteStorageOptions): Promise<SqliteStorage> {
    const collections = options.collections as readonly Collection<never>[];
    checkNames(collections);
    try {
      const tables = collections.map((collection) => ({ collection, entity: aggregateEntity(collection) }));
      const open = await openDatabase(
        options.path,
        tables.map(({ entity }) => entity),
      );
      return new SqliteStorage(options, tables, open);
    } catch (error) {
      throw translated(error);
    }
  }

  private constructor(options: SqliteStorageOptions, tables: readonly Table[], open: OpenDatabase) {
    const { clock, publish, checkEvent } = options;
    this.#clock = clock;
    this.#checkEvent = checkEvent;
    this.#open = open;
    this.#database = nativeDatabase(open.handle);
    const database = this.#database;
    const listeners = new Set<AppendListener>();
    const writer = new GroupWriter({
      database,
      exclusively: (action) => open.exclusively(action),
      appended: (events) => {
        for (const listener of listeners) listener(events);
      },
    });
    this.#writer = writer;
    this.#add = publish === 'with_commit' ? eventAppender(database, writer) : undefined;
    this.#repositories = new Map(tables.map((table) => [table.collection.name, this.#repository(table)]));
    this.collections = [...this.#repositories.keys()].sort();
    const received = (id: string, events: number) => this.#tell('inbox', id, events);
    this.hot = hotStores({ database, writer, clock, received, listeners, add: this.#add });
  }

  repository<State, Index = IndexSpec>(collection: Collection<State, Index>): Repository<State, Index> {
    const repository = this.#repositories.get(collection.name);
    if (repository === undefined)
      throw new StorageError('bad_query', `Collection “${collection.name}” is not registered.`);
    return repository as unknown as Repository<State, Index>;
  }

  async migrate(): Promise<void> {
    try {
      await this.#open.exclusively(() => migrateHotTables(this.#open.handle, schemaSteps, this.#clock));
      // Never drops; what an older or newer version of the hub declares besides stays.
      const changes = await this.#open.orm.schema.getUpdateSchemaSQL({ safe: true, dropTables: false });
      await this.#open.exclusively(() => changeTables(this.#open.handle, changes));
    } catch (error) {
      throw translated(error);
    }
  }

  async ping(): Promise<void> {
    reading(() => this.#database.sql('SELECT 1').get());
  }

  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): Promise<void> {
    this.#disposed ??= this.#writer.dispose().then(() => this.#open.orm.close());
    return this.#disposed;
  }

  #tell(collection: string, id: string, pendingEvents: number): void {
    for (const listener of this.#listeners) listener(collection, id, pendingEvents);
  }

  #repository({ collection, entity }: Table): Repository<never> {
    const { orm } = this.#open;
    const { properties } = orm.getMetadata().get(entity);
    const rows = new SqliteRows({
      table: collection.name,
      columns: Object.entries(collection.index).map(([field, kind]) => ({
        field,
        column: properties[field]?.fieldNames[0] ?? field,
        boolean: typeOf(kind) === 'boolean',
      })),
      database: this.#database,
      writer: this.#writer,
      add: this.#add,
    });
    const committed = (id: string, pendingEvents: number) => this.#tell(collection.name, id, pendingEvents);
    return new AggregateRepository({ collection, rows, clock: this.#clock, committed, checkEvent: this.#checkEvent });
  }
}

function hotStores(options: SqliteInboxOptions & SqliteEventStoreOptions): HotStores {
  const { database, writer } = options;
  return {
    outbox: sqliteOutboxStore(database, writer),
    inbox: new SqliteInboxStore(options),
    events: sqliteEventStore(options),
    jobs: sqliteJobStore(database, writer),
    buckets: sqliteHealthBucketStore(database, writer),
    usage: sqliteUsageBucketStore(database, writer),
  };
}

function checkNames(collections: readonly Collection<never>[]): void {
  const names = new Set(ownTables);
  for (const { name } of collections) {
    if (names.has(name))
      throw new StorageError('bad_query', `Two collections are called “${name}”, or the name is reserved.`);
    names.add(name);
  }
}
