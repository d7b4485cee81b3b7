import { createRequire } from 'node:module';

/** Version of the hub's own package. */
export function readVersion(): string {
  return (createRequire(import.meta.url)('@fairlead/hub/package.json') as { readonly version: string }).version;
}
