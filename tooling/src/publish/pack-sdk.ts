import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from './execute.ts';

/** Packs the staged package as `pnpm publish` would. @returns the tarball's path */
export async function packSdk(folder: string): Promise<string> {
  const destination = join(folder, 'packed');
  const { code, output } = await pnpm(['pack', '--pack-destination', destination], { cwd: folder });
  const [tarball] = code === 0 ? readdirSync(destination).filter((name) => name.endsWith('.tgz')) : [];
  if (tarball === undefined) throw new Error(`The SDK does not pack:\n${output}`);
  return join(destination, tarball);
}
