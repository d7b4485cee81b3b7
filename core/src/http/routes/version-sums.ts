import { Type } from 'typebox';
import type { UsageBucket } from '../../storage/index.ts';
import type { VersionedBucket } from '../services.ts';

/** A whole span of time of one version. */
export const versionView = Type.Object({
  version: Type.String(),
  calls: Type.Integer(),
  errors: Type.Integer(),
  starts: Type.Integer(),
  restarts: Type.Integer({ description: 'Starts after a failure.' }),
  failures: Type.Record(Type.String(), Type.Integer(), { description: 'Exits and failed starts, by cause.' }),
  refused: Type.Integer({ description: 'Attempts to reach what its manifest does not name.' }),
  cpuMs: Type.Number(),
  rssMostBytes: Type.Number(),
  heapMostBytes: Type.Number(),
  loopDelayMostMs: Type.Number(),
});

interface VersionSum {
  readonly version: string;
  calls: number;
  errors: number;
  starts: number;
  restarts: number;
  readonly failures: Record<string, number>;
  refused: number;
  cpuMs: number;
  rssMostBytes: number;
  heapMostBytes: number;
  loopDelayMostMs: number;
}

/** In the order in which they first did something. */
export function sumVersions(minutes: readonly VersionedBucket[], used: readonly UsageBucket[]): readonly VersionSum[] {
  const sums = new Map<string, VersionSum>();
  const earliestFirst = [...minutes, ...used].toSorted((one, other) => one.minute - other.minute);
  for (const { version } of earliestFirst) if (!sums.has(version)) sums.set(version, nothing(version));
  for (const { version, calls, errors } of minutes) {
    const sum = sums.get(version) as VersionSum;
    sum.calls += calls;
    sum.errors += errors;
  }
  for (const { version, figures } of used) addUsage(sums.get(version) as VersionSum, figures);
  return [...sums.values()];
}

function addUsage(sum: VersionSum, figures: UsageBucket['figures']): void {
  sum.starts += figures.starts;
  sum.restarts += figures.restarts;
  sum.cpuMs += figures.cpuMs;
  sum.rssMostBytes = Math.max(sum.rssMostBytes, figures.rssBytes.most);
  sum.heapMostBytes = Math.max(sum.heapMostBytes, figures.heapBytes.most);
  sum.loopDelayMostMs = Math.max(sum.loopDelayMostMs, figures.loopDelayMs.most);
  for (const [code, count] of Object.entries(figures.failures)) sum.failures[code] = (sum.failures[code] ?? 0) + count;
  for (const count of Object.values(figures.refused)) sum.refused += count;
}

function nothing(version: string): VersionSum {
  return {
    version,
    calls: 0,
    errors: 0,
    starts: 0,
    restarts: 0,
    failures: {},
    refused: 0,
    cpuMs: 0,
    rssMostBytes: 0,
    heapMostBytes: 0,
    loopDelayMostMs: 0,
  };
}
