import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import { fault } from './plugin-fault.ts';

/** Plugins that are enabled and of which nothing is left to be found: connections may still name them. */
export function missingPackages(
  found: readonly IdentifiedPackage[],
  known: ReadonlyMap<string, PluginAggregate>,
): readonly IdentifiedPackage[] {
  const ids = new Set(found.map(({ id }) => id));
  return [...known]
    .filter(([id, { enabled }]) => enabled && !ids.has(id))
    .map(([id, { packageName, source, version }]) => ({
      id,
      claimedId: id,
      packageName,
      source,
      version,
      otherVersions: [],
      others: [],
      location: '',
      faults: [fault('package_missing', `The package ${packageName} is no longer there.`)],
    }));
}
