import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trafficOf } from './evidence.ts';
import { createTrackedRecorders, type TrackedRecorders } from './tracked-recorders.ts';

const minutesOf = (tracked: TrackedRecorders) =>
  [...tracked.drain(), ...tracked.running()].map(({ version, calls }) => [version, calls]);

it('counts each attempt under the version that made it, while one replaces another', () => {
  const tracked = createTrackedRecorders(new FakeClock());
  const old = tracked.of('c1', 'p', '1.0.0');
  const next = tracked.of('c1', 'p', '2.0.0');
  next.record('success', 5);
  old.record('unavailable', 5);
  old.record('success', 5);
  expect(minutesOf(tracked)).toEqual([
    ['1.0.0', 2],
    ['2.0.0', 1],
  ]);
  expect(trafficOf(tracked.traffic('c1') ?? next)).toMatchObject({ calls: 3, failureShare: 1 / 3 });
});

it('gives the same recorder for the same version', () => {
  const tracked = createTrackedRecorders(new FakeClock());
  const first = tracked.of('c1', 'p', '1.0.0');
  tracked.of('c1', 'p', '2.0.0');
  expect(tracked.of('c1', 'p', '1.0.0')).toBe(first);
});

it('believes the latest attempt on credentials, whatever the version', async () => {
  const clock = new FakeClock();
  const tracked = createTrackedRecorders(clock);
  const old = tracked.of('c1', 'p', '1.0.0');
  old.record('auth', 5);
  const next = tracked.of('c1', 'p', '2.0.0');
  expect(tracked.traffic('c1')?.sinceSuccess('auth')).toBe(1);
  await clock.advance(1_000);
  next.record('success', 5);
  expect(tracked.traffic('c1')?.sinceSuccess('auth')).toBe(0);
});

it('loses no attempt of the totals, whatever is let go or forgotten', async () => {
  const step = fc.record({
    connection: fc.constantFrom('c1', 'c2'),
    version: fc.constantFrom('1.0.0', '2.0.0', '3.0.0'),
    minutes: fc.integer({ min: 0, max: 20 }),
    afterwards: fc.constantFrom('drain', 'forget', 'nothing'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const clock = new FakeClock();
      const tracked = createTrackedRecorders(clock);
      for (const { connection, version, minutes, afterwards } of steps) {
        tracked.of(connection, 'p', version).record('success', 1);
        clock.jump(minutes * 60_000);
        if (afterwards === 'drain') tracked.drain();
        if (afterwards === 'forget') tracked.forget(connection);
      }
      const counted = tracked.totals().reduce((sum, { byOutcome }) => sum + (byOutcome.success ?? 0), 0);
      expect(counted).toBe(steps.length);
    }),
  );
});
