import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** A key that wraps data keys. Its id is stored with everything it wraps and never given to another key. */
export interface MasterKey {
  readonly id: string;
  readonly key: KeyObject;
}

export const masterKeyBytes = 32;

/** Starts with a letter or digit; 1 to 64 characters. */
export const masterKeyIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A new random key with a new random id, so that a key made anew never passes for a lost one. */
export function createMasterKey(id = `key-${randomBytes(4).toString('hex')}`): MasterKey {
  if (!masterKeyIdPattern.test(id))
    throw new TypeError('The id of a master key has 1 to 64 letters, digits, “.”, “_” or “-”.');
  return { id, key: createSecretKey(randomBytes(masterKeyBytes)) };
}

/** `id:base64`, as in `FAIRLEAD_MASTER_KEYS` and the key file. It is the key itself: never log it. */
export function formatMasterKey({ id, key }: MasterKey): string {
  return `${id}:${key.export().toString('base64')}`;
}
