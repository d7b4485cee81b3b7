import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageEntry, sourceCondition } from '@fairlead/core';

/** Which files of a plugin's folder a hub that has linked it reads. */
export interface PluginSources {
  /** A path relative to the folder, with slashes. */
  isSource(path: string): boolean;
  /** Where its code is, for people: `src`, `dist`, or the folder itself. */
  readonly place: string;
}

const tooling = /(^|\/)(node_modules|\.[^/]+|[^/]*~|[^/]*\.(sw[a-z]|tmp|log|tgz|tsbuildinfo))(\/|$)/;

/**
 * A linked package runs from its own sources where it names them, else from what its build makes.
 * @throws Error with a sentence for the operator
 */
export async function readPluginSources(folder: string): Promise<PluginSources> {
  const packageJson = await readPackageJson(folder);
  const paths = [new Set([sourceCondition]), new Set<string>()].map((one) => packageEntry(packageJson, one));
  const entry = paths.find((path) => path !== undefined && existsSync(join(folder, path))) ?? paths.at(-1);
  if (entry === undefined) throw new Error('package.json exports no “.” that can be imported.');
  const { fairlead } = packageJson as { readonly fairlead?: { readonly settings?: unknown } };
  const always = ['package.json', entry, fairlead?.settings].map((path) => String(path).replace(/^\.\//, ''));
  const [top = '', ...below] = entry.slice(2).split('/');
  const isNested = below.length > 0;
  return {
    place: isNested ? top : '.',
    isSource(path) {
      if (always.includes(path)) return true;
      if (tooling.test(path)) return false;
      // What has no ending is what an editor writes before it renames it.
      return isNested ? path.startsWith(`${top}/`) && /\.\w+$/.test(path) : /\.[cm]?[jt]s$/.test(path);
    },
  };
}

async function readPackageJson(folder: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
    throw new Error('it is not an object');
  } catch (error) {
    throw new Error(`${join(folder, 'package.json')} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}
