import { isSecret, Secret } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HubError, isHubError } from '../errors/index.ts';
import { createMasterKey } from '../vault/index.ts';
import type { NewConnection } from './index.ts';
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

const acme: NewConnection = {
  plugin: 'gateway-acme',
  name: 'Acme',
  settings: { mode: 'test' },
  secrets: { apiKey: 'sk_test_0123456789abcd' },
  createdBy: 'ada',
};
const by = { by: 'bob' };

async function faultsOf(promise: Promise<unknown>): Promise<HubError['errors']> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isHubError(error, 'invalid_request')) throw new Error(`Not an invalid request: ${String(error)}`);
  return error.errors;
}

const pathsOf = async (promise: Promise<unknown>) => (await faultsOf(promise))?.map(({ path }) => path);
const create = async (change: object = {}) => hub.connections.create({ ...acme, ...change });

describe('creating', () => {
  test('a connection has its defaults filled in, and shows of its secrets that they are set', async () => {
    const made = await create({
      secrets: { apiKey: 'sk_test_0123456789abcd', password: 'short', webhookSecrets: ['whsec_aaaaaaaa1111', 'b'] },
    });
    expect(made).toMatchObject({
      plugin: 'gateway-acme',
      name: 'Acme',
      settings: { apiBase: 'https://api.example.com', mode: 'test' },
      settingsVersion: 1,
      status: 'active',
      version: 1,
      createdBy: 'ada',
      secrets: {
        apiKey: { set: true, hint: 'abcd', updatedAt: made.createdAt },
        password: { set: true, hint: null },
        webhookSecrets: { set: true, hint: '1111', items: [{ hint: '1111' }, { hint: null }] },
      },
    });
    expect(made).not.toHaveProperty('locked');
    expect(await hub.connections.get(made.id)).toEqual(made);
    expect(JSON.stringify(made)).not.toContain('sk_test');
    expect(await hub.events()).toMatchObject([
      { type: 'connection.created', subject: made.id, data: { id: made.id, version: 1 } },
    ]);
  });

  test('no secret and no setting is in an event, and no secret is in the stored document', async () => {
    const { id } = await create();
    await hub.connections.patch(
      id,
      { settings: { labels: { a: 'visible-label' } }, secrets: { password: 'pass-word-1' } },
      by,
    );
    const events = JSON.stringify(await hub.events());
    for (const hidden of ['sk_test_0123456789abcd', 'pass-word-1', 'visible-label'])
      expect(events).not.toContain(hidden);
    const stored = JSON.stringify((await hub.repository.get(id))?.state);
    for (const hidden of ['sk_test_0123456789abcd', 'pass-word-1']) {
      expect(stored).not.toContain(hidden);
      expect(stored).not.toContain(Buffer.from(hidden).toString('base64').replace(/=+$/, ''));
    }
  });

  test('the same idempotency key makes one connection, also at the same time; with another request it is refused', async () => {
    const key = { idempotencyKey: 'key-1' };
    const [one, two] = await Promise.all([create(key), create(key)]);
    expect(two.id).toBe(one.id);
    expect((await create({ ...key, settings: { mode: 'test' } })).id).toBe(one.id);
    await expect(create({ ...key, name: 'Other' })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
      status: 422,
    });
    expect((await create({ ...key, createdBy: 'eve' })).id).not.toBe(one.id);
    await hub.connections.remove(one.id, by);
    await expect(create(key)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('every fault is named by path, and no message repeats a value', async () => {
    const faults = await faultsOf(
      create({
        name: ' ',
        settings: { mode: 'prod-value', apiBase: 7, extra: 1, retry: { times: -1, 'a/b': 1 } },
        secrets: { password: 5, webhookSecrets: ['fine', ''], unknown: 'x', constructor: 'y' },
      }),
    );
    expect(faults?.map(({ path }) => path).sort()).toEqual([
      '/name',
      '/secrets/apiKey',
      '/secrets/constructor',
      '/secrets/password',
      '/secrets/unknown',
      '/secrets/webhookSecrets/1',
      '/settings/apiBase',
      '/settings/extra',
      '/settings/mode',
      '/settings/retry/a~1b',
      '/settings/retry/times',
    ]);
    expect(JSON.stringify(faults)).not.toContain('prod-value');
    expect((await hub.connections.list({ limit: 10 })).items).toEqual([]);
  });

  test('secrets given as settings are refused, never stored', async () => {
    expect(await faultsOf(create({ settings: { apiKey: 'sk_live_oops' } }))).toEqual([
      { path: '/settings/apiKey', message: 'is a secret: give it in “secrets”' },
    ]);
  });

  test.each([
    ['a plugin that is not there', { plugin: 'gateway-none' }, ['/plugin']],
    ['a plugin named like a member of every object', { plugin: '__proto__' }, ['/plugin']],
    ['settings that are a list', { settings: [] }, ['/settings']],
    ['settings that are null', { settings: null }, ['/settings']],
    ['secrets that are a list', { secrets: ['a'] }, ['/secrets']],
    ['secrets that are null', { secrets: null }, ['/secrets']],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, ['/name']],
    ['a name that is no text', { name: 7 }, ['/name']],
    ['a megabyte of settings', { settings: { labels: { a: 'x'.repeat(1_048_576) } } }, ['/settings']],
    ['a secret of a megabyte', { secrets: { apiKey: 'x'.repeat(1_048_576) } }, ['/secrets/apiKey']],
    ['a secret that is an object', { secrets: { apiKey: { add: 'x' } } }, ['/secrets/apiKey']],
    [
      'too many values of a list',
      { secrets: { ...acme.secrets, webhookSecrets: ['a', 'b', 'c', 'd'] } },
      ['/secrets/webhookSecrets'],
    ],
    [
      'what is not JSON',
      { settings: { limit: 5n, labels: new Map(), retry: () => 1 } },
      ['/settings/limit', '/settings/labels', '/settings/retry'],
    ],
    ['NaN', { settings: { retry: { times: Number.NaN } } }, ['/settings/retry/times']],
  ])('%s is refused', async (_name, change, paths) => {
    expect(await pathsOf(create(change))).toEqual(paths);
  });

  test('members called __proto__ are refused wherever they are, and change no prototype', async () => {
    const settings: unknown = JSON.parse('{"__proto__": {"mode": "live"}, "labels": {"__proto__": "x"}}');
    expect(await pathsOf(create({ settings }))).toEqual(['/settings/__proto__', '/settings/labels/__proto__']);
    expect(({} as { mode?: string }).mode).toBeUndefined();
    const { id } = await create();
    expect(await pathsOf(hub.connections.patch(id, { settings }, by))).toEqual([
      '/settings/__proto__',
      '/settings/labels/__proto__',
    ]);
    const secrets = JSON.parse('{"__proto__": "x"}') as Record<string, string>;
    expect(await pathsOf(hub.connections.putSecrets(id, secrets, by))).toEqual(['/secrets/__proto__']);
  });

  test('settings without a prototype are as good as any', async () => {
    const settings = Object.assign(Object.create(null) as object, {
      mode: 'live',
      labels: Object.assign(Object.create(null) as object, { constructor: 'c' }),
    });
    const { id } = await create({ settings });
    expect((await hub.connections.get(id)).settings).toEqual({
      apiBase: 'https://api.example.com',
      mode: 'live',
      labels: { constructor: 'c' },
    });
  });

  test('settings nested very deeply are refused, not run out of stack', async () => {
    let deep: object = {};
    for (let level = 0; level < 50_000; level++) deep = { deep };
    expect(await faultsOf(create({ settings: deep }))).toMatchObject([
      { message: 'must not be nested deeper than 32 levels' },
    ]);
  });

  test('a plugin whose schema cannot be compiled is not available', async () => {
    await expect(create({ plugin: 'gateway-broken' })).rejects.toMatchObject({
      code: 'plugin_unavailable',
      message: /gateway-broken/,
    });
  });

  test('without a usable master key nothing is stored', async () => {
    await hub.storage.dispose();
    hub = await startHub(folder, []);
    await expect(create()).rejects.toMatchObject({ code: 'key_missing', status: 423 });
    expect((await hub.connections.list({ limit: 10 })).items).toEqual([]);
  });
});

describe('patching', () => {
  test('an absent member keeps, null deletes, objects merge, and defaults come back', async () => {
    const { id } = await create({
      settings: { mode: 'test', retry: { times: 1, note: 'a' }, apiBase: 'http://127.0.0.1' },
    });
    const patched = await hub.connections.patch(
      id,
      { name: 'New', settings: { mode: null, apiBase: null, retry: { note: null } } },
      by,
    );
    expect(patched).toMatchObject({ name: 'New', version: 2, updatedBy: 'bob', createdBy: 'ada' });
    expect(patched.settings).toEqual({ apiBase: 'https://api.example.com', retry: { times: 1 } });
    expect((await hub.events()).at(-1)).toMatchObject({
      type: 'connection.updated',
      data: { changed: ['name', 'settings'], version: 2 },
    });
  });

  test('one that changes nothing raises no version and tells nobody', async () => {
    const { id } = await create();
    const told: unknown[] = [];
    hub.connections.onChange((change) => told.push(change));
    expect(await hub.connections.patch(id, { name: 'Acme', settings: { mode: 'test' } }, by)).toMatchObject({
      version: 1,
      updatedBy: 'ada',
    });
    expect(told).toEqual([]);
    expect(await hub.events()).toHaveLength(1);
  });

  test('of several at once on one version one wins, and the others learn of it', async () => {
    const { id } = await create();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, async (_, number) =>
        hub.connections.patch(id, { name: `Name ${number}` }, { by: 'x', expectedVersion: 1 }),
      ),
    );
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(7);
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'version_conflict', status: 412 });
    expect(await hub.connections.get(id)).toMatchObject({ version: 2 });
  });

  test('a test or a key rotation in between does not make a person’s change conflict', async () => {
    const { id } = await create();
    await hub.connections.recordTest(id, { outcome: 'failed', code: 'credentials_invalid', message: 'Refused.' });
    await hub.register.add(createMasterKey('k2'));
    await hub.rotation.start();
    await hub.rotation.idle();
    const patched = await hub.connections.patch(id, { name: 'New' }, { by: 'x', expectedVersion: 1 });
    expect(patched).toMatchObject({
      version: 2,
      testedAt: expect.any(String),
      testResult: { outcome: 'failed', code: 'credentials_invalid' },
    });
  });

  test('settings and secrets change in one commit or not at all', async () => {
    const { id } = await create();
    expect(
      await pathsOf(hub.connections.patch(id, { settings: { mode: 'live' }, secrets: { password: '' } }, by)),
    ).toEqual(['/secrets/password']);
    expect(await hub.connections.get(id)).toMatchObject({ version: 1, settings: { mode: 'test' } });
    await hub.connections.patch(id, { settings: { mode: 'live' }, secrets: { password: 'pw' } }, by);
    expect((await hub.events()).slice(1).map(({ type }) => type)).toEqual([
      'connection.updated',
      'connection.secrets_changed',
    ]);
  });
});

async function revealed(id: string): Promise<unknown> {
  const result = await hub.credentials.reveal(id);
  if (result.outcome !== 'open') return result;
  return JSON.parse(
    JSON.stringify(result.settings, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
  );
}

async function secretsOf(id: string, name: string): Promise<unknown> {
  const result = await hub.credentials.reveal(id);
  if (result.outcome !== 'open') throw new Error(result.outcome);
  const value = result.settings[name];
  if (Array.isArray(value)) return value.map((item: Secret) => item.reveal());
  return isSecret(value) ? value.reveal() : value;
}

describe('secrets', () => {
  test('are revealed to the guard in place, as secrets, with settings in the form of code', async () => {
    const { id } = await create({
      settings: { limit: '123' },
      secrets: { apiKey: new Secret('key-of-acme'), webhookSecrets: ['one', 'two'] },
    });
    expect(await revealed(id)).toEqual({
      apiBase: 'https://api.example.com',
      limit: '123n',
      apiKey: '[secret]',
      webhookSecrets: ['[secret]', '[secret]'],
    });
    expect(await secretsOf(id, 'apiKey')).toBe('key-of-acme');
    expect(await secretsOf(id, 'webhookSecrets')).toEqual(['one', 'two']);
    expect(hub.redactor.text('it was key-of-acme')).toBe('it was [secret]');
  });

  test('are replaced, kept when absent, deleted by null', async () => {
    const { id } = await create({ secrets: { apiKey: 'first-key', password: 'pw' } });
    await hub.connections.putSecrets(id, { apiKey: 'second-key' }, by);
    expect([await secretsOf(id, 'apiKey'), await secretsOf(id, 'password')]).toEqual(['second-key', 'pw']);
    const { secrets } = await hub.connections.putSecrets(id, { password: null, webhookSecrets: null }, by);
    expect(Object.keys(secrets)).toEqual(['apiKey']);
    expect((await hub.events()).at(-1)).toMatchObject({
      type: 'connection.secrets_changed',
      data: { secrets: ['password'] },
    });
    expect(await pathsOf(hub.connections.putSecrets(id, { apiKey: null }, by))).toEqual(['/secrets/apiKey']);
  });

  test('a list takes values, promotes one to be current, and retires one', async () => {
    const { id } = await create({ secrets: { ...acme.secrets, webhookSecrets: ['one'] } });
    const added = await hub.connections.putSecrets(id, { webhookSecrets: { add: 'two-two-two-two' } }, by);
    const [first, second] = added.secrets['webhookSecrets']?.items ?? [];
    expect(await secretsOf(id, 'webhookSecrets')).toEqual(['one', 'two-two-two-two']);
    const promoted = await hub.connections.putSecrets(id, { webhookSecrets: { promote: second?.id ?? '' } }, by);
    expect(promoted.secrets['webhookSecrets']).toMatchObject({ hint: '-two' });
    expect(await secretsOf(id, 'webhookSecrets')).toEqual(['two-two-two-two', 'one']);
    await hub.connections.putSecrets(id, { webhookSecrets: { retire: first?.id ?? '' } }, by);
    expect(await secretsOf(id, 'webhookSecrets')).toEqual(['two-two-two-two']);
    await hub.connections.putSecrets(id, { webhookSecrets: { retire: second?.id ?? '' } }, by);
    expect((await hub.connections.get(id)).secrets).not.toHaveProperty('webhookSecrets');
  });

  test.each([
    ['an unknown id', { promote: 'none' }, '/secrets/webhookSecrets/promote'],
    ['retiring an unknown id', { retire: 'none' }, '/secrets/webhookSecrets/retire'],
    ['an empty value', { add: '' }, '/secrets/webhookSecrets/add'],
    ['a single text', 'text', '/secrets/webhookSecrets'],
    ['two verbs', { add: 'a', retire: 'b' }, '/secrets/webhookSecrets'],
    ['another verb', { rotate: 'a' }, '/secrets/webhookSecrets'],
    ['no verb', {}, '/secrets/webhookSecrets'],
    ['more values than allowed', { add: 'd' }, '/secrets/webhookSecrets'],
  ])('a list refuses %s', async (name, change, path) => {
    const values = name.startsWith('more') ? ['a', 'b', 'c'] : ['a'];
    const { id } = await create({ secrets: { ...acme.secrets, webhookSecrets: values } });
    expect(await pathsOf(hub.connections.putSecrets(id, { webhookSecrets: change as never }, by))).toEqual([path]);
  });
});

describe('life', () => {
  test('pausing, disabling and resuming are told once each', async () => {
    const { id } = await create();
    const told: string[] = [];
    const stop = hub.connections.onChange((change) => told.push(change.kind));
    expect(await hub.connections.pause(id, { by: 'bob', reason: 'Maintenance' })).toMatchObject({
      status: 'paused',
      statusReason: 'Maintenance',
      version: 2,
    });
    await hub.connections.pause(id, { by: 'bob', reason: 'Maintenance' });
    const resumed = await hub.connections.resume(id, by);
    expect(resumed).toMatchObject({ status: 'active', version: 3 });
    expect(resumed).not.toHaveProperty('statusReason');
    await hub.connections.disable(id, { by: 'hub', reason: 'Plugin quarantined' });
    await expect(hub.connections.resume(id, { by: 'bob', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'version_conflict',
    });
    stop();
    await hub.connections.resume(id, by);
    expect(told).toEqual(['status', 'status', 'status']);
    expect((await hub.events()).map(({ type }) => type)).toEqual([
      'connection.created',
      'connection.paused',
      'connection.resumed',
      'connection.updated',
      'connection.resumed',
    ]);
  });

  test('a removed one is a tombstone: no settings, no secrets, no state, not found', async () => {
    const { id } = await create();
    await hub.store.stateOf(id).put('cursor', 5);
    await hub.connections.remove(id, by);
    expect((await hub.repository.get(id))?.state).toMatchObject({
      status: 'removed',
      settings: {},
      secrets: {},
      name: 'Acme',
    });
    expect(await hub.store.stateOf(id).get('cursor')).toBeUndefined();
    expect((await hub.connections.list({ limit: 10 })).items).toEqual([]);
    for (const action of [
      hub.connections.get(id),
      hub.connections.remove(id, by),
      hub.connections.patch(id, { name: 'x' }, by),
      hub.connections.pause(id, by),
      hub.connections.recordTest(id, { outcome: 'ok' }),
      hub.credentials.reveal(id),
      hub.connections.get('never'),
    ]) {
      await expect(action).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await hub.events()).at(-1)).toMatchObject({ type: 'connection.removed' });
    expect(hub.redactor.text('sk_test_0123456789abcd')).toBe('sk_test_0123456789abcd');
  });

  test('a removal that a kill cut short is finished at the next start', async () => {
    const { id } = await create();
    await hub.store.stateOf(id).put('cursor', 5);
    await hub.repository.update(id, (state) => ({ state: { ...state, status: 'removing', secrets: {} } }));
    await expect(hub.connections.get(id)).rejects.toMatchObject({ code: 'not_found' });
    await hub.connections.recover();
    expect((await hub.repository.get(id))?.state.status).toBe('removed');
    expect(await hub.store.stateOf(id).get('cursor')).toBeUndefined();
  });

  test('lists are filtered by plugin, status and capability, in pages', async () => {
    const ids = [await create({ name: 'A' }), await create({ name: 'B' })].map(({ id }) => id);
    await hub.clock.advance(10);
    await hub.connections.create({
      plugin: 'channel-acme',
      name: 'C',
      settings: { url: 'http://127.0.0.1/' },
      createdBy: 'ada',
    });
    await hub.connections.pause(ids[1] ?? '', by);
    const names = async (filter: object) =>
      (await hub.connections.list({ limit: 10, ...filter })).items.map(({ name }) => name).sort();
    expect(await names({})).toEqual(['A', 'B', 'C']);
    expect(await names({ plugin: 'gateway-acme' })).toEqual(['A', 'B']);
    expect(await names({ capability: 'channel' })).toEqual(['C']);
    expect(await names({ capability: 'broker' })).toEqual([]);
    expect(await names({ plugin: 'gateway-acme', capability: 'channel' })).toEqual([]);
    expect(await names({ status: 'paused', capability: 'payment-gateway' })).toEqual(['B']);
    const first = await hub.connections.list({ limit: 2 });
    expect((await hub.connections.list({ limit: 2, cursor: first.nextCursor })).items.map(({ name }) => name)).toEqual([
      'C',
    ]);
  });
});

describe('hosts of the own network', () => {
  test('are none unless an admin names them, and are replaced as a whole', async () => {
    const { id, allowedPrivateHosts } = await create();
    expect(allowedPrivateHosts).toEqual([]);
    const patched = await hub.connections.patch(id, { allowedPrivateHosts: ['127.0.0.1', 'erp.internal'] }, by);
    expect(patched).toMatchObject({ allowedPrivateHosts: ['127.0.0.1', 'erp.internal'], version: 2 });
    expect(await hub.connections.patch(id, { allowedPrivateHosts: [] }, by)).toMatchObject({ allowedPrivateHosts: [] });
  });

  test('are names and addresses, nothing else', async () => {
    for (const host of ['http://127.0.0.1', '127.0.0.1:80', 'Erp', '', '*', 'a b', '../x']) {
      expect(await pathsOf(create({ allowedPrivateHosts: ['fine.internal', host] }))).toEqual([
        '/allowedPrivateHosts/1',
      ]);
    }
  });
});
