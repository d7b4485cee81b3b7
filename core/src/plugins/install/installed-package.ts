import { defineCollection } from '../../storage/index.ts';
import type { PackageSignature } from './signature.ts';

/** Where a package came from. */
export type PackageOrigin = 'registry' | 'address' | 'tarball' | 'folder' | 'link';

/** One package of what was installed: the plugin itself, and each of its dependencies. */
export interface RecordedPackage {
  /** From the plugin's folder; empty for the plugin itself. */
  readonly location: string;
  readonly name: string;
  readonly version: string;
  /** SHA-512 of its tarball; of its files when it came as a folder. */
  readonly integrity: string;
  /** SHA-512 over its files as they were unpacked. */
  readonly files: string;
}

/** What is remembered of one installed version; its id is {@link installedIdOf}. */
export interface InstalledPackage {
  /** `placing`: everything is checked, and the folder is about to be there. */
  readonly status: 'placing' | 'installed' | 'removed';
  readonly pluginId: string;
  readonly packageName: string;
  readonly version: string;
  readonly origin: PackageOrigin;
  /** As it may be shown. */
  readonly spec: string;
  /** SHA-512 of the tarball, or of the files of a folder; null for a link, behind which anything may change. */
  readonly integrity: string | null;
  readonly signature: PackageSignature;
  /** Empty for a link. */
  readonly packages: readonly RecordedPackage[];
  /** ISO 8601, UTC. */
  readonly installedAt: string;
  /** Id of the actor. */
  readonly installedBy: string;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
}

export const installedPackagesCollection = defineCollection({
  name: 'plugin_packages',
  index: { status: 'string', pluginId: 'string' },
  project: ({ status, pluginId }: InstalledPackage) => ({ status, pluginId }),
});

export function installedIdOf(packageName: string, version: string): string {
  return `${packageName}@${version}`;
}

/** The folder of all versions of a package, inside of the hub's plugin folder. */
export function folderOf(packageName: string): string {
  return packageName.replace('/', '+');
}
