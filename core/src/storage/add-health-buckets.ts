import type { HealthBucket } from './health-bucket-store.ts';

type Counted = Pick<HealthBucket, 'calls' | 'errors' | 'p50' | 'p95' | 'p99' | 'byClass'>;

/**
 * What two counts of the same minute say together. A percentile of both lies between the two; how far is not known any
 * more, so it is put where their numbers of calls would pull it.
 */
export function addHealthBuckets<Bucket extends Counted>(one: Bucket, other: Counted): Bucket {
  const between = (name: 'p50' | 'p95' | 'p99'): number | null => {
    const [left, right] = [one[name], other[name]];
    if (left === null || right === null) return left ?? right;
    return (left * one.calls + right * other.calls) / Math.max(one.calls + other.calls, 1);
  };
  const byClass: Record<string, number> = { ...one.byClass };
  for (const [name, count] of Object.entries(other.byClass)) byClass[name] = (byClass[name] ?? 0) + count;
  return {
    ...one,
    calls: one.calls + other.calls,
    errors: one.errors + other.errors,
    p50: between('p50'),
    p95: between('p95'),
    p99: between('p99'),
    byClass,
  };
}
