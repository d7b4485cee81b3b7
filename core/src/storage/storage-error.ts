/** Every code a store throws. A code never changes its meaning; the message is for the operator. */
export type StorageErrorCode =
  /** The aggregate is at another version than the caller expected: read again, decide again. */
  | 'version_conflict'
  /** Another aggregate holds the value of a unique field; `field` names it. */
  | 'duplicate_key'
  /** The cursor was not made by this list, or for another order. The caller's fault. */
  | 'bad_cursor'
  /** A field, a limit or a name that the collection does not know. The caller's fault. */
  | 'bad_query'
  /** The state is not plain JSON, or the index values do not fit their declaration. A fault in the program. */
  | 'bad_state'
  /** The aggregate still holds events that the relay has not published. Try again a moment later. */
  | 'outbox_not_empty'
  /** The disk is full, read-only, broken or locked. Nothing of the write is stored. */
  | 'storage_unavailable'
  /** More writes are waiting than the writer may hold. Nothing of the write is stored. */
  | 'storage_overloaded'
  /** The storage has been disposed of. */
  | 'storage_closed'
  /** The database belongs to a newer Fairlead. Start that version, or restore a backup made by this one. */
  | 'schema_too_new';

export interface StorageErrorOptions {
  /** Only with `duplicate_key`: the field of the index declaration. */
  readonly field?: string | undefined;
  readonly cause?: unknown;
}

const brand: unique symbol = Symbol.for('fairlead.storage-error') as never;

export class StorageError extends Error {
  readonly [brand] = true;
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  readonly field: string | undefined;

  constructor(code: StorageErrorCode, message: string, options: StorageErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.field = options.field;
  }
}

/** True for a storage error; with `codes`, only for one of these. */
export function isStorageError(value: unknown, ...codes: readonly StorageErrorCode[]): value is StorageError {
  if (typeof value !== 'object' || value === null || !(brand in value)) return false;
  return codes.length === 0 || codes.includes((value as StorageError).code);
}
