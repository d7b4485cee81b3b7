import type { StoredEvent } from '../event-store.ts';
import { StorageError } from '../storage-error.ts';
import { isDiskFailure, type NativeDatabase, translated } from './native-database.ts';

export interface GroupWriterOptions {
  readonly database: NativeDatabase;
  /** Runs `action` while nobody else uses the handle, not even between two statements of a transaction. */
  readonly exclusively: (action: () => void) => Promise<void>;
  /** Told of the events that a group appended, in their order, once they are on disk. Must not throw. */
  readonly appended: (events: readonly StoredEvent[]) => void;
  /** Operations that may wait. Default: 20,000. */
  readonly longestQueue?: number;
}

/** About a millisecond of a busy event loop each, a few microseconds of an idle one. */
const patientTurns = 4;
/** Turns that a group may go on growing. */
const gatheringTurns = 4;

interface Queued {
  readonly operation: () => unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Collects the writes of one turn of the event loop and commits them together: one flush to disk for all of them, and no
 * answer to any before it. A write that throws is undone alone; when the disk fails, all of the group are told so.
 */
export class GroupWriter {
  readonly #database: NativeDatabase;
  readonly #exclusively: GroupWriterOptions['exclusively'];
  readonly #appended: GroupWriterOptions['appended'];
  readonly #longestQueue: number;
  #queue: Queued[] = [];
  /** Of the transaction under way. */
  #events: StoredEvent[] = [];
  #flushing: Promise<void> | undefined;
  #closed = false;

  constructor(options: GroupWriterOptions) {
    this.#database = options.database;
    this.#exclusively = options.exclusively;
    this.#appended = options.appended;
    this.#longestQueue = options.longestQueue ?? 20_000;
  }

  /**
   * Adds an operation to the next group. It must do nothing but use the database, synchronously: when a neighbour fails,
   * the group is rolled back and the operation runs once more.
   * @returns what the operation returned, once it is on disk
   * @throws what the operation threw, or StorageError `storage_unavailable`, `storage_overloaded`, `storage_closed`
   */
  run<Result>(operation: () => Result): Promise<Result> {
    if (this.#closed) return Promise.reject(closed());
    if (this.#queue.length >= this.#longestQueue) {
      return Promise.reject(new StorageError('storage_overloaded', 'Too many writes are waiting for the disk.'));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ operation, resolve: resolve as (value: unknown) => void, reject });
      if (this.#flushing === undefined) this.#start();
    });
  }

  /**
   * As {@link run}, for what nobody waits for: it joins the group of somebody who does, and waits up to a few turns of the
   * event loop for one. Under load that spares a flush to disk; when all is quiet the turns pass at once.
   */
  runSoon<Result>(operation: () => Result): Promise<Result> {
    if (this.#closed || this.#queue.length > 0 || this.#flushing !== undefined) return this.run(operation);
    return new Promise((resolve, reject) => {
      const wait = (turns: number) => {
        if (turns > 0 && this.#queue.length === 0 && !this.#closed) setImmediate(wait, turns - 1);
        else this.run(operation).then(resolve, reject);
      };
      wait(patientTurns);
    });
  }

  /** For an operation that has added an event to the log: it is told of once the group is on disk, or never. */
  announce(event: StoredEvent): void {
    this.#events.push(event);
  }

  /** Writes what is queued, then refuses. */
  async dispose(): Promise<void> {
    this.#closed = true;
    while (this.#flushing !== undefined) await this.#flushing;
  }

  /**
   * Gathers for as long as each turn of the event loop brings further writes: while one group is on its way to disk the
   * next requests pile up in the sockets, and one turn reads only some of them.
   */
  #start(): void {
    this.#flushing = new Promise((resolve) => {
      const gather = (known: number, turns: number) => {
        const grown = this.#queue.length > known;
        if (grown && turns > 0) setImmediate(gather, this.#queue.length, turns - 1);
        else this.#flush().then(resolve, resolve);
      };
      setImmediate(gather, 0, gatheringTurns);
    });
  }

  async #flush(): Promise<void> {
    let group: Queued[] = [];
    try {
      await this.#exclusively(() => {
        group = this.#queue;
        this.#queue = [];
        this.#write(group);
      });
    } catch (error) {
      if (group.length === 0) [group, this.#queue] = [this.#queue, []];
      const reason = translated(error);
      for (const queued of group) queued.reject(reason);
    }
    this.#flushing = undefined;
    if (this.#queue.length > 0) this.#start();
  }

  #write(group: readonly Queued[]): void {
    const results = this.#transaction(() => group.map((queued) => queued.operation()));
    if (results !== undefined) {
      for (const [position, queued] of group.entries()) queued.resolve(results[position]);
    } else {
      this.#writeApart(group);
    }
  }

  /** Undefined when an operation threw; then nothing is written. @throws when the disk failed: nothing is written either */
  #transaction<Result>(action: () => Result): Result | undefined {
    const { handle } = this.#database;
    let result: Result;
    this.#events = [];
    this.#database.sql('BEGIN IMMEDIATE').run();
    try {
      result = action();
      this.#database.sql('COMMIT').run();
    } catch (error) {
      if (handle.inTransaction) this.#database.sql('ROLLBACK').run();
      if (isDiskFailure(error)) throw error;
      return undefined;
    }
    if (this.#events.length > 0) this.#appended(this.#events);
    return result;
  }

  /** The slow way, after a failure: each operation within a savepoint. */
  #writeApart(group: readonly Queued[]): void {
    const answers: (() => void)[] = [];
    const done = this.#transaction(() => {
      for (const queued of group) answers.push(this.#oneApart(queued));
      return true;
    });
    if (done === undefined) throw new StorageError('storage_unavailable', 'The group could not be committed.');
    for (const answer of answers) answer();
  }

  #oneApart(queued: Queued): () => void {
    this.#database.sql('SAVEPOINT operation').run();
    const before = this.#events.length;
    try {
      const result = queued.operation();
      this.#database.sql('RELEASE operation').run();
      return () => queued.resolve(result);
    } catch (error) {
      if (isDiskFailure(error)) throw error;
      this.#events.length = before;
      this.#database.sql('ROLLBACK TO operation').run();
      this.#database.sql('RELEASE operation').run();
      return () => queued.reject(error);
    }
  }
}

function closed(): StorageError {
  return new StorageError('storage_closed', 'The storage has been closed.');
}
