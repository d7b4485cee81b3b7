import { access, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createBudget, defaultInstallLimits } from '../install/limits.ts';
import { unpackTarball } from '../install/unpack-tarball.ts';

export interface UnpackedTarball extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Unpacks a tarball into a folder that goes away when disposed of. Its dependencies are those of the nearest
 * `node_modules` above the tarball, as it has them where it was packed: nothing is fetched.
 * @throws Error with a sentence for the operator when it cannot be unpacked, or would not be installed
 */
export async function unpackForCheck(tarball: string, signal: AbortSignal): Promise<UnpackedTarball> {
  const place = await realpath(await mkdtemp(join(tmpdir(), 'fairlead-check-')));
  const dispose = () => rm(place, { recursive: true, force: true });
  try {
    const folder = join(place, 'package');
    await unpackTarball({ file: tarball, into: folder, budget: createBudget(defaultInstallLimits), signal });
    const modules = await nearestModules(dirname(await realpath(tarball)));
    if (modules !== undefined) await symlink(modules, join(place, 'node_modules'), 'dir');
    return { folder, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function nearestModules(folder: string): Promise<string | undefined> {
  for (let place = folder; ; place = dirname(place)) {
    const modules = join(place, 'node_modules');
    const isThere = await access(modules).then(
      () => true,
      () => false,
    );
    if (isThere) return modules;
    if (dirname(place) === place) return undefined;
  }
}
