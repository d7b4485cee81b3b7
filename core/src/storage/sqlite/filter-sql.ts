import type { RowFilter, RowQuery } from '../aggregate-rows.ts';
import type { SqlValue } from './native-database.ts';

/** Text with `?` and what stands for them. The text depends on the shape of a filter alone, never on its values. */
export interface SqlText {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The column of a field, as it is written into SQL. */
export type ColumnOf = (field: string) => string;

const comparisons: { readonly [operator: string]: string } = {
  $gt: '>',
  $gte: '>=',
  $lt: '<',
  $lte: '<=',
};

/** Conditions as they follow `WHERE`. A row without the field fits none but `null`, as everywhere in SQL. */
export function whereSql(filter: RowFilter, columnOf: ColumnOf): SqlText {
  return joined(
    Object.entries(filter).map(([name, condition]) => {
      if (name === '$and') return grouped(condition as readonly RowFilter[], 'AND', columnOf);
      if (name === '$or') return grouped(condition as readonly RowFilter[], 'OR', columnOf);
      return conditionSql(columnOf(name), condition);
    }),
    'AND',
  );
}

/** As it follows `ORDER BY`. */
export function orderSql(sort: RowQuery['sort'], columnOf: ColumnOf): string {
  return Object.entries(sort)
    .map(([field, direction]) => `${columnOf(field)} ${direction === 'asc' ? 'ASC' : 'DESC'}`)
    .join(', ');
}

function grouped(filters: readonly RowFilter[], word: 'AND' | 'OR', columnOf: ColumnOf): SqlText {
  const { text, values } = joined(
    filters.map((filter) => whereSql(filter, columnOf)),
    word,
  );
  return { text: `(${text})`, values };
}

function joined(parts: readonly SqlText[], word: 'AND' | 'OR'): SqlText {
  const said = parts.filter(({ text }) => text !== '');
  if (said.length === 0) return { text: word === 'AND' ? '1' : '0', values: [] };
  return { text: said.map(({ text }) => text).join(` ${word} `), values: said.flatMap(({ values }) => values) };
}

function conditionSql(column: string, condition: unknown): SqlText {
  if (condition === null) return { text: `${column} IS NULL`, values: [] };
  if (typeof condition !== 'object') return { text: `${column} = ?`, values: [valueOf(condition)] };
  return joined(
    Object.entries(condition).map(([operator, value]) => operatorSql(column, operator, value)),
    'AND',
  );
}

function operatorSql(column: string, operator: string, value: unknown): SqlText {
  if (operator === '$ne') {
    return value === null
      ? { text: `${column} IS NOT NULL`, values: [] }
      : { text: `${column} <> ?`, values: [valueOf(value)] };
  }
  // As one value, so that lists of any length share a statement.
  if (operator === '$in') {
    const list = JSON.stringify((value as readonly unknown[]).map(valueOf));
    return { text: `${column} IN (SELECT value FROM json_each(?))`, values: [list] };
  }
  const comparison = comparisons[operator];
  if (comparison === undefined) throw new TypeError(`“${operator}” is not an operator of a filter.`);
  return { text: `${column} ${comparison} ?`, values: [valueOf(value)] };
}

function valueOf(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value as SqlValue;
}
