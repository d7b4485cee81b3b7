import { randomBytes } from 'node:crypto';
import { decrypt, encrypt } from './envelope.ts';
import type { MasterKey } from './master-key.ts';

/** A known text under a master key: shows later whether the key of that id is still the same. All base64. */
export interface KeyCheck {
  readonly nonce: string;
  readonly ciphertext: string;
  readonly tag: string;
}

const known = Buffer.from('fairlead master key check 1');

export function makeKeyCheck({ id, key }: MasterKey): KeyCheck {
  const { nonce, ciphertext, tag } = encrypt(key, randomBytes(12), labelOf(id), known);
  return { nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64'), tag: tag.toString('base64') };
}

/** False for another key, and for a check value that was damaged. */
export function passesKeyCheck({ id, key }: MasterKey, check: KeyCheck): boolean {
  const [nonce, ciphertext, tag] = [check.nonce, check.ciphertext, check.tag].map((part) =>
    Buffer.from(part, 'base64'),
  );
  if (nonce?.length !== 12 || tag?.length !== 16 || ciphertext === undefined) return false;
  return decrypt(key, labelOf(id), { nonce, ciphertext, tag })?.equals(known) === true;
}

const labelOf = (id: string): Buffer => Buffer.from(JSON.stringify(['fairlead', 1, 'check', id]));
