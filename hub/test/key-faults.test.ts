import { randomBytes } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Api,
  type ConnectionView,
  createApi,
  eventually,
  type HealthView,
  type InboxView,
} from './support/api.ts';
import { type HubProcess, startAndRefuse, startHubProcess } from './support/hub-process.ts';
import { addStripe, sendEvent, signature, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let cleanup: AsyncDisposableStack;
let dataDir: string;
let keyFile: string;
beforeEach(async () => {
  cleanup = new AsyncDisposableStack();
  dataDir = cleanup.use(await temporaryFolder()).path;
  keyFile = join(dataDir, 'master.key');
});
afterEach(() => cleanup.disposeAsync());

async function start(
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly hub: HubProcess; readonly api: Api }> {
  const hub = await startHubProcess({ dataDir, env });
  cleanup.defer(async () => void (await hub.stop()));
  const api = createApi(hub.url);
  await api.signIn();
  return { hub, api };
}

const ownSecret = 'whsec_of_the_second_shop_0123456789';
const ownSecrets = { apiKey: 'sk_test_second_0123456789', webhookSecrets: [ownSecret] };

/** A hub with one connection, stopped again. */
async function prepared(): Promise<string> {
  const { hub, api } = await start();
  const { id } = await addStripe(api);
  expect((await sendEvent(hub.url, id, stripeEvent('evt_first'))).status).toBe(200);
  expect((await hub.stop()).code).toBe(0);
  return id;
}

const statusOf = async (hub: HubProcess, id: string, eventId: string, secret?: string) => {
  const body = stripeEvent(eventId);
  return (await sendEvent(hub.url, id, body, signature(body, secret))).status;
};
const connection = (api: Api, id: string) => api.ok<ConnectionView>('GET', `/api/connections/${id}`);
const healthReasons = async (api: Api, id: string) =>
  (await api.ok<HealthView>('GET', `/api/connections/${id}/health`)).reasons.map(({ code }) => code);
const inboxOf = (api: Api, id: string) => api.all<InboxView>('/api/inbox', { connection: id });

/** Its webhooks are kept unverified, and everything says why it is locked. */
async function expectLocked(
  { hub, api }: Awaited<ReturnType<typeof start>>,
  id: string,
  reason: string,
): Promise<void> {
  expect((await connection(api, id)).locked?.reason).toBe(reason);
  await eventually(
    () => healthReasons(api, id),
    (codes) => codes.includes('credentials_locked'),
  );
  const refused = await api.call('POST', `/api/connections/${id}/test`);
  expect(refused.status, refused.text).toBe(423);
  expect(refused.json()).toMatchObject({ code: 'credentials_locked' });
  expect(await statusOf(hub, id, 'evt_while_locked')).toBe(202);
}

async function expectUnlocked({ api }: Awaited<ReturnType<typeof start>>, id: string): Promise<void> {
  expect((await connection(api, id)).locked).toBeUndefined();
  const items = await eventually(
    () => inboxOf(api, id),
    (found) => found.some(({ eventId, status }) => eventId === 'evt_while_locked' && status === 'dispatched'),
  );
  expect(items.map(({ eventId }) => eventId).toSorted()).toEqual(['evt_first', 'evt_while_locked']);
}

describe('the master key', () => {
  test('is another one under the same id: the hub starts, says so, and locks what the first one sealed; the first one unlocks it', async () => {
    const id = await prepared();
    const right = await readFile(keyFile, 'utf8');
    const keyId = /^(key-\w+):/m.exec(right)?.[1] ?? '';
    await writeFile(keyFile, `${keyId}:${randomBytes(32).toString('base64')}\n`);
    const locked = await start();
    expect(locked.hub.stdout()).toContain(`The master key ${keyId} (wrong) cannot be used`);
    await expectLocked(locked, id, 'key_wrong');
    await locked.hub.stop();
    await writeFile(keyFile, right);
    await expectUnlocked(await start(), id);
  });

  test('is gone although there is a database: none is made anew, the hub starts with everything locked, and restoring the file unlocks it', async () => {
    const id = await prepared();
    const right = await readFile(keyFile, 'utf8');
    await rm(keyFile);
    const locked = await start();
    expect(locked.hub.stdout()).toMatch(/The master key key-\w+ \(missing\) cannot be used/);
    await expectLocked(locked, id, 'key_missing');
    const sealing = await locked.api.call('POST', '/api/connections', {
      body: { plugin: 'gateway-stripe', name: 'New', settings: {}, secrets: ownSecrets },
    });
    expect(sealing.status, sealing.text).toBeGreaterThanOrEqual(400);
    expect(sealing.headers.get('content-type')).toBe('application/problem+json');
    await locked.hub.stop();
    await expect(readFile(keyFile)).rejects.toThrow('ENOENT');
    await writeFile(keyFile, right, { mode: 0o600 });
    await expectUnlocked(await start(), id);
  });

  test('one of two is missing: exactly the connections that it sealed are locked', async () => {
    const [first, second] = ['first', 'second'].map((name) => `${name}:${randomBytes(32).toString('base64')}`);
    const before = await start({ FAIRLEAD_MASTER_KEYS: `${first}` });
    const early = await addStripe(before.api);
    await before.hub.stop();
    const both = await start({ FAIRLEAD_MASTER_KEYS: `${second},${first}` });
    const late = await addStripe(both.api, { name: 'Second', secrets: ownSecrets });
    expect(await statusOf(both.hub, early.id, 'evt_first')).toBe(200);
    await both.hub.stop();
    const one = await start({ FAIRLEAD_MASTER_KEYS: `${second}` });
    expect((await connection(one.api, late.id)).locked).toBeUndefined();
    expect(await statusOf(one.hub, late.id, 'evt_second', ownSecret)).toBe(200);
    await expectLocked(one, early.id, 'key_missing');
    expect((await connection(one.api, early.id)).locked).toMatchObject({ keyId: 'first' });
    await one.hub.stop();
    await expectUnlocked(await start({ FAIRLEAD_MASTER_KEYS: `${second},${first}` }), early.id);
  });
});

describe('the key file', () => {
  async function expectRefused(says: RegExp): Promise<void> {
    const { code, stderr } = await startAndRefuse({ dataDir, byCommand: true });
    expect(code, stderr).not.toBe(0);
    expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
    expect(stderr).toContain(keyFile);
    expect(stderr).toMatch(says);
  }

  test('is cut off, or holds something else: the hub refuses and names it; the whole file starts it again', async () => {
    const id = await prepared();
    const right = await readFile(keyFile, 'utf8');
    for (const wrong of [right.slice(0, -20), `${right}garbage\n`, '']) {
      await writeFile(keyFile, wrong);
      await expectRefused(/./);
    }
    await writeFile(keyFile, right);
    const { hub } = await start();
    expect(await statusOf(hub, id, 'evt_again')).toBe(200);
  });

  test('may be read by others: the hub refuses and says what to do', async () => {
    await prepared();
    await chmod(keyFile, 0o644);
    await expectRefused(/chmod 600/);
    await chmod(keyFile, 0o600);
    await start();
  });
});

test('a ciphertext that was moved to another connection’s row does not open there: that one is locked with a reason, the other works', async () => {
  const before = await start();
  const victim = await addStripe(before.api);
  const thief = await addStripe(before.api, { name: 'Second', secrets: ownSecrets });
  await before.hub.stop();
  const database = new DatabaseSync(join(dataDir, 'fairlead.db'));
  const state = (id: string) =>
    JSON.parse(String(database.prepare('SELECT state FROM connections WHERE _id = ?').get(id)?.['state'])) as {
      secrets: object;
    };
  const moved = { ...state(thief.id), secrets: state(victim.id).secrets };
  database.prepare('UPDATE connections SET state = ? WHERE _id = ?').run(JSON.stringify(moved), thief.id);
  database.close();

  const { hub, api } = await start();
  // Neither secret is taken for the other connection’s.
  expect(await statusOf(hub, thief.id, 'evt_with_the_victims')).toBe(202);
  expect(await statusOf(hub, thief.id, 'evt_with_its_own', ownSecret)).toBe(202);
  expect(await statusOf(hub, victim.id, 'evt_victim')).toBe(200);
  const refused = await api.call('POST', `/api/connections/${thief.id}/test`);
  expect(refused.status, refused.text).toBe(423);
  expect(refused.text).toContain('envelope_damaged');
  const reasons = await eventually(
    () => healthReasons(api, thief.id),
    (codes) => codes.includes('credentials_locked'),
  );
  expect(reasons).toContain('credentials_locked');
  await eventually(
    () => healthReasons(api, victim.id),
    (codes) => !codes.includes('credentials_locked'),
  );
  // Entered anew, it works again, and what waited is verified by the secret that is right.
  await api.ok('PUT', `/api/connections/${thief.id}/secrets`, { body: ownSecrets });
  const items = await eventually(
    () => inboxOf(api, thief.id),
    (found) => found.every(({ status }) => status === 'dispatched' || status === 'forged'),
  );
  expect(items.filter(({ status }) => status === 'dispatched').map(({ eventId }) => eventId)).toEqual([
    'evt_with_its_own',
  ]);
});
