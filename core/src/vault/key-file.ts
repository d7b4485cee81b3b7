import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createMasterKey, formatMasterKey, type MasterKey } from './master-key.ts';
import { parseMasterKeys } from './parse-master-keys.ts';
import { VaultError } from './vault-error.ts';

const largestFile = 65_536;
const heading =
  '# Master keys of Fairlead, the active one first. Keep a copy apart from the data: without it nothing opens.';

/**
 * Reads the key file.
 * @returns undefined when there is none
 * @throws VaultError `key_file_exposed` when group or others may read or write it; `key_invalid` when it cannot be read
 */
export function readKeyFile(path: string): readonly MasterKey[] | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadable(path, error);
  }
  try {
    checkFile(path, fstatSync(descriptor));
    return parseMasterKeys(readFileSync(descriptor, 'utf8'), path);
  } catch (error) {
    throw error instanceof VaultError ? error : unreadable(path, error);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes the key file with one new key, readable by its owner alone, whole or not at all. When another process was
 * faster, its keys are read instead.
 * @throws VaultError `key_invalid` when it cannot be written
 */
export function createKeyFile(path: string): readonly MasterKey[] {
  const key = createMasterKey();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    writeThen(path, [key], (temporary) => linkSync(temporary, path));
    return [key];
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unwritable(path, error);
  }
  const keys = readKeyFile(path);
  if (keys === undefined) throw unwritable(path, new Error('It appeared and went away again.'));
  return keys;
}

/** Puts keys in place of those in the file, the active one first. @throws VaultError `key_invalid` when it cannot be written */
export function replaceKeyFile(path: string, keys: readonly MasterKey[]): void {
  try {
    writeThen(path, keys, (temporary) => renameSync(temporary, path));
  } catch (error) {
    throw unwritable(path, error);
  }
}

function writeThen(path: string, keys: readonly MasterKey[], publish: (temporary: string) => void): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.new`;
  try {
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      writeSync(descriptor, `${[heading, ...keys.map(formatMasterKey)].join('\n')}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    publish(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
  flushFolder(dirname(path));
}

/** A new name is on disk once its folder is. Windows cannot open folders and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function checkFile(path: string, stats: Stats): void {
  const { mode, size } = stats;
  if (!stats.isFile()) throw unreadable(path, new Error('It is not a file.'));
  // Windows has no such bits; there the folder's rights protect the file.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new VaultError('key_file_exposed', {
      detail: `The key file ${path} may be used by others than its owner (${(mode & 0o777).toString(8)}). Run: chmod 600 ${path}`,
    });
  }
  if (size > largestFile) throw unreadable(path, new Error(`It has more than ${largestFile} bytes.`));
}

function unreadable(path: string, cause: unknown): VaultError {
  return new VaultError('key_invalid', { detail: `The key file ${path} cannot be read: ${reasonOf(cause)}`, cause });
}

function unwritable(path: string, cause: unknown): VaultError {
  return new VaultError('key_invalid', { detail: `The key file ${path} cannot be written: ${reasonOf(cause)}`, cause });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
