import type { Clock } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginHost, PluginPermissions } from './host/plugin-host.ts';
import { faultsOf, type PluginSupervisor } from './lifecycle/plugin-supervisor.ts';
import { HostedVersion, startVersion } from './lifecycle/started-version.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import { type Entry, isStartable, noHost, permissionsOf, unavailable, withOthers } from './plugin-entry.ts';
import { PluginStartError } from './plugin-fault.ts';
import type { PluginLedger } from './plugin-ledger.ts';
import type { PluginRecord } from './plugin-record.ts';
import type { PluginVersions, StartedVersion } from './plugin-versions.ts';

/** What the registry lends to what puts one running version in the place of another. */
export interface ReplacementOptions {
  readonly hosts: readonly PluginHost[];
  readonly clock: Clock;
  readonly ledger: PluginLedger;
  readonly startTimeoutMs: number;
  /** The registry's own table. */
  readonly unsettled: Map<string, string>;
  readonly entry: (id: string) => Entry;
  /** An entry for another version, in the state of the one before. */
  readonly swap: (plugin: IdentifiedPackage) => Entry;
  /** A supervisor that has not begun. */
  readonly supervisorOf: (entry: Entry) => PluginSupervisor | undefined;
  readonly remember: (id: string, state: PluginAggregate) => void;
  readonly rescan: () => Promise<void>;
  /** The package as it lies there now. */
  readonly read: (id: string) => Promise<IdentifiedPackage | undefined>;
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly disposed: () => boolean;
}

export interface Replacements {
  readonly versions: PluginVersions;
  recycle(id: string, reason: string): Promise<PluginRecord>;
  reload(id: string): Promise<PluginRecord>;
  /** Stops whatever was replaced and has not ended. */
  dispose(): Promise<void>;
}

/** How long calls on a version that was replaced may take, streams included. */
const retireWithinMs = 600_000;

export function createReplacements(options: ReplacementOptions): Replacements {
  const { ledger, entry } = options;
  const leaving = new Set<StartedVersion>();
  /** Started for somebody who may never come back for it. */
  const beside = new Set<StartedVersion>();
  const stopping = new AbortController();

  const start = (plugin: IdentifiedPackage, permissions: PluginPermissions): Promise<HostedVersion> => {
    const { hosts, clock, startTimeoutMs: timeoutMs } = options;
    const host = isStartable(plugin) ? hosts.find((one) => one.accepts(plugin)) : undefined;
    if (host === undefined || !isStartable(plugin)) {
      const faults = plugin.faults.length > 0 ? plugin.faults : [noHost(plugin)];
      return Promise.reject(new PluginStartError(faults, { permanent: true }));
    }
    return startVersion({ host, plugin, permissions, clock, timeoutMs, signal: stopping.signal });
  };
  const retire = (version: StartedVersion | undefined) => {
    if (version === undefined) return;
    leaving.add(version);
    void version.retire(retireWithinMs).finally(() => leaving.delete(version));
  };
  const activate = (id: string, started: StartedVersion): HostedVersion | undefined => {
    if (!(started instanceof HostedVersion)) throw new TypeError('This version was not started here.');
    const before = entry(id);
    const next = options.swap(withOthers(asIdentified(started, before), [before.plugin, ...before.plugin.others]));
    const ran = before.supervisor?.release();
    options.supervisorOf(next)?.take(started);
    return ran;
  };

  const versions: PluginVersions = {
    active: (id) => entry(id).plugin,
    async find(id, version) {
      const known = versionOf(entry(id).plugin, version);
      if (known !== undefined) return known;
      await options.rescan();
      return versionOf(entry(id).plugin, version);
    },
    remembered: (id) => ledger.get(id),
    all: () => ledger.read(),
    async start(plugin, permissions) {
      for (const version of beside) if (!version.alive) beside.delete(version);
      const started = await start(plugin, permissions);
      beside.add(started);
      return started;
    },
    async note(id, change) {
      const state = await ledger.note(id, change);
      if (state === undefined) throw new HubError('not_found', { detail: `No plugin “${id}” was ever enabled.` });
      options.remember(id, state);
      return state;
    },
    inTurn: options.inTurn,
    activate,
    setUnsettled(id, move) {
      if (move === undefined) options.unsettled.delete(id);
      else options.unsettled.set(id, move);
    },
  };

  /** Starts `plugin` in the place of what `before` runs. What runs goes on until the fresh one does. */
  const replaceBy = async (before: Entry, plugin: IdentifiedPackage): Promise<PluginRecord> => {
    const { id } = plugin;
    let started: HostedVersion;
    try {
      started = await start(plugin, permissionsOf(plugin, before.record.agreed));
    } catch (error) {
      const [faults] = faultsOf(error);
      const detail = `The plugin “${id}” was not replaced: ${faults.map(({ message }) => message).join(' ')}`;
      throw new HubError('plugin_unavailable', { detail, cause: error });
    }
    return options.inTurn(async () => {
      if (entry(id) !== before || options.disposed()) {
        await started.stop();
        throw new HubError('conflict', { detail: `The plugin “${id}” was switched meanwhile.` });
      }
      retire(activate(id, started));
      return entry(id).record;
    });
  };

  return {
    versions,
    async recycle(id, reason) {
      const before = entry(id);
      if (before.supervisor?.running === undefined) throw unavailable(before.record, 'cannot be recycled');
      const record = await replaceBy(before, before.plugin);
      await versions.note(id, (state) => ({
        state,
        events: [['plugin.recycled', { version: record.version, reason: reason.slice(0, 500) }]],
      }));
      return entry(id).record;
    },
    async reload(id) {
      const before = entry(id);
      const { status } = before.record.state;
      if (status === 'disabled' || status === 'discovered') throw unavailable(before.record, 'has to be enabled first');
      const fresh = await options.read(id);
      if (fresh === undefined || fresh.faults.length > 0) {
        const why = fresh?.faults.map(({ message }) => message).join(' ') ?? 'It is no longer there.';
        throw new HubError('plugin_unavailable', { detail: `The plugin “${id}” was not reloaded. ${why}` });
      }
      return replaceBy(before, fresh);
    },
    async dispose() {
      stopping.abort(new Error('The hub is stopping.'));
      await Promise.all([...leaving, ...beside].map((version) => version.stop()));
    },
  };
}

/** A version under the plugin's id. */
function versionOf(plugin: IdentifiedPackage, version: string): IdentifiedPackage | undefined {
  if (plugin.version === version) return plugin;
  const other = plugin.others.find((one) => one.version === version);
  if (other === undefined) return undefined;
  const identified = { ...other, id: plugin.id, others: [], otherVersions: [] };
  return withOthers(identified, [plugin, ...plugin.others]);
}

function asIdentified({ plugin }: StartedVersion, { plugin: before }: Entry): IdentifiedPackage {
  return { ...plugin, id: before.id };
}
