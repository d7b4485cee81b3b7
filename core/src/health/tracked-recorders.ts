import type { Clock } from '@fairlead/sdk';
import { addTo, createRecorder, type Outcome, type Recorder, recentMinutes } from './recorder.ts';
import type { VersionedBucket } from './versioned-bucket.ts';

/** Attempts since the hub started, of all connections of one plugin version. */
export interface AttemptTotals {
  readonly plugin: string;
  readonly version: string;
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
}

/** What of a recorder makes evidence. */
export type TrafficSource = Pick<Recorder, 'recent' | 'lastAt' | 'sinceSuccess'>;

/** A recorder for each connection and version of its plugin: while one version replaces another, both are called. */
export interface TrackedRecorders {
  /** Made when first asked for; from then on this version is the one that counts. */
  of(connectionId: string, pluginId: string, version: string): Recorder;
  /** What all versions together say of a connection; undefined before its first recorder. */
  traffic(connectionId: string): TrafficSource | undefined;
  /** The minutes that are not over yet. */
  running(): readonly VersionedBucket[];
  /**
   * Minutes that are over and were not given out before; `all`: the running one as well, up to now. Versions that nobody has
   * called for long are let go.
   */
  drain(which?: 'over' | 'all'): readonly VersionedBucket[];
  totals(): readonly AttemptTotals[];
  forget(connectionId: string): void;
}

interface Tracked {
  readonly recorder: Recorder;
  readonly plugin: string;
  readonly version: string;
}

/** `recorded` hears of each attempt. */
export function createTrackedRecorders(
  clock: Clock,
  recorded?: (connectionId: string, failed: boolean) => void,
): TrackedRecorders {
  /** The version that counts comes last. */
  const tracked = new Map<string, readonly Tracked[]>();
  const gone = new Map<string, AttemptTotals>();

  const each = (): readonly (Tracked & { readonly connectionId: string })[] =>
    [...tracked].flatMap(([connectionId, all]) => all.map((one) => ({ ...one, connectionId })));
  const drop = ({ plugin, version, recorder }: Tracked): void => {
    const key = JSON.stringify([plugin, version]);
    const byOutcome = addTo({ ...gone.get(key)?.byOutcome }, recorder.totals());
    gone.set(key, { plugin, version, byOutcome });
  };
  const letGo = (): void => {
    const oldest = clock.now() - recentMinutes * 60_000;
    for (const [connectionId, all] of tracked) {
      if (all.length === 1) continue;
      const [old, kept] = [all.slice(0, -1).filter((one) => (one.recorder.lastAt() ?? 0) < oldest), new Set(all)];
      for (const one of old) {
        drop(one);
        kept.delete(one);
      }
      if (old.length > 0) tracked.set(connectionId, [...kept]);
    }
  };
  return {
    of(connectionId, plugin, version) {
      const all = tracked.get(connectionId) ?? [];
      const known = all.find((one) => one.plugin === plugin && one.version === version);
      const one = known ?? {
        recorder: createRecorder(clock, (failed) => recorded?.(connectionId, failed)),
        plugin,
        version,
      };
      tracked.set(connectionId, [...all.filter((other) => other !== one), one]);
      return one.recorder;
    },
    traffic(connectionId) {
      const all = tracked.get(connectionId);
      return all === undefined ? undefined : together(all.map(({ recorder }) => recorder));
    },
    running: () =>
      each().flatMap(({ recorder, connectionId, plugin, version }) => {
        const bucket = recorder.peek();
        return bucket === undefined ? [] : [{ ...bucket, connectionId, plugin, version }];
      }),
    drain(which) {
      const drained: VersionedBucket[] = [];
      for (const [connectionId, all] of tracked) {
        for (const { recorder, plugin, version } of all) {
          for (const bucket of recorder.drain(which)) drained.push({ ...bucket, connectionId, plugin, version });
        }
      }
      letGo();
      return drained;
    },
    totals() {
      const sums = new Map(gone);
      for (const { plugin, version, recorder } of each()) {
        const key = JSON.stringify([plugin, version]);
        const byOutcome = addTo({ ...sums.get(key)?.byOutcome }, recorder.totals());
        sums.set(key, { plugin, version, byOutcome });
      }
      return [...sums.values()];
    },
    forget(connectionId) {
      for (const one of tracked.get(connectionId) ?? []) drop(one);
      tracked.delete(connectionId);
    },
  };
}

function together(recorders: readonly Recorder[]): TrafficSource {
  const lastAt = () => {
    const times = recorders.map((recorder) => recorder.lastAt()).filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.max(...times);
  };
  return {
    recent: () => recorders.flatMap((recorder) => recorder.recent()),
    lastAt,
    // Whether credentials work is what the latest attempt says, under whatever version.
    sinceSuccess: (outcome) =>
      recorders.findLast((recorder) => recorder.lastAt() === lastAt())?.sinceSuccess(outcome) ?? 0,
  };
}
