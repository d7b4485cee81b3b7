import { type Clock, isFairleadError, type Logger, type Timer } from '@fairlead/sdk';
import type { HealthBucketStore, Repository } from '../storage/index.ts';
import { type Evidence, trafficOf } from './evidence.ts';
import type { HealthRecord } from './health-record.ts';
import type { HealthIncidents } from './incidents.ts';
import { createLastHour, type LastHour } from './last-hour.ts';
import { letOthersIn } from './let-others-in.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { type AttemptTotals, createTrackedRecorders } from './tracked-recorders.ts';
import { fromStored, toStored, type VersionedBucket, withRunning } from './versioned-bucket.ts';
import { writeVerdict } from './write-verdict.ts';

/** What the monitor asks of the rest of the hub about one connection. */
export type Circumstances = Pick<Evidence, 'lifecycle' | 'plugin' | 'locked' | 'lanes' | 'webhooks'> & {
  readonly pluginId: string;
  /** Milliseconds between probes of a connection without traffic. */
  readonly probeIntervalMs: number;
};

export interface MonitorOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly repository: Repository<HealthRecord>;
  readonly buckets: HealthBucketStore;
  readonly incidents: HealthIncidents;
  /** Ids of all connections that are not removed. */
  readonly connectionIds: () => Promise<readonly string[]>;
  /** Undefined when the connection is gone. */
  readonly circumstances: (connectionId: string) => Promise<Circumstances | undefined>;
  /** Calls the capability's probe through the guard. Rejects with the guard's error. */
  readonly probe: (connectionId: string) => Promise<void>;
}

export interface HealthMonitor {
  /** The recorder of a connection; made when first asked for. */
  recorder(connectionId: string, pluginId: string, version: string): Recorder;
  /** Attempts since the hub started, by plugin and version. */
  totals(): readonly AttemptTotals[];
  /** Looks at one connection now and writes what changed. */
  check(connectionId: string): Promise<HealthRecord | undefined>;
  /** Something happened to it (settings, pause, a lane): it is looked at soon. */
  touch(connectionId: string): void;
  /** As last written; a connection that was never looked at is looked at now. Undefined when it is gone. */
  get(connectionId: string): Promise<HealthRecord | undefined>;
  /** Minutes of a connection or of all connections of a plugin, the running minute included. Bounds in minutes since 1970, `to` excluded. */
  minutes(
    of: { readonly connectionId: string } | { readonly plugin: string },
    from: number,
    to: number,
  ): Promise<readonly VersionedBucket[]>;
  /** Attempts of the last hour, those before this process included. The first call reads them. */
  lastHour(): Promise<LastHour>;
  /** One round over all connections: probes that are due, statuses, minute buckets. Called by `start`'s own timer. */
  round(): Promise<void>;
  start(): void;
  dispose(): Promise<void>;
}

const roundMs = 5_000;
const soonMs = 100;
const graceMs = 30_000;
/** Looked at in one turn: what they write shares a flush to disk, and requests do not wait long for the next turn. */
const atOnce = 50;
/** Minutes stored with one flush: each connection that was called has one. */
const storedAtOnce = 250;

export function createHealthMonitor(options: MonitorOptions): HealthMonitor {
  const { clock, log, repository, buckets, connectionIds, circumstances } = options;
  const hour = createLastHour(clock, buckets);
  const tracked = createTrackedRecorders(clock, hour.add);
  const probes = new Map<string, NonNullable<Evidence['probe']>>();
  const probing = new Set<string>();
  const touched = new Set<string>();
  const looked = new Set<string>();
  let timer: Timer | undefined;
  let running: Promise<void> | undefined;
  let drainedIn = Number.NaN;
  let waiting = false;
  let disposed = false;

  const probe = async (connectionId: string) => {
    probing.add(connectionId);
    try {
      await options.probe(connectionId);
      probes.set(connectionId, { at: clock.now(), ok: true, code: undefined });
    } catch (error) {
      const code = isFairleadError(error) ? error.code : 'plugin_threw';
      probes.set(connectionId, { at: clock.now(), ok: false, code });
    } finally {
      probing.delete(connectionId);
      touch(connectionId);
    }
  };
  const heardAt = (connectionId: string): number | undefined => {
    const times = [tracked.traffic(connectionId)?.lastAt(), probes.get(connectionId)?.at].filter(
      (time) => time !== undefined,
    );
    return times.length === 0 ? undefined : Math.max(...times);
  };
  const probeIfDue = (connectionId: string, { lifecycle, plugin, probeIntervalMs }: Circumstances) => {
    if (lifecycle !== 'active' || !plugin.running || probing.has(connectionId)) return;
    // A clock that was set back would otherwise stop the probes until it has caught up.
    const ageMs = Math.abs(clock.now() - (heardAt(connectionId) ?? Number.NEGATIVE_INFINITY));
    if (ageMs >= probeIntervalMs) void probe(connectionId);
  };

  const checking = new Map<string, Promise<HealthRecord | undefined>>();
  /** One look at a time: who asks while one is under way gets its answer. */
  const check = (connectionId: string): Promise<HealthRecord | undefined> => {
    const running = checking.get(connectionId);
    if (running !== undefined) return running;
    const looking = look(connectionId).finally(() => checking.delete(connectionId));
    checking.set(connectionId, looking);
    return looking;
  };
  const look = async (connectionId: string): Promise<HealthRecord | undefined> => {
    touched.delete(connectionId);
    const found = await circumstances(connectionId);
    if (found === undefined) {
      tracked.forget(connectionId);
      hour.forget(connectionId);
      probes.delete(connectionId);
      return undefined;
    }
    probeIfDue(connectionId, found);
    const heard = heardAt(connectionId);
    const validUntil = heard === undefined ? undefined : heard + 2 * found.probeIntervalMs + graceMs;
    const traffic = trafficOf(tracked.traffic(connectionId) ?? createRecorder(clock));
    const evidence: Evidence = {
      ...found,
      now: clock.now(),
      traffic,
      probe: probes.get(connectionId),
    };
    const first = !looked.has(connectionId);
    looked.add(connectionId);
    return writeVerdict(options, { connectionId, plugin: found.pluginId, evidence, heard, validUntil, first });
  };
  const checkAll = async (connections: readonly string[]) => {
    for (let start = 0; start < connections.length && !disposed; start += atOnce) {
      await Promise.all(connections.slice(start, start + atOnce).map(check));
      await letOthersIn();
    }
  };
  const flush = async (which: 'over' | 'all' = 'over') => {
    await hour.load();
    const minute = Math.floor(clock.now() / 60_000);
    // Within a minute that was drained before, none can be over.
    if (which === 'over' && minute === drainedIn) return;
    drainedIn = minute;
    const finished = tracked.drain(which);
    for (let start = 0; start < finished.length; start += storedAtOnce) {
      await buckets.put(finished.slice(start, start + storedAtOnce).map(toStored));
    }
  };
  const round = async () => {
    await checkAll(await connectionIds());
    await flush();
  };
  const later = () => {
    waiting = true;
    timer = clock.schedule(touched.size > 0 ? soonMs : roundMs, () => {
      waiting = false;
      running = (touched.size > 0 ? soon() : round())
        .catch((error: unknown) => log.error('Health could not be looked at; it is tried again.', { error }))
        .then(() => (disposed ? undefined : later()));
    });
  };
  const touch = (connectionId: string) => {
    touched.add(connectionId);
    if (!waiting || touched.size > 1) return;
    timer?.cancel();
    later();
  };
  const soon = async () => {
    await checkAll([...touched]);
  };

  return {
    recorder: tracked.of,
    totals: tracked.totals,
    check,
    touch,
    // Somebody asks before the first round: then this is the first look.
    get: async (connectionId) => (await repository.get(connectionId))?.state ?? check(connectionId),
    async minutes(of, from, to) {
      const stored = await buckets.range({ ...of, from, to });
      const wanted = (bucket: VersionedBucket) =>
        'plugin' in of ? bucket.plugin === of.plugin : bucket.connectionId === of.connectionId;
      const running = tracked.running().filter((one) => wanted(one) && one.minute >= from && one.minute < to);
      return withRunning(stored, running.map(toStored)).map(fromStored);
    },
    async lastHour() {
      await hour.load();
      return hour;
    },
    round,
    start: later,
    async dispose() {
      disposed = true;
      waiting = false;
      timer?.cancel();
      await running;
      // The minute goes on in the next process, and adds up.
      await flush('all');
    },
  };
}
