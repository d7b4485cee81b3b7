import { mkdir, writeFile } from 'node:fs/promises';
import Arborist, { type PlannedNode } from '@npmcli/arborist';
import { InstallFault } from './install-fault.ts';
import { isPackageName } from './install-spec.ts';
import { requireIntegrity } from './integrity.ts';
import { optionsOf, registryFault, type RegistryCall, type RegistryPackage } from './registry-calls.ts';
import { tooLarge } from './limits.ts';

/** A package and where it lies, from the plugin's folder: `node_modules/a/node_modules/b`. */
export interface PlannedPackage extends RegistryPackage {
  readonly location: string;
}

/** What of package.json says on whom a plugin depends. */
export interface Dependent {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: unknown;
  readonly optionalDependencies?: unknown;
  readonly peerDependencies?: unknown;
  readonly peerDependenciesMeta?: unknown;
  readonly overrides?: unknown;
}

/**
 * Which packages a plugin needs, each at one exact version with the place npm would give it. Fetches descriptions only.
 * @param folder an empty one to work in
 * @throws InstallFault `dependency_failed`, `integrity_failed`, `package_too_large`, `source_unavailable`
 */
export async function planDependencies(
  dependent: Dependent,
  { folder, maxPackages, ...call }: RegistryCall & { readonly folder: string; readonly maxPackages: number },
): Promise<readonly PlannedPackage[]> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/package.json`, JSON.stringify(dependent));
  const tree = await new Arborist({
    ...optionsOf(call),
    path: folder,
    packageLock: false,
    installStrategy: 'hoisted',
    legacyPeerDeps: false,
    strictPeerDeps: false,
    omit: ['dev'],
  })
    .buildIdealTree()
    .catch((error: unknown) => {
      throw dependencyFault(error);
    });
  const nodes = [...tree.inventory.values()].filter((node) => !node.isRoot && !node.inBundle && node.inert !== true);
  if (nodes.length > maxPackages) throw tooLarge(`it depends on more than ${maxPackages} packages`);
  return nodes.map(planned);
}

function planned(node: PlannedNode): PlannedPackage {
  const { location, packageName: name, version, resolved, isLink } = node;
  if (isLink || resolved === null || !isPlace(location) || !isPackageName(name)) {
    throw new InstallFault('dependency_failed', `The dependency ${node.name} does not come from a registry.`);
  }
  return { location, name, version, resolved, integrity: requireIntegrity(`${name}@${version}`, node.integrity) };
}

/** `node_modules/<name>`, once or nested. */
function isPlace(location: string): boolean {
  const [before, ...names] = `/${location}`.split('/node_modules/');
  return before === '' && names.length > 0 && names.every(isPackageName);
}

function dependencyFault(error: unknown): unknown {
  const { code, pkgid, package: named, spec } = error as Readonly<Record<string, unknown>>;
  const text = [pkgid, named, spec].find((one) => typeof one === 'string');
  const what = text === undefined ? 'a dependency' : `the dependency ${text.slice(0, 200)}`;
  if (code === 'ERESOLVE') {
    return new InstallFault(
      'dependency_failed',
      'Its dependencies contradict each other: no set of versions fits.',
      error,
    );
  }
  if (code === 'EBADPLATFORM') {
    return new InstallFault('dependency_failed', `It needs ${what}, which does not run on this machine.`, error);
  }
  if (
    typeof code === 'string' &&
    (code.startsWith('EALLOW') || code.startsWith('EINVALID') || code === 'EUNSUPPORTEDPROTOCOL')
  ) {
    return new InstallFault('dependency_failed', `It needs ${what}, which does not come from a registry.`, error);
  }
  const fault = registryFault(what, error);
  return fault instanceof InstallFault && fault.code === 'package_not_found'
    ? new InstallFault('dependency_failed', `The registry has no version that fits ${what}.`, error)
    : fault;
}
