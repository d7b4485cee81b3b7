import { copyFile, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstallBudget } from './limits.ts';
import { createPathChecker, type PathChecker, unsafe } from './safe-paths.ts';

export interface FolderCopy {
  readonly from: string;
  /** Made when it is not there. */
  readonly into: string;
  readonly budget: InstallBudget;
  readonly signal: AbortSignal;
}

/**
 * Copies a package's folder, without hidden files, which may be secrets of its author, and without `node_modules`.
 * @throws InstallFault `tarball_unsafe`, `package_too_large`
 */
export async function copyFolder(copy: FolderCopy): Promise<void> {
  await copyBelow(copy, createPathChecker(), []);
}

async function copyBelow(copy: FolderCopy, paths: PathChecker, below: readonly string[]): Promise<void> {
  const { from, into, budget, signal } = copy;
  await mkdir(join(into, ...below), { recursive: true });
  for (const { name } of await readdir(join(from, ...below), { withFileTypes: true })) {
    signal.throwIfAborted();
    if (name.startsWith('.') || (below.length === 0 && name === 'node_modules')) continue;
    const parts = [...below, name];
    const stats = await lstat(join(from, ...parts));
    budget.take(stats.isFile() ? stats.size : 0);
    if (stats.isDirectory()) {
      paths.check(parts, 'folder');
      await copyBelow(copy, paths, parts);
    } else if (stats.isFile()) await copyFile(join(from, ...parts), join(into, paths.check(parts, 'file')));
    else throw unsafe(`“${parts.join('/')}” is neither a file nor a folder`);
  }
}
