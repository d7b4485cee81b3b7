import { join } from 'node:path';
import { conditionsOf, createPluginDiscovery, type PluginAggregate, readSdkVersion } from '@fairlead/core';
import { builtInCapabilities } from '@fairlead/sdk';
import type { Settings } from '../../config/settings.ts';
import { releasePluginFolders } from '../../release.ts';
import { type Check, ok, warning } from './check.ts';

/** A plugin as it is told of: `reason` says why it does not run. */
export interface PluginState {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly reason?: string;
}

/** Finds plugins as a start would, and runs none of their code. */
export async function findPlugins(
  { dataDir, pluginDirs }: Pick<Settings, 'dataDir' | 'pluginDirs'>,
  known: ReadonlyMap<string, PluginAggregate> | undefined,
): Promise<readonly PluginState[]> {
  const discovery = createPluginDiscovery({
    places: {
      release: [...releasePluginFolders()],
      nodeModules: [],
      folders: [join(dataDir, 'plugins'), ...pluginDirs],
    },
    sdkVersion: readSdkVersion(),
    capabilities: builtInCapabilities,
    conditions: conditionsOf(process.execArgv),
  });
  const found = await discovery.discover();
  return found.map(({ manifest, claimedId, packageName, version, source, faults }) => {
    const id = manifest?.id ?? claimedId ?? packageName;
    if (faults.length > 0) {
      return { id, version, status: 'incompatible', reason: faults.map(({ message }) => message).join(' ') };
    }
    const aggregate = known?.get(id);
    if (aggregate?.quarantine) return { id, version, status: 'quarantined', reason: aggregate.quarantine.message };
    const enabled = aggregate?.enabled ?? source === 'release';
    return { id, version, status: enabled ? 'enabled' : aggregate === undefined ? 'discovered' : 'disabled' };
  });
}

const wanting = ['incompatible', 'quarantined', 'backoff'];

export function checkPlugins(plugins: readonly PluginState[]): Check {
  const list = plugins.map(({ id, version, status }) => `${id} ${version} (${status})`).join(', ');
  const bad = plugins.filter(({ status }) => wanting.includes(status));
  if (bad.length === 0) return ok('plugins', list === '' ? 'None.' : `${list}.`);
  const reasons = bad.map(({ id, reason }) => `${id}: ${reason ?? 'no reason given'}`).join(' ');
  return warning('plugins', `${list}. ${reasons}`);
}
