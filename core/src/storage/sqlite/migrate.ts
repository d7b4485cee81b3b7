import { type Clock, timestamp } from '@fairlead/sdk';
import { StorageError } from '../storage-error.ts';
import type { SchemaStep } from './hot-schema.ts';
import type { NativeHandle } from './native-database.ts';

/**
 * Applies the steps that the database lacks, in one transaction, and records them. A database that is ahead is fine as
 * long as its newest step says that this version can use it: so two versions run side by side during an upgrade.
 */
export function migrateHotTables(handle: NativeHandle, steps: readonly SchemaStep[], clock: Clock): void {
  inOneTransaction(handle, () => {
    handle.exec(
      'CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY, usable_from INTEGER NOT NULL, applied_at TEXT NOT NULL)',
    );
    const newest = steps.at(-1)?.version ?? 0;
    const found = handle
      .prepare(
        'SELECT coalesce(max(version), 0) AS version, coalesce(max(usable_from), 0) AS usableFrom FROM schema_versions',
      )
      .get() as { readonly version: number; readonly usableFrom: number };
    if (found.usableFrom > newest) throw tooNew(found.version, newest);
    const insert = handle.prepare('INSERT INTO schema_versions (version, usable_from, applied_at) VALUES (?, ?, ?)');
    for (const step of steps.filter(({ version }) => version > found.version)) {
      handle.exec(step.sql);
      insert.run(step.version, step.usableFrom, timestamp(clock));
    }
  });
}

/** All of the statements or none: and one flush to the disk, where a new database would need some hundred. */
export function changeTables(handle: NativeHandle, statements: string): void {
  if (statements.trim() !== '') inOneTransaction(handle, () => handle.exec(statements));
}

function inOneTransaction(handle: NativeHandle, change: () => void): void {
  handle.exec('BEGIN IMMEDIATE');
  try {
    change();
    handle.exec('COMMIT');
  } catch (error) {
    if (handle.inTransaction) handle.exec('ROLLBACK');
    throw error;
  }
}

function tooNew(found: number, own: number): StorageError {
  return new StorageError(
    'schema_too_new',
    `The database has schema ${found}, made by a newer Fairlead; this one knows schema ${own}. Start the newer version.`,
  );
}
