import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import type { MasterKey } from './master-key.ts';
import { VaultError } from './vault-error.ts';

/** A sealed secret, as stored. All but `v` and `keyId` is base64. */
export interface Envelope {
  readonly v: 1;
  /** The master key that wraps the data key. */
  readonly keyId: string;
  /** The data key under the master key: nonce (12 bytes), ciphertext (32), tag (16). */
  readonly wrapped: string;
  readonly nonce: string;
  readonly ciphertext: string;
  readonly tag: string;
}

/** Where a secret belongs. An envelope opens there and nowhere else. */
export interface Place {
  /** Id of the document that holds it. */
  readonly recordId: string;
  readonly field: string;
  /** Of the secret, not of the document: it stays while the document changes. */
  readonly version: number;
}

/** A place and the purpose it serves. */
export interface SealedPlace extends Place {
  readonly purpose: string;
}

// NIST SP 800-38D: 96-bit random nonces, 128-bit tags; a master key may wrap 2^32 data keys.
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const keyBytes = 32;
const tagBytes = 16;

export function sealText(master: MasterKey, place: SealedPlace, text: string): Envelope {
  const dataKey = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const { ciphertext, tag } = encrypt(dataKey, nonce, dataLabel(place), Buffer.from(text, 'utf8'));
  const wrapped = wrap(master, place, dataKey);
  dataKey.fill(0);
  return { v: 1, keyId: master.id, wrapped, nonce: base64(nonce), ciphertext: base64(ciphertext), tag: base64(tag) };
}

/** @throws VaultError `envelope_damaged` */
export function openText(master: MasterKey, place: SealedPlace, envelope: Envelope): string {
  const dataKey = unwrap(master, place, envelope);
  const parts = {
    nonce: bytes(place, envelope, 'nonce', nonceBytes),
    ciphertext: bytes(place, envelope, 'ciphertext'),
    tag: bytes(place, envelope, 'tag', tagBytes),
  };
  const text = decrypt(dataKey, dataLabel(place), parts);
  dataKey.fill(0);
  if (text === undefined) throw damaged(place, envelope);
  return text.toString('utf8');
}

/** Wraps the data key anew; the ciphertext stays as it is. @throws VaultError `envelope_damaged` */
export function rewrapEnvelope(
  keys: { readonly from: MasterKey; readonly to: MasterKey },
  place: SealedPlace,
  envelope: Envelope,
): Envelope {
  const dataKey = unwrap(keys.from, place, envelope);
  const wrapped = wrap(keys.to, place, dataKey);
  dataKey.fill(0);
  return { ...envelope, keyId: keys.to.id, wrapped };
}

function wrap(master: MasterKey, place: SealedPlace, dataKey: Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const { ciphertext, tag } = encrypt(master.key, nonce, keyLabel(place, master.id), dataKey);
  return base64(Buffer.concat([nonce, ciphertext, tag]));
}

function unwrap(master: MasterKey, place: SealedPlace, envelope: Envelope): Buffer {
  if (envelope.v !== 1 || envelope.keyId !== master.id) throw damaged(place, envelope);
  const wrapped = bytes(place, envelope, 'wrapped', nonceBytes + keyBytes + tagBytes);
  const dataKey = decrypt(master.key, keyLabel(place, master.id), {
    nonce: wrapped.subarray(0, nonceBytes),
    ciphertext: wrapped.subarray(nonceBytes, -tagBytes),
    tag: wrapped.subarray(-tagBytes),
  });
  if (dataKey === undefined) throw damaged(place, envelope);
  return dataKey;
}

export interface Ciphertext {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

export function encrypt(key: KeyObject | Buffer, nonce: Buffer, label: Buffer, content: Buffer): Ciphertext {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(label);
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

/** Undefined when the tag does not fit: another key, another label, or changed bytes. */
export function decrypt(key: KeyObject | Buffer, label: Buffer, parts: Ciphertext): Buffer | undefined {
  const decipher = createDecipheriv(algorithm, key, parts.nonce, { authTagLength: tagBytes });
  decipher.setAAD(label);
  decipher.setAuthTag(parts.tag);
  const content = decipher.update(parts.ciphertext);
  try {
    return Buffer.concat([content, decipher.final()]);
  } catch {
    // Node throws a bare Error here, for this one reason.
    content.fill(0);
    return undefined;
  }
}

// JSON, because a list of texts joined by any separator could be split in another way.
function dataLabel({ purpose, recordId, field, version }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify(['fairlead', 1, 'data', purpose, recordId, field, version]));
}

function keyLabel({ purpose, recordId, field, version }: SealedPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['fairlead', 1, 'key', purpose, recordId, field, version, keyId]));
}

const base64 = (buffer: Buffer): string => buffer.toString('base64');

/** Strict: Node's decoder skips foreign characters and spare bits, so a changed text could give the same bytes. */
function bytes(
  place: SealedPlace,
  envelope: Envelope,
  part: 'wrapped' | 'nonce' | 'ciphertext' | 'tag',
  length?: number,
): Buffer {
  const text: unknown = envelope[part];
  const buffer = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined;
  if (buffer === undefined || base64(buffer) !== text || (length !== undefined && buffer.length !== length)) {
    throw damaged(place, envelope);
  }
  return buffer;
}

function damaged({ recordId, field }: SealedPlace, { keyId }: Envelope): VaultError {
  return new VaultError('envelope_damaged', {
    keyId,
    detail: `The secret “${field}” of ${recordId} was changed, cut off or moved from elsewhere. Enter it anew.`,
  });
}
