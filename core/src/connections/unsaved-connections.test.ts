import { isSecret, type Secret } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMasterKey } from '../vault/index.ts';
import type { UnsavedConnection } from './index.ts';
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

const storedKey = 'sk_test_0123456789abcd';
const acme = { plugin: 'gateway-acme', settings: { mode: 'test' }, secrets: { apiKey: storedKey } };
const create = async (change: object = {}) =>
  hub.connections.create({ ...acme, name: 'Acme', createdBy: 'ada', ...change });
const change = (id: string, patch: object, expectedVersion?: number) =>
  hub.unsaved.change(id, patch, { expectedVersion });

/** The settings as the plugin would get them, its secrets as texts. */
function settingsOf({ revealed }: UnsavedConnection): Record<string, unknown> {
  if (revealed.outcome !== 'open') throw new Error(revealed.outcome);
  const shown = (value: unknown): unknown =>
    isSecret(value) ? value.reveal() : Array.isArray(value) ? value.map((one: Secret) => shown(one)) : value;
  return Object.fromEntries(Object.entries(revealed.settings).map(([name, value]) => [name, shown(value)]));
}

const faultsOf = async (work: Promise<unknown>): Promise<readonly { path: string }[]> =>
  work.then(
    () => [],
    (error: { errors: readonly { path: string }[] }) => error.errors,
  );

describe('a new connection that is not saved', () => {
  test('has settings with their defaults and its secrets, and is stored nowhere', async () => {
    expect(settingsOf(await hub.unsaved.create(acme))).toEqual({
      apiBase: 'https://api.example.com',
      mode: 'test',
      apiKey: storedKey,
    });
    expect((await hub.repository.list({ limit: 10 })).items).toEqual([]);
    expect(await hub.events()).toEqual([]);
  });

  test.each([
    { plugin: 'gateway-nobody' },
    { settings: { mode: 'loud', more: 1 } },
    { settings: { apiKey: 'in the clear' } },
    { settings: [] },
    { secrets: {} },
    { secrets: { apiKey: '', password: 7 } },
    { allowedPrivateHosts: ['http://10.0.0.1'] },
  ])('is refused for what saving it would be refused for, by the same paths: %j', async (wrong) => {
    const expected = await faultsOf(create(wrong));
    expect(expected.length).toBeGreaterThan(0);
    expect(await faultsOf(hub.unsaved.create({ ...acme, ...wrong } as never))).toEqual(expected);
  });

  test('has its secrets redacted until it is forgotten, and not at all when it is refused', async () => {
    const one = await hub.unsaved.create(acme);
    expect(hub.redactor.text(`with ${storedKey}`)).toBe('with [secret]');
    one.forget();
    expect(hub.redactor.text(`with ${storedKey}`)).toBe(`with ${storedKey}`);
    await expect(hub.unsaved.create({ ...acme, settings: { mode: 'loud' } })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect(hub.redactor.text(`with ${storedKey}`)).toBe(`with ${storedKey}`);
  });
});

describe('a change that is not saved', () => {
  test('is merged as a patch is, over what is stored, which stays as it is', async () => {
    const { id } = await create({ secrets: { apiKey: storedKey, webhookSecrets: ['whsec_1'] } });
    const before = await hub.repository.get(id);
    const [events, audited] = [await hub.events(), hub.audited.length];
    const tried = await change(id, {
      settings: { mode: 'live', retry: { times: 1 } },
      secrets: { password: 'pw-of-mine', webhookSecrets: { add: 'whsec_2' } },
    });
    expect(settingsOf(tried)).toMatchObject({
      mode: 'live',
      retry: { times: 1 },
      apiKey: storedKey,
      password: 'pw-of-mine',
      webhookSecrets: ['whsec_1', 'whsec_2'],
    });
    expect(tried).toMatchObject({ changes: id, name: 'Acme' });
    expect(tried.id).not.toBe(id);
    expect(await hub.repository.get(id)).toEqual(before);
    expect(await hub.events()).toEqual(events);
    expect(hub.audited).toHaveLength(audited);
  });

  test('is refused for what saving it would be refused for, and for a version that is not the present one', async () => {
    const { id, version } = await create();
    const wrong = { settings: { mode: 'loud', more: 1 }, secrets: { apiKey: null, nothing: 'x' } };
    const expected = await faultsOf(hub.connections.patch(id, wrong as never, { by: 'bob' }));
    expect(expected.length).toBeGreaterThan(2);
    expect(await faultsOf(change(id, wrong))).toEqual(expected);
    await expect(change(id, {}, version + 1)).rejects.toMatchObject({ code: 'version_conflict' });
    await hub.connections.remove(id, { by: 'ada' });
    await expect(change(id, {})).rejects.toMatchObject({ code: 'not_found' });
    await expect(change('nobody', {})).rejects.toMatchObject({ code: 'not_found' });
  });

  test('keeps the stored secrets redacted, however many others were tried meanwhile', async () => {
    const { id } = await create();
    for (let number = 0; number < 70; number += 1) {
      (await change(id, { secrets: { apiKey: `sk_tried_${number}_0123456789` } })).forget();
    }
    expect(hub.redactor.text(storedKey)).toBe('[secret]');
    expect(hub.redactor.text('sk_tried_69_0123456789')).toBe('sk_tried_69_0123456789');
  });

  test('is locked while the key of a stored secret is missing, unless that secret is entered anew', async () => {
    const { id } = await create();
    const k2 = createMasterKey('k2');
    await hub.register.add(k2);
    await hub.storage.dispose();
    hub = await startHub(folder, [k2]);
    expect((await change(id, {})).revealed).toMatchObject({ outcome: 'locked', secret: 'apiKey', keyId: masterKey.id });
    expect(settingsOf(await change(id, { secrets: { apiKey: 'sk_new_0123456789' } }))).toMatchObject({
      apiKey: 'sk_new_0123456789',
    });
  });
});

describe('a stored secret', () => {
  const elsewhere = { apiBase: 'https://evil.example' };
  const twoSecrets = { apiKey: storedKey, webhookSecrets: ['whsec_1'] };
  const pathsOf = async (work: Promise<unknown>) => (await faultsOf(work)).map(({ path }) => path);

  test('is not tried with a changed address: each has to be entered again', async () => {
    const { id } = await create({ secrets: twoSecrets });
    expect(await pathsOf(change(id, { settings: elsewhere }))).toEqual(['/secrets/apiKey', '/secrets/webhookSecrets']);
    const one = { settings: elsewhere, secrets: { apiKey: 'sk_own_0123456789' } };
    expect(await pathsOf(change(id, one))).toEqual(['/secrets/webhookSecrets']);
    const both = { ...one, secrets: { ...one.secrets, webhookSecrets: null } };
    expect(settingsOf(await change(id, both))).toEqual({
      mode: 'test',
      apiBase: 'https://evil.example',
      apiKey: 'sk_own_0123456789',
    });
  });

  test('is not got at by putting a list in order or adding to it beside a changed address', async () => {
    const { id, secrets } = await create({ secrets: twoSecrets });
    const [item] = secrets['webhookSecrets']?.items ?? [];
    for (const webhookSecrets of [{ add: 'whsec_own' }, { promote: item?.id }]) {
      const patch = { settings: elsewhere, secrets: { apiKey: 'sk_own_0123456789', webhookSecrets } };
      expect(await pathsOf(change(id, patch)), JSON.stringify(webhookSecrets)).toEqual(['/secrets/webhookSecrets']);
    }
  });

  test('is not tried with another private host allowed, and is with one less', async () => {
    const { id } = await create({ allowedPrivateHosts: ['10.0.0.1'] });
    const allowed = (...allowedPrivateHosts: string[]) => change(id, { allowedPrivateHosts });
    expect(await pathsOf(allowed('10.0.0.1', '10.0.0.2'))).toEqual(['/secrets/apiKey']);
    expect(settingsOf(await allowed())).toMatchObject({ apiKey: storedKey });
  });

  test('is tried with a changed setting that is no address, and with an address that is the same or its default', async () => {
    const { id } = await create();
    for (const settings of [{ mode: 'live' }, { apiBase: 'https://api.example.com' }, { apiBase: null }]) {
      expect(settingsOf(await change(id, { settings })), JSON.stringify(settings)).toMatchObject({
        apiBase: 'https://api.example.com',
        apiKey: storedKey,
      });
    }
  });

  test('is tried with no changed setting at all where the plugin may go anywhere', async () => {
    const { id } = await create({ plugin: 'gateway-anywhere' });
    expect(await pathsOf(change(id, { settings: { mode: 'live' } }))).toEqual(['/secrets/apiKey']);
    expect(settingsOf(await change(id, { secrets: { password: 'pw' } }))).toMatchObject({ apiKey: storedKey });
  });
});
