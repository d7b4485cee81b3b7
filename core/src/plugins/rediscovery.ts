import { type Clock, timestamp } from '@fairlead/sdk';
import { assignIds, type IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginDiscovery } from './discovery/discover-plugins.ts';
import { missingPackages } from './missing-packages.ts';
import { type PluginAggregate, releaseActor } from './plugin-collection.ts';
import { withOthers } from './plugin-entry.ts';
import { fault } from './plugin-fault.ts';
import type { PluginLedger } from './plugin-ledger.ts';
import type { Supervision } from './plugin-supervision.ts';
import type { PluginTable } from './plugin-table.ts';

export interface RediscoveryOptions {
  readonly discovery: PluginDiscovery;
  readonly clock: Clock;
  readonly ledger: PluginLedger;
  readonly table: PluginTable;
  readonly supervision: Supervision;
}

/** Brings the table to what lies on this machine. */
export interface Rediscovery {
  /** A package as it lies there now. */
  read(id: string): Promise<IdentifiedPackage | undefined>;
  /** Looks at all packages again. What runs or is about to is left alone, but for which versions lie beside it. */
  rediscover(): Promise<void>;
}

export function createRediscovery({ discovery, clock, ledger, table, supervision }: RediscoveryOptions): Rediscovery {
  const look = async () => {
    const [inspected, known] = await Promise.all([discovery.discover(), ledger.read()]);
    const identified = assignIds(inspected, known);
    return { found: [...identified, ...missingPackages(identified, known)], known };
  };
  const take = async (plugin: IdentifiedPackage, known: PluginAggregate | undefined): Promise<void> => {
    const since = timestamp(clock);
    if (plugin.faults.length > 0) {
      const entry = table.replace(plugin, { status: 'incompatible', since, reasons: plugin.faults }, known);
      return table.warn(entry.record);
    }
    const isNew = known === undefined && plugin.source === 'release';
    const aggregate = isNew ? await ledger.enable(plugin, releaseActor) : known;
    if (aggregate === undefined) table.replace(plugin, { status: 'discovered', since }, aggregate);
    else if (!aggregate.enabled) {
      table.replace(plugin, { status: 'disabled', since: aggregate.disabledAt ?? since }, aggregate);
    } else if (aggregate.quarantine !== null) {
      const { since: began, code, message } = aggregate.quarantine;
      table.replace(plugin, { status: 'quarantined', since: began, reason: fault(code, message) }, aggregate);
    } else supervision.supervise(table.replace(plugin, { status: 'enabled', since }, aggregate));
  };
  return {
    read: async (id) => (await look()).found.find((plugin) => plugin.id === id),
    async rediscover() {
      const { found, known } = await look();
      for (const plugin of found) {
        const entry = table.find(plugin.id);
        const isKept = entry?.supervisor !== undefined && entry.record.state.status !== 'incompatible';
        if (!isKept) await take(plugin, known.get(plugin.id));
        else {
          entry.plugin = withOthers(entry.plugin, [plugin, ...plugin.others]);
          entry.record = { ...entry.record, otherVersions: entry.plugin.otherVersions };
        }
      }
      table.arrange(new Set(found.map(({ id }) => id)));
    },
  };
}
