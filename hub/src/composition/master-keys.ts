import { createKeyFile, type MasterKey, parseMasterKeys, readKeyFile } from '@fairlead/core';
import type { Settings } from '../config/settings.ts';

/**
 * The master keys at hand. A key file is made on the very first start only: once a database has seen a key, a missing
 * file is a loss to be noticed, not to be papered over with a new key.
 * @throws VaultError `key_invalid`, `key_file_exposed`
 */
export async function findMasterKeys(
  { masterKeys, masterKeyFile }: Pick<Settings, 'masterKeys' | 'masterKeyFile'>,
  databaseHasKeys: () => Promise<boolean>,
): Promise<readonly MasterKey[]> {
  if (masterKeys !== undefined) return parseMasterKeys(masterKeys, 'FAIRLEAD_MASTER_KEYS');
  const found = readKeyFile(masterKeyFile);
  if (found !== undefined) return found;
  return (await databaseHasKeys()) ? [] : createKeyFile(masterKeyFile);
}
