import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultGrowthPolicy, memoryGrowth, type MemorySample } from './memory-growth.ts';

const mebibyte = 1_048_576;
const seconds = 600;

interface Course {
  readonly bytes: (second: number) => number;
  readonly callsPerSecond?: (second: number) => number;
}

/** A sample each second, for ten minutes. */
function samplesOf({ bytes, callsPerSecond = () => 10 }: Course): readonly MemorySample[] {
  let calls = 0;
  return Array.from({ length: seconds }, (_none, second) => {
    calls += callsPerSecond(second);
    return { atMs: second * 1_000, bytes: bytes(second), calls };
  });
}

/** Noise that is the same for the same seed, between 0 and 1. */
const noise = (seed: number) => (second: number) => {
  const x = Math.sin(seed * 12.9898 + second * 78.233) * 43_758.545_3;
  return x - Math.floor(x);
};

const seeds = fc.integer({ min: 1, max: 100_000 });
const megabytes = fc.double({ min: 40, max: 400, noNaN: true });

it('finds a steady leak in the noise, and tells how fast it grows', () => {
  fc.assert(
    fc.property(seeds, megabytes, fc.double({ min: 60, max: 5_000, noNaN: true }), (seed, base, perHour) => {
      const jitter = noise(seed);
      const bytes = (second: number) => (base + (perHour * second) / 3_600 + 2 * jitter(second)) * mebibyte;
      const { steady, bytesPerHour, overMs } = memoryGrowth(samplesOf({ bytes }));
      expect(steady).toBe(true);
      expect(overMs).toBe((seconds - 1) * 1_000);
      expect(bytesPerHour / mebibyte / perHour).toBeGreaterThan(0.85);
      expect(bytesPerHour / mebibyte / perHour).toBeLessThan(1.15);
    }),
  );
});

it('finds it under garbage that comes and goes, also where each call leaves something behind', () => {
  const garbage = (second: number) => (second % 17) * 2;
  const bytes = (second: number) => (60 + second * 0.1 + garbage(second)) * mebibyte;
  expect(memoryGrowth(samplesOf({ bytes })).steady).toBe(true);
});

it('never calls memory a leak that only moves about', () => {
  fc.assert(
    fc.property(seeds, megabytes, fc.double({ min: 0, max: 100, noNaN: true }), (seed, base, swing) => {
      const jitter = noise(seed);
      const bytes = (second: number) => (base + swing * jitter(second)) * mebibyte;
      expect(memoryGrowth(samplesOf({ bytes })).steady).toBe(false);
    }),
  );
});

it('never calls memory a leak that falls', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0, max: 0.2, noNaN: true }), (seed, perSecond) => {
      const jitter = noise(seed);
      const bytes = (second: number) => (300 - perSecond * second + jitter(second)) * mebibyte;
      const { steady, bytesPerHour } = memoryGrowth(samplesOf({ bytes }));
      expect(steady).toBe(false);
      expect(bytesPerHour).toBeLessThanOrEqual(mebibyte * 10);
    }),
  );
});

it('does not blame memory that follows the rate of calls, whatever course the rate takes', () => {
  const course = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 20 });
  fc.assert(
    fc.property(course, fc.double({ min: 0.05, max: 2, noNaN: true }), (rates, perCall) => {
      const rate = (second: number) => rates[Math.floor((second / seconds) * rates.length)] ?? 0;
      const bytes = (second: number) => (60 + perCall * rate(second)) * mebibyte;
      expect(memoryGrowth(samplesOf({ bytes, callsPerSecond: rate })).steady).toBe(false);
    }),
  );
});

it('does not blame memory that rises with a rising rate of calls, but finds what goes on rising after it', () => {
  const ramp = (second: number) => Math.floor(second / 3);
  const explained = (second: number) => (60 + ramp(second)) * mebibyte;
  expect(memoryGrowth(samplesOf({ bytes: explained, callsPerSecond: ramp })).steady).toBe(false);
  const flatAfterAll = (second: number) => Math.min(10, second);
  expect(memoryGrowth(samplesOf({ bytes: explained, callsPerSecond: flatAfterAll })).steady).toBe(true);
});

it('does not blame a process that grew once and then stayed', () => {
  const bytes = (second: number) => (second < 60 ? 50 + second : 110) * mebibyte;
  expect(memoryGrowth(samplesOf({ bytes })).steady).toBe(false);
});

it('says nothing before it has seen enough', () => {
  const grows = samplesOf({ bytes: (second) => (60 + second) * mebibyte });
  const early = grows.filter(({ atMs }) => atMs < defaultGrowthPolicy.leastMs);
  expect(memoryGrowth(early).steady).toBe(false);
  expect(memoryGrowth([])).toEqual({ bytesPerHour: 0, overMs: 0, steady: false });
  expect(memoryGrowth(grows.slice(0, 1)).steady).toBe(false);
});

it('does not depend on when the process started', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 1e9 }), (seed, laterMs) => {
      const jitter = noise(seed);
      const samples = samplesOf({ bytes: (second) => (60 + second * 0.05 + jitter(second)) * mebibyte });
      const moved = samples.map((sample) => ({ ...sample, atMs: sample.atMs + laterMs }));
      const [one, other] = [memoryGrowth(samples), memoryGrowth(moved)];
      expect(other.steady).toBe(one.steady);
      expect(other.bytesPerHour).toBeCloseTo(one.bytesPerHour, -3);
    }),
  );
});
