import { glob, lstat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that goes out with the package. `path` is relative, with slashes. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: number;
}

/** Files that npm packs whatever `files` of package.json says. */
const always = ['package.json', 'README*', 'readme*', 'LICEN[CS]E*', 'licen[cs]e*'];
const never = /(^|\/)(node_modules|\.git|\.DS_Store|\.npmrc|package-lock\.json|pnpm-lock\.yaml)(\/|$)/;

/**
 * What npm would pack of a folder, as far as `files` says it: nested ignore files are not read.
 * @param files of package.json; everything when it is absent
 */
export async function packageFiles(folder: string, files: unknown): Promise<readonly PackageFile[]> {
  const wanted = Array.isArray(files) ? files.filter((one): one is string => typeof one === 'string') : undefined;
  const included = wanted?.filter((pattern) => !pattern.startsWith('!')).flatMap(asGlobs) ?? ['**/*'];
  const excluded = (wanted ?? []).filter((pattern) => pattern.startsWith('!')).flatMap((one) => asGlobs(one.slice(1)));
  const paths = new Set<string>();
  const options = { cwd: folder, exclude: ['node_modules', '**/node_modules', '.git', ...excluded] };
  for await (const path of glob([...always, ...included], options)) paths.add(path.replaceAll('\\', '/'));
  const found = await Promise.all([...paths].filter((path) => !never.test(path)).map((path) => measure(folder, path)));
  return found.filter((file) => file !== undefined).toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** A name stands for a file, or for a folder with all that is in it. */
function asGlobs(pattern: string): readonly string[] {
  const path = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
  return path === '' ? ['**/*'] : [path, `${path}/**/*`];
}

async function measure(folder: string, path: string): Promise<PackageFile | undefined> {
  const stats = await lstat(join(folder, path));
  return stats.isFile() ? { path, bytes: stats.size } : undefined;
}
