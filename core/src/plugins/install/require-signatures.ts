import { realpath } from 'node:fs/promises';
import type { PluginDiscovery } from '../discovery/discover-plugins.ts';
import type { InspectedPackage } from '../discovery/inspect-package.ts';
import { fault, type PluginFault } from '../plugin-fault.ts';
import type { Repository } from '../../storage/index.ts';
import { type InstalledPackage, installedIdOf } from './installed-package.ts';
import type { PluginKeys } from './plugin-keys.ts';
import { createStagingArea } from './staging-area.ts';

export interface RequireSignaturesOptions {
  /** The hub's plugin folder, absolute. */
  readonly folder: string;
  /** Of `installedPackagesCollection`. */
  readonly packages: Pick<Repository<InstalledPackage>, 'get'>;
  readonly keys: Pick<PluginKeys, 'list'>;
}

/**
 * The same packages; those that do not come with the release, and were not installed with a signature by a key that the
 * admin still has, cannot be enabled, upgraded to or started. What it goes by is what was recorded at the installation:
 * the files themselves are compared on demand (`plugins verify`), because that takes longer than a start may.
 */
export function requireSignatures(discovery: PluginDiscovery, options: RequireSignaturesOptions): PluginDiscovery {
  const { packages, keys } = options;
  const area = createStagingArea(options.folder);
  const problemOf = async (
    { packageName, version, location }: InspectedPackage,
    known: ReadonlySet<string>,
  ): Promise<PluginFault | undefined> => {
    const installed = (await packages.get(installedIdOf(packageName, version)))?.state;
    const place = await realpath(area.placeOf(packageName, version)).catch(() => undefined);
    if (installed?.status !== 'installed' || place !== location) {
      return fault('signature_missing', 'This hub requires signatures, and it was not installed by the hub.');
    }
    const { signature } = installed;
    if (signature.status === 'unsigned') {
      return fault('signature_missing', 'This hub requires signatures, and it was installed without one.');
    }
    if (known.has(signature.keyId)) return undefined;
    return fault(
      'signature_missing',
      `The key that signed it (${signature.keyId}, then “${signature.key}”) was removed.`,
    );
  };
  return {
    async discover() {
      const found = await discovery.discover();
      const known = new Set((await keys.list()).map(({ id }) => id));
      const judged = found.map(async (one) => {
        const problem = one.source === 'release' ? undefined : await problemOf(one, known);
        return problem === undefined ? one : { ...one, faults: [...one.faults, problem] };
      });
      return Promise.all(judged);
    },
  };
}
