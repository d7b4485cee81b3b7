import type { IndexSpec, ValueOf } from './collection.ts';
import type { JsonObject } from './json.ts';

/** A fact that waits inside its aggregate for the relay. `source` is added there. See CloudEvents 1.0. */
export interface OutboxEvent {
  /** Unique for ever (uuid v7): the log ignores a second event of the same id. */
  readonly id: string;
  /** A dotted fact in the past tense: `payment.captured`. */
  readonly type: string;
  readonly subject?: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly data: JsonObject;
}

/** An aggregate as stored. Treat it as immutable: `state` may be shared. */
export interface Stored<State> {
  readonly id: string;
  /** 1 after the first commit, one more with each further one. */
  readonly version: number;
  readonly state: State;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Events not yet published. For the repository; pass it back by spreading: `commit({ ...stored, state }, stored.version)`. */
  readonly pending: readonly OutboxEvent[];
}

/** What `commit` takes. Spread the `Stored` that was read, or leave `createdAt` and `pending` out: then they are read. */
export interface Aggregate<State> {
  readonly id: string;
  readonly state: State;
  /** Published in this order, after those still pending. */
  readonly events?: readonly OutboxEvent[];
  readonly createdAt?: string;
  readonly pending?: readonly OutboxEvent[];
}

export interface Change<State> {
  readonly state: State;
  readonly events?: readonly OutboxEvent[];
}

/** One value, one of several, a half-open or closed range, all but one, or a prefix. `null` is absence. */
export type Condition<Value> =
  | Value
  | null
  | { readonly in: readonly Value[] }
  | { readonly not: Value | null }
  | { readonly gt?: Value; readonly gte?: Value; readonly lt?: Value; readonly lte?: Value }
  | (Value extends string ? { readonly startsWith: string } : never);

type Base = {
  readonly id?: Condition<string>;
  readonly createdAt?: Condition<string>;
  readonly updatedAt?: Condition<string>;
};

/** All conditions must hold. */
export type Where<Index = IndexSpec> = Base & {
  readonly [Field in keyof Index]?: Condition<ValueOf<Index[Field]>>;
};

export interface Order<Index = IndexSpec> {
  /** By a field declared with `?`, only the aggregates that have it are listed. */
  readonly field: (keyof Index & string) | 'id' | 'createdAt' | 'updatedAt';
  readonly direction: 'ascending' | 'descending';
}

export interface ListOptions<Index = IndexSpec> {
  readonly where?: Where<Index> | undefined;
  /** Default: by id, ascending, which is the order of creation. Equal values are ordered by id. */
  readonly order?: Order<Index> | undefined;
  /** 1 to 1,000. */
  readonly limit: number;
  /** `nextCursor` of the page before, with the same order. */
  readonly cursor?: string | null | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** Any method rejects with StorageError `storage_unavailable` when the disk or server fails, and `storage_closed` after dispose. */
export interface Repository<State, Index = IndexSpec> {
  get(id: string): Promise<Stored<State> | undefined>;

  /**
   * The only write. Inserts when `expectedVersion` is 0, else replaces exactly that version; one statement, durable when
   * it resolves. Events that were still pending are carried forward. Not repeatable: the second try conflicts.
   * @throws StorageError `version_conflict`, `duplicate_key` (with `field`), `bad_state`
   */
  commit(aggregate: Aggregate<State>, expectedVersion: number): Promise<Stored<State>>;

  /**
   * Reads, changes, commits; again from the start when somebody else was faster, ten times at most. `change` may
   * therefore run several times and must have no effects. Undefined from `change` leaves the aggregate as it is.
   * @returns the aggregate after the change, or undefined when there is none of this id
   * @throws StorageError as {@link commit} does
   */
  update(id: string, change: (state: State) => Change<State> | undefined): Promise<Stored<State> | undefined>;

  /** @throws StorageError `bad_cursor`, `bad_query` */
  list(options: ListOptions<Index>): Promise<Page<Stored<State>>>;

  /** The first by id. */
  findOne(where: Where<Index>): Promise<Stored<State> | undefined>;

  count(where?: Where<Index>): Promise<number>;

  /** @throws StorageError `version_conflict`, or `outbox_not_empty` while events wait for the relay */
  remove(id: string, expectedVersion: number): Promise<void>;

  /** Everything in order of id, read in pages: what is committed meanwhile may or may not be seen. */
  scan(): AsyncIterable<Stored<State>>;
}
