import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { CommandError } from './command-error.ts';
import { type Output, table } from './output.ts';
import { withHub } from './with-hub.ts';

interface PluginKey {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly addedAt: string;
}

export interface NewPluginKey {
  /** The key itself, or a file that holds it. */
  readonly publicKey: string;
}

export async function listPluginKeys(output: Output): Promise<void> {
  const { items } = await withHub((hub) => hub.get<{ items: readonly PluginKey[] }>('/api/plugin-keys'));
  output.result({ items });
  if (items.length === 0) return output.line('No key is believed yet. “fairlead plugins keys add” adds one.');
  const rows = items.map(({ id, addedAt, publicKey, name }) => [id, addedAt, publicKey, name]);
  output.line(table(['KEY', 'ADDED', 'PUBLIC KEY', 'NAME'], rows));
}

export async function addPluginKey(name: string, { publicKey }: NewPluginKey, output: Output): Promise<void> {
  const text = /^[A-Za-z0-9+/]{43}=$/.test(publicKey) ? publicKey : await read(publicKey, 'public key');
  const key = await withHub((hub) => hub.post<PluginKey>('/api/plugin-keys', { name, publicKey: text }));
  output.result(key);
  output.line(`Plugins that are signed by ${key.id} (“${key.name}”) count as signed from now on.`);
}

export async function removePluginKey(which: string, output: Output): Promise<void> {
  await withHub(async (hub) => {
    const { items } = await hub.get<{ items: readonly PluginKey[] }>('/api/plugin-keys');
    const key = items.find(({ id, name }) => id === which || name === which);
    if (key === undefined)
      throw new CommandError(`There is no signing key “${which}”. See “fairlead plugins keys list”.`);
    await hub.delete(`/api/plugin-keys/${encodeURIComponent(key.id)}`);
  });
  output.result({ key: which, removed: true });
  output.line(`The key ${which} is believed no longer. What it signed before stays installed.`);
}

/** Makes an author's key pair: the private key goes into a file that nobody else can read. Needs no hub. */
export async function makePluginKey(file: string, output: Output): Promise<void> {
  const { makeSigningKey } = await import('@fairlead/core');
  const { privateKey, publicKey } = makeSigningKey();
  try {
    await writeFile(file, privateKey, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === 'EEXIST' ? `${file} is there already, and is left as it is.` : `${file} cannot be written: ${message}.`,
    );
  }
  output.result({ file, publicKey });
  output.line(`The private key is in ${file}. Keep it to yourself, and keep a copy.`);
  output.line(`Public key, for those who install your plugins: ${publicKey}`);
}

/** Signs a tarball: the signature goes beside it. Needs no hub. */
export async function signPlugin(tarball: string, { key }: { readonly key: string }, output: Output): Promise<void> {
  const { signPackage } = await import('@fairlead/core');
  const privateKey = await read(key, 'private key');
  const integrity = await integrityOf(tarball);
  const file = `${tarball}.sig`;
  try {
    await writeFile(file, `${signPackage(integrity, privateKey)}\n`);
  } catch (error) {
    throw new CommandError(
      error instanceof TypeError
        ? `${key}: ${error.message}`
        : `${file} cannot be written: ${(error as Error).message}.`,
    );
  }
  output.result({ tarball, integrity, signature: file });
  output.line(`The signature is in ${file}.`);
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  } catch (error) {
    throw new CommandError(`The tarball ${file} cannot be read: ${(error as Error).message}.`);
  }
  return `sha512-${hash.digest('base64')}`;
}

async function read(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`The ${what} ${file} cannot be read: ${(error as Error).message}.`);
  }
}
