import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { eventCheck } from '../../events/index.ts';
import { createStorage, type Storage } from '../../storage/index.ts';
import {
  createKeyRegister,
  createMasterKey,
  createRedactor,
  createRotation,
  createVault,
  KeyRing,
  type MasterKey,
  vaultKeys,
  vaultRotations,
} from '../../vault/index.ts';
import {
  connectionsCollection,
  createConnections,
  createPluginStore,
  pluginStateCollection,
  type SettingsCatalog,
  type StoredSecretAudit,
} from '../index.ts';
import { plugins } from './plugins.ts';

export interface Folder {
  readonly path: string;
  dispose(): void;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'fairlead-connections-'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

export const masterKey = createMasterKey('k1');

/** Vault, storage, connections and plugin store as the hub puts them together. */
export async function startHub(folder: Folder, keys: readonly MasterKey[] = [masterKey]) {
  const clock = new FakeClock();
  const collections = [vaultKeys, vaultRotations, connectionsCollection, pluginStateCollection];
  const storage: Storage = await createStorage({
    path: join(folder.path, 'hub.db'),
    collections,
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  const keyRing = new KeyRing(keys);
  const redactor = createRedactor();
  const vault = createVault({ keyRing, redactor });
  const register = createKeyRegister({ keyRing, repository: storage.repository(vaultKeys), clock });
  await register.check();
  const audited: StoredSecretAudit[] = [];
  const store = createPluginStore({
    repository: storage.repository(pluginStateCollection),
    vault: vault.for('plugin-secret'),
    clock,
    audit: (entry) => void audited.push(entry),
  });
  const catalog: SettingsCatalog = {
    get: (id) => plugins.get(id),
    pluginsWith: (capability) =>
      [...plugins].filter(([, { capabilities }]) => capabilities.includes(capability)).map(([id]) => id),
  };
  const repository = storage.repository(connectionsCollection);
  const parts = createConnections({
    repository,
    vault: vault.for('connection'),
    catalog,
    clock,
    clearPluginState: store.clear,
  });
  const rotation = createRotation({
    vault,
    keyRing,
    register,
    repository: storage.repository(vaultRotations),
    clock,
    onError: (error) => {
      throw error;
    },
  });
  rotation.registerHolder(parts.holder);
  rotation.registerHolder(store.holder);
  const events = async () => {
    const pending = await storage.hot.outbox.pending({ collection: 'connections', limit: 1_000 });
    return pending.flatMap((entry) => entry.events);
  };
  return { clock, storage, keyRing, redactor, register, rotation, store, audited, repository, events, ...parts };
}

export type Hub = Awaited<ReturnType<typeof startHub>>;
