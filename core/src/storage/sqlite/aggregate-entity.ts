import { defineEntity, type EntitySchema, p } from '@mikro-orm/sqlite';
import { type Collection, type IndexKind, isUnique, typeOf } from '../collection.ts';

/** A row as MikroORM reads it, with the declared fields beside these. */
export interface AggregateEntity {
  _id: string;
  version: number;
  state: unknown;
  outbox: unknown;
  outboxSize: number;
  createdAt: string;
  updatedAt: string;
  [field: string]: unknown;
}

/** The MikroORM entity of a collection: one table, the same columns for each, and one column for each declared field. */
export function aggregateEntity(collection: Collection<never>): EntitySchema<AggregateEntity> {
  const { name } = collection;
  const fields = Object.entries(collection.index);
  const schema = defineEntity({
    name,
    tableName: name,
    properties: {
      _id: p.string().primary(),
      version: p.integer(),
      state: p.json<unknown>(),
      outbox: p.json<unknown>(),
      outboxSize: p.integer(),
      createdAt: p.string(),
      updatedAt: p.string(),
      ...Object.fromEntries(fields.map(([field, kind]) => [field, property(kind)])),
    },
    indexes: [
      // Few rows have events waiting, so the relay's index holds hardly anything. It has the order in which the relay
      // reads: by an index of the sizes SQLite would rather go through all rows by their ids.
      { properties: ['_id'], name: `${name}__waiting`, where: 'outbox_size > 0' },
      { properties: ['createdAt', '_id'], name: `${name}__created_at` },
      ...fields
        .filter(([, kind]) => !isUnique(kind))
        .map(([field]) => ({ properties: [field, '_id'] as '_id'[], name: `${name}__${snake(field)}` })),
      ...collection.compound.map((several) => ({
        properties: [...several, '_id'] as '_id'[],
        name: `${name}__${several.map(snake).join('__')}`,
      })),
    ],
    uniques: fields
      .filter(([, kind]) => isUnique(kind))
      .map(([field]) => ({ properties: field as '_id', name: `${name}__${snake(field)}` })),
  });
  return schema as unknown as EntitySchema<AggregateEntity>;
}

function property(kind: IndexKind) {
  const type = typeOf(kind);
  const base = type === 'string' ? p.string() : type === 'number' ? p.double() : p.boolean();
  // Later additions to a table with rows need a column that may be empty; `project` is what insists on a value.
  return base.nullable();
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
