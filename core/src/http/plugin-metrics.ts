import { Counter, Gauge, type Registry } from 'prom-client';
import type { AttemptTotals } from '../health/index.ts';
import type { PluginTotals, ProcessUsage } from '../plugins/index.ts';

export interface PluginMetricsOptions {
  readonly registry: Registry;
  readonly running: () => readonly ProcessUsage[];
  readonly totals: () => readonly PluginTotals[];
  readonly attempts: () => readonly AttemptTotals[];
}

/** What plugins do and use, in the metrics. Read when somebody asks for them; nothing is counted twice. */
export function registerPluginMetrics({ registry, running, totals, attempts }: PluginMetricsOptions): void {
  const gauge = (name: string, help: string, value: (one: ProcessUsage) => number | undefined) =>
    new Gauge({
      name,
      help,
      labelNames: ['plugin', 'version', 'pid'],
      registers: [registry],
      collect() {
        this.reset();
        for (const one of running()) {
          const now = value(one);
          if (now === undefined || one.latest === undefined) continue;
          this.set({ plugin: one.plugin, version: one.version, pid: String(one.latest.pid) }, now);
        }
      },
    });
  gauge('fairlead_plugin_resident_memory_bytes', 'Memory of a plugin’s process.', ({ latest }) => latest?.rssBytes);
  gauge('fairlead_plugin_heap_used_bytes', 'What JavaScript values take of it.', ({ latest }) => latest?.heapUsedBytes);
  gauge(
    'fairlead_plugin_memory_limit_bytes',
    'Memory beyond which a plugin’s process is ended.',
    ({ memoryLimitBytes }) => memoryLimitBytes,
  );
  gauge(
    'fairlead_plugin_event_loop_delay_seconds',
    'Longest delay of the event loop of a plugin’s process between its latest two samples.',
    ({ latest }) => latest && latest.loopDelayMs / 1_000,
  );

  const counter = <Label extends string>(
    name: string,
    help: string,
    label: Label | undefined,
    values: () => readonly (readonly [plugin: string, version: string, value: number, of?: string])[],
  ) =>
    new Counter({
      name,
      help,
      labelNames: ['plugin', 'version', ...(label === undefined ? [] : [label])],
      registers: [registry],
      collect() {
        this.reset();
        for (const [plugin, version, value, of] of values()) {
          this.inc({ plugin, version, ...(label === undefined ? {} : { [label]: of ?? '' }) } as never, value);
        }
      },
    });
  const each = (counts: (one: PluginTotals) => Readonly<Record<string, number>>) =>
    totals().flatMap((one) =>
      Object.entries(counts(one)).map(([of, count]) => [one.plugin, one.version, count, of] as const),
    );
  counter('fairlead_plugin_cpu_seconds_total', 'Processor time of plugins’ processes.', undefined, () =>
    totals().map(({ plugin, version, cpuMs }) => [plugin, version, cpuMs / 1_000]),
  );
  counter('fairlead_plugin_starts_total', 'Starts of a plugin.', undefined, () =>
    totals().map(({ plugin, version, starts }) => [plugin, version, starts]),
  );
  counter('fairlead_plugin_restarts_total', 'Starts of a plugin that followed a failure.', undefined, () =>
    totals().map(({ plugin, version, restarts }) => [plugin, version, restarts]),
  );
  counter('fairlead_plugin_failures_total', 'Exits and failed starts of a plugin, by cause.', 'code', () =>
    each(({ failures }) => failures),
  );
  counter(
    'fairlead_plugin_egress_refused_total',
    'Attempts of a plugin to reach what its manifest does not name, by kind.',
    'kind',
    () => each(({ refused }) => refused),
  );
  counter('fairlead_plugin_calls_total', 'Attempts of calls of a plugin, by how they ended.', 'outcome', () =>
    attempts().flatMap(({ plugin, version, byOutcome }) =>
      Object.entries(byOutcome).map(([outcome, count]) => [plugin, version, count, outcome] as const),
    ),
  );
}
