import type { Dirent } from 'node:fs';
import { readdir, readlink, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isInside } from './readable-paths.ts';

/** More files than any plugin has. */
const mostEntries = 100_000;

/**
 * Links of a package that lead to where its process may not read. Node follows links without asking where they lead
 * (https://nodejs.org/api/permissions.html#limitations-and-known-issues), so one of them would open the way.
 * @returns paths relative to the package; `undefined` when there are too many files to tell
 */
export async function outwardLinks(
  location: string,
  readable: readonly string[],
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  const folders = [location];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await list(folder)) {
      seen += 1;
      if (seen > mostEntries) return undefined;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isSymbolicLink() && !(await staysInside(path, readable))) found.push(relative(location, path));
    }
  }
  return found;
}

/** What cannot be listed here cannot be read by a process of the same user. */
async function list(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function staysInside(link: string, readable: readonly string[]): Promise<boolean> {
  // A link to nothing counts by its words: something may be there tomorrow.
  const target = await realpath(link).catch(async () => resolve(dirname(link), await readlink(link)));
  return readable.some((path) => isInside(path, target));
}
