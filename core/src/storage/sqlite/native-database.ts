import { StorageError } from '../storage-error.ts';

/** What is used of better-sqlite3, which brings no types of its own. */
export interface NativeStatement {
  run(...parameters: readonly SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...parameters: readonly SqlValue[]): unknown;
  all(...parameters: readonly SqlValue[]): unknown[];
}

export type SqlValue = string | number | null | Uint8Array;

export interface NativeHandle {
  readonly inTransaction: boolean;
  prepare(sql: string): NativeStatement;
  exec(sql: string): void;
  pragma(sql: string, options?: { readonly simple: boolean }): unknown;
}

/** MikroORM's own handle with its statements prepared once. Use it inside a group of {@link GroupWriter}, or to read. */
export interface NativeDatabase {
  readonly handle: NativeHandle;
  /** The prepared statement of this text, made at the first use and kept: pass constant texts only. */
  sql(text: string): NativeStatement;
}

export function nativeDatabase(handle: NativeHandle): NativeDatabase {
  const statements = new Map<string, NativeStatement>();
  return {
    handle,
    sql(text) {
      const known = statements.get(text);
      if (known !== undefined) return known;
      const statement = handle.prepare(text);
      statements.set(text, statement);
      return statement;
    },
  };
}

/** SQLite's result code, such as `SQLITE_CONSTRAINT_UNIQUE`, or undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

const unavailable =
  /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED|PERM|AUTH|NOMEM|PROTOCOL|NOLFS|TOOBIG)/;

/** A failure of the disk or the file, as against one of the statement. */
export function isDiskFailure(error: unknown): boolean {
  return unavailable.test(sqliteCode(error) ?? '');
}

/** The error to throw for one of SQLite's or of a closed handle; others are returned as they are. */
export function translated(error: unknown): unknown {
  if (isDiskFailure(error)) {
    return new StorageError('storage_unavailable', `The database cannot be used now (${sqliteCode(error)}).`, {
      cause: error,
    });
  }
  if (error instanceof TypeError && /database connection is not open/.test(error.message)) {
    return new StorageError('storage_closed', 'The storage has been closed.', { cause: error });
  }
  return error;
}

/** Runs a read and translates what it throws. */
export function reading<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw translated(error);
  }
}
