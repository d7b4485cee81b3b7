import { join } from 'node:path';
import { newId } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStorage, type DeadEvent, type NewEvent, type Storage, type StoredEvent } from '../storage/index.ts';
import { FakeClock, settle } from '../storage/testing/fake-clock.ts';
import { type TemporaryFolder, temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { EventLog } from './event-log.ts';
import type { EventProblem } from './event-problem.ts';

describe('EventLog', () => {
  let folder: TemporaryFolder;
  let clock: FakeClock;
  let storage: Storage;
  let log: EventLog;
  let dead: DeadEvent[];
  let problems: EventProblem[];

  const open = () =>
    new EventLog({
      store: storage.hot.events,
      clock,
      report: (one) => problems.push(one),
      onDead: (one) => dead.push(one),
    });
  const event = (type: string): NewEvent => ({ id: newId(clock.now()), type, source: '/t', time: '2026', data: {} });
  const append = (...types: string[]) => log.append(types.map(event));
  const types = (events: readonly StoredEvent[]) => events.map(({ type }) => type);

  beforeEach(async () => {
    folder = await temporaryFolder();
    clock = new FakeClock();
    storage = await createStorage({ path: join(folder.path, 'a.db'), collections: [], clock });
    await storage.migrate();
    dead = [];
    problems = [];
    log = open();
  });
  afterEach(async () => {
    await log.dispose();
    await storage.dispose();
    await folder.dispose();
  });

  test('tells listeners of new events only, and survives one that throws', async () => {
    const heard: string[] = [];
    log.onAppend(() => {
      throw new Error('no');
    });
    const stop = log.onAppend((events) => heard.push(...types(events)));
    const [first] = await append('a.b');
    await log.append([{ ...(first as StoredEvent) }, event('a.c')]);
    stop();
    await append('a.d');
    expect(heard).toEqual(['a.b', 'a.c']);
    expect(problems.map(({ code }) => code)).toEqual(['listener_threw', 'listener_threw', 'listener_threw']);
  });

  describe('a subscription', () => {
    test('hands matching events over in order, and a new one begins at the end of the log', async () => {
      await append('a.before');
      const seen: string[] = [];
      log.subscribe({ id: 's', types: ['a.*'], handler: ({ type }) => void seen.push(type) });
      await settle();
      await append('a.one', 'b.other', 'a.two');
      await settle(20);
      expect(seen).toEqual(['a.one', 'a.two']);
    });
    test('goes on where it was after a restart', async () => {
      const seen: string[] = [];
      const subscribe = () => log.subscribe({ id: 's', from: 'start', handler: ({ type }) => void seen.push(type) });
      await append('a.one');
      subscribe();
      await settle(20);
      await log.dispose();
      log = open();
      await append('a.two');
      subscribe();
      await settle(20);
      expect(seen).toEqual(['a.one', 'a.two']);
    });
    test('finds by itself what another process appended', async () => {
      const seen: string[] = [];
      log.subscribe({ id: 's', handler: ({ type }) => void seen.push(type) });
      await settle();
      const other = await createStorage({ path: join(folder.path, 'a.db'), collections: [], clock });
      await other.hot.events.append([event('a.elsewhere')]);
      await other.dispose();
      await settle(20);
      expect(seen).toEqual([]);
      await clock.advance(31_000);
      expect(seen).toEqual(['a.elsewhere']);
    });
    test('retries with growing pauses while later events wait', async () => {
      const seen: string[] = [];
      let broken = true;
      log.subscribe({
        id: 's',
        from: 'start',
        handler: ({ type }, { attempt }) => {
          seen.push(`${type} ${attempt}`);
          if (broken) throw new Error('no');
        },
      });
      await append('a.one', 'a.two');
      await settle(20);
      await clock.advance(900);
      expect(seen).toEqual(['a.one 1']);
      await clock.advance(200);
      await clock.advance(1_800);
      expect(seen).toEqual(['a.one 1', 'a.one 2']);
      broken = false;
      await clock.advance(200);
      await settle(20);
      expect(seen).toEqual(['a.one 1', 'a.one 2', 'a.one 3', 'a.two 1']);
    });
    test('keeps the count of attempts across a restart', async () => {
      const attempts: number[] = [];
      const subscribe = () =>
        log.subscribe({
          id: 's',
          from: 'start',
          handler: (_, { attempt }) => {
            attempts.push(attempt);
            throw new Error('no');
          },
        });
      await append('a.one');
      subscribe();
      await settle(20);
      await log.dispose();
      log = open();
      subscribe();
      await clock.advance(1_500);
      expect(attempts).toEqual([1, 2]);
    });
    test('gives a poisonous event up, tells of it, goes on, and takes it again by hand', async () => {
      const seen: string[] = [];
      let poison = 'a.one';
      log.subscribe({
        id: 's',
        from: 'start',
        maxAttempts: 2,
        handler: ({ type }) => {
          if (type === poison) throw new Error('poison');
          seen.push(type);
        },
      });
      await append('a.one', 'a.two');
      await clock.advance(5_000);
      expect(seen).toEqual(['a.two']);
      expect(dead).toMatchObject([{ subscriber: 's', error: 'poison', attempts: 2, event: { type: 'a.one' } }]);
      const id = dead[0]?.id ?? '';
      await expect(log.retryDead(id)).rejects.toThrow('poison');
      poison = '';
      expect(await log.retryDead(id)).toBe(true);
      expect(seen).toEqual(['a.two', 'a.one']);
      expect((await log.deadEvents({ limit: 5 })).items).toEqual([]);
      expect(await log.retryDead(id)).toBe(false);
    });
    test('does not stall when the clock is set back during a pause', async () => {
      let calls = 0;
      log.subscribe({
        id: 's',
        from: 'start',
        handler: () => {
          calls++;
          if (calls === 1) throw new Error('no');
        },
      });
      await append('a.one');
      await settle(20);
      clock.jump(-86_400_000);
      await clock.advance(31_000);
      expect(calls).toBe(2);
    });
    test('cannot be made twice under one name, and aborts its handler when it ends', async () => {
      let aborted = false;
      const subscription = log.subscribe({
        id: 's',
        from: 'start',
        handler: (_, { signal }) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              resolve();
            });
          }),
      });
      expect(() => log.subscribe({ id: 's', handler: () => undefined })).toThrow(TypeError);
      await append('a.one');
      await settle(20);
      await subscription.dispose();
      expect(aborted).toBe(true);
      log.subscribe({ id: 's', handler: () => undefined });
    });
  });
});
