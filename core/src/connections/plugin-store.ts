import { type Clock, copyJson, FairleadError, type KeyValueState, type StoredSecrets } from '@fairlead/sdk';
import { defineCollection, isStorageError, type JsonValue, type Repository } from '../storage/index.ts';
import {
  type Envelope,
  type EnvelopeHolder,
  type HeldEnvelope,
  repositoryHolder,
  VaultError,
  type VaultHandle,
} from '../vault/index.ts';
import { plainJson } from './plain-json.ts';

const keyPattern = /^[A-Za-z0-9._\-:/]{1,128}$/;
const largestValue = 65_536;
const mostKeys = 10_000;

interface StoredValue {
  readonly kind: 'value';
  readonly connection: string;
  readonly key: string;
  readonly value: JsonValue;
}

interface StoredSecret {
  readonly kind: 'secret';
  readonly connection: string;
  readonly key: string;
  readonly envelope: Envelope;
  /** One more with each write; bound into the envelope. */
  readonly version: number;
  readonly expiresAt?: string;
}

/** One thing that a plugin remembers. */
export type PluginStateEntry = StoredValue | StoredSecret;

const pluginStateIndex = { connection: 'string' } as const;
export type PluginStateIndex = typeof pluginStateIndex;

/** One document per connection, kind and key. */
export const pluginStateCollection = defineCollection({
  name: 'plugin_state',
  index: pluginStateIndex,
  project: ({ connection }: PluginStateEntry) => ({ connection }),
});

/** A write to a plugin's stored secrets, told before it is done. */
export interface StoredSecretAudit {
  readonly connectionId: string;
  readonly action: 'plugin_secret.put' | 'plugin_secret.delete';
  readonly name: string;
  readonly expiresAt?: string;
}

/** What plugins remember: `context.state` and `context.secrets`. */
export interface PluginStore {
  stateOf(connectionId: string): KeyValueState;
  secretsOf(connectionId: string): StoredSecrets;
  /** Deletes everything of a connection. Repeating it is harmless. */
  clear(connectionId: string): Promise<void>;
  readonly holder: EnvelopeHolder;
}

export interface PluginStoreOptions {
  readonly repository: Repository<PluginStateEntry, PluginStateIndex>;
  /** The vault's handle for `plugin-secret`. */
  readonly vault: VaultHandle;
  readonly clock: Clock;
  /** When it rejects, nothing is written. */
  readonly audit: (entry: StoredSecretAudit) => Promise<void> | void;
}

export function createPluginStore({ repository, vault, clock, audit }: PluginStoreOptions): PluginStore {
  /** The last write wins: what another one did in between is read and replaced. */
  const write = async (id: string, make: (before: PluginStateEntry | undefined) => PluginStateEntry): Promise<void> => {
    for (;;) {
      const stored = await repository.get(id);
      const state = make(stored?.state);
      if (stored === undefined) await checkRoom(state.connection);
      try {
        await repository.commit(stored === undefined ? { id, state } : { ...stored, state }, stored?.version ?? 0);
        return;
      } catch (error) {
        if (!isStorageError(error, 'version_conflict')) throw error;
      }
    }
  };

  const remove = async (id: string): Promise<void> => {
    for (let stored = await repository.get(id); stored !== undefined; stored = await repository.get(id)) {
      try {
        await repository.remove(id, stored.version);
      } catch (error) {
        if (!isStorageError(error, 'version_conflict')) throw error;
      }
    }
  };

  const checkRoom = async (connection: string): Promise<void> => {
    if ((await repository.count({ connection })) >= mostKeys)
      throw misuse(`A connection keeps at most ${mostKeys} keys.`);
  };

  return {
    stateOf: (connection) => ({
      async get(key) {
        const stored = await repository.get(idOf(connection, 'value', key));
        return stored?.state.kind === 'value' ? copyJson(stored.state.value) : undefined;
      },
      async put(key, value) {
        const id = idOf(connection, 'value', key);
        const json = checkedJson(key, value);
        await write(id, () => ({ kind: 'value', connection, key, value: json }));
      },
      delete: async (key) => remove(idOf(connection, 'value', key)),
    }),
    secretsOf: (connection) => ({
      async get(name) {
        const stored = await repository.get(idOf(connection, 'secret', name));
        if (stored?.state.kind !== 'secret') return undefined;
        const { expiresAt, envelope } = stored.state;
        if (expiresAt !== undefined && Date.parse(expiresAt) <= clock.now()) return undefined;
        return opening(() => vault.open(placeOf(stored.state as StoredSecret), envelope));
      },
      async put(name, secret, { expiresAt } = {}) {
        const id = idOf(connection, 'secret', name);
        if (Buffer.byteLength(secret.reveal()) > largestValue)
          throw misuse(`The secret “${name}” has more than ${largestValue} bytes.`);
        const until = expiresAt === undefined ? {} : { expiresAt: checkedTime(expiresAt) };
        await audit({ connectionId: connection, action: 'plugin_secret.put', name, ...until });
        await write(id, (before) => {
          const version = (before?.kind === 'secret' ? before.version : 0) + 1;
          const place = { connection, key: name, version };
          const envelope = opening(() => vault.seal(placeOf(place), secret));
          return { kind: 'secret', ...place, envelope, ...until };
        });
      },
      async delete(name) {
        const id = idOf(connection, 'secret', name);
        await audit({ connectionId: connection, action: 'plugin_secret.delete', name });
        await remove(id);
      },
    }),
    async clear(connection) {
      for (;;) {
        const { items } = await repository.list({ where: { connection }, limit: 200 });
        if (items.length === 0) break;
        await Promise.all(items.map(async ({ id }) => remove(id)));
      }
      vault.forget(connection);
    },
    holder: repositoryHolder({ name: 'plugin-secrets', repository, envelopesOf, replace }),
  };
}

const placeOf = ({ connection, key, version }: Pick<StoredSecret, 'connection' | 'key' | 'version'>) => ({
  purpose: 'plugin-secret',
  recordId: connection,
  field: key,
  version,
});

function envelopesOf(_id: string, state: PluginStateEntry): readonly HeldEnvelope[] {
  return state.kind === 'secret' ? [{ place: placeOf(state), envelope: state.envelope }] : [];
}

function replace(_id: string, state: PluginStateEntry, change: (held: HeldEnvelope) => Envelope): PluginStateEntry {
  return state.kind === 'secret'
    ? { ...state, envelope: change({ place: placeOf(state), envelope: state.envelope }) }
    : state;
}

function idOf(connection: string, kind: PluginStateEntry['kind'], key: string): string {
  if (!keyPattern.test(key)) throw misuse('A key has 1 to 128 characters of A–Z a–z 0–9 . _ - : /.');
  return `${connection}/${kind}/${key}`;
}

function checkedJson(key: string, value: unknown): JsonValue {
  const { value: json, faults } = plainJson(value, '');
  if (value === undefined || faults.length > 0)
    throw misuse(
      `The value of “${key}” is not JSON: ${faults[0]?.path ?? ''} ${faults[0]?.message ?? 'it is undefined'}.`,
    );
  if (Buffer.byteLength(JSON.stringify(json)) > largestValue)
    throw misuse(`The value of “${key}” has more than ${largestValue} bytes.`);
  return json;
}

function checkedTime(text: string): string {
  if (Number.isNaN(Date.parse(text))) throw misuse('“expiresAt” is not a time.');
  return new Date(text).toISOString();
}

/** A plugin that asks for what the contract excludes has a bug. */
const misuse = (message: string): FairleadError => new FairleadError('plugin_threw', { message });

function opening<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    const details = { reason: error.code, ...(error.keyId === undefined ? {} : { keyId: error.keyId }) };
    throw new FairleadError('credentials_locked', { details, cause: error });
  }
}
