import type { MasterKey } from './master-key.ts';
import { keyMissing, keyWrong, VaultError } from './vault-error.ts';

/** `wrong`: another key than the one that was used under this id, as its check value shows. */
export type KeyState = 'ok' | 'missing' | 'wrong';

/**
 * The master keys at hand; new secrets are sealed under the active one. Give it to the vault and to the rotation only:
 * who has the ring can open everything.
 */
export class KeyRing {
  readonly #keys = new Map<string, MasterKey>();
  readonly #wrong = new Set<string>();
  #activeId: string | undefined;

  /** @param keys the first is active; none at all is allowed, and then everything is locked */
  constructor(keys: readonly MasterKey[]) {
    for (const key of keys) this.#keys.set(key.id, key);
    this.#activeId = keys[0]?.id;
  }

  /** Undefined in an empty ring. */
  get activeId(): string | undefined {
    return this.#activeId;
  }

  /** The active one first. */
  get keys(): readonly MasterKey[] {
    return [...this.#keys.values()].sort(
      (left, right) => Number(right.id === this.#activeId) - Number(left.id === this.#activeId),
    );
  }

  state(id: string): KeyState {
    if (!this.#keys.has(id)) return 'missing';
    return this.#wrong.has(id) ? 'wrong' : 'ok';
  }

  /** @throws VaultError `key_missing`, `key_wrong` */
  use(id: string): MasterKey {
    const key = this.#keys.get(id);
    if (key === undefined) throw keyMissing(id);
    if (this.#wrong.has(id)) throw keyWrong(id);
    return key;
  }

  /** The key for new secrets. @throws VaultError `key_missing`, `key_wrong` */
  active(): MasterKey {
    if (this.#activeId !== undefined) return this.use(this.#activeId);
    throw new VaultError('key_missing', { detail: 'There is no master key, so nothing can be stored encrypted.' });
  }

  /** Adds a key and makes it the active one. @throws VaultError `key_invalid` when the id is taken by another key */
  add(key: MasterKey): void {
    const present = this.#keys.get(key.id);
    if (present !== undefined && !present.key.equals(key.key)) {
      throw new VaultError('key_invalid', {
        keyId: key.id,
        detail: `There is another master key of the id “${key.id}”.`,
      });
    }
    this.#keys.set(key.id, key);
    this.#activeId = key.id;
  }

  /** Drops a key that is not the active one. Repeating it is harmless. */
  remove(id: string): void {
    if (id === this.#activeId) throw new TypeError('The active master key cannot be removed.');
    this.#keys.delete(id);
    this.#wrong.delete(id);
  }

  /** From now on the key of this id opens and seals nothing. */
  markWrong(id: string): void {
    this.#wrong.add(id);
  }
}
