import { type Clock, timestamp } from '@fairlead/sdk';
import { newEvent } from '../../events/index.ts';
import { isStorageError, type Repository } from '../../storage/index.ts';
import { type InstalledPackage, installedIdOf } from './installed-package.ts';

/** What is remembered of installed packages, and the events that tell of it. */
export interface PackageStore {
  get(packageName: string, version: string): Promise<InstalledPackage | undefined>;
  /** Everything that was ever installed. */
  all(): Promise<readonly InstalledPackage[]>;
  /** Writes it as `placing`. */
  begin(found: Omit<InstalledPackage, 'status' | 'removedAt' | 'removedBy'>): Promise<void>;
  /** Publishes `plugin.installed`. Undefined when it was not `placing`. */
  settle(packageName: string, version: string): Promise<InstalledPackage | undefined>;
  /** Publishes `plugin.removed`. Repeating it is harmless. */
  remove(packageName: string, version: string, by: string): Promise<void>;
}

export function createPackageStore(options: {
  readonly repository: Repository<InstalledPackage>;
  readonly clock: Clock;
}): PackageStore {
  const { repository, clock } = options;
  const event = (
    type: string,
    { pluginId, packageName, version, integrity, signature }: InstalledPackage,
    by: string,
  ) =>
    newEvent(clock, {
      type,
      subject: pluginId,
      data: {
        pluginId,
        packageName,
        version,
        integrity,
        signedBy: signature.status === 'signed' ? signature.key : null,
        by,
      },
    });
  return {
    get: async (packageName, version) => (await repository.get(installedIdOf(packageName, version)))?.state,
    async all() {
      const all: InstalledPackage[] = [];
      for await (const { state } of repository.scan()) all.push(state);
      return all;
    },
    async begin(found) {
      const id = installedIdOf(found.packageName, found.version);
      const state: InstalledPackage = { ...found, status: 'placing', removedAt: null, removedBy: null };
      if ((await repository.update(id, () => ({ state }))) !== undefined) return;
      try {
        await repository.commit({ id, state }, 0);
      } catch (error) {
        // Another node was first.
        if (!isStorageError(error, 'version_conflict')) throw error;
        await repository.update(id, () => ({ state }));
      }
    },
    async settle(packageName, version) {
      const stored = await repository.update(installedIdOf(packageName, version), (state) => {
        if (state.status !== 'placing') return undefined;
        const settled = { ...state, status: 'installed' as const };
        return { state: settled, events: [event('plugin.installed', settled, state.installedBy)] };
      });
      return stored?.state;
    },
    async remove(packageName, version, by) {
      await repository.update(installedIdOf(packageName, version), (state) => {
        if (state.status === 'removed') return undefined;
        const removed = { ...state, status: 'removed' as const, removedAt: timestamp(clock), removedBy: by };
        return { state: removed, events: state.status === 'placing' ? [] : [event('plugin.removed', removed, by)] };
      });
    },
  };
}
