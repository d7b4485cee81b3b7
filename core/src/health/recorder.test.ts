import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trafficOf } from './evidence.ts';
import { createRecorder, type Outcome, outcomes, recentMinutes } from './recorder.ts';

it('counts what happened in a minute; a refusal is not an error', () => {
  const recorder = createRecorder(new FakeClock());
  for (const outcome of ['success', 'rejected', 'unavailable'] as const) recorder.record(outcome, 10);
  expect(recorder.peek()).toMatchObject({
    calls: 3,
    errors: 1,
    byOutcome: { success: 1, rejected: 1, unavailable: 1 },
  });
});

it('gives out each finished minute once', async () => {
  const clock = new FakeClock();
  const recorder = createRecorder(clock);
  recorder.record('success', 1);
  expect(recorder.drain()).toEqual([]);
  await clock.advance(60_000);
  expect(recorder.drain()).toMatchObject([{ calls: 1 }]);
  expect(recorder.drain()).toEqual([]);
});

it('tells percentiles within a fifth of the truth', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.1, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 300 }),
      (durations) => {
        const recorder = createRecorder(new FakeClock());
        for (const duration of durations) recorder.record('success', duration);
        const sorted = durations.toSorted((left, right) => left - right);
        const exact = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number;
        const { p50Ms, p95Ms, p99Ms } = recorder.peek() ?? { p50Ms: 0, p95Ms: 0, p99Ms: 0 };
        for (const [share, told] of [
          [0.5, p50Ms],
          [0.95, p95Ms],
          [0.99, p99Ms],
        ] as const) {
          expect(told / exact(share)).toBeGreaterThan(0.99);
          expect(told / exact(share)).toBeLessThan(1.21);
        }
      },
    ),
  );
});

it('forgets minutes beyond the recent ones', async () => {
  const clock = new FakeClock();
  const recorder = createRecorder(clock);
  for (let minute = 0; minute < 30; minute += 1) {
    recorder.record('success', 1);
    await clock.advance(60_000);
  }
  expect(recorder.recent().length).toBeLessThanOrEqual(recentMinutes);
});

it('forgets a burst of failures after the recent minutes, however few calls came since', async () => {
  const clock = new FakeClock();
  const recorder = createRecorder(clock);
  for (let count = 0; count < 20; count += 1) recorder.record('unavailable', 1);
  for (let probe = 0; probe < 4; probe += 1) {
    await clock.advance(300_000);
    recorder.record('success', 1);
  }
  expect(trafficOf(recorder)).toMatchObject({ calls: 3, failureShare: 0 });
});

it('loses no attempt over any course of time, a clock set back included', async () => {
  const step = fc.record({
    outcome: fc.constantFrom(...outcomes),
    jumpMs: fc.integer({ min: -200_000, max: 200_000 }),
    all: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const clock = new FakeClock();
      const recorder = createRecorder(clock);
      let drained = 0;
      for (const { outcome, jumpMs, all } of steps) {
        recorder.record(outcome, 5);
        clock.jump(jumpMs);
        drained += recorder.drain(all ? 'all' : 'over').reduce((total, { calls }) => total + calls, 0);
      }
      expect(drained + (recorder.peek()?.calls ?? 0)).toBe(steps.length);
    }),
  );
});

it('remembers refused credentials until they work again, however long that takes', async () => {
  const clock = new FakeClock();
  const recorder = createRecorder(clock);
  recorder.record('auth', 1);
  await clock.advance(3_600_000);
  expect(trafficOf(recorder).authFailures).toBe(1);
  recorder.record('success' satisfies Outcome, 1);
  expect(trafficOf(recorder).authFailures).toBe(0);
});
