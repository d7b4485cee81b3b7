import { addHealthBuckets, type HealthBucket } from '../storage/index.ts';
import type { MinuteBucket } from './recorder.ts';

/** A minute of one connection under one version of its plugin. */
export type VersionedBucket = MinuteBucket & {
  readonly connectionId: string;
  readonly plugin: string;
  readonly version: string;
};

export function toStored({ p50Ms, p95Ms, p99Ms, byOutcome, ...rest }: VersionedBucket): HealthBucket {
  return { ...rest, p50: p50Ms, p95: p95Ms, p99: p99Ms, byClass: { ...byOutcome } };
}

export function fromStored({ p50, p95, p99, byClass, ...rest }: HealthBucket): VersionedBucket {
  return { ...rest, p50Ms: p50 ?? 0, p95Ms: p95 ?? 0, p99Ms: p99 ?? 0, byOutcome: byClass };
}

/** A minute that another process began is one with what this one has counted of it. */
export function withRunning(
  stored: readonly HealthBucket[],
  running: readonly HealthBucket[],
): readonly HealthBucket[] {
  const rest = new Map(running.map((bucket) => [keyOf(bucket), bucket]));
  const together = stored.map((bucket) => {
    const more = rest.get(keyOf(bucket));
    rest.delete(keyOf(bucket));
    return more === undefined ? bucket : addHealthBuckets(bucket, more);
  });
  return [...together, ...rest.values()];
}

function keyOf({ connectionId, plugin, version, minute }: HealthBucket): string {
  return JSON.stringify([connectionId, plugin, version, minute]);
}
