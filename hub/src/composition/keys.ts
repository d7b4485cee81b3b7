import {
  createKeyRegister,
  createRotation,
  createVault,
  KeyRing,
  type KeyKeeper,
  type KeyRegister,
  type Redactor,
  type Rotation,
  type Storage,
  type Vault,
  vaultKeys,
  vaultRotations,
} from '@fairlead/core';
import type { Clock } from '@fairlead/sdk';
import type { Settings } from '../config/settings.ts';
import { createKeyKeeper } from './key-keeper.ts';
import { findMasterKeys } from './master-keys.ts';

/** Everything around the master keys. */
export interface Keys {
  readonly vault: Vault;
  readonly register: KeyRegister;
  readonly rotation: Rotation;
  readonly keeper: KeyKeeper;
  /** Ids of keys that the database knows and that are missing or wrong. */
  readonly unusable: readonly string[];
}

/** Opens the vault with the keys at hand. Missing or wrong ones are named, and lock what they sealed; the hub starts. */
export async function openKeys(options: {
  readonly settings: Settings;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly redactor: Redactor;
  readonly onError: (error: unknown) => void;
}): Promise<Keys> {
  const { settings, storage, clock, redactor, onError } = options;
  const repository = storage.repository(vaultKeys);
  const keyRing = new KeyRing(await findMasterKeys(settings, async () => (await repository.count()) > 0));
  const register = createKeyRegister({ keyRing, repository, clock });
  const keys = await register.check();
  const vault = createVault({ keyRing, redactor });
  const rotation = createRotation({
    vault,
    keyRing,
    register,
    repository: storage.repository(vaultRotations),
    clock,
    onError,
  });
  const unusable = keys
    .filter(({ state }) => state === 'missing' || state === 'wrong')
    .map(({ id, state }) => `${id} (${state})`);
  return { vault, register, rotation, keeper: createKeyKeeper({ settings, register, rotation }), unusable };
}
