import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledPackage, RecordedPackage } from './installed-package.ts';
import type { PackageCheck } from './plugin-installer.ts';
import { digestPackage } from './prepare-package.ts';
import type { StagingArea } from './staging-area.ts';

/** Compares the files of installed versions with what was installed. Reads every file. */
export async function checkPackages(
  installed: readonly InstalledPackage[],
  area: Pick<StagingArea, 'placeOf'>,
): Promise<readonly PackageCheck[]> {
  const checks: PackageCheck[] = [];
  for (const { packageName, version, packages, origin } of installed) {
    const changed: string[] = [];
    const folder = area.placeOf(packageName, version);
    const places = new Set(packages.map(({ location }) => location).filter((location) => location !== ''));
    for (const one of packages) {
      if (!(await isIntact(folder, one, places))) changed.push(`${one.name}@${one.version}`);
    }
    const outcome = origin === 'link' ? 'unknown' : changed.length === 0 ? 'intact' : 'changed';
    checks.push({ packageName, version, outcome, changed });
  }
  return checks;
}

async function isIntact(folder: string, { location, files }: RecordedPackage, places: ReadonlySet<string>) {
  try {
    // A folder that is gone is no empty one.
    await readdir(join(folder, location));
    return (await digestPackage(folder, location, places)) === files;
  } catch {
    // Whatever cannot be read is not as it was.
    return false;
  }
}
