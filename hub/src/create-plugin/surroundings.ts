import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where a new package stands: among the plugins of Fairlead's own workspace, or anywhere else. */
export type Surroundings =
  | { readonly kind: 'workspace' }
  /** `sdk`: what its `dependencies` say of `@fairlead/sdk`. */
  | { readonly kind: 'outside'; readonly sdk: string };

export interface SurroundingsOptions {
  /** Absolute; need not exist. */
  readonly folder: string;
  /** Instead of the published version that goes with this hub. */
  readonly sdk?: string | undefined;
}

export async function readSurroundings({ folder, sdk }: SurroundingsOptions): Promise<Surroundings> {
  const isWorkspace = sdk === undefined && (await isPluginsFolder(dirname(folder)));
  return isWorkspace ? { kind: 'workspace' } : { kind: 'outside', sdk: sdk ?? `^${sdkVersion()}` };
}

/** Of the SDK that goes with this hub. */
export function sdkVersion(): string {
  return (createRequire(import.meta.url)('@fairlead/sdk/package.json') as { readonly version: string }).version;
}

async function isPluginsFolder(folder: string): Promise<boolean> {
  if (!folder.endsWith('plugins')) return false;
  try {
    await readFile(join(folder, '../pnpm-workspace.yaml'));
    const sdk = JSON.parse(await readFile(join(folder, '../sdk/package.json'), 'utf8')) as { readonly name?: unknown };
    return sdk.name === '@fairlead/sdk';
  } catch {
    // Not there, or not readable: then it is no workspace of ours.
    return false;
  }
}
