import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type Storage } from '../storage/index.ts';
import { createKeyRegister, vaultKeys } from './key-register.ts';
import { KeyRing } from './key-ring.ts';
import { createMasterKey, type MasterKey } from './master-key.ts';

let folder: string;
let storage: Storage;
const clock = new FakeClock();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-register-'));
  storage = await createStorage({ path: join(folder, 'hub.db'), collections: [vaultKeys], clock });
  await storage.migrate();
});
afterEach(async () => {
  await storage.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const start = (...keys: MasterKey[]) => {
  const keyRing = new KeyRing(keys);
  return { keyRing, register: createKeyRegister({ keyRing, repository: storage.repository(vaultKeys), clock }) };
};
const [one, two] = [createMasterKey('one'), createMasterKey('two')];

test('new keys are remembered, and are right the next time', async () => {
  expect(await start(one, two).register.hasKeys()).toBe(false);
  await start(one, two).register.check();
  const { register } = start(two, one);
  expect(await register.check()).toMatchObject([
    { id: 'one', state: 'ok', active: false },
    { id: 'two', state: 'ok', active: true },
  ]);
  expect(await register.hasKeys()).toBe(true);
});

test('a missing key is named', async () => {
  await start(one, two).register.check();
  expect(await start(two).register.check()).toMatchObject([
    { id: 'one', state: 'missing' },
    { id: 'two', state: 'ok' },
  ]);
});

test('another key under a known id is wrong, and then neither seals nor opens', async () => {
  await start(one).register.check();
  const { keyRing, register } = start(createMasterKey('one'));
  expect(await register.check()).toMatchObject([{ id: 'one', state: 'wrong', active: true }]);
  expect(() => keyRing.active()).toThrow(expect.objectContaining({ code: 'key_wrong', keyId: 'one' }));
});

test('a damaged check value makes its key wrong rather than trusted', async () => {
  await start(one).register.check();
  const repository = storage.repository(vaultKeys);
  await repository.update('one', (state) => ({ state: { ...state, check: { ...state.check, nonce: '' } } }));
  expect(await start(one).register.check()).toMatchObject([{ id: 'one', state: 'wrong' }]);
});

test('two nodes that start at once with different keys of one id do not both get it', async () => {
  const nodes = [start(one), start(createMasterKey('one'))];
  const found = await Promise.all(nodes.map(async ({ register }) => (await register.check())[0]?.state));
  expect(found.sort()).toEqual(['ok', 'wrong']);
});

test('an added key becomes active; one that does not fit its id is refused and changes nothing', async () => {
  const { keyRing, register } = start(one);
  await register.check();
  await register.add(two);
  expect(keyRing.activeId).toBe('two');
  await start(createMasterKey('three')).register.check();
  await expect(register.add(createMasterKey('three'))).rejects.toMatchObject({ code: 'key_wrong', keyId: 'three' });
  expect(keyRing.keys.map(({ id }) => id)).toEqual(['two', 'one']);
});

test('a retired key leaves the ring, keeps its id, and can come back only as itself', async () => {
  const { keyRing, register } = start(two, one);
  await register.check();
  await register.retire('one');
  expect(keyRing.state('one')).toBe('missing');
  expect(await register.list()).toMatchObject([
    { id: 'one', state: 'retired' },
    { id: 'two', state: 'ok' },
  ]);
  await expect(register.add(createMasterKey('one'))).rejects.toMatchObject({ code: 'key_wrong' });
  await register.add(one);
  expect(await register.list()).toMatchObject([{ id: 'one', state: 'ok', active: true }, { id: 'two' }]);
  await expect(register.retire('never')).rejects.toMatchObject({ code: 'key_missing', keyId: 'never' });
});
