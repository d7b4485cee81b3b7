import { type Clock, type Logger, timestamp } from '@fairlead/sdk';
import type { Incidents } from '../incidents/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginHost } from './host/plugin-host.ts';
import { type PluginIncidence, PluginSupervisor } from './lifecycle/plugin-supervisor.ts';
import type { RestartPolicy } from './lifecycle/restart-policy.ts';
import { type Entry, isStartable, noHost, permissionsOf, quarantineIncident } from './plugin-entry.ts';
import type { PluginLedger } from './plugin-ledger.ts';
import type { PluginTable } from './plugin-table.ts';
import type { SettingsMoves } from './upgrade/settings-moves.ts';
import { createSettingsAtStart } from './upgrade/settings-at-start.ts';

export interface SupervisionOptions {
  /** Asked in this order. */
  readonly hosts: readonly PluginHost[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly random?: () => number;
  readonly policy: RestartPolicy;
  readonly ledger: PluginLedger;
  readonly table: PluginTable;
  readonly incidents?: Pick<Incidents, 'raise' | 'resolve'>;
  readonly settingsMoves?: () => SettingsMoves;
  readonly disposed: () => boolean;
}

/** Gives enabled plugins somebody who keeps them running. */
export interface Supervision {
  /** Starts it, if a host runs it. */
  supervise(entry: Entry): void;
  /** Not started yet. Undefined when no host runs it. */
  supervisorOf(entry: Entry): PluginSupervisor | undefined;
}

export function createSupervision(options: SupervisionOptions): Supervision {
  const { clock, log, random = Math.random, policy, ledger, table, incidents } = options;
  const prepare = createSettingsAtStart(options);
  const record = (plugin: IdentifiedPackage, incidence: PluginIncidence): void => {
    const written = ledger.record(plugin, incidence).then((state) => table.remember(plugin.id, state));
    const raised =
      incidents !== undefined && incidence.kind === 'quarantined'
        ? incidents.raise(quarantineIncident(plugin, incidence.fault))
        : undefined;
    Promise.all([written, raised]).catch((error: unknown) => {
      log.error(`What happened to plugin “${plugin.id}” could not be stored.`, { incidence: incidence.kind, error });
    });
  };
  const supervisorOf = (entry: Entry): PluginSupervisor | undefined => {
    const { plugin } = entry;
    const host = isStartable(plugin) ? options.hosts.find((one) => one.accepts(plugin)) : undefined;
    if (host === undefined || !isStartable(plugin)) return undefined;
    entry.supervisor = new PluginSupervisor({
      plugin,
      host,
      permissions: permissionsOf(plugin, entry.record.agreed),
      clock,
      random,
      policy,
      prepare,
      changed: (state) => table.set(entry, state),
      happened: (incidence) => record(plugin, incidence),
    });
    return entry.supervisor;
  };
  return {
    supervisorOf,
    supervise(entry) {
      const supervisor = supervisorOf(entry);
      if (supervisor !== undefined) return options.disposed() ? undefined : supervisor.start();
      table.set(entry, { status: 'enabled', since: timestamp(clock), reason: noHost(entry.plugin) });
    },
  };
}
