import { expect, test } from 'vitest';
import type { PluginHealth } from '../use-plugins.ts';
import { byMinute, byVersion } from './chart-columns.ts';

const minute = (at: number) => new Date(at * 60_000).toISOString();

function usage(at: number, version: string, cpuMs: number, samples = 60): PluginHealth['usage'][number] {
  const bytes = { average: 50_000_000, most: 60_000_000 };
  const none = { failures: {}, refused: {}, starts: 0, restarts: 0 };
  return { at: minute(at), version, samples, cpuMs, rssBytes: bytes, heapBytes: bytes, loopDelayMs: bytes, ...none };
}

test('attempts of all connections are added up by the minute, in order', () => {
  const one = { connection: 'a', version: '1', p50Ms: 1, p95Ms: 1, p99Ms: 1, byOutcome: {} };
  const columns = byMinute([
    { ...one, at: minute(2), calls: 3, errors: 0 },
    { ...one, at: minute(1), calls: 2, errors: 1 },
    { ...one, connection: 'b', at: minute(2), calls: 4, errors: 2 },
  ]);
  expect(columns).toEqual([
    [60, 120],
    [2, 7],
    [1, 2],
  ]);
});

test('each version has a line of its own; where it did not run there is nothing, not zero', () => {
  const found = byVersion(
    [usage(1, '1.0.0', 600), usage(2, '1.0.0', 1_200), usage(2, '2.0.0', 0, 0), usage(3, '2.0.0', 3_000)],
    4,
  );
  expect(found.versions).toEqual(['2.0.0', '1.0.0']);
  expect(found.processor).toEqual([
    [60, 120, 180],
    [null, null, 5],
    [1, 2, null],
  ]);
  expect(found.memory[2]).toEqual([50, 50, null]);
});

test('of many versions the latest are shown', () => {
  expect(byVersion([usage(1, '1', 0), usage(2, '2', 0), usage(3, '3', 0)], 2).versions).toEqual(['3', '2']);
});
