import { newId, timestamp } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnyCollection, defineCollection } from './collection.ts';
import type { OutboxEvent, Repository } from './repository.ts';
import type { Storage } from './storage.ts';
import { FakeClock } from './testing/fake-clock.ts';

/** When events reach the log: see `StorageOptions`. */
export type Publishing = 'with_commit' | 'by_relay';

/** What a driver's test file gives the suite. */
export interface StorageHarness {
  /** Opens the same database at each call within a test; migrated. The suite disposes of what it opens. */
  open(collections: readonly AnyCollection[], clock: FakeClock): Promise<Storage>;
  dispose(): Promise<void>;
}

interface Ship {
  readonly name: string;
  readonly flag: string;
  readonly length?: number;
  readonly key?: string;
  readonly afloat: boolean;
}

const ships = defineCollection({
  name: 'ships',
  index: { flag: 'string', length: 'number?', key: 'string? unique', afloat: 'boolean' },
  compound: [['flag', 'length']],
  project: (ship: Ship) => ({ flag: ship.flag, length: ship.length, key: ship.key, afloat: ship.afloat }),
});

const sloop: Ship = { name: 'Sloop', flag: 'nl', afloat: true };

/** The contract of {@link Storage} and {@link Repository}: every driver's test file calls it. */
export function storageConformance(
  driver: string,
  publishing: Publishing,
  harness: () => Promise<StorageHarness>,
): void {
  describe(`storage on ${driver}, events published ${publishing}`, () => {
    let clock: FakeClock;
    let current: StorageHarness;
    let storage: Storage;
    let repository: Repository<Ship, { flag: 'string'; length: 'number?'; key: 'string? unique'; afloat: 'boolean' }>;
    const opened: Storage[] = [];

    const open = async () => {
      storage = await current.open([ships], clock);
      opened.push(storage);
      repository = storage.repository(ships);
    };
    const add = (ship: Partial<Ship> = {}, events: readonly OutboxEvent[] = []) =>
      repository.commit({ id: newId(clock.now()), state: { ...sloop, ...ship }, events }, 0);
    const event = (type = 'ship.launched'): OutboxEvent => ({
      id: newId(clock.now()),
      type,
      time: new Date(clock.now()).toISOString(),
      data: { a: 1 },
    });
    const stored = async (id: string) => {
      const found = await repository.get(id);
      if (found === undefined) throw new Error('it was stored');
      return found;
    };
    const waiting = () => storage.hot.outbox.pending({ collection: 'ships', limit: 10 });

    beforeEach(async () => {
      clock = new FakeClock();
      current = await harness();
      await open();
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.dispose();
      await current.dispose();
    });

    describe('commit', () => {
      test('inserts at expected version 0 and gives version 1', async () => {
        const stored = await add({ length: 12 });
        expect(stored).toMatchObject({
          version: 1,
          state: { name: 'Sloop', length: 12 },
          createdAt: timestamp(clock),
        });
        expect(await repository.get(stored.id)).toEqual(stored);
      });
      test('refuses to insert an id that exists', async () => {
        const { id } = await add();
        await expect(repository.commit({ id, state: sloop }, 0)).rejects.toMatchObject({ code: 'version_conflict' });
      });
      test('replaces exactly the expected version and keeps when it was created', async () => {
        const first = await add();
        clock.jump(1_000);
        const second = await repository.commit({ id: first.id, state: { ...sloop, name: 'Yawl' } }, 1);
        expect(second).toMatchObject({ version: 2, createdAt: first.createdAt, updatedAt: timestamp(clock) });
        await expect(repository.commit({ ...first, state: sloop }, 1)).rejects.toMatchObject({
          code: 'version_conflict',
        });
        expect((await repository.get(first.id))?.state.name).toBe('Yawl');
      });
      test('refuses to replace what does not exist', async () => {
        await expect(repository.commit({ id: 'none', state: sloop }, 3)).rejects.toMatchObject({
          code: 'version_conflict',
        });
      });
      test('lets one of many writers of a version win', async () => {
        const first = await add();
        const tries = Array.from({ length: 20 }, (_, n) =>
          repository.commit({ ...first, state: { ...sloop, name: `${n}` } }, 1),
        );
        const results = await Promise.allSettled(tries);
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      });
      test('names the unique field that is taken, and leaves neighbours of the same turn alone', async () => {
        await add({ key: 'once' });
        const [taken, other, none] = await Promise.allSettled([add({ key: 'once' }), add({ key: 'twice' }), add()]);
        expect(taken).toMatchObject({ reason: { code: 'duplicate_key', field: 'key' } });
        expect(other.status).toBe('fulfilled');
        expect(none.status).toBe('fulfilled');
        expect(await repository.count()).toBe(3);
      });
      test('refuses a state that is not JSON, or an index value of another type', async () => {
        await expect(add({ length: 3n as never })).rejects.toMatchObject({ code: 'bad_state' });
        await expect(add({ name: 3n as never })).rejects.toMatchObject({ code: 'bad_state' });
        await expect(add({}, [event('Launched')])).rejects.toMatchObject({ code: 'bad_state' });
        await expect(add({ flag: undefined as never })).rejects.toMatchObject({ code: 'bad_state' });
        expect(await repository.count()).toBe(0);
      });
      test('keeps text with every kind of character', async () => {
        const name = 'é“”\u0000\u{1F6A2}\'";--';
        const { id } = await add({ name });
        expect((await repository.get(id))?.state.name).toBe(name);
      });
      test('survives closing and opening again', async () => {
        const stored = await add({}, [event()]);
        await storage.dispose();
        await open();
        expect(await repository.get(stored.id)).toEqual(stored);
      });
      test('tells listeners after the commit, until they unsubscribe', async () => {
        const heard: unknown[] = [];
        const stop = storage.onCommit((...told) => heard.push(told));
        const { id } = await add({}, [event()]);
        stop();
        await add();
        expect(heard).toEqual([['ships', id, publishing === 'by_relay' ? 1 : 0]]);
      });
    });

    describe('update', () => {
      test('applies every one of many concurrent changes', async () => {
        const { id } = await add({ length: 0 });
        const longer = (state: Ship) => ({ state: { ...state, length: (state.length ?? 0) + 1 } });
        await Promise.all(Array.from({ length: 5 }, () => repository.update(id, longer)));
        expect((await repository.get(id))?.state.length).toBe(5);
      });
      test('leaves the aggregate alone when there is nothing to change', async () => {
        const stored = await add();
        expect(await repository.update(stored.id, () => undefined)).toEqual(stored);
        expect(await repository.update('none', () => undefined)).toBeUndefined();
      });
      test('gives up after ten conflicts', async () => {
        const { id } = await add();
        let calls = 0;
        const conflicting = repository.update(id, (state) => {
          calls++;
          return { state };
        });
        const rival = (async () => {
          for (let n = 0; n < 30; n++) await repository.update(id, (state) => ({ state })).catch(() => undefined);
        })();
        await Promise.allSettled([conflicting, rival]);
        expect(calls).toBeLessThanOrEqual(10);
      });
    });

    const outboxSuite = () => {
      test('holds the events of a commit, in order, and carries them forward', async () => {
        const [a, b, c] = [event('ship.built'), event(), event('ship.sold')];
        const first = await add({}, [a, b]);
        await repository.commit({ id: first.id, state: sloop }, 1);
        await repository.update(first.id, (state) => ({ state, events: [c] }));
        expect(await waiting()).toEqual([{ collection: 'ships', id: first.id, version: 3, events: [a, b, c] }]);
        await repository.commit({ id: first.id, state: sloop, events: [event()] }, 3);
        expect((await waiting())[0]?.events).toHaveLength(4);
      });
      test('is cleared only at the version that was read, without a new version', async () => {
        const { id } = await add({}, [event()]);
        const [read] = await waiting();
        await repository.update(id, (state) => ({ state, events: [event()] }));
        expect(await storage.hot.outbox.clear([read as never])).toBe(0);
        expect((await waiting())[0]?.events).toHaveLength(2);
        expect(await storage.hot.outbox.clear(await waiting())).toBe(1);
        expect(await waiting()).toEqual([]);
        expect(await repository.get(id)).toMatchObject({ version: 2, pending: [] });
      });
      test('keeps its aggregate from being removed', async () => {
        const { id } = await add({}, [event()]);
        await expect(repository.remove(id, 1)).rejects.toMatchObject({ code: 'outbox_not_empty' });
        await storage.hot.outbox.clear(await waiting());
        await expect(repository.remove(id, 2)).rejects.toMatchObject({ code: 'version_conflict' });
        await repository.remove(id, 1);
        expect(await repository.get(id)).toBeUndefined();
      });
    };

    const publishingSuite = () => {
      const logged = () => storage.hot.events.after(0, { limit: 10 });

      test('has the events of a commit in the log when it resolves, in order, and nothing waits', async () => {
        const [a, b, c] = [event('ship.built'), event(), event('ship.sold')];
        const { id, pending } = await add({}, [a, b]);
        await repository.update(id, (state) => ({ state, events: [c] }));
        expect(pending).toEqual([]);
        expect(await waiting()).toEqual([]);
        expect(await logged()).toEqual(
          [a, b, c].map((one, index) => ({ ...one, source: '/fairlead/ships', sequence: index + 1 })),
        );
      });
      test('logs nothing of a commit that is refused, though its neighbours are written', async () => {
        const { id } = await add({ key: 'one' });
        const [a, b, c] = [event(), event(), event()];
        const attempts = [
          add({ key: 'one' }, [a]),
          repository.commit({ id, state: sloop, events: [b] }, 7),
          add({}, [c]),
        ];
        const outcomes = await Promise.allSettled(attempts);
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
        expect((await logged()).map((one) => one.id)).toEqual([c.id]);
      });
      test('logs an event once, whoever commits it again', async () => {
        const one = event();
        await Promise.all([add({}, [one]), add({}, [one])]);
        expect(await logged()).toMatchObject([{ id: one.id }]);
      });
      test('tells of what was appended in order of sequence, once it can be read', async () => {
        const heard: number[] = [];
        storage.hot.events.onAppend((events) => heard.push(...events.map(({ sequence }) => sequence)));
        const [a, b, c] = [event(), event(), event()];
        await Promise.all([add({}, [a]), storage.hot.events.append([{ ...b, source: '/test' }]), add({}, [c])]);
        expect(heard).toEqual((await logged()).map(({ sequence }) => sequence));
      });
      test('publishes with the next commit what an older version left waiting, before what is new', async () => {
        const [old, fresh] = [event('ship.built'), event('ship.sold')];
        const { id } = await add();
        await repository.commit({ ...(await stored(id)), pending: [old], events: [fresh] }, 1);
        expect((await logged()).map((one) => one.id)).toEqual([old.id, fresh.id]);
      });
    };
    describe('events', () => {
      if (publishing === 'by_relay') outboxSuite();
      else publishingSuite();
    });

    describe('list', () => {
      const all = async (options: Omit<Parameters<typeof repository.list>[0], 'cursor'>) => {
        const names: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof repository.list>> = await repository.list({ ...options, cursor });
          names.push(...page.items.map(({ state }) => state.name));
          expect(page.items.length).toBeLessThanOrEqual(options.limit);
          cursor = page.nextCursor;
        } while (cursor !== null);
        return names;
      };
      beforeEach(async () => {
        for (const [name, flag, length, afloat] of [
          ['a', 'nl', 10, true],
          ['b', 'nl', 10, false],
          ['c', 'de', 30, true],
          ['d', 'nl', undefined, true],
          ['e', 'dk', 5, true],
        ] as const) {
          clock.jump(1);
          await add({ name, flag, afloat, ...(length === undefined ? {} : { length }) });
        }
      });

      test('pages in order of creation unless told otherwise', async () => {
        expect(await all({ limit: 2 })).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(await all({ limit: 5 })).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(await all({ limit: 3, order: { field: 'createdAt', direction: 'descending' } })).toEqual([
          'e',
          'd',
          'c',
          'b',
          'a',
        ]);
      });
      test('pages over equal values without losing or repeating one, and skips absent ones', async () => {
        expect(await all({ limit: 1, order: { field: 'length', direction: 'ascending' } })).toEqual([
          'e',
          'a',
          'b',
          'c',
        ]);
        expect(await all({ limit: 1, order: { field: 'length', direction: 'descending' } })).toEqual([
          'c',
          'b',
          'a',
          'e',
        ]);
      });
      test('filters by value, set, range, prefix, exclusion and absence', async () => {
        expect(await all({ limit: 9, where: { flag: 'nl' } })).toEqual(['a', 'b', 'd']);
        expect(await all({ limit: 9, where: { flag: 'nl', afloat: true } })).toEqual(['a', 'd']);
        expect(await all({ limit: 9, where: { flag: { in: ['de', 'dk'] } } })).toEqual(['c', 'e']);
        expect(await all({ limit: 9, where: { flag: { startsWith: 'd' } } })).toEqual(['c', 'e']);
        expect(await all({ limit: 9, where: { length: { gte: 10, lt: 30 } } })).toEqual(['a', 'b']);
        expect(await all({ limit: 9, where: { flag: { not: 'nl' } } })).toEqual(['c', 'e']);
        expect(await all({ limit: 9, where: { length: null } })).toEqual(['d']);
        expect(await repository.count({ flag: 'nl' })).toBe(3);
        expect((await repository.findOne({ flag: 'de' }))?.state.name).toBe('c');
      });
      test('shows the newest state after an update', async () => {
        const found = await repository.findOne({ flag: 'de' });
        await repository.update(found?.id ?? '', (state) => ({ state: { ...state, flag: 'fr' } }));
        expect(await repository.findOne({ flag: 'de' })).toBeUndefined();
        expect((await repository.findOne({ flag: 'fr' }))?.version).toBe(2);
      });
      test('refuses a cursor that is not its own', async () => {
        const { nextCursor } = await repository.list({ limit: 1, order: { field: 'length', direction: 'ascending' } });
        const forged = Buffer.from('[1,"ships.id.ascending",{"$ne":1},"x"]').toString('base64url');
        for (const cursor of [nextCursor, 'rubbish', '', forged, Buffer.from('{}').toString('base64url')]) {
          await expect(repository.list({ limit: 1, cursor })).rejects.toMatchObject({ code: 'bad_cursor' });
        }
      });
      test('refuses unknown fields, operators and limits', async () => {
        const bad = { code: 'bad_query' };
        await expect(repository.list({ limit: 0 })).rejects.toMatchObject(bad);
        await expect(repository.list({ limit: 1, where: { name: 'a' } as never })).rejects.toMatchObject(bad);
        await expect(repository.list({ limit: 1, where: { flag: { $ne: 'a' } } as never })).rejects.toMatchObject(bad);
        await expect(
          repository.list({ limit: 1, order: { field: 'state' as never, direction: 'ascending' } }),
        ).rejects.toMatchObject(bad);
      });
      test('scans everything', async () => {
        const names: string[] = [];
        for await (const { state } of repository.scan()) names.push(state.name);
        expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
      });
    });

    describe('life', () => {
      test('migrates again without harm', async () => {
        await add();
        await storage.migrate();
        expect(await repository.count()).toBe(1);
      });
      test('adds a field and an index to a collection that has rows', async () => {
        const { id } = await add();
        await storage.dispose();
        const wider = defineCollection({
          name: 'ships',
          index: { flag: 'string', port: 'string?' },
          project: (ship: Ship & { port?: string }) => ({ flag: ship.flag, port: ship.port }),
        });
        const next = await current.open([wider], clock);
        opened.push(next);
        await next.repository(wider).update(id, (state) => ({ state: { ...state, port: 'Sneek' } }));
        expect(await next.repository(wider).findOne({ port: 'Sneek' })).toMatchObject({ id });
      });
      test('answers pings until it is disposed of, then refuses', async () => {
        await storage.ping();
        await storage.dispose();
        await storage.dispose();
        for (const refused of [storage.ping(), repository.get('a'), add(), repository.list({ limit: 1 })]) {
          await expect(refused).rejects.toMatchObject({ code: 'storage_closed' });
        }
      });
      test('does not open a collection that it was not given', () => {
        const other = defineCollection({ name: 'other', index: {}, project: () => ({}) });
        expect(() => storage.repository(other)).toThrow(expect.objectContaining({ code: 'bad_query' }));
      });
    });
  });
}
