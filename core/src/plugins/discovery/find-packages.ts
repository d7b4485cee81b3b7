import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PluginSource } from '../plugin-record.ts';
import { explain, systemCode } from './read-json-file.ts';
import { runBounded } from './run-bounded.ts';

/** Where to look. All paths are absolute. */
export interface PluginPlaces {
  /** Folders of the packages that this release is made of. Only these may run inline. */
  readonly release: readonly string[];
  /** `node_modules` folders; packages with the keyword `fairlead-plugin` count. */
  readonly nodeModules: readonly string[];
  /** Plugin folders of the hub: `<name>/package.json`, or `<name>/<version>/package.json` side by side. */
  readonly folders: readonly string[];
}

/** A folder that may hold a package, or one that could not be looked into. */
export interface Candidate {
  readonly source: PluginSource;
  readonly location: string;
  /** Why nothing can be said of what is inside. */
  readonly problem?: string;
}

/** Lists folders only; reads no file. Never rejects. Places that do not exist are empty. */
export async function findPackages(places: PluginPlaces, concurrency: number): Promise<readonly Candidate[]> {
  const listed = await Promise.all([
    ...places.nodeModules.map((root) => inNodeModules(root, concurrency)),
    ...places.folders.map((root) => inPluginFolder(root, concurrency)),
  ]);
  return [...places.release.map((location): Candidate => ({ source: 'release', location })), ...listed.flat()];
}

async function inNodeModules(root: string, concurrency: number): Promise<readonly Candidate[]> {
  const source = 'node_modules';
  const top = await list(root);
  if (typeof top === 'string') return [{ source, location: root, problem: top }];
  const scopes = top.filter(({ name }) => name.startsWith('@')).map(({ name }) => join(root, name));
  const scoped = await runBounded(scopes, concurrency, async (scope) => {
    const entries = await list(scope);
    return typeof entries === 'string'
      ? [{ source, location: scope, problem: entries } as const]
      : entries.map(({ name }) => ({ source, location: join(scope, name) }) as const);
  });
  const plain = top.filter(({ name }) => !name.startsWith('@')).map(({ name }) => join(root, name));
  return [...plain.map((location) => ({ source, location }) as const), ...scoped.flat()];
}

async function inPluginFolder(root: string, concurrency: number): Promise<readonly Candidate[]> {
  const source = 'folder';
  const names = await list(root);
  if (typeof names === 'string') return [{ source, location: root, problem: names }];
  const found = await runBounded(names, concurrency, async ({ name }): Promise<readonly Candidate[]> => {
    const location = join(root, name);
    const entries = await list(location);
    if (typeof entries === 'string') return [{ source, location, problem: entries }];
    const isPackage = entries.some((entry) => entry.name === 'package.json');
    // An empty folder is one that an installation has just made, or a removal is about to take away.
    return isPackage
      ? [{ source, location }]
      : entries.map((entry) => ({ source, location: join(location, entry.name) }));
  });
  return found.flat();
}

/** Folders (and links, which may lead to one) that are not hidden, and `package.json`; or why they cannot be listed. */
async function list(folder: string): Promise<readonly Dirent[] | string> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.name.startsWith('.') && (!entry.isFile() || entry.name === 'package.json'))
      .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' ? [] : explain(code);
  }
}
