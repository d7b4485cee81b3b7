import {
  createMasterKey,
  HubError,
  type KeyKeeper,
  type KeyRegister,
  type KeyStatus,
  type MasterKey,
  readKeyFile,
  replaceKeyFile,
  type Rotation,
  VaultError,
} from '@fairlead/core';
import type { Settings } from '../config/settings.ts';

interface KeyKeeperOptions {
  readonly settings: Pick<Settings, 'masterKeys' | 'masterKeyFile'>;
  readonly register: Pick<KeyRegister, 'add' | 'list'>;
  readonly rotation: Pick<Rotation, 'retire'>;
}

/** Adds master keys to the key file and takes them out again, one change at a time. */
export function createKeyKeeper({ settings, register, rotation }: KeyKeeperOptions): KeyKeeper {
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <Result>(change: () => Promise<Result>): Promise<Result> => {
    const result = last.then(change);
    // Only the order is kept here: the failure is the caller's.
    last = result.catch(() => undefined);
    return result;
  };
  const statusOf = async (id: string): Promise<KeyStatus> => {
    const status = (await register.list()).find((key) => key.id === id);
    if (status === undefined) throw new HubError('not_found', { detail: `There is no master key “${id}”.` });
    return status;
  };
  return {
    add: () =>
      inOrder(async () => {
        if (settings.masterKeys !== undefined) throw inEnvironment('Put a new key first in it and start the hub anew.');
        const key = createMasterKey();
        // The file first: nothing may be sealed by a key that a crash could take along.
        write(settings.masterKeyFile, [key, ...read(settings.masterKeyFile)]);
        await register.add(key);
        return statusOf(key.id);
      }),
    retire: (id) =>
      inOrder(async () => {
        await statusOf(id);
        await rotation.retire(id);
        if (settings.masterKeys === undefined) {
          const keys = read(settings.masterKeyFile);
          const left = keys.filter((key) => key.id !== id);
          if (left.length < keys.length) write(settings.masterKeyFile, left);
        }
        return statusOf(id);
      }),
  };
}

function read(path: string): readonly MasterKey[] {
  const keys = explained(() => readKeyFile(path));
  if (keys !== undefined) return keys;
  throw new HubError('conflict', { detail: `The key file ${path} is missing. Restore it first.` });
}

function write(path: string, keys: readonly MasterKey[]): void {
  explained(() => replaceKeyFile(path, keys));
}

/** What is wrong with the file is the caller's to know: it is the owner who asks. */
function explained<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof VaultError) throw new HubError('conflict', { detail: error.message, cause: error });
    throw error;
  }
}

function inEnvironment(what: string): HubError {
  return new HubError('conflict', { detail: `The master keys come from FAIRLEAD_MASTER_KEYS. ${what}` });
}
