import { SqliteStorage, type SqliteStorageOptions } from './sqlite/sqlite-storage.ts';
import type { Storage } from './storage.ts';

export type StorageOptions = SqliteStorageOptions;

/** Opens the storage that the options describe; today that is always the embedded one. Call `migrate()` next. */
export async function createStorage(options: StorageOptions): Promise<Storage> {
  return SqliteStorage.open(options);
}
