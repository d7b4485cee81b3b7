import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface ReadableRequest {
  /** The plugin's folder, symbolic links followed. */
  readonly location: string;
  /** What the process runs before the plugin: a file of the SDK. */
  readonly childProgram: string;
  /** Nothing in these is readable, whatever lies around them; a plugin that lies inside one reads its own folder all the same. */
  readonly protectedPaths: readonly string[];
}

/** More packages than any plugin has; whoever has more lacks the rest of them. */
const mostPackages = 5_000;

/**
 * Files and folders that a plugin's process has to read: its package, the SDK, and what both can resolve. For each of
 * these packages that is every `node_modules` on its way up, and what its dependencies are linked to elsewhere. All
 * absolute; folders count with what is below them, and may not exist.
 */
export async function readablePaths(request: ReadableRequest): Promise<readonly string[]> {
  const protectedPaths = await Promise.all(request.protectedPaths.map(real));
  const location = await real(request.location);
  const child = await real(request.childProgram);
  const folders = [location, (await packageOf(child)) ?? dirname(child)];
  const found: string[] = [];
  const add = (path: string) => {
    if (!found.some((folder) => isInside(folder, path))) found.push(path);
  };
  for (let index = 0; index < folders.length && index < mostPackages; index += 1) {
    const folder = folders[index] ?? '';
    const modules = await modulesAbove(folder);
    for (const path of [folder, ...modules]) add(path);
    // What lies in one of these folders finds what it needs there; what is linked from elsewhere has a way up of its own.
    const linked = (await dependencies(folder, modules)).filter(
      (target) =>
        !found.some((path) => isInside(path, target)) && !protectedPaths.some((path) => isInside(path, target)),
    );
    folders.push(...linked.filter((target) => !folders.includes(target)));
  }
  const outermost = found.filter((path) => !found.some((other) => isBelow(other, path)));
  return (await Promise.all(outermost.map((path) => without(path, protectedPaths)))).flat();
}

/** True for the folder itself as well. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || isBelow(folder, path);
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** Node's permission model knows no exceptions, so a folder that holds something protected is taken apart. */
async function without(folder: string, protectedPaths: readonly string[]): Promise<readonly string[]> {
  const below = protectedPaths.filter((path) => isBelow(folder, path));
  if (below.length === 0) return [folder];
  const names = await readdir(folder).catch(() => []);
  const entries = names.map((name) => join(folder, name)).filter((entry) => !below.includes(entry));
  return (await Promise.all(entries.map((entry) => without(entry, protectedPaths)))).flat();
}

/** The folders in which Node looks for a package's dependencies. https://nodejs.org/api/modules.html#loading-from-node_modules-folders */
async function modulesAbove(folder: string): Promise<readonly string[]> {
  const places: string[] = [];
  for (let above = folder; ; above = dirname(above)) {
    if (!above.endsWith(`${sep}node_modules`)) {
      const place = join(above, 'node_modules');
      const target = await real(place);
      places.push(...(target === place ? [place] : [place, target]));
    }
    if (dirname(above) === above) return places;
  }
}

/** Where a package's dependencies really are. A link counts when the package of that name is behind it. */
async function dependencies(folder: string, modules: readonly string[]): Promise<readonly string[]> {
  const { dependencies: needed, optionalDependencies: optional, peerDependencies: peers } = await head(folder);
  const names = [needed, optional, peers].flatMap((group) =>
    typeof group === 'object' && group !== null ? Object.keys(group) : [],
  );
  const found = await Promise.all(names.map((name) => findPackage(name, modules)));
  return found.filter((place) => place !== undefined);
}

async function findPackage(name: string, modules: readonly string[]): Promise<string | undefined> {
  if (!/^(@[\w.~-]+\/)?[\w~-][\w.~-]*$/.test(name)) return undefined;
  for (const place of modules) {
    const target = await realpath(join(place, name)).catch(() => undefined);
    if (target !== undefined) return (await head(target))['name'] === name ? target : undefined;
  }
  return undefined;
}

async function packageOf(file: string): Promise<string | undefined> {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    if ('name' in (await head(folder))) return folder;
  }
  return undefined;
}

async function head(folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    // Whoever imports it will be told; here it is only a package that needs nothing.
    return {};
  }
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
