import { join } from 'node:path';
import { FairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, expect, it } from 'vitest';
import { eventCheck } from '../events/index.ts';
import { createStorage } from '../storage/index.ts';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { type Circumstances, createHealthMonitor, healthRecords } from './index.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const fine: Circumstances = {
  pluginId: 'gateway-test',
  probeIntervalMs: 60_000,
  lifecycle: 'active',
  plugin: { running: true, quarantined: false, why: '' },
  locked: undefined,
  lanes: { resting: [], forced: [] },
  webhooks: { waiting: 0, oldestAgeMs: 0, dead: 0, unverified: 0, invalid: 0 },
};

async function setUp() {
  const folder = await temporaryFolder();
  const clock = new FakeClock();
  const storage = await createStorage({
    path: join(folder.path, 'hub.db'),
    collections: [healthRecords],
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  const told: string[] = [];
  const state = {
    now: fine as Circumstances | undefined,
    probeFails: undefined as FairleadError | undefined,
    probes: 0,
    ids: ['c1'] as readonly string[],
    looking: 0,
    mostAtOnce: 0,
  };
  const make = () =>
    createHealthMonitor({
      clock,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      repository: storage.repository(healthRecords),
      buckets: storage.hot.buckets,
      incidents: {
        raise: async ({ code }) => void told.push(`raised ${code}`),
        resolve: async (_subject, code) => void told.push(`resolved ${code}`),
      },
      connectionIds: async () => (state.now === undefined ? [] : state.ids),
      circumstances: async () => {
        state.looking += 1;
        state.mostAtOnce = Math.max(state.mostAtOnce, state.looking);
        await Promise.resolve();
        state.looking -= 1;
        return state.now;
      },
      probe: async () => {
        state.probes += 1;
        if (state.probeFails !== undefined) throw state.probeFails;
      },
    });
  const monitor = make();
  cleanups.push(async () => {
    await monitor.dispose();
    await storage.dispose();
    await folder.dispose();
  });
  const events = async () =>
    (await storage.hot.outbox.pending({ collection: 'health', limit: 100 })).flatMap((one) => one.events);
  return { clock, storage, told, state, monitor, make, events };
}

it('probes a connection without traffic, and calls it healthy when the probe works', async () => {
  const { monitor, state, clock } = await setUp();
  monitor.start();
  await clock.advance(6_000);
  expect(state.probes).toBe(1);
  await clock.advance(6_000);
  expect(await monitor.get('c1')).toMatchObject({ status: 'healthy', reasons: [], probe: { ok: true } });
});

it('does not probe again before the interval has passed, nor while calls are made', async () => {
  const { monitor, state, clock } = await setUp();
  const recorder = monitor.recorder('c1', 'gateway-test', '1.0.0');
  monitor.start();
  for (let minute = 0; minute < 5; minute += 1) {
    recorder.record('success', 5);
    await clock.advance(50_000);
  }
  expect(state.probes).toBe(0);
  await clock.advance(70_000);
  expect(state.probes).toBe(1);
});

it('tells a change once, with its reason and an incident, and the way back as well', async () => {
  const { monitor, told, events } = await setUp();
  const recorder = monitor.recorder('c1', 'gateway-test', '1.0.0');
  recorder.record('success', 5);
  await monitor.check('c1');
  recorder.record('auth', 5);
  await monitor.check('c1');
  await monitor.check('c1');
  recorder.record('success', 5);
  await monitor.check('c1');
  expect(told).toEqual(['raised credentials_refused', 'resolved credentials_refused']);
  expect((await events()).map(({ data }) => [data['from'], data['to']])).toEqual([
    ['unknown', 'healthy'],
    ['healthy', 'unhealthy'],
    ['unhealthy', 'healthy'],
  ]);
});

it('looks soon at a connection that something happened to', async () => {
  const { monitor, clock, state } = await setUp();
  monitor.start();
  await clock.advance(6_000);
  state.now = { ...fine, lifecycle: 'paused' };
  monitor.touch('c1');
  await clock.advance(200);
  expect(await monitor.get('c1')).toMatchObject({ reasons: [{ code: 'paused' }] });
});

it('says unknown when nothing was heard for too long', async () => {
  const { monitor, clock, state } = await setUp();
  monitor.recorder('c1', 'gateway-test', '1.0.0').record('success', 5);
  await monitor.check('c1');
  state.now = { ...fine, plugin: { ...fine.plugin, running: true }, lifecycle: 'active', probeIntervalMs: 60_000 };
  clock.jump(3_600_000);
  const record = await monitor.check('c1');
  expect(record).toMatchObject({ status: 'unknown', reasons: [{ code: 'nothing_known' }] });
});

it('raises the incident of a status that was stored when the hub ended before it could', async () => {
  const { monitor, make, told } = await setUp();
  monitor.recorder('c1', 'gateway-test', '1.0.0').record('auth', 5);
  await monitor.check('c1');
  told.length = 0;
  const next = make();
  cleanups.push(() => next.dispose());
  next.recorder('c1', 'gateway-test', '1.0.0').record('auth', 5);
  await next.check('c1');
  expect(told).toEqual(['raised credentials_refused']);
});

it('keeps each finished minute, and shows the running one', async () => {
  const { monitor, clock } = await setUp();
  const recorder = monitor.recorder('c1', 'gateway-test', '1.0.0');
  const minute = Math.floor(clock.now() / 60_000);
  recorder.record('success', 5);
  await clock.advance(60_000);
  await monitor.round();
  recorder.record('unavailable', 7);
  const minutes = await monitor.minutes({ connectionId: 'c1' }, minute, minute + 5);
  expect(minutes.map(({ minute: at, calls, errors }) => [at - minute, calls, errors])).toEqual([
    [0, 1, 0],
    [1, 1, 1],
  ]);
});

it('adds up what two processes counted within one minute, each call once', async () => {
  const { monitor, make, clock } = await setUp();
  const minute = Math.floor(clock.now() / 60_000);
  const counted = async (of: typeof monitor) =>
    (await of.minutes({ connectionId: 'c1' }, minute, minute + 1)).map(({ calls, errors, byOutcome }) => ({
      calls,
      errors,
      byOutcome,
    }));
  const first = monitor.recorder('c1', 'gateway-test', '1.0.0');
  first.record('success', 5);
  first.record('unavailable', 5);
  await monitor.dispose();
  const next = make();
  cleanups.push(() => next.dispose());
  next.recorder('c1', 'gateway-test', '1.0.0').record('unavailable', 5);
  const both = [{ calls: 3, errors: 2, byOutcome: { success: 1, unavailable: 2 } }];
  expect(await counted(next)).toEqual(both);
  await clock.advance(60_000);
  await next.round();
  expect(await counted(next)).toEqual(both);
  await next.dispose();
  expect(await counted(make())).toEqual(both);
});

it('knows the calls of the last hour, those of earlier processes once', async () => {
  const { monitor, make, clock } = await setUp();
  monitor.recorder('c1', 'gateway-test', '1.0.0').record('success', 5);
  await clock.advance(60_000);
  await monitor.round();
  monitor.recorder('c1', 'gateway-test', '1.0.0').record('unavailable', 5);
  expect((await monitor.lastHour()).of('c1')).toEqual({ calls: 2, errors: 1 });
  await monitor.dispose();
  const next = make();
  cleanups.push(() => next.dispose());
  next.recorder('c1', 'gateway-test', '1.0.0').record('rejected', 5);
  await clock.advance(60_000);
  await next.round();
  const hour = await next.lastHour();
  expect(hour.of('c1')).toEqual({ calls: 3, errors: 1 });
  expect(hour.minutes().slice(-3)).toMatchObject([
    { calls: 1, errors: 0 },
    { calls: 2, errors: 1 },
    { calls: 0, errors: 0 },
  ]);
});

it('looks at many connections a few at a time, all of them once a round', async () => {
  const { monitor, clock, state } = await setUp();
  state.ids = Array.from({ length: 120 }, (_, number) => `c${number}`);
  await monitor.round();
  expect(state.probes).toBe(120);
  expect(state.mostAtOnce).toBe(50);
  await clock.advance(0);
  const records = await Promise.all(state.ids.map((id) => monitor.get(id)));
  expect(records.every((record) => record !== undefined)).toBe(true);
});

it('forgets a connection that is gone', async () => {
  const { monitor, state } = await setUp();
  state.now = undefined;
  expect(await monitor.check('c1')).toBeUndefined();
});

it('many who ask at once about a connection that nobody has looked at get the same answer', async () => {
  const { monitor } = await setUp();
  const answers = await Promise.all(Array.from({ length: 30 }, () => monitor.get('c1')));
  expect(new Set(answers.map((answer) => answer?.status)).size).toBe(1);
  expect(answers[0]).toBeDefined();
});
