import { FakeClock } from '@fairlead/sdk/testing';
import { expect, it } from 'vitest';
import type { HealthBucket } from '../storage/index.ts';
import { createLastHour } from './last-hour.ts';

const minuteMs = 60_000;
const bucket = (connectionId: string, minute: number, calls: number, errors: number): HealthBucket => ({
  connectionId,
  plugin: 'p',
  version: '1.0.0',
  minute,
  calls,
  errors,
  p50: 1,
  p95: 1,
  p99: 1,
  byClass: {},
});
const rangeOf =
  (stored: readonly HealthBucket[]) =>
  async ({ from, to }: { readonly from: number; readonly to: number }) =>
    stored.filter(({ minute }) => minute >= from && minute < to);

it('counts attempts of each connection and of all, and forgets them after an hour', async () => {
  const clock = new FakeClock();
  const hour = createLastHour(clock, { range: rangeOf([]) });
  hour.add('a', false);
  hour.add('a', true);
  clock.jump(minuteMs);
  hour.add('b', false);
  expect(hour.of('a')).toEqual({ calls: 2, errors: 1 });
  expect(hour.of('c')).toEqual({ calls: 0, errors: 0 });
  expect(hour.minutes().slice(-3)).toMatchObject([
    { calls: 0, errors: 0 },
    { calls: 2, errors: 1 },
    { calls: 1, errors: 0 },
  ]);
  clock.jump(59 * minuteMs);
  expect(hour.of('a')).toEqual({ calls: 0, errors: 0 });
  expect(hour.of('b')).toEqual({ calls: 1, errors: 0 });
  expect(hour.minutes()[0]).toMatchObject({ calls: 1 });
  clock.jump(minuteMs);
  expect(hour.minutes().every(({ calls }) => calls === 0)).toBe(true);
});

it('gives sixty minutes, one after the other, the running one last', () => {
  const clock = new FakeClock();
  const now = Math.floor(clock.now() / minuteMs);
  const minutes = createLastHour(clock, { range: rangeOf([]) }).minutes();
  expect(minutes.map(({ minute }) => minute)).toEqual(Array.from({ length: 60 }, (_, index) => now - 59 + index));
});

it('does not give what a minute an hour earlier counted as its own', () => {
  const clock = new FakeClock();
  const hour = createLastHour(clock, { range: rangeOf([]) });
  hour.add('a', false);
  clock.jump(60 * minuteMs);
  hour.add('a', true);
  expect(hour.of('a')).toEqual({ calls: 1, errors: 1 });
});

it('adds what was stored before, to the running minute as well', async () => {
  const clock = new FakeClock();
  const now = Math.floor(clock.now() / minuteMs);
  const stored = [bucket('a', now - 60, 100, 0), bucket('a', now - 59, 5, 1), bucket('a', now, 3, 0)];
  const hour = createLastHour(clock, { range: rangeOf(stored) });
  hour.add('a', true);
  await Promise.all([hour.load(), hour.load()]);
  await hour.load();
  expect(hour.of('a')).toEqual({ calls: 9, errors: 2 });
  expect(hour.minutes().at(-1)).toEqual({ minute: now, calls: 4, errors: 1 });
});

it('goes on with the minute that could not be read, and counts no minute twice', async () => {
  const clock = new FakeClock();
  const now = Math.floor(clock.now() / minuteMs);
  const range = rangeOf([bucket('a', now - 5, 5, 0), bucket('a', now - 1, 7, 0)]);
  let fails = 1;
  const hour = createLastHour(clock, {
    range: async (options) => {
      if (options.from === now - 2 && fails-- > 0) throw new Error('The disk is away.');
      return range(options);
    },
  });
  await expect(hour.load()).rejects.toThrow('The disk is away.');
  await hour.load();
  expect(hour.of('a')).toEqual({ calls: 12, errors: 0 });
});

it('loses nothing of what is recorded after the clock was set back', () => {
  const clock = new FakeClock();
  const hour = createLastHour(clock, { range: rangeOf([]) });
  hour.add('a', false);
  clock.jump(-10 * minuteMs);
  hour.add('a', false);
  clock.jump(10 * minuteMs);
  expect(hour.of('a')).toEqual({ calls: 2, errors: 0 });
});
