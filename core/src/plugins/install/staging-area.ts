import { existsSync } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from '../discovery/read-json-file.ts';
import { folderOf } from './installed-package.ts';

/** The hub's plugin folder: versions side by side, and a hidden place where they are made ready. */
export interface StagingArea {
  /** Makes an empty folder that nobody looks for plugins in. */
  open(id: string): Promise<string>;
  /** Takes it away again, with everything in it. */
  close(id: string): Promise<void>;
  /** Whether anything lies where this version belongs. */
  has(packageName: string, version: string): Promise<boolean>;
  /** Absolute path of a version, there or not. */
  placeOf(packageName: string, version: string): string;
  /** Puts a folder there, at once and as a whole. */
  place(packageName: string, version: string, folder: string): Promise<void>;
  /** The same with a link to a folder that stays where it is. */
  link(packageName: string, version: string, folder: string): Promise<void>;
  /** Takes a version away, at once and as a whole. Repeating it is harmless. */
  take(packageName: string, version: string, id: string): Promise<void>;
  /** Removes what a hub that was killed has left. */
  clean(): Promise<void>;
}

/** @param root absolute; made when it is needed */
export function createStagingArea(root: string): StagingArea {
  const hidden = join(root, '.staging');
  const placeOf = (packageName: string, version: string) => join(root, folderOf(packageName), version);
  const prepare = async (packageName: string, version: string) => {
    const place = placeOf(packageName, version);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    return place;
  };
  return {
    async open(id) {
      const folder = join(hidden, id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return folder;
    },
    close: (id) => rm(join(hidden, id), { recursive: true, force: true }),
    has: (packageName, version) => isThere(placeOf(packageName, version)),
    placeOf,
    async place(packageName, version, folder) {
      const place = await prepare(packageName, version);
      await rename(folder, place);
      await syncFolder(dirname(place));
    },
    async link(packageName, version, folder) {
      const place = await prepare(packageName, version);
      await symlink(folder, place, 'junction');
      await syncFolder(dirname(place));
    },
    async take(packageName, version, id) {
      const place = placeOf(packageName, version);
      await mkdir(hidden, { recursive: true, mode: 0o700 });
      const aside = join(hidden, id);
      try {
        await rename(place, aside);
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw error;
      }
      await rm(aside, { recursive: true, force: true });
      await removeIfEmpty(dirname(place));
    },
    async clean() {
      if (!existsSync(hidden)) return;
      for (const name of await readdir(hidden)) await rm(join(hidden, name), { recursive: true, force: true });
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(systemCode(error))) throw error;
  }
}

/** Makes a rename survive a loss of power, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    // Windows opens no folders; its file system writes names in order by itself.
    if (!['EISDIR', 'EPERM', 'EACCES'].includes(systemCode(error))) throw error;
  } finally {
    await handle?.close();
  }
}
