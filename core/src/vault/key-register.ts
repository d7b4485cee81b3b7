import { type Clock, timestamp } from '@fairlead/sdk';
import { defineCollection, isStorageError, type Repository } from '../storage/index.ts';
import { type KeyCheck, makeKeyCheck, passesKeyCheck } from './key-check.ts';
import type { KeyRing, KeyState } from './key-ring.ts';
import type { MasterKey } from './master-key.ts';
import { keyMissing, keyWrong } from './vault-error.ts';

/** What is stored of a master key: never the key. A retired one stays, so that its id is not used again. */
export interface KeyRecord {
  readonly check: KeyCheck;
  readonly addedAt: string;
  readonly retiredAt?: string;
}

/** One document per master key; its id is the key's. */
export const vaultKeys = defineCollection({
  name: 'vault_keys',
  index: { retired: 'boolean' },
  project: (state: KeyRecord) => ({ retired: state.retiredAt !== undefined }),
});

export interface KeyStatus {
  readonly id: string;
  readonly active: boolean;
  readonly state: KeyState | 'retired';
  /** ISO 8601, UTC: when this hub first saw it. */
  readonly addedAt: string;
  readonly retiredAt?: string;
}

/** The master keys this database has seen. */
export interface KeyRegister {
  /**
   * Compares the ring with the stored check values, stores those of new keys, and marks wrong keys in the ring. Call it
   * at start, before anything is sealed. Repeating it is harmless.
   * @returns the status of every key, the missing ones included
   */
  check(): Promise<readonly KeyStatus[]>;
  list(): Promise<readonly KeyStatus[]>;
  /**
   * Adds a key to the ring, as the active one, once its check value is stored. A retired key comes back.
   * @throws VaultError `key_wrong` when another key was used under this id
   */
  add(key: MasterKey): Promise<void>;
  /** Marks it retired and drops it from the ring. @throws VaultError `key_missing` when it was never seen */
  retire(keyId: string): Promise<void>;
  /** True once any key was stored: then a missing key file must not be made anew without being asked. */
  hasKeys(): Promise<boolean>;
}

export function createKeyRegister(options: {
  readonly keyRing: KeyRing;
  readonly repository: Repository<KeyRecord>;
  readonly clock: Clock;
}): KeyRegister {
  const { keyRing, repository, clock } = options;

  /** @returns whether the key is the one that was stored under its id, or is new */
  const confirm = async (key: MasterKey): Promise<boolean> => {
    const stored = await repository.get(key.id);
    if (stored !== undefined) return passesKeyCheck(key, stored.state.check);
    const state: KeyRecord = { check: makeKeyCheck(key), addedAt: timestamp(clock) };
    try {
      await repository.commit({ id: key.id, state }, 0);
      return true;
    } catch (error) {
      if (!isStorageError(error, 'version_conflict')) throw error;
      return confirm(key);
    }
  };

  const statusOf = (id: string, { addedAt, retiredAt }: KeyRecord): KeyStatus => {
    const present = keyRing.state(id);
    return {
      id,
      active: id === keyRing.activeId,
      state: present === 'missing' && retiredAt !== undefined ? 'retired' : present,
      addedAt,
      ...(retiredAt === undefined ? {} : { retiredAt }),
    };
  };

  const list = async () => {
    const found: KeyStatus[] = [];
    for await (const { id, state } of repository.scan()) found.push(statusOf(id, state));
    return found;
  };

  return {
    async check() {
      for (const key of keyRing.keys) {
        if (!(await confirm(key))) keyRing.markWrong(key.id);
      }
      return list();
    },
    list,
    async add(key) {
      if (!(await confirm(key))) throw keyWrong(key.id);
      await repository.update(key.id, ({ retiredAt, ...state }) => (retiredAt === undefined ? undefined : { state }));
      keyRing.add(key);
    },
    async retire(keyId) {
      const retired = await repository.update(keyId, (state) =>
        state.retiredAt === undefined ? { state: { ...state, retiredAt: timestamp(clock) } } : undefined,
      );
      if (retired === undefined) throw keyMissing(keyId);
      keyRing.remove(keyId);
    },
    hasKeys: async () => (await repository.count()) > 0,
  };
}
