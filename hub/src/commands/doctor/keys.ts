import { type KeyStatus, type MasterKey, parseMasterKeys, readKeyFile, VaultError } from '@fairlead/core';
import type { Settings } from '../../config/settings.ts';
import { type Check, failed, ok } from './check.ts';

const name = 'master keys';

/** The keys at hand, or what is wrong with where they are kept. */
export type FoundKeys = { readonly keys: readonly MasterKey[]; readonly where: string } | { readonly fault: Check };

/** Reads the keys as a start would, but makes no file. */
export function findKeys({ masterKeys, masterKeyFile }: Pick<Settings, 'masterKeys' | 'masterKeyFile'>): FoundKeys {
  try {
    return masterKeys === undefined
      ? { keys: readKeyFile(masterKeyFile) ?? [], where: masterKeyFile }
      : { keys: parseMasterKeys(masterKeys, 'FAIRLEAD_MASTER_KEYS'), where: 'FAIRLEAD_MASTER_KEYS' };
  } catch (error) {
    if (error instanceof VaultError) return { fault: failed(name, error.message) };
    throw error;
  }
}

/** @param known what the database knows of keys; undefined when there is no database yet */
export function checkKeys(found: FoundKeys, known: readonly Pick<KeyStatus, 'id' | 'state'>[] | undefined): Check {
  if ('fault' in found) return found.fault;
  const { keys, where } = found;
  if (keys.length === 0 && (known === undefined || known.length === 0))
    return ok(name, `None yet; the first start makes ${where}.`);
  const bad = (known ?? []).filter(({ state }) => state === 'missing' || state === 'wrong');
  if (bad.length > 0) {
    const list = bad.map(({ id, state }) => `${id} is ${state}`).join(', ');
    return failed(name, `${list}. Restore them in ${where}; what they sealed is locked until then.`);
  }
  const count = keys.length === 1 ? '1 key' : `${keys.length} keys`;
  const proven = known === undefined ? '' : ', and those the database knows have the right check values';
  return ok(name, `${count} in ${where}${proven}.`);
}
