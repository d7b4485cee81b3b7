import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type Storage } from '../storage/index.ts';
import { createMasterKey, createVault, KeyRing } from '../vault/index.ts';
import { derivedKey, sealedTokenKeys, tokenKeyHolder, tokenKeys } from './sealed-token-keys.ts';

const clock = new FakeClock();
let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-keys-'));
  storage = await createStorage({ path: join(folder, 'hub.sqlite'), collections: [tokenKeys], clock });
  await storage.migrate();
});
afterEach(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true });
});

const master = createMasterKey('k1');
const open = (ring = new KeyRing([master]), onUnsealed?: (reason: string) => void) =>
  sealedTokenKeys({
    storage,
    clock,
    vault: createVault({ keyRing: ring }).for('token'),
    ...(onUnsealed === undefined ? {} : { onUnsealed }),
  });

test('the key of tokens outlives the process, and is nowhere in plain form', async () => {
  const first = await (await open()).current();
  const again = await (await open()).current();
  expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  const [stored] = (await storage.repository(tokenKeys).list({ limit: 10 })).items;
  expect(JSON.stringify(stored)).not.toContain(Buffer.from(first.bytes).toString('base64url'));
});

test('without its master key a new key is made, and the old one counts again once the key is back', async () => {
  const first = await (await open()).current();
  const locked = await open(new KeyRing([createMasterKey('k2')]));
  expect((await locked.current()).id).not.toBe(first.id);
  expect(await locked.byId(first.id)).toBeUndefined();
  const restored = await open(new KeyRing([master]));
  expect((await restored.current()).id).toBe(first.id);
});

test('without any master key a key of this process is used, and somebody is told', async () => {
  const told: string[] = [];
  const keys = await open(new KeyRing([]), (reason) => told.push(reason));
  expect((await keys.current()).bytes).toHaveLength(32);
  expect(told).toHaveLength(1);
  expect(await storage.repository(tokenKeys).count()).toBe(0);
});

test('a rotation of master keys takes token keys along', async () => {
  const first = await (await open()).current();
  const next = createMasterKey('k2');
  const vault = createVault({ keyRing: new KeyRing([next, master]) });
  const holder = tokenKeyHolder(storage);
  for await (const record of holder.scan()) {
    expect(await holder.rewrap(record, (held) => vault.rewrap(held))).toBe('done');
  }
  expect((await (await open(new KeyRing([next]))).current()).id).toBe(first.id);
});

test('a derived key is the same for one use and another for another', async () => {
  const keys = await open();
  const [a, same, b] = [await derivedKey(keys, 'a'), await derivedKey(keys, 'a'), await derivedKey(keys, 'b')];
  expect(a).toHaveLength(32);
  expect(Buffer.from(a).equals(Buffer.from(same))).toBe(true);
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false);
});
