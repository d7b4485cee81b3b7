import type { Clock, Logger } from '@fairlead/sdk';
import type { Incidents, NewIncident } from '../../incidents/index.ts';
import {
  defaultGrowthPolicy,
  type GrowthPolicy,
  type MemoryGrowth,
  memoryGrowth,
  type MemorySample,
} from './memory-growth.ts';
import type { PluginMeter, ProcessUsage } from './plugin-meter.ts';

/** Times in milliseconds. */
export interface LeakPolicy {
  /** Share of its memory limit, 0 to 1, from which on a plugin is started afresh. */
  readonly budgetShare: number;
  /** Over how much time growth is looked at. */
  readonly windowMs: number;
  readonly growth: GrowthPolicy;
  /** A plugin is not started afresh more often than so: beyond that its limit ends it. */
  readonly recycleEveryMs: number;
  /** Without a finding for so long, it has recovered. */
  readonly calmMs: number;
}

export const defaultLeakPolicy: LeakPolicy = {
  budgetShare: 0.8,
  windowMs: 600_000,
  growth: defaultGrowthPolicy,
  recycleEveryMs: 120_000,
  calmMs: 600_000,
};

export interface LeakWatchOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly meter: Pick<PluginMeter, 'running' | 'onRound'>;
  readonly incidents: Pick<Incidents, 'raise' | 'resolve'>;
  /** Calls of a plugin since the hub started. */
  readonly calls: (pluginId: string) => number;
  /** Starts a fresh process of the plugin beside the old one and ends that when its calls have ended. */
  readonly recycle: (pluginId: string, reason: string) => Promise<unknown>;
  readonly policy?: Partial<LeakPolicy>;
}

/** Names plugins that leak, and has them started afresh before their limit ends them. */
export interface LeakWatch {
  /** What it has found out about each process that runs now. */
  growth(process: number): MemoryGrowth | undefined;
  /** Resolves when all that was begun so far has ended. */
  idle(): Promise<void>;
  dispose(): void;
}

/** What is wrong with a plugin's memory, the worse the later. */
const findings = ['nothing', 'leaking', 'full', 'leaking_and_full'] as const;
type Finding = (typeof findings)[number];

export const leakCodes = { leaking: 'plugin_leaking', full: 'plugin_memory_high' } as const;

interface Watched {
  readonly plugin: string;
  readonly process: number;
  readonly samples: MemorySample[];
  growth: MemoryGrowth;
  lookedAtMs: number;
  fullSamples: number;
  heapLow: number[];
}

interface Verdict {
  told: Finding;
  /** Of the last look that found something; at first the start of the hub, whose predecessor may have told. */
  foundAtMs: number;
  recycledAtMs: number;
  settled: boolean;
}

const mebibyte = 1_048_576;
/** Growth is worked out from hundreds of samples, so not for each. */
const growthEveryMs = 10_000;
/** One large request is no reason to start afresh. */
const fullSamplesNeeded = 2;
/** V8 lets garbage stay until it needs the space: the least of so many samples is what is held. */
const heapSamples = 10;
const noGrowth: MemoryGrowth = { bytesPerHour: 0, overMs: 0, steady: false };

export function createLeakWatch(options: LeakWatchOptions): LeakWatch {
  return new Watch(options);
}

class Watch implements LeakWatch {
  readonly #options: LeakWatchOptions;
  readonly #policy: LeakPolicy;
  readonly #watched = new Map<number, Watched>();
  readonly #verdicts = new Map<string, Verdict>();
  readonly #working = new Set<Promise<unknown>>();
  readonly #end: () => void;

  constructor(options: LeakWatchOptions) {
    this.#options = options;
    this.#policy = { ...defaultLeakPolicy, ...options.policy };
    this.#end = options.meter.onRound(() => this.#look());
  }

  growth(process: number): MemoryGrowth | undefined {
    return this.#watched.get(process)?.growth;
  }

  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.allSettled(this.#working);
  }

  dispose(): void {
    this.#end();
  }

  #look(): void {
    const running = this.#options.meter.running();
    const alive = new Set(running.map(({ process }) => process));
    for (const process of this.#watched.keys()) if (!alive.has(process)) this.#watched.delete(process);
    const worst = new Map<string, readonly [Finding, ProcessUsage]>();
    for (const usage of running) {
      if (usage.latest === undefined) continue;
      const finding = this.#judge(usage);
      const before = worst.get(usage.plugin)?.[0] ?? 'nothing';
      if (rank(finding) >= rank(before)) worst.set(usage.plugin, [finding, usage]);
    }
    for (const [plugin, [finding, usage]] of worst) this.#act(plugin, finding, usage);
    for (const [plugin, verdict] of this.#verdicts) if (!worst.has(plugin)) this.#calm(plugin, verdict);
  }

  #judge(usage: ProcessUsage): Finding {
    const { clock, calls } = this.#options;
    const { latest, plugin, process, memoryLimitBytes, heapLimitBytes } = usage;
    const nowMs = clock.monotonic();
    const watched = this.#of(plugin, process);
    if (latest === undefined) return 'nothing';
    watched.samples.push({ atMs: nowMs, bytes: latest.rssBytes, calls: calls(plugin) });
    while ((watched.samples[0]?.atMs ?? nowMs) < nowMs - this.#policy.windowMs) watched.samples.shift();
    watched.heapLow = [...watched.heapLow, latest.heapUsedBytes].slice(-heapSamples);
    const { budgetShare } = this.#policy;
    const heapFull =
      watched.heapLow.length === heapSamples && Math.min(...watched.heapLow) >= budgetShare * heapLimitBytes;
    watched.fullSamples = latest.rssBytes >= budgetShare * memoryLimitBytes ? watched.fullSamples + 1 : 0;
    const full = heapFull || watched.fullSamples >= fullSamplesNeeded;
    if (full || nowMs - watched.lookedAtMs >= Math.min(growthEveryMs, this.#policy.growth.leastMs)) {
      watched.growth = memoryGrowth(watched.samples, this.#policy.growth);
      watched.lookedAtMs = nowMs;
    }
    if (full) return watched.growth.steady ? 'leaking_and_full' : 'full';
    return watched.growth.steady ? 'leaking' : 'nothing';
  }

  #act(plugin: string, finding: Finding, usage: ProcessUsage): void {
    const verdict = this.#verdictOf(plugin);
    if (finding === 'nothing') return this.#calm(plugin, verdict);
    const nowMs = this.#options.clock.monotonic();
    verdict.foundAtMs = nowMs;
    verdict.settled = false;
    const growth = this.growth(usage.process) ?? noGrowth;
    const isFull = finding !== 'leaking';
    const mayRecycle = nowMs - verdict.recycledAtMs >= this.#policy.recycleEveryMs;
    if (rank(finding) > rank(verdict.told)) this.#tell(plugin, verdict, finding, usage, growth);
    if (!isFull || !mayRecycle) return;
    verdict.recycledAtMs = nowMs;
    const reason = `It holds ${held(usage)}; it grew by ${perHour(growth)}.`;
    this.#do('A plugin could not be started afresh', plugin, async () => {
      this.#options.log.warn(`The plugin “${plugin}” is started afresh.`, { plugin, reason });
      await this.#options.recycle(plugin, reason);
    });
  }

  #tell(plugin: string, verdict: Verdict, finding: Finding, usage: ProcessUsage, growth: MemoryGrowth): void {
    const before = verdict.told;
    verdict.told = finding;
    this.#do('What was found of a plugin’s memory could not be told', plugin, async () => {
      await this.#options.incidents.raise(incidentOf(finding, usage, growth));
      const other = isLeak(finding) && before === 'full' ? leakCodes.full : undefined;
      if (other !== undefined) await this.#options.incidents.resolve({ kind: 'plugin', id: plugin }, other);
    });
  }

  /** Nothing was found; after a while that is the end of it. */
  #calm(plugin: string, verdict: Verdict): void {
    if (verdict.settled || this.#options.clock.monotonic() - verdict.foundAtMs < this.#policy.calmMs) return;
    verdict.settled = true;
    verdict.told = 'nothing';
    this.#do('The end of an incident could not be told', plugin, async () => {
      const subject = { kind: 'plugin', id: plugin };
      for (const code of Object.values(leakCodes)) await this.#options.incidents.resolve(subject, code);
    });
  }

  #do(otherwise: string, plugin: string, work: () => Promise<void>): void {
    const doing = work()
      .catch((error: unknown) => this.#options.log.error(`${otherwise} (“${plugin}”).`, { plugin, error }))
      .finally(() => this.#working.delete(doing));
    this.#working.add(doing);
  }

  #of(plugin: string, process: number): Watched {
    const known = this.#watched.get(process);
    if (known !== undefined) return known;
    const lookedAtMs = this.#options.clock.monotonic();
    const made = { plugin, process, samples: [], growth: noGrowth, lookedAtMs, fullSamples: 0, heapLow: [] };
    this.#watched.set(process, made);
    return made;
  }

  #verdictOf(plugin: string): Verdict {
    const known = this.#verdicts.get(plugin);
    if (known !== undefined) return known;
    const foundAtMs = this.#options.clock.monotonic();
    const made: Verdict = { told: 'nothing', foundAtMs, recycledAtMs: Number.NEGATIVE_INFINITY, settled: false };
    this.#verdicts.set(plugin, made);
    return made;
  }
}

function rank(finding: Finding): number {
  return findings.indexOf(finding);
}

function isLeak(finding: Finding): boolean {
  return finding === 'leaking' || finding === 'leaking_and_full';
}

function incidentOf(finding: Finding, usage: ProcessUsage, growth: MemoryGrowth): NewIncident {
  const { plugin, version } = usage;
  const isFull = finding !== 'leaking';
  const afresh = isFull ? ' It is started afresh.' : '';
  const why = isLeak(finding) ? ', which calls do not explain' : '';
  return {
    subject: { kind: 'plugin', id: plugin },
    code: isLeak(finding) ? leakCodes.leaking : leakCodes.full,
    severity: isFull ? 'error' : 'warning',
    title: isLeak(finding)
      ? `The plugin ${plugin} leaks memory: ${perHour(growth)}`
      : `The plugin ${plugin} uses nearly all the memory it may`,
    detail: `Version ${version} holds ${held(usage)}; it grew by ${perHour(growth)}${why}.${afresh}`,
    action: { kind: 'look_at_plugin', label: 'Look at the plugin', parameters: { plugin } },
  };
}

function held({ latest, memoryLimitBytes }: ProcessUsage): string {
  return `${megabytes(latest?.rssBytes ?? 0)} of ${megabytes(memoryLimitBytes)} MB`;
}

function perHour({ bytesPerHour, overMs }: MemoryGrowth): string {
  return `${megabytes(bytesPerHour)} MB an hour over the last ${Math.round(overMs / 1_000)} s`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / mebibyte);
}
