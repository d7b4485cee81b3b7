import { isSecret, Secret } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMasterKey } from '../vault/index.ts';
import type { NewConnection } from './index.ts';
import { type Folder, type Hub, makeFolder, masterKey, startHub } from './testing/start-hub.ts';

let folder: Folder;
let hub: Hub;
beforeEach(async () => {
  folder = makeFolder();
  hub = await startHub(folder);
});
afterEach(async () => {
  await hub.storage.dispose();
  folder.dispose();
});

const acme: NewConnection = {
  plugin: 'gateway-acme',
  name: 'Acme',
  settings: { mode: 'test' },
  secrets: { apiKey: 'sk_test_0123456789abcd' },
  createdBy: 'ada',
};
const by = { by: 'bob' };

const create = async (change: object = {}) => hub.connections.create({ ...acme, ...change });

async function secretsOf(id: string, name: string): Promise<unknown> {
  const result = await hub.credentials.reveal(id);
  if (result.outcome !== 'open') throw new Error(result.outcome);
  const value = result.settings[name];
  if (Array.isArray(value)) return value.map((item: Secret) => item.reveal());
  return isSecret(value) ? value.reveal() : value;
}

const restart = async (...keys: Parameters<typeof startHub>[1] & object) => {
  await hub.storage.dispose();
  hub = await startHub(folder, keys);
};

test('credentials of a missing key lock exactly the connections that need it, and its return unlocks them', async () => {
  const old = await create({ name: 'Old' });
  const k2 = createMasterKey('k2');
  await hub.register.add(k2);
  await hub.clock.advance(10);
  const fresh = await create({ name: 'Fresh' });
  await restart(k2);
  const locked = { reason: 'key_missing', keyId: 'k1', secret: 'apiKey' };
  expect((await hub.connections.list({ limit: 10 })).items.map((item) => [item.name, item.locked])).toEqual([
    ['Old', locked],
    ['Fresh', undefined],
  ]);
  expect(await hub.credentials.reveal(old.id)).toMatchObject({ outcome: 'locked', ...locked });
  expect(await secretsOf(fresh.id, 'apiKey')).toBe('sk_test_0123456789abcd');
  await restart(k2, masterKey);
  expect(await secretsOf(old.id, 'apiKey')).toBe('sk_test_0123456789abcd');
});

test('credentials of a wrong key are named as such, and entering the secret anew under a right one unlocks', async () => {
  const { id } = await create();
  await restart(createMasterKey('k1'));
  expect(await hub.credentials.reveal(id)).toMatchObject({ outcome: 'locked', reason: 'key_wrong', keyId: 'k1' });
  await expect(hub.connections.putSecrets(id, { apiKey: 'new' }, by)).rejects.toMatchObject({ code: 'key_wrong' });
  expect(await hub.connections.patch(id, { settings: { mode: 'live' } }, by)).toMatchObject({
    settings: { mode: 'live' },
  });
  await hub.register.add(createMasterKey('k3'));
  expect(await hub.connections.putSecrets(id, { apiKey: 'new' }, by)).not.toHaveProperty('locked');
  expect(await secretsOf(id, 'apiKey')).toBe('new');
});

test('credentials of a retired key cannot happen: it is not retired while a connection needs it', async () => {
  const { id } = await create();
  await hub.store.secretsOf(id).put('token', new Secret('oauth-token'));
  await hub.register.add(createMasterKey('k2'));
  await expect(hub.rotation.retire('k1')).rejects.toMatchObject({ code: 'key_in_use', message: /^2 stored secrets/ });
  await hub.rotation.start();
  await hub.rotation.idle();
  await hub.rotation.retire('k1');
  expect(await secretsOf(id, 'apiKey')).toBe('sk_test_0123456789abcd');
  expect((await hub.store.secretsOf(id).get('token'))?.reveal()).toBe('oauth-token');
});

test('ciphertext moved from one row to another locks the row it was moved to, and nothing else', async () => {
  const [victim, thief] = [await create(), await create({ name: 'Thief', secrets: { apiKey: 'thief-key' } })];
  const taken = (await hub.repository.get(victim.id))?.state.secrets ?? {};
  await hub.repository.update(thief.id, (state) => ({ state: { ...state, secrets: taken } }));
  expect(await hub.credentials.reveal(thief.id)).toMatchObject({
    outcome: 'locked',
    reason: 'envelope_damaged',
    keyId: 'k1',
    secret: 'apiKey',
  });
  expect(await secretsOf(victim.id, 'apiKey')).toBe('sk_test_0123456789abcd');
});

test('a value moved to another field, or an earlier one put back under a later version, does not open', async () => {
  const { id } = await create({ secrets: { apiKey: 'first-key', password: 'pw' } });
  const first = (await hub.repository.get(id))?.state.secrets['apiKey']?.envelopes[0];
  await hub.connections.putSecrets(id, { apiKey: 'second-key' }, by);
  const change = async (name: string) =>
    hub.repository.update(id, (state) => {
      const slot = state.secrets[name];
      const sealed = slot?.envelopes[0];
      if (slot === undefined || sealed === undefined || first === undefined) throw new Error('Not set.');
      const moved = { ...slot, envelopes: [{ ...sealed, envelope: first.envelope }] };
      return { state: { ...state, secrets: { ...state.secrets, [name]: moved } } };
    });
  await change('apiKey');
  expect(await hub.credentials.reveal(id)).toMatchObject({
    outcome: 'locked',
    secret: 'apiKey',
    reason: 'envelope_damaged',
  });
  await hub.connections.putSecrets(id, { apiKey: 'third-key' }, by);
  await change('password');
  expect(await hub.credentials.reveal(id)).toMatchObject({ outcome: 'locked', secret: 'password' });
});

test('settings that no longer fit the schema are told, not handed to the plugin', async () => {
  const { id } = await create();
  await hub.repository.update(id, (state) => ({ state: { ...state, settings: { mode: 'gone' }, secrets: {} } }));
  expect(await hub.credentials.reveal(id)).toMatchObject({
    outcome: 'invalid',
    errors: [{ path: '/settings/mode' }, { path: '/secrets/apiKey', message: 'is required' }],
  });
});
