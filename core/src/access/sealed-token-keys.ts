import { hkdfSync, randomBytes } from 'node:crypto';
import { type Clock, newId, Secret, timestamp } from '@fairlead/sdk';
import { isHubError } from '../errors/index.ts';
import { defineCollection, type Storage, type Stored } from '../storage/index.ts';
import { type Envelope, type EnvelopeHolder, repositoryHolder, type VaultHandle } from '../vault/index.ts';
import { processTokenKeys, type TokenKey, type TokenKeys } from './token-keys.ts';

interface SealedTokenKey {
  readonly envelope: Envelope;
  readonly madeAt: string;
}

export const tokenKeys = defineCollection({
  name: 'token_keys',
  index: { madeAt: 'string' },
  project: ({ madeAt }: SealedTokenKey) => ({ madeAt }),
});

const placeOf = (recordId: string) => ({ recordId, field: 'key', version: 1 });

export interface SealedTokenKeysOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  /** `vault.for('token')` */
  readonly vault: VaultHandle;
  /** Told once when no key can be stored: then every restart ends all sessions. */
  readonly onUnsealed?: (reason: string) => void;
}

/**
 * Token keys that outlive the process, sealed in the vault. The newest that opens signs; where none opens (a master key
 * is missing) a new one is made, and everybody signs in again; where none can be sealed either, one of this process.
 */
export async function sealedTokenKeys(options: SealedTokenKeysOptions): Promise<TokenKeys> {
  const { storage, vault, clock } = options;
  const repository = storage.repository(tokenKeys);
  const opened = new Map<string, TokenKey>();
  for await (const stored of repository.scan()) {
    const key = open(vault, stored);
    if (key !== undefined) opened.set(key.id, key);
  }
  const newest = [...opened.values()].at(-1);
  if (newest !== undefined) return keysOf(newest, opened);
  const key: TokenKey = { id: newId(clock.now()), bytes: randomBytes(32) };
  try {
    const envelope = vault.seal(placeOf(key.id), new Secret(Buffer.from(key.bytes).toString('base64url')));
    await repository.commit({ id: key.id, state: { envelope, madeAt: timestamp(clock) } }, 0);
  } catch (error) {
    if (!isHubError(error, 'key_missing', 'key_wrong')) throw error;
    options.onUnsealed?.(error.message);
    return processTokenKeys();
  }
  return keysOf(key, new Map([[key.id, key]]));
}

/** For the rotation of master keys. */
export function tokenKeyHolder(storage: Storage): EnvelopeHolder {
  const held = (id: string, { envelope }: SealedTokenKey) => ({
    place: { ...placeOf(id), purpose: 'token' },
    envelope,
  });
  return repositoryHolder<SealedTokenKey>({
    name: tokenKeys.name,
    repository: storage.repository(tokenKeys),
    envelopesOf: (id, state) => [held(id, state)],
    replace: (id, state, change) => ({ ...state, envelope: change(held(id, state)) }),
  });
}

/** Another key made of the current one, for a named use: fingerprints of idempotent requests. */
export async function derivedKey(keys: TokenKeys, use: string): Promise<Uint8Array> {
  const { bytes } = await keys.current();
  return new Uint8Array(hkdfSync('sha256', bytes, new Uint8Array(0), `fairlead:${use}`, 32));
}

function open(vault: VaultHandle, { id, state }: Stored<SealedTokenKey>): TokenKey | undefined {
  try {
    return { id, bytes: Buffer.from(vault.open(placeOf(id), state.envelope).reveal(), 'base64url') };
  } catch (error) {
    // Locked, not lost: it opens again once its master key is back.
    if (isHubError(error, 'key_missing', 'key_wrong', 'envelope_damaged')) return undefined;
    throw error;
  }
}

function keysOf(newest: TokenKey, all: ReadonlyMap<string, TokenKey>): TokenKeys {
  return { current: async () => newest, byId: async (id) => all.get(id) };
}
