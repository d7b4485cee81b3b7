import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Secret } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type Storage } from '../storage/index.ts';
import type { Envelope } from './envelope.ts';
import type { EnvelopeHolder } from './envelope-holder.ts';
import { createKeyRegister, vaultKeys } from './key-register.ts';
import { KeyRing } from './key-ring.ts';
import { createMasterKey, formatMasterKey, type MasterKey } from './master-key.ts';
import { createRotation } from './rotation.ts';
import { vaultRotations } from './rotation-record.ts';
import { things, thingsHolder } from './testing/things.ts';
import { createVault } from './vault.ts';

const purposes = { connection: { reader: 'guard', redacted: true } };

let folder: string;
let storage: Storage;
const clock = new FakeClock();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-rotation-'));
  await open();
});
afterEach(async () => {
  await storage.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function open() {
  storage = await createStorage({
    path: join(folder, 'hub.db'),
    collections: [vaultKeys, vaultRotations, things],
    clock,
  });
  await storage.migrate();
}

const holderOf = () => thingsHolder(storage);

function start(keys: readonly MasterKey[], options: { holder?: EnvelopeHolder; batchSize?: number } = {}) {
  const keyRing = new KeyRing(keys);
  const vault = createVault({ keyRing, purposes });
  const register = createKeyRegister({ keyRing, repository: storage.repository(vaultKeys), clock });
  const errors: unknown[] = [];
  const rotation = createRotation({
    vault,
    keyRing,
    register,
    repository: storage.repository(vaultRotations),
    clock,
    onError: (error) => errors.push(error),
    batchSize: options.batchSize ?? 3,
  });
  rotation.registerHolder(options.holder ?? holderOf());
  return { keyRing, vault, register, rotation, errors, handle: vault.for('connection') };
}

const [one, two] = [createMasterKey('one'), createMasterKey('two')];

async function store(hub: ReturnType<typeof start>, count: number, fields = ['a', 'b']) {
  const repository = storage.repository(things);
  for (let number = 0; number < count; number++) {
    const id = `thing-${String(number).padStart(3, '0')}`;
    const envelopes = Object.fromEntries(
      fields.map((field) => [
        field,
        hub.handle.seal({ recordId: id, field, version: 1 }, new Secret(`${id}.${field}`)),
      ]),
    );
    await repository.commit({ id, state: { envelopes, touched: 0 } }, 0);
  }
}

async function allOpen(hub: ReturnType<typeof start>) {
  for await (const { id, state } of storage.repository(things).scan()) {
    for (const [field, envelope] of Object.entries(state.envelopes)) {
      expect(hub.handle.open({ recordId: id, field, version: 1 }, envelope).reveal()).toBe(`${id}.${field}`);
    }
  }
}

test('add, rotate, verify, retire: everything opens under the new key alone', async () => {
  const hub = start([one]);
  await hub.register.check();
  await store(hub, 10);
  await hub.register.add(two);
  expect(await hub.rotation.start()).toMatchObject({ state: 'running', targetKeyId: 'two' });
  await hub.rotation.idle();
  expect(await hub.rotation.progress()).toMatchObject({
    state: 'finished',
    total: 20,
    done: 20,
    failed: [],
    failedCount: 0,
  });
  expect(await hub.rotation.verify()).toEqual({ opened: 20, failed: [] });
  expect(await hub.rotation.usage()).toEqual(new Map([['two', 20]]));
  await hub.rotation.retire('one');
  await allOpen(start([two]));
  expect(hub.errors).toEqual([]);
});

test('a key in use is not retired, and neither is the active one', async () => {
  const hub = start([one]);
  await hub.register.check();
  await store(hub, 2);
  await hub.register.add(two);
  await expect(hub.rotation.retire('one')).rejects.toMatchObject({
    code: 'key_in_use',
    keyId: 'one',
    message: /^4 stored secrets/,
  });
  await expect(hub.rotation.retire('two')).rejects.toMatchObject({ code: 'conflict' });
  expect(hub.keyRing.state('one')).toBe('ok');
});

test('after a kill the next start goes on, and counts what was done before', async () => {
  const hub = start([one]);
  await hub.register.check();
  await store(hub, 10);
  await hub.register.add(two);
  const died = new Error('killed');
  const holder = holderOf();
  let calls = 0;
  const dying: EnvelopeHolder = {
    ...holder,
    rewrap: async (record, change) => {
      if (++calls > 4) throw died;
      return holder.rewrap(record, change);
    },
  };
  const first = start([two, one], { holder: dying, batchSize: 1 });
  await first.rotation.start();
  await first.rotation.idle();
  expect(first.errors).toEqual([died]);
  expect(await first.rotation.progress()).toMatchObject({ state: 'running', total: 20, done: 8 });

  await storage.dispose();
  await open();
  const second = start([two, one]);
  expect(await second.rotation.resume()).toMatchObject({ state: 'running', targetKeyId: 'two' });
  await second.rotation.idle();
  expect(await second.rotation.progress()).toMatchObject({ state: 'finished', total: 20, done: 20, failedCount: 0 });
  expect(await second.rotation.resume()).toBeUndefined();
  await allOpen(start([two]));
});

test('a process killed by SIGKILL in the middle loses nothing, and the next one finishes', async () => {
  const hub = start([one]);
  await hub.register.check();
  await store(hub, 40);
  await storage.dispose();
  const keys = [two, one].map(formatMasterKey).join(',');
  const script = fileURLToPath(new URL('./testing/rotate-until-killed.ts', import.meta.url));
  const child = fork(script, [join(folder, 'hub.db'), keys], { execArgv: ['--conditions=@fairlead/source'] });
  let seen = 0;
  child.on('message', () => {
    if (++seen === 7) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  await open();
  const next = start([two, one]);
  const counts = await next.rotation.usage();
  expect(counts.get('one')).toBeGreaterThan(0);
  expect(counts.get('two')).toBeGreaterThanOrEqual(14);
  await allOpen(next);
  expect(await next.rotation.resume()).toMatchObject({ state: 'running', targetKeyId: 'two' });
  await next.rotation.idle();
  expect(await next.rotation.progress()).toMatchObject({ state: 'finished', total: 80, done: 80, failedCount: 0 });
  await allOpen(start([two]));
});

test('dispose stops between batches and leaves the rest to resume', async () => {
  const hub = start([one]);
  await store(hub, 10);
  const holder = holderOf();
  const next = start([two, one], {
    batchSize: 1,
    holder: {
      ...holder,
      rewrap: async (record, change) => {
        void next.rotation.dispose();
        return holder.rewrap(record, change);
      },
    },
  });
  await next.rotation.start();
  await next.rotation.idle();
  expect(await next.rotation.progress()).toMatchObject({ state: 'running', done: 2 });
});

test('documents that change meanwhile keep the change and are met again', async () => {
  const hub = start([one]);
  await store(hub, 6);
  const holder = holderOf();
  const repository = storage.repository(things);
  const touched = new Set<string>();
  const busy: EnvelopeHolder = {
    ...holder,
    rewrap: async (record, change) => {
      if (!touched.has(record.id)) await repository.update(record.id, (state) => ({ state: { ...state, touched: 1 } }));
      touched.add(record.id);
      return holder.rewrap(record, change);
    },
  };
  const next = start([two, one], { holder: busy });
  await next.rotation.start();
  await next.rotation.idle();
  expect(await next.rotation.progress()).toMatchObject({ state: 'finished', total: 12, done: 12, failedCount: 0 });
  for await (const { state } of repository.scan()) expect(state.touched).toBe(1);
  await allOpen(start([two]));
});

test('what cannot be rewrapped is listed by place, left as it is, and keeps its key in use', async () => {
  const hub = start([one]);
  await hub.register.check();
  await store(hub, 4);
  const repository = storage.repository(things);
  const foreign = await repository.get('thing-000');
  await repository.update('thing-001', (state) => ({
    state: { ...state, envelopes: { ...state.envelopes, a: foreign?.state.envelopes['a'] as Envelope } },
  }));
  await hub.register.add(two);
  await hub.rotation.start();
  await hub.rotation.idle();
  const failed = [{ holder: 'things', recordId: 'thing-001', field: 'a', keyId: 'one', code: 'envelope_damaged' }];
  expect(await hub.rotation.progress()).toMatchObject({ state: 'finished', total: 8, done: 7, failed, failedCount: 1 });
  expect(await hub.rotation.verify()).toEqual({ opened: 7, failed });
  await expect(hub.rotation.retire('one')).rejects.toMatchObject({ message: /^1 stored secret still needs/ });
});

test('starting twice at once is one rotation; a newer key takes over from a running one', async () => {
  const hub = start([one]);
  await store(hub, 8);
  await hub.register.add(two);
  const [left, right] = await Promise.all([hub.rotation.start(), hub.rotation.start()]);
  expect(left.id).toBe(right.id);
  await hub.register.add(createMasterKey('three'));
  await clock.advance(1);
  const third = await hub.rotation.start();
  expect(third).toMatchObject({ targetKeyId: 'three' });
  await hub.rotation.idle();
  expect(await hub.rotation.usage()).toEqual(new Map([['three', 16]]));
  expect((await storage.repository(vaultRotations).get(left.id))?.state.state).toBe('stopped');
});

test('without a usable active key nothing starts, and a name is registered once', async () => {
  await expect(start([]).rotation.start()).rejects.toMatchObject({ code: 'key_missing' });
  expect(() => start([one]).rotation.registerHolder(holderOf())).toThrow(/already registered/);
});
