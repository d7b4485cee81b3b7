import { defineCollection, isStorageError, type OutboxEvent, type Repository } from '@fairlead/core/flow-api';
import type { CallRecord } from './call-record.ts';

/** Some calls, one after the other. The newest of each process are kept. */
export interface JournalPage {
  readonly process: string;
  /** Grows with each page of a process. */
  readonly number: number;
  /** ISO 8601 UTC, of the last call; newest first is by this. */
  readonly at: string;
  readonly calls: readonly CallRecord[];
}

export const journalCollection = defineCollection({
  name: 'ai_calls',
  index: { at: 'string' },
  project: ({ at }: JournalPage) => ({ at }),
});
export type JournalIndex = (typeof journalCollection)['index'];

/** Pages of a process that are written over and over. */
const pages = 500;
/** A page that holds so many is full. Small, since it is written again with each group of calls. */
const fullAt = 10;

export interface Journal {
  add(record: CallRecord, events: readonly OutboxEvent[]): void;
  /** Writes what was added. @throws StorageError: what was added is written next time */
  save(): Promise<void>;
}

/** The newest calls of this process: at least `pages × fullAt`, in a ring of pages. */
export function createJournal(repository: Repository<JournalPage, JournalIndex>, process: string): Journal {
  const versions = new Map<string, number>();
  let number = 0;
  let calls: CallRecord[] = [];
  let events: OutboxEvent[] = [];
  let unsaved = false;
  const idOf = () => `${process}_${number % pages}`;
  const commit = async (id: string, page: JournalPage, waiting: readonly OutboxEvent[]) => {
    // Without events the outbox stays as it is, and nothing has to be read.
    const head = waiting.length === 0 ? { createdAt: page.at, pending: [] } : {};
    const stored = await repository.commit({ id, state: page, events: waiting, ...head }, versions.get(id) ?? 0);
    versions.set(id, stored.version);
  };
  /** Old pages are tidied away, this one's place perhaps too. */
  const commitAnyway = async (id: string, page: JournalPage, waiting: readonly OutboxEvent[]) => {
    try {
      await commit(id, page, waiting);
    } catch (error) {
      if (!isStorageError(error, 'version_conflict')) throw error;
      versions.set(id, (await repository.get(id))?.version ?? 0);
      await commit(id, page, waiting);
    }
  };
  return {
    add(record, told) {
      calls.push(record);
      events.push(...told);
      unsaved = true;
    },
    async save() {
      const last = calls.at(-1);
      if (!unsaved || last === undefined) return;
      const id = idOf();
      const waiting = events;
      const page = { process, number, at: last.at, calls: [...calls] };
      unsaved = false;
      events = [];
      try {
        await commitAnyway(id, page, waiting);
      } catch (error) {
        unsaved = true;
        events = [...waiting, ...events];
        throw error;
      }
      if (page.calls.length < fullAt) return;
      number += 1;
      calls = calls.slice(page.calls.length);
    },
  };
}
