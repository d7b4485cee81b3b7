import { type Clock, timestamp } from '@fairlead/sdk';
import type { AggregateRow, AggregateRows, AggregateWrite, WriteResult } from './aggregate-rows.ts';
import type { Collection, IndexSpec } from './collection.ts';
import { isEventType } from './event-type.ts';
import { filterOf, planPage } from './query.ts';
import type { Aggregate, Change, ListOptions, OutboxEvent, Page, Repository, Stored, Where } from './repository.ts';
import { isStorageError, StorageError } from './storage-error.ts';

const mostAttempts = 10;
const scanPage = 200;

export interface AggregateRepositoryOptions<State> {
  readonly collection: Collection<State>;
  readonly rows: AggregateRows;
  readonly clock: Clock;
  /** Called after each commit with the number of events that wait in the aggregate. */
  readonly committed: (id: string, pendingEvents: number) => void;
  /** Throws for an event that must not be committed. */
  readonly checkEvent?: ((event: OutboxEvent) => void) | undefined;
}

/** The rules of {@link Repository} over any driver's rows. */
export class AggregateRepository<State> implements Repository<State> {
  readonly #collection: Collection<State>;
  readonly #rows: AggregateRows;
  readonly #clock: Clock;
  readonly #committed: (id: string, pendingEvents: number) => void;
  readonly #checkEvent: AggregateRepositoryOptions<State>['checkEvent'];

  constructor(options: AggregateRepositoryOptions<State>) {
    this.#collection = options.collection;
    this.#rows = options.rows;
    this.#clock = options.clock;
    this.#committed = options.committed;
    this.#checkEvent = options.checkEvent;
  }

  async get(id: string): Promise<Stored<State> | undefined> {
    const row = await this.#rows.get(id);
    return row === undefined ? undefined : stored<State>(row);
  }

  async commit(aggregate: Aggregate<State>, expectedVersion: number): Promise<Stored<State>> {
    const events = aggregate.events ?? [];
    for (const event of events) {
      if (!isEventType(event.type)) throw new StorageError('bad_state', `“${event.type}” is not a type of event.`);
      this.#checkEvent?.(event);
    }
    const before = expectedVersion === 0 ? undefined : await this.#before(aggregate, expectedVersion);
    const now = timestamp(this.#clock);
    const row: AggregateWrite = {
      id: aggregate.id,
      version: expectedVersion + 1,
      state: aggregate.state,
      outbox: [...(before?.pending ?? []), ...events],
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      index: this.#collection.project(aggregate.state),
    };
    const keepOutbox = events.length === 0;
    const result = await (expectedVersion === 0
      ? this.#rows.insert(row)
      : this.#rows.replace(row, expectedVersion, keepOutbox));
    this.#check(result, aggregate.id, expectedVersion);
    const left = this.#rows.publishes && !keepOutbox ? { ...row, outbox: [] } : row;
    this.#committed(row.id, left.outbox.length);
    return stored<State>(left);
  }

  async update(id: string, change: (state: State) => Change<State> | undefined): Promise<Stored<State> | undefined> {
    for (let attempt = 1; ; attempt++) {
      const current = await this.get(id);
      if (current === undefined) return undefined;
      const changed = change(current.state);
      if (changed === undefined) return current;
      try {
        return await this.commit({ ...current, ...changed }, current.version);
      } catch (error) {
        if (attempt === mostAttempts || !isStorageError(error, 'version_conflict')) throw error;
      }
    }
  }

  async list(options: ListOptions): Promise<Page<Stored<State>>> {
    const plan = planPage(this.#collection, options);
    const rows = await this.#rows.find(plan.query);
    const items = rows.slice(0, options.limit);
    const last = items.at(-1);
    const more = rows.length > options.limit && last !== undefined;
    return { items: items.map(stored<State>), nextCursor: more ? plan.cursorAfter(last) : null };
  }

  async findOne(where: Where<IndexSpec>): Promise<Stored<State> | undefined> {
    return (await this.list({ where, limit: 1 })).items[0];
  }

  async count(where: Where<IndexSpec> = {}): Promise<number> {
    return this.#rows.count(filterOf(this.#collection, where));
  }

  async remove(id: string, expectedVersion: number): Promise<void> {
    if (await this.#rows.remove(id, expectedVersion)) return;
    const row = await this.#rows.get(id);
    if (row?.version !== expectedVersion) throw this.#conflict(id, expectedVersion);
    throw new StorageError(
      'outbox_not_empty',
      `“${id}” in “${this.#collection.name}” has events that are not published yet.`,
    );
  }

  async *scan(): AsyncIterable<Stored<State>> {
    let cursor: string | null = null;
    do {
      const page: Page<Stored<State>> = await this.list({ limit: scanPage, cursor });
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  /** What the write must keep. The caller's copy may hold events published since: the log ignores those by their id. */
  async #before(aggregate: Aggregate<State>, version: number): Promise<Pick<Stored<State>, 'createdAt' | 'pending'>> {
    const { createdAt, pending } = aggregate;
    if (createdAt !== undefined && pending !== undefined) return { createdAt, pending };
    const row = await this.#rows.get(aggregate.id);
    if (row?.version !== version) throw this.#conflict(aggregate.id, version);
    return { createdAt: row.createdAt, pending: row.outbox };
  }

  #check(result: WriteResult, id: string, expectedVersion: number): void {
    if (result.kind === 'conflict') throw this.#conflict(id, expectedVersion);
    if (result.kind === 'duplicate') {
      const message = `Another aggregate of “${this.#collection.name}” has the same ${result.field}.`;
      throw new StorageError('duplicate_key', message, { field: result.field });
    }
  }

  #conflict(id: string, version: number): StorageError {
    return new StorageError('version_conflict', `“${id}” in “${this.#collection.name}” is not at version ${version}.`);
  }
}

function stored<State>(row: AggregateRow): Stored<State> {
  const { id, version, createdAt, updatedAt, outbox } = row;
  return { id, version, state: row.state as State, createdAt, updatedAt, pending: outbox };
}
