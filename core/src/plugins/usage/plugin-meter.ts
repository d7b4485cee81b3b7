import type { Clock, Logger, Timer } from '@fairlead/sdk';
import type { UsageBucket, UsageBucketStore } from '../../storage/index.ts';
import type { HostedPlugin, PluginUsage, StartablePackage } from '../host/plugin-host.ts';
import { heapLimitMb, memoryLimitMb } from '../host/process/memory-limit.ts';
import { createUsageRecorder, toBucket, type UsageRecorder, type UsageSample } from './usage-recorder.ts';
import { createRefusals, type RefusedAttempt, type Refusals, type RefusedHost } from './refused-hosts.ts';

/** One process of a plugin that runs now. */
export interface ProcessUsage {
  readonly plugin: string;
  readonly version: string;
  /** Tells processes of this hub's life apart; never reused. */
  readonly process: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Resident memory beyond which the process is ended. */
  readonly memoryLimitBytes: number;
  /** What JavaScript values may take of it before V8 gives up. */
  readonly heapLimitBytes: number;
  /** Undefined before the first. */
  readonly latest: PluginUsage | undefined;
  /** Processor time over time between the latest two samples: 1 is one core. */
  readonly cpuShare: number;
}

/** Since the hub started. */
export interface PluginTotals {
  readonly plugin: string;
  readonly version: string;
  readonly cpuMs: number;
  readonly starts: number;
  readonly restarts: number;
  readonly failures: { readonly [code: string]: number };
  readonly refused: { readonly [kind: string]: number };
}

/** What each plugin and version uses: sampled every second, kept by the minute. */
export interface PluginMeter {
  /** A process, or inline code, has started. */
  started(plugin: StartablePackage, hosted: HostedPlugin): MeteredRun;
  /** A start failed. */
  failed(plugin: Identity, code: string): void;
  /** It tried to reach what its manifest does not name. */
  refused(attempt: RefusedAttempt): void;
  /** Processes that run now, the latest started last. */
  running(pluginId?: string): readonly ProcessUsage[];
  /** Hosts that were refused to a plugin since the hub started, the latest first. */
  refusedHosts(pluginId: string): readonly RefusedHost[];
  totals(): readonly PluginTotals[];
  /** Bounds in minutes since 1970, `to` excluded; the running minute included. */
  minutes(pluginId: string, from: number, to: number): Promise<readonly UsageBucket[]>;
  /** Told after each round of samples. @returns a function that ends it */
  onRound(listener: () => void): () => void;
  start(): void;
  /** Writes the minutes that are over. Repeating it is harmless. */
  dispose(): Promise<void>;
}

export interface Identity {
  readonly id: string;
  readonly version: string;
}

export interface MeteredRun {
  /** It broke down by itself. */
  exited(code: string): void;
  /** It is no longer there. Repeating it is harmless. */
  ended(): void;
}

export interface MeterOptions {
  readonly clock: Clock;
  readonly buckets: UsageBucketStore;
  readonly log: Logger;
  /** MiB that the hub allows to any plugin. Default: as {@link memoryLimitMb} has it. */
  readonly maxMemoryMb?: number | undefined;
}

interface Run {
  readonly plugin: string;
  readonly version: string;
  readonly process: number;
  readonly startedAt: number;
  readonly memoryLimitBytes: number;
  readonly heapLimitBytes: number;
  readonly usage: () => PluginUsage | undefined;
  latest: PluginUsage | undefined;
  cpuShare: number;
}

interface Metered {
  readonly plugin: string;
  readonly version: string;
  readonly recorder: UsageRecorder;
  cpuMs: number;
  starts: number;
  restarts: number;
  readonly failures: Record<string, number>;
  readonly refused: Record<string, number>;
}

const sampleMs = 1_000;
const mebibyte = 1_048_576;

export function createPluginMeter(options: MeterOptions): PluginMeter {
  return new Meter(options);
}

class Meter implements PluginMeter {
  readonly #options: MeterOptions;
  readonly #runs = new Set<Run>();
  readonly #versions = new Map<string, Metered>();
  readonly #refusals: Refusals;
  readonly #listeners = new Set<() => void>();
  /** Plugins that failed and have not started since. */
  readonly #fallen = new Set<string>();
  #processes = 0;
  #timer: Timer | undefined;
  #writing: Promise<void> | undefined;
  #disposed = false;

  constructor(options: MeterOptions) {
    this.#options = options;
    this.#refusals = createRefusals(options.clock);
  }

  started({ id: plugin, version, manifest }: StartablePackage, hosted: HostedPlugin): MeteredRun {
    const again = this.#fallen.delete(plugin);
    const metered = this.#of(plugin, version);
    metered.starts += 1;
    if (again) metered.restarts += 1;
    metered.recorder.started(again);
    this.#processes += 1;
    const limitMb = memoryLimitMb(manifest, this.#options.maxMemoryMb);
    const run: Run = {
      plugin,
      version,
      process: this.#processes,
      startedAt: this.#options.clock.now(),
      memoryLimitBytes: limitMb * mebibyte,
      heapLimitBytes: heapLimitMb(limitMb) * mebibyte,
      usage: () => hosted.usage(),
      latest: undefined,
      cpuShare: 0,
    };
    this.#runs.add(run);
    const ended = () => void this.#runs.delete(run);
    return {
      exited: (code) => {
        ended();
        this.failed({ id: plugin, version }, code);
      },
      ended,
    };
  }

  failed({ id, version }: Identity, code: string): void {
    this.#fallen.add(id);
    const metered = this.#of(id, version);
    metered.failures[code] = (metered.failures[code] ?? 0) + 1;
    metered.recorder.failed(code);
  }

  refused(attempt: RefusedAttempt): void {
    const { plugin, version, kind, attempts = 1 } = attempt;
    const metered = this.#of(plugin, version);
    metered.refused[kind] = (metered.refused[kind] ?? 0) + attempts;
    metered.recorder.refused(kind, attempts);
    this.#refusals.add(attempt);
  }

  running(pluginId?: string): readonly ProcessUsage[] {
    return [...this.#runs]
      .filter(({ plugin }) => pluginId === undefined || plugin === pluginId)
      .map(({ usage: _usage, ...shown }) => shown);
  }

  refusedHosts(pluginId: string): readonly RefusedHost[] {
    return this.#refusals.of(pluginId);
  }

  totals(): readonly PluginTotals[] {
    return [...this.#versions.values()].map(({ recorder: _recorder, ...totals }) => ({
      ...totals,
      failures: { ...totals.failures },
      refused: { ...totals.refused },
    }));
  }

  async minutes(pluginId: string, from: number, to: number): Promise<readonly UsageBucket[]> {
    await this.#write();
    const stored = await this.#options.buckets.range({ plugin: pluginId, from, to });
    const own = [...this.#versions.values()].filter(({ plugin }) => plugin === pluginId);
    const running = own.flatMap(({ plugin, version, recorder }) => {
      const minute = recorder.peek();
      const within = minute !== undefined && minute.minute >= from && minute.minute < to;
      return within ? [toBucket(plugin, version, minute)] : [];
    });
    return [...stored, ...running];
  }

  onRound(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#disposed) return;
    this.#timer = this.#options.clock.schedule(sampleMs, () => {
      this.#round();
      this.start();
    });
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#timer?.cancel();
    this.#listeners.clear();
    await this.#write();
  }

  #round(): void {
    const sums = new Map<Metered, UsageSample>();
    for (const run of this.#runs) {
      const sample = sampled(run);
      if (sample === undefined) continue;
      const metered = this.#of(run.plugin, run.version);
      sums.set(metered, together(sums.get(metered), sample));
    }
    for (const [metered, sample] of sums) {
      metered.cpuMs += sample.cpuMs;
      metered.recorder.sample(sample);
    }
    for (const listener of this.#listeners) listener();
    void this.#write();
  }

  /** One at a time; what could not be written is tried once and then given up, for it is a curve and not a record. */
  async #write(): Promise<void> {
    await this.#writing;
    const over = [...this.#versions.values()].flatMap(({ plugin, version, recorder }) =>
      recorder.drain().map((minute) => toBucket(plugin, version, minute)),
    );
    if (over.length === 0) return;
    this.#writing = this.#options.buckets
      .put(over)
      .catch((error: unknown) =>
        this.#options.log.warn('What plugins used in a minute could not be stored.', { error }),
      );
    await this.#writing;
  }

  #of(plugin: string, version: string): Metered {
    const key = JSON.stringify([plugin, version]);
    const known = this.#versions.get(key);
    if (known !== undefined) return known;
    const none = () => Object.create(null) as Record<string, number>;
    const recorder = createUsageRecorder(this.#options.clock);
    const counts = { cpuMs: 0, starts: 0, restarts: 0, failures: none(), refused: none() };
    const made: Metered = { plugin, version, recorder, ...counts };
    this.#versions.set(key, made);
    return made;
  }
}

/** What is new of a process since the last look; undefined when nothing is. */
function sampled(run: Run): UsageSample | undefined {
  const usage = run.usage();
  const before = run.latest;
  if (usage === undefined || usage === before || usage.sampledAt === before?.sampledAt) return undefined;
  run.latest = usage;
  const cpuMs = Math.max(0, usage.cpuMs - (before?.cpuMs ?? 0));
  const overMs = usage.sampledAt - (before?.sampledAt ?? run.startedAt);
  run.cpuShare = overMs > 0 ? cpuMs / overMs : 0;
  const { rssBytes, heapUsedBytes, loopDelayMs } = usage;
  return { cpuMs, rssBytes, heapUsedBytes, loopDelayMs };
}

/** Two processes of one version, while one replaces the other, are one plugin's use. */
function together(one: UsageSample | undefined, other: UsageSample): UsageSample {
  if (one === undefined) return other;
  return {
    cpuMs: one.cpuMs + other.cpuMs,
    rssBytes: one.rssBytes + other.rssBytes,
    heapUsedBytes: one.heapUsedBytes + other.heapUsedBytes,
    loopDelayMs: Math.max(one.loopDelayMs, other.loopDelayMs),
  };
}
