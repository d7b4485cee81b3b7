import { type Clock, newId } from '@fairlead/sdk';
import { HubError } from '../../errors/index.ts';
import type { PluginRecord } from '../plugin-record.ts';
import type { PluginRegistry } from '../plugin-registry.ts';
import type { PackageStore } from './package-store.ts';
import type { PluginInstaller } from './plugin-installer.ts';
import type { StagingArea } from './staging-area.ts';

/** Who needs a plugin: bound by hub, which knows connections. */
export interface PluginUses {
  /** Names of the connections of a plugin. */
  connections(pluginId: string): Promise<readonly string[]>;
  /** Why a version of it must stay although another one is active; undefined when nothing speaks against it. */
  version?(pluginId: string, version: string): string | undefined;
}

export interface RemovalOptions {
  readonly store: PackageStore;
  readonly area: StagingArea;
  readonly plugins: Pick<PluginRegistry, 'find' | 'list' | 'rescan' | 'disable'>;
  readonly uses: PluginUses;
  readonly clock: Clock;
}

const still = new Set<PluginRecord['state']['status']>(['discovered', 'disabled', 'incompatible']);

/** Takes versions of a plugin away. See `PluginInstaller.remove`. */
export function createRemoval({ store, area, plugins, uses, clock }: RemovalOptions): PluginInstaller['remove'] {
  return async ({ plugin: id, version }, by) => {
    const record = plugins.find(id);
    if (record === undefined) throw new HubError('not_found', { detail: `No plugin “${id}” is known.` });
    const there = [record.version, ...record.otherVersions];
    if (version !== undefined && !there.includes(version)) {
      throw new HubError('not_found', { detail: `There is no version ${version} of “${id}”.` });
    }
    const others = version !== undefined && version !== record.version;
    if (others) refuseNeededVersion(id, version, uses);
    else await refuseUsed(record, version === undefined || there.length === 1, uses);
    const wanted = version === undefined ? there : [version];
    for (const one of wanted) await refuseForeign(record, one, area);
    // What is enabled and gone would be listed as missing.
    if (!others && record.state.status === 'incompatible') await plugins.disable(id, by);
    for (const one of wanted) {
      await area.take(record.packageName, one, `removed-${newId(clock.now())}`);
      await store.remove(record.packageName, one, by);
    }
    await plugins.rescan();
  };
}

function refuseNeededVersion(id: string, version: string, uses: PluginUses): void {
  const reason = uses.version?.(id, version);
  if (reason !== undefined) throw new HubError('conflict', { detail: reason });
}

async function refuseUsed({ id, state }: PluginRecord, isLast: boolean, uses: PluginUses): Promise<void> {
  if (!still.has(state.status)) {
    throw new HubError('conflict', { detail: `The plugin “${id}” is ${state.status}. Disable it first.` });
  }
  const names = isLast ? await uses.connections(id) : [];
  if (names.length === 0) return;
  const some = names.slice(0, 5).map((name) => `“${name}”`);
  const more = names.length > some.length ? ` and ${names.length - some.length} more` : '';
  throw new HubError('conflict', {
    detail: `Connections use the plugin “${id}”: ${some.join(', ')}${more}. Remove them first.`,
  });
}

async function refuseForeign(record: PluginRecord, version: string, area: StagingArea): Promise<void> {
  const { id, source, packageName } = record;
  if (source === 'folder' && (await area.has(packageName, version))) return;
  const whose = source === 'release' ? 'comes with the release' : 'was not installed by this hub';
  throw new HubError('plugin_unavailable', { detail: `“${id}” ${version} ${whose}, so it cannot be removed here.` });
}
