import type { RowFilter, RowQuery } from './aggregate-rows.ts';
import { type Collection, type IndexScalar, typeOf } from './collection.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';
import type { ListOptions, Order } from './repository.ts';
import { StorageError } from './storage-error.ts';

const longestPage = 1_000;
const operators = { in: '$in', not: '$ne', gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte' } as const;

type Shape = Pick<Collection<never>, 'name' | 'index'>;

/** Conditions in the driver's form. @throws StorageError `bad_query` for an unknown field or operator */
export function filterOf(collection: Shape, where: object): RowFilter {
  const filter: { [field: string]: unknown } = {};
  for (const [field, condition] of Object.entries(where)) {
    if (condition !== undefined) filter[columnOf(collection, field)] = conditionOf(condition);
  }
  return filter;
}

function conditionOf(condition: unknown): unknown {
  if (typeof condition !== 'object' || condition === null) return condition;
  const result: { [operator: string]: unknown } = {};
  for (const [name, value] of Object.entries(condition as { readonly [name: string]: unknown })) {
    if (value === undefined) continue;
    if (name === 'startsWith') {
      // The highest character ends the range: an index can serve it, unlike LIKE.
      if (typeof value !== 'string') throw new StorageError('bad_query', '“startsWith” takes a text.');
      Object.assign(result, { $gte: value, $lt: `${value}\u{10FFFF}` });
    } else if (name in operators) {
      result[operators[name as keyof typeof operators]] = value;
    } else {
      throw new StorageError('bad_query', `“${name}” is not an operator.`);
    }
  }
  return result;
}

function columnOf(collection: Shape, field: string): string {
  if (field === 'id') return '_id';
  if (field === 'createdAt' || field === 'updatedAt' || Object.hasOwn(collection.index, field)) return field;
  throw new StorageError('bad_query', `“${field}” is not an index field of “${collection.name}”.`);
}

/** A page to fetch, one row longer than asked for, and how to make the cursor of a row. */
export interface PagePlan {
  readonly query: RowQuery;
  cursorAfter(position: { readonly id: string; readonly fields: { readonly [field: string]: unknown } }): string;
}

export function planPage(collection: Shape, options: ListOptions): PagePlan {
  checkLimit(options.limit);
  const order: Order = options.order ?? { field: 'id', direction: 'ascending' };
  const column = columnOf(collection, order.field);
  const name = `${collection.name}.${order.field}.${order.direction}`;
  const direction = order.direction === 'ascending' ? 'asc' : 'desc';
  const kind = collection.index[order.field];
  const position =
    options.cursor === undefined || options.cursor === null
      ? undefined
      : decodeCursor(name, options.cursor, kind === undefined ? 'string' : typeOf(kind));
  const conditions: RowFilter[] = [filterOf(collection, options.where ?? {})];
  if (kind?.includes('?') === true) conditions.push({ [column]: { $ne: null } });
  if (position !== undefined) conditions.push(beyond(column, direction, position));
  return {
    query: {
      filter: conditions.length === 1 ? (conditions[0] as RowFilter) : { $and: conditions },
      sort: column === '_id' ? { _id: direction } : { [column]: direction, _id: direction },
      limit: options.limit + 1,
    },
    cursorAfter: (row) =>
      encodeCursor(name, { id: row.id, value: column === '_id' ? row.id : (row.fields[column] as IndexScalar) }),
  };
}

function beyond(column: string, direction: 'asc' | 'desc', position: Position): RowFilter {
  const operator = direction === 'asc' ? '$gt' : '$lt';
  if (column === '_id') return { _id: { [operator]: position.id } };
  return {
    $or: [{ [column]: { [operator]: position.value } }, { [column]: position.value, _id: { [operator]: position.id } }],
  };
}

/** @throws StorageError `bad_query` */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= longestPage) return;
  throw new StorageError('bad_query', `A page has 1 to ${longestPage} items, not ${limit}.`);
}
