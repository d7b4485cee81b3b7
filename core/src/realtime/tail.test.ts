import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, timestamp } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EventLog } from '../events/index.ts';
import { createStorage, type Storage, type StoredEvent } from '../storage/index.ts';
import type { EventFeed } from './feed.ts';
import { follow } from './follow.ts';
import { createTail, type Tail } from './tail.ts';

const clock = new FakeClock();
const report = ({ error }: { readonly error: unknown }) => {
  throw error;
};
let folder: string;
let storage: Storage;
let log: EventLog;
let reads: number;
let listeners: number;
let broken: Error | undefined;
let tail: Tail;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-tail-'));
  storage = await createStorage({ path: join(folder, 'hub.db'), collections: [], clock });
  await storage.migrate();
  log = new EventLog({ store: storage.hot.events, clock, report });
  [reads, listeners, broken] = [0, 0, undefined];
  tail = createTail({ feed: watched(log), clock });
});
afterEach(async () => {
  await log.dispose();
  await storage.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** The log, with its reads counted, that can be made to fail. */
function watched(feed: EventFeed): EventFeed {
  const unlessBroken = <Result>(result: () => Promise<Result>) =>
    broken === undefined ? result() : Promise.reject(broken);
  return {
    after(sequence, options) {
      reads += 1;
      return unlessBroken(() => feed.after(sequence, options));
    },
    latest: () => unlessBroken(() => feed.latest()),
    oldest: () => feed.oldest(),
    onAppend(listener) {
      listeners += 1;
      const end = feed.onAppend(listener);
      return () => {
        listeners -= 1;
        end();
      };
    },
  };
}

const publish = (to: EventLog, count: number, type = 'a.happened') =>
  to.append(
    Array.from({ length: count }, () => ({
      id: newId(clock.now()),
      source: '/test',
      type,
      time: timestamp(clock),
      data: {},
    })),
  );

/** Follows until so many have come. */
async function take(after: number, count: number, types?: readonly string[]): Promise<readonly StoredEvent[]> {
  const stop = new AbortController();
  const taken: StoredEvent[] = [];
  for await (const events of follow({ tail, clock, after, types, signal: stop.signal })) {
    taken.push(...events);
    if (taken.length >= count) stop.abort();
  }
  return taken;
}

const turns = async (count = 20) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

test('many who are at the end of the log get the same event, read once for all of them', async () => {
  const start = await log.latest();
  const all = Promise.all(Array.from({ length: 300 }, () => take(start, 3)));
  await turns();
  reads = 0;
  for (let count = 0; count < 3; count++) {
    await publish(log, 1);
    await turns();
  }
  const taken = await all;
  expect(reads).toBe(3);
  const [first] = taken;
  expect(first).toHaveLength(3);
  for (const one of taken) expect(one.every((event, index) => event === first?.[index])).toBe(true);
});

test('who is far behind reads for itself until the end is reached, and has each event once', async () => {
  const start = await log.latest();
  const atEnd = take(start, 900);
  await turns();
  for (let count = 0; count < 3; count++) await publish(log, 200);
  const behind = take(start, 900);
  await turns();
  await publish(log, 300);
  const wanted = Array.from({ length: 900 }, (_, index) => start + index + 1);
  expect((await behind).map(({ sequence }) => sequence)).toEqual(wanted);
  expect((await atEnd).map(({ sequence }) => sequence)).toEqual(wanted);
});

test('events of other types are passed over, in memory as in the log', async () => {
  const start = await log.latest();
  const wanted = take(start, 2, ['b.*']);
  await turns();
  await publish(log, 150);
  await publish(log, 1, 'b.happened');
  await publish(log, 150);
  await publish(log, 1, 'b.happened');
  const sequences = [start + 151, start + 302];
  expect((await wanted).map(({ sequence }) => sequence)).toEqual(sequences);
  expect((await take(start, 2, ['b.*'])).map(({ sequence }) => sequence)).toEqual(sequences);
});

test('what another process has published is found without being told of', async () => {
  const start = await log.latest();
  const found = take(start, 1);
  await turns();
  const elsewhere = await createStorage({ path: join(folder, 'hub.db'), collections: [], clock });
  const other = new EventLog({ store: elsewhere.hot.events, clock, report });
  await publish(other, 1);
  await turns();
  await clock.advance(15_000);
  expect(await found).toHaveLength(1);
  await other.dispose();
  await elsewhere.dispose();
});

test('a log that cannot be read is told to who follows, and read again when it can be', async () => {
  const start = await log.latest();
  const failing = take(start, 1);
  await turns();
  broken = new Error('no disk');
  await publish(log, 1);
  await expect(failing).rejects.toThrow('no disk');
  broken = undefined;
  expect(await take(start, 1)).toHaveLength(1);
  const next = take(start + 1, 1);
  await turns();
  await publish(log, 1);
  expect(await next).toHaveLength(1);
});

test('nothing of the log is followed for nobody', async () => {
  const start = await log.latest();
  const both = Promise.all([take(start, 1), take(start, 1)]);
  await turns();
  expect(listeners).toBe(1);
  await publish(log, 1);
  await both;
  expect(listeners).toBe(0);
  reads = 0;
  await publish(log, 1);
  await clock.advance(60_000);
  expect(reads).toBe(0);
});
