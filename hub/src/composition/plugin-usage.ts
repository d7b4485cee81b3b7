import {
  createLeakWatch,
  createPluginJournal,
  createPluginMeter,
  type HealthMonitor,
  type LeakPolicy,
  type LeakWatch,
  type NewJournalLine,
  type PluginJournal,
  type PluginMeter,
  type PluginRecord,
  type PluginRegistry,
  type PluginUsageService,
  reasonOf,
} from '@fairlead/core';
import type { Logger } from '@fairlead/sdk';
import type { Foundation } from './foundation.ts';

/** What is known of what plugins use, and what they say. */
export interface PluginUse {
  readonly meter: PluginMeter;
  readonly journal: PluginJournal;
}

/** Nothing is sampled yet. */
export function composePluginUse(
  { clock, logger, redactor, storage }: Pick<Foundation, 'clock' | 'logger' | 'redactor' | 'storage'>,
  cleanup: AsyncDisposableStack,
): PluginUse {
  const meter = createPluginMeter({ clock, log: logger, buckets: storage.hot.usage });
  cleanup.defer(() => meter.dispose());
  return { meter, journal: createPluginJournal({ clock, redactor }) };
}

interface WatchOptions extends Pick<Foundation, 'clock' | 'logger' | 'incidents'> {
  readonly meter: PluginMeter;
  readonly plugins: Pick<PluginRegistry, 'recycle'>;
  readonly health: Pick<HealthMonitor, 'totals'>;
  readonly policy: Partial<LeakPolicy>;
}

/** Names plugins that leak and has them started afresh, as long as the meter samples. */
export function composeLeakWatch(options: WatchOptions, cleanup: AsyncDisposableStack): LeakWatch {
  const { clock, logger, incidents, meter, plugins, health, policy } = options;
  const watch = createLeakWatch({
    clock,
    log: logger,
    meter,
    incidents,
    policy,
    calls: (id) =>
      health
        .totals()
        .filter(({ plugin }) => plugin === id)
        .flatMap(({ byOutcome }) => Object.values(byOutcome))
        .reduce((sum, count) => sum + count, 0),
    recycle: (id, reason) => plugins.recycle(id, reason),
  });
  cleanup.defer(() => watch.idle());
  cleanup.defer(() => watch.dispose());
  return watch;
}

/** What the API shows of it. */
export function usageOf(meter: PluginMeter, watch: LeakWatch): PluginUsageService {
  return {
    running: (id) => meter.running(id),
    minutes: (id, from, to) => meter.minutes(id, from, to),
    refusedHosts: (id) => meter.refusedHosts(id),
    growth: (process) => watch.growth(process),
  };
}

type About = Pick<NewJournalLine, 'plugin' | 'connection' | 'version'>;

/** A log whose lines are kept with the plugin as well, whatever level the hub's own log has. */
export function journalled(log: Logger, journal: PluginJournal, about: About): Logger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error'): Logger['info'] =>
    (message, fields) => {
      journal.write({ ...about, level, source: 'log', message, ...(fields === undefined ? {} : { fields }) });
      log[level](message, fields);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** What becomes of a plugin stands between the lines that it wrote itself. */
export function journalStates(plugins: Pick<PluginRegistry, 'onChange'>, journal: PluginJournal): void {
  const told = new Map<string, string>();
  plugins.onChange(({ id, version, state }: PluginRecord) => {
    const reason = reasonOf(state);
    const message = `It is ${state.status}${reason === undefined ? '.' : `: ${reason}`}`;
    // A record changes for other reasons too.
    if (told.get(id) === `${state.status} ${state.since}`) return;
    told.set(id, `${state.status} ${state.since}`);
    const level = reason === undefined ? 'info' : 'warn';
    journal.write({ plugin: id, version, level, source: 'hub', message });
  });
}
