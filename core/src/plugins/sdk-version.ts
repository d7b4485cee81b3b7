import { createRequire } from 'node:module';

/** Version of the SDK that this process has loaded. Plugins say in their manifest which versions they work with. */
export function readSdkVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('@fairlead/sdk/package.json') as { readonly version: string }).version;
}
