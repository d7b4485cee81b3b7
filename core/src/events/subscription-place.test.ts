import { join } from 'node:path';
import { newId } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type EventStore, type Storage } from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { EventLog } from './event-log.ts';

let folder: TemporaryFolder;
let clock: FakeClock;
let storage: Storage;
let saves: number;
let log: EventLog;

const open = () => {
  const store: EventStore = {
    ...storage.hot.events,
    saveCursor(id, cursor) {
      saves += 1;
      return storage.hot.events.saveCursor(id, cursor);
    },
  };
  return new EventLog({ store, clock, report: () => {}, onDead: () => {} });
};
const append = (type: string, count: number) =>
  storage.hot.events.append(
    Array.from({ length: count }, () => ({ id: newId(clock.now()), type, source: '/t', time: '2026', data: {} })),
  );
const place = async () => (await storage.hot.events.cursor('s'))?.sequence;

beforeEach(async () => {
  folder = await temporaryFolder();
  clock = new FakeClock();
  storage = await createStorage({ path: join(folder.path, 'a.db'), collections: [], clock });
  await storage.migrate();
  saves = 0;
  log = open();
});
afterEach(async () => {
  await log.dispose();
  await storage.dispose();
  await folder.dispose();
});

test('the place of a subscriber is saved once for a batch that it has handled', async () => {
  await append('a.one', 50);
  let seen = 0;
  log.subscribe({ id: 's', from: 'start', handler: () => void (seen += 1) });
  await settle(200);
  expect(seen).toBe(50);
  // Once where it begins, once behind the batch.
  expect(saves).toBe(2);
  expect(await place()).toBe(await storage.hot.events.latest());
});

test('events of others cost a subscriber no write, until they are many', async () => {
  log.subscribe({ id: 's', from: 'start', types: ['a.*'], handler: () => {} });
  await settle(20);
  const before = saves;
  await append('b.other', 30);
  await clock.advance(31_000);
  await settle(50);
  expect(saves).toBe(before);
  await append('b.other', 1_100);
  await clock.advance(31_000);
  await settle(400);
  expect(saves).toBe(before + 1);
});

test('what was handled before it was stopped in the middle of a batch is not handled again', async () => {
  await append('a.one', 10);
  const first: number[] = [];
  const stopped = log.subscribe({
    id: 's',
    from: 'start',
    handler: ({ sequence }, { signal }) => {
      first.push(sequence);
      if (first.length === 4)
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      return undefined;
    },
  });
  await settle(50);
  await stopped.dispose();
  const second: number[] = [];
  log.subscribe({ id: 's', handler: ({ sequence }) => void second.push(sequence) });
  await settle(100);
  expect(first).toEqual([1, 2, 3, 4]);
  expect(second).toEqual([4, 5, 6, 7, 8, 9, 10]);
});
