import { realpath } from 'node:fs/promises';
import type { PluginRegistry } from '../plugin-registry.ts';
import { InstallFault } from './install-fault.ts';
import type { InstalledPackage } from './installed-package.ts';
import type { PackageStore } from './package-store.ts';
import type { PreparedPackage } from './prepare-package.ts';
import type { StagingArea } from './staging-area.ts';

export interface Placing {
  readonly store: PackageStore;
  readonly area: StagingArea;
  readonly plugins: Pick<PluginRegistry, 'find'>;
  readonly spec: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Puts a prepared package where discovery finds it. What is known of it is written first, so that a hub that is killed
 * here comes up with both or with neither.
 * @throws InstallFault `already_there`, `plugin_unfit`
 */
export async function placePackage(
  prepared: PreparedPackage,
  { store, area, plugins, spec, by, at }: Placing,
): Promise<{ readonly installed: InstalledPackage; readonly alreadyThere: boolean }> {
  const { head, pluginId, origin, integrity, signature, packages, folder } = prepared;
  const { name: packageName, version } = head;
  checkOwner(pluginId, packageName, plugins);
  const facts = { pluginId, packageName, version, origin, spec, integrity, signature, packages };
  const alreadyThere = await area.has(packageName, version);
  if (alreadyThere) await checkSame(prepared, await store.get(packageName, version), area);
  await store.begin({ ...facts, installedAt: at, installedBy: by });
  if (!alreadyThere) {
    if (origin === 'link') await area.link(packageName, version, folder);
    else await area.place(packageName, version, folder);
  }
  const installed = await store.settle(packageName, version);
  if (installed === undefined) throw new Error('An installed package was removed while it was placed.');
  return { installed, alreadyThere };
}

/** The same bytes again bring nothing but, perhaps, a signature; others have to wait until the first are removed. */
async function checkSame(
  { head, origin, integrity, folder }: PreparedPackage,
  known: InstalledPackage | undefined,
  area: StagingArea,
): Promise<void> {
  const { name, version } = head;
  if (known?.status === 'installed' && known.origin === origin && known.integrity === integrity) {
    if (origin !== 'link' || (await realpath(area.placeOf(name, version))) === folder) return;
  }
  throw new InstallFault(
    'already_there',
    `Another package lies there as ${name}@${version}. Remove that one first, or give this one a version of its own.`,
  );
}

/** Told before it is placed, rather than as a plugin that is listed and cannot run. */
function checkOwner(pluginId: string, packageName: string, plugins: Placing['plugins']): void {
  const owner = plugins.find(pluginId);
  if (owner === undefined || (owner.packageName === packageName && owner.source !== 'release')) return;
  const whose = owner.source === 'release' ? 'a plugin of the release' : owner.packageName;
  throw new InstallFault('plugin_unfit', `It calls itself “${pluginId}”, which is the id of ${whose}.`);
}
