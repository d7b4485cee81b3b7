import type { Capability } from '@fairlead/sdk';
import { createManifestChecker } from './check-manifest.ts';
import { findPackages, type PluginPlaces } from './find-packages.ts';
import { type InspectedPackage, inspectPackage } from './inspect-package.ts';
import { runBounded } from './run-bounded.ts';

export interface DiscoveryOptions {
  readonly places: PluginPlaces;
  /** Version of the SDK that this hub runs. */
  readonly sdkVersion: string;
  readonly capabilities: readonly Capability[];
  /** Conditions of the process, for the `exports` of package.json. */
  readonly conditions: ReadonlySet<string>;
  /** Packages read at once. Default 16. */
  readonly concurrency?: number;
}

/** Finds and checks packages; may be called again to see what has changed. Imports no code of theirs. Never rejects. */
export interface PluginDiscovery {
  discover(): Promise<readonly InspectedPackage[]>;
}

export function createPluginDiscovery(options: DiscoveryOptions): PluginDiscovery {
  const checker = createManifestChecker(options);
  const { concurrency = 16, conditions, places } = options;
  return {
    async discover() {
      const candidates = await findPackages(places, concurrency);
      const inspected = await runBounded(candidates, concurrency, (candidate) =>
        inspectPackage(candidate, { checker, conditions }),
      );
      return withoutRepeats(inspected.filter((one) => one !== undefined));
    },
  };
}

const precedence = { release: 0, folder: 1, node_modules: 2 } as const;

/** One folder reached on several ways (a workspace link in `node_modules`) counts once, for the most trusted source. */
function withoutRepeats(inspected: readonly InspectedPackage[]): readonly InspectedPackage[] {
  const byLocation = new Map<string, InspectedPackage>();
  for (const one of inspected) {
    const other = byLocation.get(one.location);
    if (other === undefined || precedence[one.source] < precedence[other.source]) byLocation.set(one.location, one);
  }
  return [...byLocation.values()];
}
