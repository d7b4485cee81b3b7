import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type EntitySchema, MikroORM } from '@mikro-orm/sqlite';
import { StorageError } from '../storage-error.ts';
import type { AggregateEntity } from './aggregate-entity.ts';
import type { NativeHandle } from './native-database.ts';

export interface OpenDatabase {
  readonly orm: MikroORM;
  readonly handle: NativeHandle;
  /** Runs `action` under the lock that MikroORM's own queries take. */
  exclusively(action: () => void): Promise<void>;
}

/**
 * Opens (and creates) the file, readable by its owner alone, with every commit flushed to disk.
 * @throws StorageError `storage_unavailable` when the file cannot be made or written to
 */
export async function openDatabase(
  path: string,
  entities: readonly EntitySchema<AggregateEntity>[],
): Promise<OpenDatabase> {
  createPrivately(path);
  const orm = new MikroORM({
    entities: [...entities],
    dbName: path,
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    driverOptions: { timeout: 5_000 },
  });
  await orm.connect();
  const connection = orm.em.getConnection();
  const handle = (await connection.getNativeClient()) as unknown as NativeHandle;
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('wal_autocheckpoint = 4000');
  handle.pragma('cache_size = -32768');
  handle.pragma('foreign_keys = OFF');
  return {
    orm,
    handle,
    exclusively: (action) =>
      connection
        .getClient()
        .connection()
        .execute(async () => action()),
  };
}

/** SQLite gives its journal files the rights of the database file, so this one call covers them all. */
function createPrivately(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StorageError('storage_unavailable', `The database file cannot be opened for writing: ${reason}.`, {
      cause,
    });
  }
}
