import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { rcompare } from 'semver';
import { fault, type PluginFault } from '../plugin-fault.ts';
import type { PluginSource } from '../plugin-record.ts';
import type { InspectedPackage } from './inspect-package.ts';

/** A package under the id by which the hub speaks of it. `faults` holds those of the package and of its claim. */
export interface IdentifiedPackage extends InspectedPackage {
  readonly id: string;
  readonly otherVersions: readonly string[];
  /** Those versions themselves. */
  readonly others: readonly InspectedPackage[];
}

/** What an id was first enabled for. */
export interface Binding {
  readonly packageName: string;
  readonly source: PluginSource;
  readonly version: string;
}

/**
 * Gives each id to one package: one of the release if it claims it (its ids are reserved), else the one that the id is
 * bound to, else the only one that claims it. All others are listed under a name of their own, with the reason.
 */
export function assignIds(
  inspected: readonly InspectedPackage[],
  bindings: ReadonlyMap<string, Binding>,
): readonly IdentifiedPackage[] {
  const claims = new Map<string, InspectedPackage[]>();
  const identified: IdentifiedPackage[] = [];
  for (const one of inspected) {
    if (one.claimedId === undefined) identified.push(listed(one, []));
    else claims.set(one.claimedId, [...(claims.get(one.claimedId) ?? []), one]);
  }
  for (const [id, claimants] of claims) identified.push(...settle(id, claimants, bindings.get(id)));
  return identified.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function settle(
  id: string,
  claimants: readonly InspectedPackage[],
  binding: Binding | undefined,
): readonly IdentifiedPackage[] {
  const groups = [...groupByOrigin(claimants)];
  const owner = findOwner(groups, binding);
  if (owner === undefined) {
    const names = [...new Set(claimants.map(({ packageName }) => packageName))].join(', ');
    return claimants.map((one) => listed(one, [fault('id_conflict', `Several packages claim “${id}”: ${names}.`)]));
  }
  const reserved = owner[0]?.source === 'release';
  const others = groups.filter((group) => group !== owner).flat();
  return [
    ...chosen(id, owner, binding),
    ...others.map((one) => {
      const reason = reserved
        ? fault('id_reserved', `“${id}” belongs to a plugin of the release.`)
        : fault('id_conflict', `“${id}” belongs to ${owner[0]?.packageName}, for which it was enabled.`);
      return listed(one, [reason]);
    }),
  ];
}

/** Versions of one package from one kind of place stand together. */
function groupByOrigin(claimants: readonly InspectedPackage[]) {
  return Map.groupBy(claimants, ({ packageName, source }) => `${source} ${packageName}`).values();
}

function findOwner(groups: readonly InspectedPackage[][], binding: Binding | undefined) {
  const release = groups.find(([first]) => first?.source === 'release');
  if (release !== undefined) return release;
  const bound = groups.find(
    ([first]) => first?.packageName === binding?.packageName && first?.source === binding?.source,
  );
  return bound ?? (groups.length === 1 ? groups[0] : undefined);
}

function chosen(
  id: string,
  versions: readonly InspectedPackage[],
  binding: Binding | undefined,
): readonly IdentifiedPackage[] {
  const sorted = versions.toSorted((left, right) => rcompare(left.version, right.version));
  const pinned = binding?.version;
  const winner =
    sorted.find(({ version }) => version === pinned) ?? sorted.find(({ faults }) => faults.length === 0) ?? sorted[0];
  if (winner === undefined) return [];
  // The same version twice cannot lie side by side; one of the folders is a left-over.
  const doubles = sorted.filter((one) => one !== winner && one.version === winner.version);
  const others = sorted.filter((one) => one !== winner && !doubles.includes(one));
  const otherVersions = others.map(({ version }) => version);
  const faults = [...winner.faults, ...bindingFaults(id, winner, binding, pinned)];
  return [
    { ...winner, id, otherVersions, others, faults },
    ...doubles.map((one) => listed(one, [fault('id_conflict', `Version ${one.version} of “${id}” is there twice.`)])),
  ];
}

function bindingFaults(
  id: string,
  winner: InspectedPackage,
  binding: Binding | undefined,
  pinned: string | undefined,
): readonly PluginFault[] {
  if (binding === undefined) return [];
  if (winner.packageName !== binding.packageName || winner.source !== binding.source) {
    const before = `${binding.packageName} (${binding.source})`;
    const now = `${winner.packageName} (${winner.source})`;
    return [fault('source_changed', `“${id}” was enabled for ${before}; this is ${now}.`)];
  }
  // Elsewhere another version takes its place: by a new release of the hub, or by the package manager.
  if (winner.source !== 'folder' || pinned === undefined || pinned === winner.version) return [];
  return [
    fault('version_missing', `Version ${pinned} was enabled and is gone. Enable it again to run ${winner.version}.`),
  ];
}

/** Under a name that no manifest can claim, the same at each start. */
function listed(one: InspectedPackage, reasons: readonly PluginFault[]): IdentifiedPackage {
  const digest = createHash('sha256').update(one.location).digest('hex').slice(0, 8);
  const name =
    one.claimedId ??
    basename(one.location)
      .toLowerCase()
      .replaceAll(/[^a-z0-9.-]+/g, '-')
      .slice(0, 64);
  return { ...one, id: `${name}~${digest}`, otherVersions: [], others: [], faults: [...reasons, ...one.faults] };
}
