import { valid } from 'semver';
import { readJsonFile } from '../discovery/read-json-file.ts';
import { InstallFault } from './install-fault.ts';
import { isPackageName } from './install-spec.ts';
import type { Dependent } from './plan-dependencies.ts';

/** What package.json says of a package and of whom it needs. */
export interface PackageHead extends Dependent {
  /** True: all of its dependencies. */
  readonly bundled: readonly string[] | true;
}

const maxBytes = 1_048_576;

/** @throws InstallFault `package_mismatch` when it has no usable name and version */
export async function readHead(folder: string): Promise<PackageHead> {
  const file = await readJsonFile(`${folder}/package.json`, maxBytes);
  const json = file.outcome === 'read' && typeof file.value === 'object' && file.value !== null ? file.value : {};
  const head = json as Readonly<Record<string, unknown>>;
  const { name, version } = head;
  if (typeof name !== 'string' || !isPackageName(name) || typeof version !== 'string' || valid(version) !== version) {
    throw new InstallFault('package_mismatch', 'It has no package.json with a usable name and version.');
  }
  const bundle = head['bundleDependencies'] ?? head['bundledDependencies'];
  return {
    name,
    version,
    dependencies: head['dependencies'],
    optionalDependencies: head['optionalDependencies'],
    peerDependencies: head['peerDependencies'],
    peerDependenciesMeta: head['peerDependenciesMeta'],
    overrides: head['overrides'],
    bundled: bundle === true ? true : Array.isArray(bundle) ? bundle.filter((one) => typeof one === 'string') : [],
  };
}
