import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * SHA-512 over the paths and contents of all files below a folder.
 * @param without folders to leave out, as paths from the folder, with `/`
 * @throws SystemError for a file that cannot be read
 */
export async function digestFolder(folder: string, without: ReadonlySet<string>): Promise<string> {
  const hash = createHash('sha512');
  for (const path of (await filesBelow(folder, without)).toSorted()) {
    hash.update(`${JSON.stringify(path)} ${await digestFile(join(folder, path))}\n`);
  }
  return `sha512-${hash.digest('base64')}`;
}

async function filesBelow(root: string, without: ReadonlySet<string>, below = ''): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (without.has(path)) return [];
      return entry.isDirectory() ? filesBelow(root, without, path) : [path];
    }),
  );
  return found.flat();
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
