import { Secret } from '@fairlead/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Folder, type Hub, makeFolder, startHub } from './testing/start-hub.ts';

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

const restart = async (...keys: Parameters<typeof startHub>[1] & object) => {
  await hub.storage.dispose();
  hub = await startHub(folder, ...(keys.length > 0 ? [keys] : []));
};

test('values outlive a restart, each connection has its own, and what is read is a copy', async () => {
  await hub.store.stateOf('c1').put('feed/cursor', { at: [1, null, 'x'] });
  await hub.store.stateOf('c2').put('feed/cursor', 'other');
  await restart();
  const state = hub.store.stateOf('c1');
  const value = (await state.get('feed/cursor')) as { at: unknown[] };
  value.at.push('changed');
  expect(await state.get('feed/cursor')).toEqual({ at: [1, null, 'x'] });
  await state.put('feed/cursor', null);
  expect(await state.get('feed/cursor')).toBeNull();
  await state.delete('feed/cursor');
  await state.delete('feed/cursor');
  expect([await state.get('feed/cursor'), await hub.store.stateOf('c2').get('feed/cursor')]).toEqual([
    undefined,
    'other',
  ]);
});

test('of many writes at once the last wins and none fails', async () => {
  const state = hub.store.stateOf('c1');
  await Promise.all(
    Array.from({ length: 30 }, async (_, number) => (number % 5 === 4 ? state.delete('k') : state.put('k', number))),
  );
  await state.put('k', 'last');
  expect(await state.get('k')).toBe('last');
});

test.each([
  ['an empty key', ''],
  ['a key with a space', 'a b'],
  ['a key of 129 characters', 'k'.repeat(129)],
  ['a key with a line break', 'a\n'],
])('%s is the plugin’s bug', async (_name, key) => {
  await expect(hub.store.stateOf('c1').put(key, 1)).rejects.toMatchObject({ class: 'plugin_bug' });
  await expect(hub.store.stateOf('c1').get(key)).rejects.toMatchObject({ class: 'plugin_bug' });
  await expect(hub.store.secretsOf('c1').put(key, new Secret('x'))).rejects.toMatchObject({ class: 'plugin_bug' });
});

test.each([
  ['undefined', undefined],
  ['a big integer', 1n],
  ['bytes', new Uint8Array(3)],
  ['a function inside', { run: () => 1 }],
  ['more than 64 KiB', 'x'.repeat(65_536)],
])('%s is refused as a value', async (_name, value) => {
  await expect(hub.store.stateOf('c1').put('k', value)).rejects.toMatchObject({ class: 'plugin_bug' });
  expect(await hub.store.stateOf('c1').get('k')).toBeUndefined();
});

test('a value of exactly 64 KiB and a key of all allowed characters are fine', async () => {
  const key = 'A–z'.replace('–', '.09_-:/');
  await hub.store.stateOf('c1').put(key, 'x'.repeat(65_534));
  expect(await hub.store.stateOf('c1').get(key)).toHaveLength(65_534);
});

test('secrets are sealed, audited, redacted, and outlive a restart', async () => {
  await hub.store.secretsOf('c1').put('oauth/token', new Secret('token-of-the-vendor'));
  expect(hub.redactor.text('Bearer token-of-the-vendor')).toBe('Bearer [secret]');
  expect(hub.audited).toEqual([{ connectionId: 'c1', action: 'plugin_secret.put', name: 'oauth/token' }]);
  await restart();
  const secrets = hub.store.secretsOf('c1');
  expect((await secrets.get('oauth/token'))?.reveal()).toBe('token-of-the-vendor');
  expect(await hub.store.stateOf('c1').get('oauth/token')).toBeUndefined();
  expect(await hub.store.secretsOf('c2').get('oauth/token')).toBeUndefined();
  await secrets.delete('oauth/token');
  expect(await secrets.get('oauth/token')).toBeUndefined();
  expect(hub.audited.map(({ action }) => action)).toEqual(['plugin_secret.delete']);
});

test('an expired secret is absent', async () => {
  const secrets = hub.store.secretsOf('c1');
  await secrets.put('token', new Secret('value'), { expiresAt: new Date(hub.clock.now() + 1_000).toISOString() });
  expect((await secrets.get('token'))?.reveal()).toBe('value');
  await hub.clock.advance(1_000);
  expect(await secrets.get('token')).toBeUndefined();
  await expect(secrets.put('token', new Secret('value'), { expiresAt: 'tomorrow' })).rejects.toMatchObject({
    class: 'plugin_bug',
  });
});

test('without its key a secret is locked, naming the key; state is not', async () => {
  await hub.store.secretsOf('c1').put('token', new Secret('value'));
  await hub.store.stateOf('c1').put('cursor', 1);
  await hub.storage.dispose();
  hub = await startHub(folder, []);
  await expect(hub.store.secretsOf('c1').get('token')).rejects.toMatchObject({
    code: 'credentials_locked',
    details: { keyId: 'k1', reason: 'key_missing' },
  });
  await expect(hub.store.secretsOf('c1').put('token', new Secret('x'))).rejects.toMatchObject({
    code: 'credentials_locked',
  });
  expect(await hub.store.stateOf('c1').get('cursor')).toBe(1);
});

test('clearing deletes everything of one connection', async () => {
  for (let number = 0; number < 250; number++) await hub.store.stateOf('c1').put(`k${number}`, number);
  await hub.store.secretsOf('c1').put('token', new Secret('value-of-c1'));
  await hub.store.stateOf('c2').put('k', 1);
  await hub.store.clear('c1');
  await hub.store.clear('c1');
  expect([
    await hub.store.stateOf('c1').get('k1'),
    await hub.store.secretsOf('c1').get('token'),
    await hub.store.stateOf('c2').get('k'),
  ]).toEqual([undefined, undefined, 1]);
  expect(hub.redactor.text('value-of-c1')).toBe('value-of-c1');
});
