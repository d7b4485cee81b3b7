import { type Clock, timestamp } from '@fairlead/sdk';
import { HubError } from '../../errors/index.ts';
import { defineCollection, isStorageError, type Repository } from '../../storage/index.ts';
import { isSignedBy, keyIdOf, parsePublicKey } from './signature.ts';

/** A key of an author whose packages this hub's admin believes. */
export interface PluginKey {
  readonly id: string;
  readonly name: string;
  /** 32 bytes, base64. */
  readonly publicKey: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  /** Id of the actor. */
  readonly addedBy: string;
}

type PluginKeyState = Omit<PluginKey, 'id'>;

export const pluginKeysCollection = defineCollection({
  name: 'plugin_keys',
  index: { name: 'string unique' },
  project: ({ name }: PluginKeyState) => ({ name }),
});

/** The keys by which signatures of packages are checked. Nothing is asked of any other machine. */
export interface PluginKeys {
  /** In order of name. */
  list(): Promise<readonly PluginKey[]>;
  /**
   * Adds a key. Repeating it is harmless.
   * @param publicKey 32 bytes in base64, or a PEM
   * @throws HubError `invalid_request` for what is no key, `conflict` when the name belongs to another one, or the key
   *   has another name
   */
  add(key: { readonly name: string; readonly publicKey: string }, by: string): Promise<PluginKey>;
  /** What it signed stays installed. @throws HubError `not_found` */
  remove(id: string): Promise<void>;
  /** The key that made a signature, or undefined when none did. */
  findSigner(integrity: string, signature: string): Promise<PluginKey | undefined>;
}

export function createPluginKeys(options: {
  readonly repository: Repository<PluginKeyState>;
  readonly clock: Clock;
}): PluginKeys {
  const { repository, clock } = options;
  const list = async () => {
    const keys: PluginKey[] = [];
    for await (const { id, state } of repository.scan()) keys.push({ id, ...state });
    return keys.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  };
  return {
    list,
    async add({ name, publicKey: text }, by) {
      const publicKey = parsePublicKey(text);
      if (publicKey === undefined) throw noKey();
      const id = keyIdOf(publicKey);
      const known = await repository.get(id);
      if (known !== undefined) return sameName(id, known.state, name);
      try {
        const state = { name, publicKey, addedAt: timestamp(clock), addedBy: by };
        await repository.commit({ id, state }, 0);
        return { id, ...state };
      } catch (error) {
        if (!isStorageError(error, 'duplicate_key')) throw error;
        throw new HubError('conflict', { detail: `Another key is named “${name}”.` });
      }
    },
    async remove(id) {
      const known = await repository.get(id);
      if (known === undefined) throw new HubError('not_found', { detail: 'There is no signing key of this id.' });
      await repository.remove(id, known.version);
    },
    findSigner: async (integrity, signature) =>
      (await list()).find(({ publicKey }) => isSignedBy(publicKey, integrity, signature)),
  };
}

function sameName(id: string, state: PluginKeyState, name: string): PluginKey {
  if (state.name === name) return { id, ...state };
  throw new HubError('conflict', { detail: `This key is there already, under the name “${state.name}”.` });
}

function noKey(): HubError {
  const message = 'must be a public Ed25519 key: 32 bytes in base64, or a PEM';
  return new HubError('invalid_request', {
    detail: 'This is no public Ed25519 key.',
    errors: [{ path: '/publicKey', message }],
  });
}
