import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NewIncident } from '../../incidents/index.ts';
import { createLeakWatch, type LeakPolicy } from './leak-watch.ts';
import type { ProcessUsage } from './plugin-meter.ts';

const mebibyte = 1_048_576;
const limitMb = 256;

function setUp(policy: Partial<LeakPolicy> = {}) {
  const clock = new FakeClock();
  const told: string[] = [];
  const raised: NewIncident[] = [];
  const recycled: { at: number; reason: string }[] = [];
  const state = { process: 1, rssMb: 60, heapMb: 20, calls: 0, runs: true, fails: false };
  let round = (): void => undefined;
  const usage = (): ProcessUsage => ({
    plugin: 'leaky-one',
    version: '1.2.3',
    process: state.process,
    startedAt: 0,
    memoryLimitBytes: limitMb * mebibyte,
    heapLimitBytes: 192 * mebibyte,
    cpuShare: 0,
    latest: {
      pid: 1,
      cpuMs: 0,
      rssBytes: state.rssMb * mebibyte,
      heapUsedBytes: state.heapMb * mebibyte,
      loopDelayMs: 0,
      sampledAt: clock.now(),
    },
  });
  const watch = createLeakWatch({
    clock,
    policy,
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: (text) => told.push(text) },
    meter: {
      running: () => (state.runs ? [usage()] : []),
      onRound: (listener) => {
        round = listener;
        return () => undefined;
      },
    },
    incidents: {
      raise: async (incident) => {
        if (state.fails) throw new Error('The disk is full.');
        raised.push(incident);
        told.push(`raised ${incident.code} ${incident.severity}`);
        return incident as never;
      },
      resolve: async (_subject, code) => void told.push(`resolved ${code}`) as undefined,
    },
    calls: () => state.calls,
    recycle: async (_plugin, reason) => {
      if (state.fails) throw new Error('It does not start.');
      recycled.push({ at: clock.monotonic(), reason });
      state.process += 1;
      state.rssMb = 60;
    },
  });
  const seconds = async (count: number, each: (second: number) => void = () => undefined) => {
    for (let second = 0; second < count; second += 1) {
      each(second);
      await clock.advance(1_000);
      round();
      await watch.idle();
    }
  };
  return { clock, told, raised, recycled, state, watch, seconds };
}

it('names a plugin that leaks, long before it is full, with its growth an hour and its limit', async () => {
  const { raised, recycled, state, seconds } = setUp();
  await seconds(400, () => {
    state.rssMb += 0.1;
    state.calls += 10;
  });
  expect(raised).toMatchObject([
    { code: 'plugin_leaking', severity: 'warning', subject: { kind: 'plugin', id: 'leaky-one' } },
  ]);
  expect(raised[0]?.title).toMatch(/^The plugin leaky-one leaks memory: 3[56]\d MB an hour/);
  expect(raised[0]?.detail).toMatch(/Version 1\.2\.3 holds \d+ of 256 MB/);
  expect(recycled).toEqual([]);
});

it('has it started afresh once it passes its budget, says so, and is told once', async () => {
  const { told, recycled, state, seconds } = setUp();
  await seconds(700, () => {
    state.rssMb += state.process === 1 ? 0.25 : 0;
  });
  expect(told).toEqual(['raised plugin_leaking warning', 'raised plugin_leaking error']);
  expect(recycled).toHaveLength(1);
  expect(recycled[0]?.reason).toMatch(/It holds 20[56] of 256 MB; it grew by \d+ MB an hour/);
});

it('resolves its incident by itself when all has been well for a while', async () => {
  const { told, state, seconds } = setUp({ calmMs: 300_000 });
  await seconds(620, () => {
    state.rssMb += state.process === 1 ? 0.25 : 0;
  });
  told.length = 0;
  await seconds(310);
  expect(told).toEqual(['resolved plugin_leaking', 'resolved plugin_memory_high']);
  await seconds(600);
  expect(told).toHaveLength(2);
});

it('resolves what an earlier run of the hub has told, and what was told of a plugin that no longer runs', async () => {
  const { told, state, seconds } = setUp({ calmMs: 60_000 });
  await seconds(10);
  state.runs = false;
  await seconds(60);
  expect(told).toEqual(['resolved plugin_leaking', 'resolved plugin_memory_high']);
});

it('does not start it afresh again and again, however full it is', async () => {
  const { clock, recycled, state, seconds, told } = setUp({ recycleEveryMs: 120_000 });
  const always = () => {
    state.rssMb = 240;
  };
  await seconds(300, always);
  expect(recycled.map(({ at }) => at)).toHaveLength(3);
  for (const [index, { at }] of recycled.slice(1).entries()) {
    expect(at - (recycled[index]?.at ?? 0)).toBeGreaterThanOrEqual(120_000);
  }
  expect(told).toEqual(['raised plugin_memory_high error']);
  expect(clock.monotonic()).toBe(300_000);
});

it('looks at the heap as well, whose own limit may be reached first', async () => {
  const { recycled, state, seconds } = setUp();
  await seconds(30, (second) => {
    state.heapMb = second % 2 === 0 ? 180 : 20;
  });
  expect(recycled).toEqual([]);
  state.heapMb = 160;
  await seconds(12);
  expect(recycled).toHaveLength(1);
});

it('lets a single peak pass', async () => {
  const { recycled, raised, state, seconds } = setUp();
  await seconds(60, (second) => {
    state.rssMb = second % 10 === 0 ? 250 : 60;
  });
  expect([recycled, raised]).toEqual([[], []]);
});

it('logs it and goes on when telling or recycling fails', async () => {
  const { told, state, seconds, recycled } = setUp({ recycleEveryMs: 5_000 });
  state.fails = true;
  await seconds(3, () => {
    state.rssMb = 250;
  });
  expect(told).toEqual([
    'What was found of a plugin’s memory could not be told (“leaky-one”).',
    'A plugin could not be started afresh (“leaky-one”).',
  ]);
  state.fails = false;
  await seconds(5);
  expect(recycled).toHaveLength(1);
});

it('never recycles more often than allowed, and never below the budget, whatever the memory does', async () => {
  const course = fc.array(fc.integer({ min: 40, max: limitMb }), { minLength: 1, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(course, fc.integer({ min: 5, max: 60 }), async (values, pause) => {
      const { recycled, seconds, state } = setUp({ recycleEveryMs: pause * 1_000 });
      const seen: number[] = [];
      await seconds(values.length, (second) => {
        state.rssMb = values[second] ?? 0;
        seen.push(state.rssMb);
      });
      for (const [index, { at }] of recycled.entries()) {
        expect(seen[at / 1_000 - 1]).toBeGreaterThanOrEqual(limitMb * 0.8);
        const before = recycled[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
        expect(at - before).toBeGreaterThanOrEqual(pause * 1_000);
      }
    }),
    { numRuns: 30 },
  );
});
