import type { OutboxEvent, Repository } from '@fairlead/core/flow-api';
import { type Clock, type Logger, type Timer, timestamp } from '@fairlead/sdk';
import type { CallRecord } from './call-record.ts';
import { HourBook } from './hour-book.ts';
import type { Journal } from './journal.ts';
import type { UsageIndex, UsageState } from './sums.ts';

/** Counts what was used, and answers when it is on the disk. */
export interface Recorder {
  /** Resolves once durable; calls that wait share one commit. @throws StorageError: it is counted, and written next time */
  record(call: CallRecord, events?: readonly OutboxEvent[]): Promise<void>;
  /** For what nobody has paid: written with the next group, within a second. */
  note(call: CallRecord): void;
  /** Writes what waits. */
  dispose(): Promise<void>;
}

export interface RecorderOptions {
  readonly repository: Repository<UsageState, UsageIndex>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Logger;
  readonly process: string;
}

const notesWaitMs = 1_000;

interface Waiting {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * While one group is on its way to the disk, the next gathers. A group is the sums of its configurations and the page of
 * its calls, asked for in one breath: on SQLite that is one transaction, and one flush.
 */
export function createRecorder({ repository, journal, clock, log, process }: RecorderOptions): Recorder {
  const books = new Map<string, HourBook>();
  const unsaved = new Set<HourBook>();
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let timer: Timer | undefined;

  const bookOf = (hour: string, configuration: string): HourBook => {
    let book = books.get(configuration);
    // One of an hour that is over stays in `unsaved` until it is written.
    if (book === undefined || book.hour !== hour) {
      book = new HourBook(hour, configuration, process);
      books.set(configuration, book);
    }
    return book;
  };
  const add = (call: CallRecord, events: readonly OutboxEvent[]) => {
    const hour = timestamp(clock).slice(0, 13);
    for (const configuration of configurationsOf(call)) {
      const book = bookOf(hour, configuration);
      book.add(call);
      unsaved.add(book);
    }
    journal.add(call, events);
  };
  const writeGroup = async () => {
    timer?.cancel();
    timer = undefined;
    const group = waiting;
    waiting = [];
    const touched = [...unsaved];
    unsaved.clear();
    const saving = [...touched.map((book) => book.save(repository)), journal.save()];
    const failed = (await Promise.allSettled(saving)).flatMap((result, index) => {
      if (result.status === 'fulfilled') return [];
      const book = touched[index];
      if (book !== undefined) unsaved.add(book);
      return [result.reason as unknown];
    });
    if (failed.length > 0) log.error('What AI calls have used could not be written.', { error: failed[0] });
    for (const one of group) {
      if (failed.length > 0) one.reject(failed[0]);
      else one.resolve();
    }
  };
  const write = () => {
    writing ??= (async () => {
      do await writeGroup();
      while (waiting.length > 0);
      writing = undefined;
      if (unsaved.size > 0) writeLater();
    })();
  };
  const writeLater = () => {
    timer ??= clock.schedule(notesWaitMs, write);
  };
  return {
    record: (call, events = []) =>
      new Promise((resolve, reject) => {
        add(call, events);
        waiting.push({ resolve, reject });
        write();
      }),
    note(call) {
      add(call, []);
      if (writing === undefined) writeLater();
    },
    async dispose() {
      if (unsaved.size > 0) write();
      while (writing !== undefined) await writing;
      timer?.cancel();
      timer = undefined;
    },
  };
}

function configurationsOf({ attempts, skipped }: CallRecord): ReadonlySet<string> {
  return new Set([...attempts, ...skipped].map(({ configuration }) => configuration));
}
