import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi, eventually, type HealthView } from './support/api.ts';
import { openSocket, readSse } from './support/event-streams.ts';
import { type HubProcess, ownerEmail, startHubProcess } from './support/hub-process.ts';
import { filesOf, findSecrets, formsOf, type Guarded, type Place } from './support/secret-search.ts';
import { acceptedByStripe, refusedByStripe, type StandInVendor, standInVendor } from './support/stand-in-vendor.ts';
import { addStripe, sendEvent, signature, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const random = (): string => randomBytes(18).toString('base64url');
/** With characters that JSON, URLs and base64 write in other ways. */
const awkward = (start: string): Guarded => ({
  name: start,
  value: `${start}${random()}"\\/+%&=${random()}`,
  shownStart: start.length,
  shownEnd: 4,
});
const whole = (name: string, value: string): Guarded => ({ name, value, shownStart: 0, shownEnd: 0 });

describe('no secret is anywhere but where it belongs', () => {
  const cleanup = new AsyncDisposableStack();
  const apiKey = awkward('sk_test_');
  const nextKey = awkward('rk_live_');
  const webhookSecrets = [awkward('whsec_first_'), awkward('whsec_second_')] as const;
  const misplaced = whole('a misplaced key', `sk_misplaced_"\\%&=${random()}`);
  const password = whole('the owner’s password', `Pw-${random()}-"ü\\${random()}`);
  const newPassword = whole('the new password', `Np-${random()}-${random()}`);
  const wrongPassword = whole('a wrong password', `Wp-${random()}-${random()}`);
  const secrets: Guarded[] = [apiKey, nextKey, ...webhookSecrets, misplaced, password, newPassword, wrongPassword];
  const places: Place[] = [];
  let dataDir: string;
  let hub: HubProcess;
  let api: Api;
  let vendor: StandInVendor;
  let id: string;
  let allowedNow: readonly string[] = [];

  /** A call whose answer may show what is named, and whose answer's secrets are looked for from now on. */
  async function giving(names: readonly string[], call: () => Promise<readonly string[]>): Promise<void> {
    allowedNow = names;
    // Of a token of ours only the last part is secret; what stands before says whose it is and until when.
    for (const value of await call()) {
      const shownStart = Math.max(value.lastIndexOf('.') + 1, 12);
      for (const name of names) secrets.push({ name, value, shownStart, shownEnd: 0 });
    }
    allowedNow = [];
  }

  beforeAll(async () => {
    dataDir = cleanup.use(await temporaryFolder()).path;
    vendor = cleanup.use(await standInVendor(acceptedByStripe));
    hub = await startHubProcess({
      dataDir,
      env: { FAIRLEAD_LOG_LEVEL: 'trace', FAIRLEAD_OWNER_PASSWORD: password.value },
    });
    cleanup.defer(async () => void (await hub.stop()));
    api = createApi(hub.url, (text) =>
      places.push({ where: `an answer: ${text.slice(0, 300)}`, bytes: Buffer.from(text), allowed: allowedNow }),
    );
  });
  afterAll(() => cleanup.disposeAsync());

  const signIn = (value: string, tokenDelivery: 'body' | 'cookie') =>
    api.call('POST', '/api/auth/sign-in', { body: { email: ownerEmail, password: value, tokenDelivery }, token: null });

  test('a tour with sign-ins, keys and connections', async () => {
    await giving(['tokens'], async () => {
      const signed = (await signIn(password.value, 'body')).json<{ accessToken: string; refreshToken: string }>();
      api.token = signed.accessToken;
      return [signed.accessToken, signed.refreshToken];
    });
    await giving(['tokens'], async () => {
      const refreshToken = secrets.at(-1)?.value;
      const answer = await api.call('POST', '/api/auth/refresh', { body: { refreshToken }, token: null });
      const next = answer.json<{ accessToken: string; refreshToken: string }>();
      api.token = next.accessToken;
      return [next.accessToken, next.refreshToken];
    });
    await giving(['tokens'], async () => {
      const answer = await signIn(password.value, 'cookie');
      const cookie = /=([^;]+);/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
      expect(cookie.length).toBeGreaterThan(20);
      return [answer.json<{ accessToken: string }>().accessToken, cookie];
    });
    await giving(['API key'], async () => {
      const made = await api.call('POST', '/api/api-keys', {
        body: { name: 'machine', scopes: ['inbox.read', 'events.read'] },
        headers: { 'idempotency-key': 'make-one-key' },
      });
      expect(made.status, made.text).toBe(201);
      return [made.json<{ key: string }>().key];
    });
    const again = await api.call('POST', '/api/api-keys', {
      body: { name: 'machine', scopes: ['inbox.read', 'events.read'] },
      headers: { 'idempotency-key': 'make-one-key' },
    });
    expect(again.text).not.toContain('fl_');
    expect((await api.call('GET', '/api/inbox', { token: secrets.at(-1)?.value ?? '' })).status).toBe(200);
    id = (
      await addStripe(api, {
        settings: { apiBase: vendor.url },
        secrets: { apiKey: apiKey.value, webhookSecrets: webhookSecrets.map(({ value }) => value) },
        more: { allowedPrivateHosts: ['127.0.0.1'] },
      })
    ).id;
    expect(await api.ok('POST', `/api/connections/${id}/test`)).toMatchObject({ outcome: 'ok' });
    for (const { value } of webhookSecrets) {
      const body = stripeEvent(`evt_${randomBytes(8).toString('hex')}`);
      expect((await sendEvent(hub.url, id, body, signature(body, value))).status).toBe(200);
    }
  });

  test('calls that fail, with a vendor that says the key in its errors', async () => {
    const encoded = Buffer.from(`:${apiKey.value}`).toString('base64');
    const answers = [
      refusedByStripe(apiKey.value),
      {
        status: 400,
        body: { error: { type: 'invalid_request_error', message: `No such key ${encoded}`, param: apiKey.value } },
      },
      {
        status: 402,
        body: { error: { type: 'card_error', code: apiKey.value, message: encodeURIComponent(apiKey.value) } },
      },
      { status: 500, body: `${apiKey.value} ${Buffer.from(apiKey.value).toString('hex')}` },
      {
        status: 200,
        body: { id: apiKey.value, object: apiKey.value, settings: { dashboard: { display_name: apiKey.value } } },
      },
    ];
    for (const answer of answers) {
      vendor.answer = () => answer;
      await api.call('POST', `/api/connections/${id}/test`);
      await api.call('POST', `/api/connections/${id}/operations/listEvents`, { body: { input: { limit: 1 } } });
      await api.call('POST', `/api/connections/${id}/operations/getStatus`, {
        body: { input: { gatewayReference: 'cs_1' } },
      });
    }
    await eventually(
      () => api.ok<HealthView>('GET', `/api/connections/${id}/health`),
      ({ status }) => status === 'unhealthy',
    );
  });

  test('requests that are refused, with a secret in them', async () => {
    const statuses: number[] = [];
    const refused = async (method: string, path: string, body: unknown) =>
      statuses.push((await api.call(method, path, { body })).status);
    const at = `/api/connections/${id}`;
    const stolen = misplaced.value;
    await refused('PATCH', at, { secrets: { apiKey: { add: stolen } } });
    await refused('PATCH', at, { secrets: { apiKey: [stolen] } });
    await refused('PATCH', at, { secrets: { unheardOf: stolen } });
    await refused('PATCH', at, { settings: { apiKey: stolen } });
    await refused('PATCH', at, { settings: { apiBase: `https://user:${stolen}@127.0.0.1` } });
    await refused('PATCH', at, { settings: { apiVersion: stolen } });
    await refused('PUT', `${at}/secrets`, { apiKey: { secret: stolen } });
    await refused('PUT', `${at}/secrets`, { webhookSecrets: { retire: stolen } });
    await refused('POST', '/api/connections', { plugin: 'gateway-stripe', name: 'x', settings: { apiKey: stolen } });
    await refused('POST', '/api/connections', {
      plugin: 'gateway-stripe',
      name: 'x',
      secrets: { apiKey: 7, other: stolen },
    });
    await refused('POST', '/api/auth/password', {
      currentPassword: wrongPassword.value,
      newPassword: newPassword.value,
    });
    expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect((await signIn(wrongPassword.value, 'body')).status).toBe(401);
    expect((await api.call('GET', '/api/auth/me', { token: `fl_${misplaced.value}` })).status).toBe(401);
    const body = stripeEvent('evt_forged');
    expect((await sendEvent(hub.url, id, body, signature(body, misplaced.value))).status).toBe(401);
  });

  test('changed secrets: the old ones and the new ones', async () => {
    await api.ok('PUT', `/api/connections/${id}/secrets`, { body: { apiKey: nextKey.value } });
    await api.ok('POST', '/api/auth/password', {
      body: { currentPassword: password.value, newPassword: newPassword.value },
    });
  });

  test('everything that can be read', async () => {
    const document = await api.ok<{ paths: Record<string, { get?: object }> }>('GET', '/openapi.json');
    const paths = Object.entries(document.paths).filter(([, methods]) => methods.get !== undefined);
    const read = paths.map(([path]) => path.replace('{id}', path.includes('connections') ? id : 'gateway-stripe'));
    expect(read.length).toBeGreaterThan(20);
    for (const path of read) if (!path.includes('stream')) await api.call('GET', path);
    for (const item of await api.all<{ id: string }>('/api/inbox')) await api.ok('GET', `/api/inbox/${item.id}`);
    expect((await api.all('/api/audit')).length).toBeGreaterThan(15);
    const events = await api.eventsAfter(0);
    expect(events.map(({ type }) => type)).toContain('connection.health_changed');
    const sent = await readSse(
      `${hub.url}/api/events/stream?after=0`,
      { authorization: `Bearer ${api.token}` },
      (found) => found.length > events.length,
    );
    places.push({ where: 'the event stream', bytes: Buffer.from(JSON.stringify(sent)) });
    const socket = await openSocket(hub.url);
    socket.send({ type: 'authenticate', token: `x${misplaced.value}`.replaceAll(/[^\x21-\x7e]/g, '') });
    const end = await socket.until(({ type }) => type === 'end');
    places.push({ where: 'the websocket', bytes: Buffer.from(JSON.stringify(end)) });
  });

  test('the search finds every form it looks for', () => {
    for (const [form, text] of formsOf(apiKey)) {
      const bytes = Buffer.from(`before ${text} after`, form === 'UTF-16' ? 'latin1' : 'utf8');
      expect(findSecrets([apiKey], [{ where: form, bytes }]), form).toHaveLength(1);
    }
    for (const neighbours of ['', 'a', 'ab']) {
      const bytes = Buffer.from(Buffer.from(`${neighbours}${apiKey.value}:z`).toString('base64'));
      expect(findSecrets([apiKey], [{ where: 'base64', bytes }]), neighbours).toHaveLength(1);
    }
  });

  test('none of it is in an answer, an event, a line of the log, or a file, before and after the hub has stopped', async () => {
    const masterKey = (await readFile(join(dataDir, 'master.key'), 'utf8')).trim().split('\n').at(-1) ?? '';
    const localToken = (await readFile(join(dataDir, 'cli.token'), 'utf8')).trim();
    secrets.push(
      whole('the master key', masterKey.slice(masterKey.indexOf(':') + 1)),
      whole('the local token', localToken),
    );
    const raw = Buffer.from(masterKey.slice(masterKey.indexOf(':') + 1), 'base64');
    const own = { 'master.key': ['the master key'], 'cli.token': ['the local token'] };
    const running = await filesOf(dataDir, own);
    expect(running.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['the file fairlead.db', 'the file fairlead.db-wal', 'the file hub.json']),
    );
    await hub.stop();
    places.push(...running, ...(await filesOf(dataDir, own)));
    places.push({ where: 'standard output', bytes: Buffer.from(hub.stdout()) });
    places.push({ where: 'the log', bytes: Buffer.from(hub.stderr()) });
    expect(hub.stderr()).toContain('"level":"debug"');
    expect(findSecrets(secrets, places)).toEqual([]);
    expect(running.filter(({ bytes }) => bytes.includes(raw)).map(({ where }) => where)).toEqual([]);
  });
});
