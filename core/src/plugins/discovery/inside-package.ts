import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { explain, systemCode } from './read-json-file.ts';

export type InsidePath =
  | { readonly outcome: 'found'; readonly path: string }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'outside' }
  | { readonly outcome: 'unreadable'; readonly detail: string };

/**
 * Where a relative path of a manifest leads, symbolic links followed.
 * @param root the package's folder as `realpath` gives it
 */
export async function resolveInside(root: string, relative: string): Promise<InsidePath> {
  if (relative.includes('\0')) return { outcome: 'missing' };
  const path = join(root, relative);
  if (!isInside(root, path)) return { outcome: 'outside' };
  try {
    const real = await realpath(path);
    return isInside(root, real) ? { outcome: 'found', path: real } : { outcome: 'outside' };
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { outcome: 'missing' }
      : { outcome: 'unreadable', detail: explain(code) };
  }
}

function isInside(root: string, path: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}
