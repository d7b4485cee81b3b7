import { join } from 'node:path';
import { newId } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type DeadEvent, type Storage } from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { EventLog } from './event-log.ts';

let folder: TemporaryFolder;
let clock: FakeClock;
let storage: Storage;
let dead: DeadEvent[];
let log: EventLog;

const open = () =>
  new EventLog({ store: storage.hot.events, clock, report: () => {}, onDead: (one) => void dead.push(one) });
const append = (count: number, type = 'a.one') =>
  storage.hot.events.append(
    Array.from({ length: count }, () => ({ id: newId(clock.now()), type, source: '/t', time: '2026', data: {} })),
  );
const place = async () => (await storage.hot.events.cursor('s'))?.sequence;

beforeEach(async () => {
  folder = await temporaryFolder();
  clock = new FakeClock();
  storage = await createStorage({ path: join(folder.path, 'a.db'), collections: [], clock });
  await storage.migrate();
  dead = [];
  log = open();
});
afterEach(async () => {
  await log.dispose();
  await storage.dispose();
  await folder.dispose();
});

test('so many events are under way at once, begun in sequence, and no more', async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  log.subscribe({
    id: 's',
    from: 'start',
    concurrency: 3,
    handler: ({ sequence }) => {
      begun.push(sequence);
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  await append(5);
  await settle(20);
  expect(begun).toEqual([1, 2, 3]);
  ends[1]?.();
  await settle(20);
  expect(begun).toEqual([1, 2, 3, 4]);
  for (let index = 0; index < 5; index += 1) {
    ends[index]?.();
    await settle(20);
  }
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(await place()).toBe(5);
});

test('those after one that failed are not handled again when it is tried again, unless the hub was restarted meanwhile', async () => {
  const handled: number[] = [];
  let broken = true;
  const subscribe = () =>
    log.subscribe({
      id: 's',
      from: 'start',
      concurrency: 10,
      handler: async ({ sequence }) => {
        if (sequence === 2 && broken) throw new Error('no');
        handled.push(sequence);
      },
    });
  await append(4);
  subscribe();
  await settle(20);
  expect([handled.splice(0), await place()]).toEqual([[1, 3, 4], 1]);
  await clock.advance(1_100);
  expect(handled).toEqual([]);
  await log.dispose();
  log = open();
  broken = false;
  subscribe();
  await clock.advance(2_100);
  await settle(20);
  expect([handled, await place()]).toEqual([[2, 3, 4], 4]);
});

test('every event is handled or given up, whatever fails and whenever the hub is stopped', {
  timeout: 120_000,
}, async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('others' as const), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('time' as const), count: fc.integer({ min: 100, max: 40_000 }) }),
    fc.record({ kind: fc.constant('restart' as const), count: fc.constant(0) }),
  );
  const failing = fc.array(fc.record({ nth: fc.nat({ max: 40 }), times: fc.integer({ min: 1, max: 4 }) }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 16 }),
      failing,
      fc.integer({ min: 1, max: 5 }),
      async (steps, bad, concurrency) => {
        const first = await storage.hot.events.latest();
        const failuresLeft = new Map(bad.map(({ nth, times }) => [first + 1 + nth, times]));
        const seen = new Set<number>();
        const attempts = new Map<number, number>();
        dead = [];
        let underWay = 0;
        const subscribe = () =>
          log.subscribe({
            id: 's',
            types: ['a.*'],
            maxAttempts: 3,
            concurrency,
            handler: async ({ sequence }, { attempt }) => {
              underWay += 1;
              expect(underWay).toBeLessThanOrEqual(concurrency);
              await Promise.resolve();
              underWay -= 1;
              attempts.set(sequence, Math.max(attempt, attempts.get(sequence) ?? 0));
              const left = failuresLeft.get(sequence) ?? 0;
              failuresLeft.set(sequence, left - 1);
              if (left > 0) throw new Error('no');
              seen.add(sequence);
            },
          });
        await storage.hot.events.removeCursor('s');
        subscribe();
        await settle(20);
        const wanted: number[] = [];
        for (const { kind, count } of steps) {
          if (kind === 'append') wanted.push(...(await append(count)).map(({ sequence }) => sequence));
          if (kind === 'others') await append(count, 'b.other');
          if (kind === 'turns') await settle(count);
          if (kind === 'time') await clock.advance(count);
          if (kind === 'restart') {
            await log.dispose();
            log = open();
            subscribe();
          }
        }
        for (let round = 0; round < 60; round += 1) {
          await clock.advance(31_000);
          await settle(5);
        }
        const given = dead.map(({ event }) => event.sequence);
        expect([...seen, ...given].toSorted((left, right) => left - right)).toEqual(wanted);
        expect(dead.every((one) => one.attempts === 3)).toBe(true);
        await log.dispose();
        log = open();
      },
    ),
    { numRuns: 60 },
  );
});
