import type { IndexScalar } from './collection.ts';
import { StorageError } from './storage-error.ts';

/** Where a page ended: the sort value and id of its last item. */
export interface Position {
  readonly value: IndexScalar;
  readonly id: string;
}

/** An opaque text; `order` is part of it, so that a cursor of one order is refused by another. */
export function encodeCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([1, order, position.value, position.id])).toString('base64url');
}

/** @throws StorageError `bad_cursor` */
export function decodeCursor(order: string, cursor: string, valueType: 'string' | 'number' | 'boolean'): Position {
  const [form, itsOrder, value, id, ...rest] = parts(cursor);
  const fits =
    form === 1 && itsOrder === order && typeof value === valueType && typeof id === 'string' && rest.length === 0;
  if (!fits) throw badCursor();
  return { value: value as IndexScalar, id };
}

function parts(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value)) return value;
  } catch {
    // Not JSON: the same answer as any other text that is no cursor.
  }
  throw badCursor();
}

function badCursor(): StorageError {
  return new StorageError('bad_cursor', 'The cursor does not belong to this list. Start again from the first page.');
}
