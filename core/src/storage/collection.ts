import { StorageError } from './storage-error.ts';

/** `?` allows an absent value; `unique` refuses a second aggregate with the same value (absent values never clash). */
export type IndexKind = `${'string' | 'number' | 'boolean'}${'' | '?'}${'' | ' unique'}`;

export interface IndexSpec {
  readonly [field: string]: IndexKind;
}

export type IndexScalar = string | number | boolean;

/** The type of the values of one declared field, absence aside. */
export type ValueOf<Kind> = Kind extends `string${string}` ? string : Kind extends `number${string}` ? number : boolean;

type OptionalFields<Index> = {
  [Field in keyof Index]: Index[Field] extends `${string}?${string}` ? Field : never;
}[keyof Index];

/** What `project` returns: each declared field, with `undefined` or `null` where the field is declared with `?`. */
export type IndexValues<Index> = string extends keyof Index
  ? { readonly [field: string]: IndexScalar | null | undefined }
  : { readonly [Field in Exclude<keyof Index, OptionalFields<Index>>]: ValueOf<Index[Field]> } & {
      readonly [Field in OptionalFields<Index>]?: ValueOf<Index[Field]> | null | undefined;
    };

export interface CollectionOptions<State, Index> {
  /** Lower case with underscores, unique in the hub. A flow's collections begin with the flow's id. */
  readonly name: string;
  /** Fields that lists may filter and sort by. Each has an index of its own. Adding one later is fine; it starts absent. */
  readonly index: Index;
  /** Further indexes over several of these fields, for lists that filter by one and sort by another. */
  readonly compound?: readonly (readonly string[])[];
  /** The index values of a state. Called on every commit; must depend on nothing but the state. */
  readonly project: (state: State) => IndexValues<Index>;
}

/** A named set of aggregates of one type. Made by {@link defineCollection}; opened by `storage.repository(collection)`. */
export interface Collection<State, Index = IndexSpec> {
  readonly name: string;
  readonly index: IndexSpec;
  readonly compound: readonly (readonly string[])[];
  project(state: State): { readonly [field: string]: IndexScalar | null };
  /** Only for the type checker. */
  readonly '~types'?: (state: State, index: Index) => void;
}

/** A collection of any type, as lists of collections hold it. */
export type AnyCollection = Collection<never, never>;

const namePattern = /^[a-z][a-z0-9_]{0,62}$/;
const fieldPattern = /^[a-z][A-Za-z0-9]{0,62}$/;
const reserved = new Set(['id', 'version', 'state', 'outbox', 'outboxSize', 'createdAt', 'updatedAt']);

/**
 * Declares a collection. Annotate the parameter of `project` (rather than giving type arguments) and the fields of
 * `where` and `order` are checked by the compiler as well.
 *
 * @example
 * const connections = defineCollection({
 *   name: 'connections',
 *   index: { pluginId: 'string', dueAt: 'number?', idempotencyKey: 'string? unique' },
 *   project: (state: Connection) => ({ pluginId: state.pluginId, dueAt: state.dueAt, idempotencyKey: state.key }),
 * });
 * @throws StorageError `bad_query` for a name or field that storage cannot take
 */
export function defineCollection<State, const Index extends IndexSpec = IndexSpec>(
  options: CollectionOptions<State, Index>,
): Collection<State, Index> {
  if (!namePattern.test(options.name)) throw bad(`“${options.name}” is not a name for a collection.`);
  const fields = Object.entries<IndexKind>(options.index);
  for (const [field] of fields) {
    if (reserved.has(field)) throw bad(`Every collection has “${field}” already: leave it out of “index”.`);
    if (!fieldPattern.test(field)) throw bad(`“${field}” is not a name for an index field.`);
  }
  const compound = options.compound ?? [];
  for (const field of compound.flat()) {
    if (!(field in options.index)) throw bad(`“${field}” of a compound index is not declared in “index”.`);
  }
  return { name: options.name, index: options.index, compound, project: (state) => checked(options, fields, state) };
}

function checked<State, Index>(
  options: CollectionOptions<State, Index>,
  fields: readonly (readonly [string, IndexKind])[],
  state: State,
): { [field: string]: IndexScalar | null } {
  const values = options.project(state) as { readonly [field: string]: IndexScalar | null | undefined };
  const result: { [field: string]: IndexScalar | null } = {};
  for (const [field, kind] of fields) {
    const value = values[field] ?? null;
    if (value === null ? !isOptional(kind) : typeof value !== typeOf(kind) || Number.isNaN(value)) {
      throw new StorageError('bad_state', `Index field “${field}” of “${options.name}” must be ${kind}, not ${value}.`);
    }
    result[field] = value;
  }
  return result;
}

export function typeOf(kind: IndexKind): 'string' | 'number' | 'boolean' {
  return /^[a-z]+/.exec(kind)?.[0] as 'string' | 'number' | 'boolean';
}

export const isOptional = (kind: IndexKind): boolean => kind.includes('?');
export const isUnique = (kind: IndexKind): boolean => kind.endsWith(' unique');

function bad(message: string): StorageError {
  return new StorageError('bad_query', message);
}
