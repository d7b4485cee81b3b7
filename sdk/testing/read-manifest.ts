import { readFileSync } from 'node:fs';
import { type Manifest, manifestSchema } from '../src/plugin/manifest.ts';
import { compileCheck } from './validate.ts';

/**
 * Reads the `fairlead` member of a package.json and checks it.
 * @example const manifest = readManifest(new URL('../package.json', import.meta.url));
 * @throws Error naming every fault
 */
export function readManifest(packageJson: URL): Manifest {
  const { fairlead } = JSON.parse(readFileSync(packageJson, 'utf8')) as { fairlead?: unknown };
  const faults = compileCheck(manifestSchema)(fairlead);
  if (faults.length > 0) throw new Error(`The manifest is not valid.\n${faults.join('\n')}`);
  return fairlead as Manifest;
}
