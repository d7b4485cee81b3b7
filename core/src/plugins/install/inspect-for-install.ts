import { createManifestChecker, type ManifestCheckerOptions } from '../discovery/check-manifest.ts';
import { type InspectedPackage, inspectPackage } from '../discovery/inspect-package.ts';

export interface PackageInspectorOptions extends ManifestCheckerOptions {
  /** Conditions of the process, for the `exports` of package.json. */
  readonly conditions: ReadonlySet<string>;
}

/** Checks single packages as discovery does, before they lie where it looks. Imports no code of theirs. */
export function createPackageInspector({ conditions, ...options }: PackageInspectorOptions) {
  const checker = createManifestChecker(options);
  return (location: string): Promise<InspectedPackage | undefined> =>
    inspectPackage({ source: 'folder', location }, { checker, conditions });
}
