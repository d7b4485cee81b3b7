import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, expect, it } from 'vitest';
import { createStorage, defineCollection, type Stored } from '../storage/index.ts';
import { settle } from '../storage/testing/fake-clock.ts';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { eventCheck } from '../events/index.ts';
import { createOverview, type HealthRecord, type HealthStatus, healthRecords, type LastHour } from './index.ts';

interface Named {
  readonly name: string;
  readonly plugin: string;
  readonly status: string;
}
const connectionsCollection = defineCollection({
  name: 'connections',
  index: { status: 'string' },
  project: ({ status }: Named) => ({ status }),
});

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function setUp() {
  const folder = await temporaryFolder();
  const clock = new FakeClock();
  const collections = [healthRecords, connectionsCollection];
  const storage = await createStorage({
    path: join(folder.path, 'hub.db'),
    collections,
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  const connections = storage.repository(connectionsCollection);
  const health = storage.repository(healthRecords);
  const quiet: LastHour = { of: (id) => ({ calls: id.length, errors: 1 }), minutes: () => [] };
  const reads: string[] = [];
  const counted = <State>(repository: {
    get: (id: string) => Promise<Stored<State> | undefined>;
    list: (options: { limit: number; cursor?: string | null | undefined }) => Promise<{
      items: readonly Stored<State>[];
      nextCursor: string | null;
    }>;
  }) => ({
    get: (id: string) => {
      reads.push(id);
      return repository.get(id);
    },
    list: (options: { limit: number; cursor?: string | null | undefined }) => {
      reads.push('list');
      return repository.list(options);
    },
  });
  const make = () =>
    createOverview({
      storage,
      connections: counted<Named>(connections),
      health: counted<HealthRecord>(health),
      collections: { connections: 'connections', health: 'health' },
      lastHour: async () => quiet,
    });
  const overview = make();
  cleanups.push(async () => {
    overview.dispose();
    await storage.dispose();
    await folder.dispose();
  });
  const put = async (id: string, name: string, status = 'active', plugin = 'p') => {
    const before = await connections.get(id);
    await connections.commit({ ...before, id, state: { name, plugin, status } }, before?.version ?? 0);
  };
  const judge = async (id: string, status: HealthStatus, at: string, text?: string) => {
    const before = await health.get(id);
    const reasons = text === undefined ? [] : [{ source: 'traffic', code: 'failing', text, since: at } as never];
    const history = [...(before?.state.history ?? []), { status, at, codes: text === undefined ? [] : ['failing'] }];
    const state = { plugin: 'p', status, reasons, since: at, history };
    await health.commit({ ...before, id, state }, before?.version ?? 0);
  };
  const wall = (limit = 500) => overview.wall({ connections: limit, changes: 20 });
  return { overview, make, put, judge, wall, reads };
}

it('lists the worst first, then by name, and counts those that are paused apart', async () => {
  const { put, judge, wall } = await setUp();
  await put('1', 'beta');
  await put('2', 'Alpha');
  await put('3', 'Zulu');
  await put('4', 'Echo');
  await put('5', 'Delta', 'paused');
  await put('6', 'Gone', 'removed');
  await judge('1', 'healthy', '2026-01-01T00:00:00.000Z');
  await judge('2', 'healthy', '2026-01-01T00:00:00.000Z');
  await judge('3', 'unhealthy', '2026-01-01T00:00:01.000Z', 'It fails.');
  await judge('5', 'unhealthy', '2026-01-01T00:00:02.000Z');
  await judge('6', 'unhealthy', '2026-01-01T00:00:03.000Z');
  const { counts, total, connections } = await wall();
  expect(counts).toEqual({ healthy: 2, degraded: 0, unhealthy: 1, unknown: 1, paused: 1 });
  expect(total).toBe(5);
  expect(connections.map(({ name }) => name)).toEqual(['Zulu', 'Echo', 'Alpha', 'beta', 'Delta']);
  expect(connections[0]).toMatchObject({
    health: { status: 'unhealthy', since: '2026-01-01T00:00:01.000Z', reason: 'It fails.' },
    lastHour: { calls: 1, errors: 1 },
  });
  expect(connections[1]?.health).toEqual({ status: 'unknown' });
  expect((await wall(2)).connections.map(({ name }) => name)).toEqual(['Zulu', 'Echo']);
});

it('sees what was committed since, and reads nothing besides that', async () => {
  const { put, judge, wall, reads } = await setUp();
  for (const id of ['1', '2', '3']) await put(id, `Number ${id}`);
  await wall();
  reads.length = 0;
  await wall();
  expect(reads).toEqual([]);
  await judge('2', 'degraded', '2026-01-01T00:00:00.000Z', 'Slow.');
  await put('3', 'Another');
  await put('1', 'Number 1', 'removing');
  await put('4', 'Fourth');
  expect((await wall()).connections.map(({ id, name, health }) => [id, name, health.status])).toEqual([
    ['2', 'Number 2', 'degraded'],
    ['3', 'Another', 'unknown'],
    ['4', 'Fourth', 'unknown'],
  ]);
  expect(reads.sort()).toEqual(['1', '2', '3', '4']);
});

it('tells the latest changes of health of all connections, newest first, without those of removed ones', async () => {
  const { put, judge, wall, make } = await setUp();
  for (const id of ['1', '2', '3']) await put(id, `Number ${id}`);
  await judge('1', 'healthy', '2026-01-01T00:00:00.000Z');
  await judge('2', 'healthy', '2026-01-01T00:00:02.000Z');
  await wall();
  await judge('1', 'unhealthy', '2026-01-01T00:00:03.000Z', 'It fails.');
  await judge('3', 'healthy', '2026-01-01T00:00:04.000Z');
  await put('3', 'Number 3', 'removed');
  const expected = [
    ['1', 'Number 1', 'unhealthy', '2026-01-01T00:00:03.000Z', ['failing']],
    ['2', 'Number 2', 'healthy', '2026-01-01T00:00:02.000Z', []],
    ['1', 'Number 1', 'healthy', '2026-01-01T00:00:00.000Z', []],
  ];
  const told = ({ changes }: Awaited<ReturnType<typeof wall>>) =>
    changes.map(({ connection, name, status, at, codes }) => [connection, name, status, at, codes]);
  expect(told(await wall())).toEqual(expected);
  const restarted = make();
  expect(told(await restarted.wall({ connections: 500, changes: 20 }))).toEqual(expected);
  restarted.dispose();
});

it('finds by a part of the name and by health, page by page in order of creation', async () => {
  const { put, judge, overview } = await setUp();
  await put('3', 'Shop north');
  await put('1', 'SHOP south');
  await put('2', 'Market', 'active', 'q');
  await put('4', 'shop west', 'paused');
  await judge('2', 'unhealthy', '2026-01-01T00:00:00.000Z');
  const first = await overview.find({ name: 'sHop' }, { limit: 2 });
  expect(first.ids).toEqual(['1', '3']);
  const cursor = first.nextCursor ?? '';
  expect(await overview.find({ name: 'sHop' }, { limit: 2, cursor })).toEqual({ ids: ['4'], nextCursor: null });
  expect((await overview.find({ health: 'unhealthy' }, { limit: 9 })).ids).toEqual(['2']);
  expect((await overview.find({ plugins: ['q'] }, { limit: 9 })).ids).toEqual(['2']);
  expect((await overview.find({ status: 'paused', name: 'west' }, { limit: 9 })).ids).toEqual(['4']);
  expect((await overview.find({ plugins: [] }, { limit: 9 })).ids).toEqual([]);
  await expect(overview.find({ name: 'shop' }, { limit: 2, cursor: 'bm90aGluZw' })).rejects.toMatchObject({
    code: 'bad_cursor',
  });
});

it('reads what was written of many connections although nobody asks', async () => {
  const { put, judge, wall, reads } = await setUp();
  const ids = Array.from({ length: 510 }, (_, number) => String(number).padStart(3, '0'));
  await Promise.all(ids.map((id) => put(id, `Number ${id}`)));
  await wall();
  reads.length = 0;
  await Promise.all(ids.map((id) => judge(id, 'healthy', '2026-01-01T00:00:00.000Z')));
  await settle(20);
  expect(reads.length).toBeGreaterThan(400);
  expect((await wall()).counts.healthy).toBe(510);
});

it('tells that a connection got better or was paused, as soon as that was committed', async () => {
  const { put, judge, wall } = await setUp();
  await put('1', 'One');
  await judge('1', 'degraded', '2026-01-01T00:00:00.000Z', 'Slow.');
  expect((await wall()).counts.degraded).toBe(1);
  await judge('1', 'degraded', '2026-01-01T00:00:00.000Z', 'Slower.');
  expect((await wall()).connections[0]?.health.reason).toBe('Slower.');
  await judge('1', 'healthy', '2026-01-01T00:00:01.000Z');
  expect((await wall()).counts).toMatchObject({ degraded: 0, healthy: 1 });
  await put('1', 'One', 'paused');
  expect((await wall()).counts).toMatchObject({ healthy: 0, paused: 1 });
});

it('answers many who ask at once, each with what was committed before', async () => {
  const { put, wall } = await setUp();
  await put('1', 'One');
  const first = wall();
  await put('2', 'Two');
  const [before, after] = await Promise.all([first, wall()]);
  expect(before.connections.length).toBeGreaterThanOrEqual(1);
  expect(after.connections.map(({ name }) => name)).toEqual(['One', 'Two']);
});
