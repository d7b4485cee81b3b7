import { hmac } from '@fairlead/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let headers: { authorization: string };
beforeAll(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
});
afterAll(async () => app.dispose());

const signingKey = 'a-very-secret-signing-key';
const get = (url: string) => app.server.inject({ url, headers });
const send = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object, more: object = {}) =>
  app.server.inject({ method, url, headers: { ...headers, ...more }, ...(payload === undefined ? {} : { payload }) });

async function connection(settings: object = { room: 'r1' }, secrets: object = { signingKey }): Promise<string> {
  const answer = await send('POST', '/api/connections', { plugin: 'channel-test', name: 'One', settings, secrets });
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

describe('plugins', () => {
  test('are listed, shown with their settings, disabled and enabled', async () => {
    const [item] = (await get('/api/plugins')).json().items;
    expect(item).toMatchObject({ id: 'channel-test', status: 'running', host: 'inline', webhooks: true });
    expect((await get('/api/plugins/channel-test')).json().settingsSchema.properties).toHaveProperty('signingKey');
    expect((await get('/api/plugins/nothing')).json()).toMatchObject({ status: 404 });
    expect((await send('POST', '/api/plugins/channel-test/disable')).json()).toMatchObject({ status: 'disabled' });
    expect((await send('POST', '/api/plugins/channel-test/enable')).json()).toMatchObject({ status: 'running' });
    expect((await get('/api/plugins/channel-test/health')).json()).toMatchObject({ status: 'running', minutes: [] });
  });
});

describe('a connection', () => {
  test('takes secrets in and lets none out', async () => {
    const id = await connection();
    const answer = await get(`/api/connections/${id}`);
    expect(answer.json()).toMatchObject({
      settings: { room: 'r1' },
      secrets: { signingKey: { set: true, hint: '-key' } },
      webhookUrl: `http://127.0.0.1:7400/hooks/${id}`,
    });
    expect(answer.body).not.toContain(signingKey);
    expect(answer.headers.etag).toBe(`"${answer.json().version}"`);
  });

  test('names every fault of its settings by path', async () => {
    const answer = await send('POST', '/api/connections', {
      plugin: 'channel-test',
      name: 'Bad',
      settings: { room: '', more: 1 },
    });
    expect(answer.statusCode).toBe(400);
    const paths = answer.json().errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['/body/settings/room', '/body/settings/more', '/body/secrets/signingKey']),
    );
  });

  test('is made once for one Idempotency-Key', async () => {
    const body = { plugin: 'channel-test', name: 'Once', settings: { room: 'r' }, secrets: { signingKey } };
    const key = { 'idempotency-key': 'make-1' };
    const [first, second] = [
      await send('POST', '/api/connections', body, key),
      await send('POST', '/api/connections', body, key),
    ];
    expect(second.json().id).toBe(first.json().id);
    const other = await send('POST', '/api/connections', { ...body, name: 'Other' }, key);
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  test('is changed only from the version that was seen', async () => {
    const id = await connection();
    const { etag } = (await get(`/api/connections/${id}`)).headers;
    const first = await send('PATCH', `/api/connections/${id}`, { name: 'Two' }, { 'if-match': etag });
    expect(first.json()).toMatchObject({ name: 'Two' });
    const late = await send('PATCH', `/api/connections/${id}`, { name: 'Three' }, { 'if-match': etag });
    expect(late.json()).toMatchObject({ status: 412, code: 'version_conflict' });
    const paused = await send('POST', `/api/connections/${id}/pause`, { reason: 'holiday' });
    expect(paused.json()).toMatchObject({ status: 'paused', statusReason: 'holiday' });
    expect((await send('POST', `/api/connections/${id}/resume`)).json()).toMatchObject({ status: 'active' });
    expect((await send('DELETE', `/api/connections/${id}`)).statusCode).toBe(204);
    expect((await get(`/api/connections/${id}`)).json()).toMatchObject({ status: 404 });
  });

  test('is tested at its vendor, whose refusal is an answer', async () => {
    const id = await connection();
    expect((await send('POST', `/api/connections/${id}/test`)).json()).toEqual({
      outcome: 'ok',
      account: { id: 'r1' },
      mode: 'test',
    });
    await send('PUT', `/api/connections/${id}/secrets`, { signingKey: 'wrong' });
    expect((await send('POST', `/api/connections/${id}/test`)).json()).toMatchObject({
      outcome: 'failed',
      code: 'credentials_invalid',
    });
    expect((await get(`/api/connections/${id}`)).json()).toMatchObject({ testResult: { outcome: 'failed' } });
    const { items } = (await get(`/api/connections/${id}/calls`)).json();
    expect(items[0]).toMatchObject({ operation: 'testCredentials', outcome: 'auth', code: 'credentials_invalid' });
  });

  test('is asked by hand for what changes nothing, and for nothing else', async () => {
    const id = await connection();
    const call = (name: string, input: object) => send('POST', `/api/connections/${id}/operations/${name}`, { input });
    expect((await call('fetch', { limit: 3 })).json()).toEqual({
      output: { messages: [], cursor: 'r1:3', more: false },
    });
    expect((await call('fetch', { limit: 0 })).json()).toMatchObject({
      status: 400,
      errors: [{ path: '/body/input/limit' }],
    });
    expect((await call('send', { chatId: 'c', text: 't', reference: 'r' })).json()).toMatchObject({
      status: 409,
      code: 'operation_not_by_hand',
      detail: expect.stringContaining('POST /api/messages'),
    });
    expect((await call('listen', {})).json()).toMatchObject({ status: 409 });
    expect((await call('explode', {})).json()).toMatchObject({ status: 404 });
  });

  test('has lanes that can be forced open until a time, which its calls then obey', async () => {
    const id = await connection();
    const url = `/api/connections/${id}/lanes/poll/override`;
    const until = new Date(app.clock.now() + 60_000).toISOString();
    expect((await send('POST', url, { state: 'open', reason: 'r' })).json()).toMatchObject({
      status: 400,
      errors: [{ path: '/body/until' }],
    });
    const forced = await send('POST', url, { state: 'open', reason: 'maintenance', until });
    expect(forced.json().lanes).toMatchObject([
      { name: 'poll', state: 'forced_open', override: { reason: 'maintenance' } },
    ]);
    const call = await send('POST', `/api/connections/${id}/operations/fetch`, { input: { limit: 1 } });
    expect(call.json()).toMatchObject({ status: 503, code: 'lane_forced_open' });
    expect((await get(`/api/connections/${id}/health`)).json()).toMatchObject({
      status: 'unknown',
      lanes: [{ name: 'poll' }],
    });
    await send('POST', url, { state: 'automatic', reason: 'done' });
    expect((await send('POST', `/api/connections/${id}/operations/fetch`, { input: { limit: 1 } })).statusCode).toBe(
      200,
    );
  });
});

describe('a webhook', () => {
  const hook = (id: string, body: string, signature?: string) =>
    app.server.inject({
      method: 'POST',
      url: `/hooks/${id}?a=1`,
      payload: body,
      headers: {
        'content-type': 'application/octet-stream',
        ...(signature === undefined ? {} : { 'x-signature': signature }),
      },
    });
  const signed = (body: string) => hmac('sha256', signingKey, body).toString('hex');

  test('is verified on its raw bytes, stored once, read and replayed', async () => {
    const id = await connection();
    const body = '{ "id" :  "e1" }';
    expect((await hook(id, body, signed(body))).statusCode).toBe(200);
    expect((await hook(id, body, signed(body))).statusCode).toBe(200);
    const forged = await hook(id, body, '00');
    expect(forged.statusCode).toBe(401);
    expect(forged.headers['content-type']).toContain('application/problem+json');
    const { items } = (await get(`/api/inbox?connection=${id}`)).json();
    expect(items).toMatchObject([{ connection: id, eventId: 'e1', duplicates: 1 }]);
    expect((await get(`/api/inbox/${items[0].id}`)).json()).toMatchObject({ event: { dedupeKey: 'e1' } });
    expect((await send('POST', `/api/inbox/${items[0].id}/replay`)).statusCode).toBe(202);
  });

  test('for nobody is 404, too large is 413, and its body need not be JSON', async () => {
    expect((await hook('nobody', '{')).statusCode).toBe(404);
    const id = await connection();
    expect((await hook(id, 'x'.repeat(1_048_577))).json()).toMatchObject({ status: 413, code: 'too_large' });
  });
});

describe('what was done', () => {
  test('is in the audit log with its target and without secrets', async () => {
    const id = await connection();
    const { items } = (await get(`/api/audit?target=${id}`)).json();
    expect(items).toMatchObject([
      {
        action: 'connection.create',
        outcome: 'ok',
        actor: { kind: 'user' },
        details: { plugin: 'channel-test', secrets: 'signingKey' },
      },
    ]);
    expect((await get('/api/audit')).body).not.toContain(signingKey);
    expect((await get('/api/audit?outcome=denied&action=nothing')).json()).toEqual({ items: [], nextCursor: null });
  });
});

test('incidents are listed, acknowledged and resolved, each in the audit log', async () => {
  const { id } = await app.incidents.raise({
    subject: { kind: 'hub', id: 'x' },
    code: 'test',
    severity: 'warning',
    title: 'T',
  });
  expect((await get('/api/incidents?state=open')).json().items).toMatchObject([{ id, state: 'open' }]);
  expect((await send('POST', `/api/incidents/${id}/acknowledge`)).json()).toMatchObject({ state: 'acknowledged' });
  expect((await get('/api/incidents?state=open&state=resolved')).json().items).toEqual([]);
  const resolved = (await send('POST', `/api/incidents/${id}/resolve`)).json();
  expect(resolved).toMatchObject({ id, state: 'resolved', resolvedAt: expect.any(String) });
  expect(resolved.resolvedBy).toBe(resolved.acknowledgedBy);
  expect((await send('POST', `/api/incidents/${id}/resolve`)).json()).toEqual(resolved);
  expect((await get('/api/incidents?state=resolved')).json().items).toEqual([resolved]);
  expect((await send('POST', '/api/incidents/none/resolve')).statusCode).toBe(404);
  const { items } = (await get(`/api/audit?target=${id}`)).json();
  expect(items.map(({ action, outcome }: { action: string; outcome: string }) => `${action} ${outcome}`)).toEqual([
    'incident.resolve ok',
    'incident.resolve ok',
    'incident.acknowledge ok',
  ]);
});

test('master keys are named and rotated', async () => {
  await connection();
  const keys = (await get('/api/vault/keys')).json();
  expect(keys.items).toMatchObject([{ id: 'k1', active: true, state: 'ok' }]);
  expect(keys.items[0].inUse).toBeGreaterThan(0);
  expect((await send('POST', '/api/vault/rotate')).statusCode).toBe(202);
  await app.vault.rotation.idle();
});

test('lists go on where a page ended', async () => {
  for (let count = 0; count < 3; count++) await connection();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = (
      await get(`/api/connections?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`)
    ).json();
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(3);
});

describe('the hub tells', () => {
  test('whether it lives and is ready', async () => {
    expect((await app.server.inject({ url: '/livez' })).json()).toEqual({ alive: true });
    expect((await app.server.inject({ url: '/readyz' })).json()).toEqual({
      ready: true,
      checks: [{ name: 'database', ok: true }],
    });
    app.ready.broken = 'no disk';
    const broken = await app.server.inject({ url: '/readyz' });
    app.ready.broken = undefined;
    expect([broken.statusCode, broken.json().checks]).toEqual([
      503,
      [{ name: 'database', ok: false, reason: 'no disk' }],
    ]);
  });

  test('its metrics, system and settings to those who may', async () => {
    expect((await app.server.inject({ url: '/metrics' })).statusCode).toBe(401);
    expect((await get('/metrics')).body).toMatch(/fairlead_http_request_seconds_count\{method="GET",route="\/livez"/);
    expect((await get('/api/system')).json()).toMatchObject({ version: '0.0.0-test', parts: { plugins: 1 } });
    expect((await get('/api/settings')).json().items).toEqual([
      { name: 'FAIRLEAD_PORT', value: 7400, source: 'default' },
    ]);
  });

  test('its API as OpenAPI 3.1: every route, with who may call it', async () => {
    const document = (await app.server.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const ids: string[] = [];
    for (const { method, path, permission } of app.routes) {
      const operation = document.paths[path]?.[method.toLowerCase()];
      expect({ path, method, described: operation !== undefined }).toEqual({ path, method, described: true });
      ids.push(operation.operationId);
      expect(operation.security).toEqual(permission === 'public' ? [] : [{ bearer: [] }]);
      expect(operation.responses['4XX'] ?? operation.responses['4xx']).toHaveProperty([
        'content',
        'application/problem+json',
      ]);
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(document)).not.toContain('~kind');
  });

  test('a readable reference and a first page, without anything from elsewhere', async () => {
    for (const url of ['/docs', '/']) {
      const answer = await app.server.inject({ url });
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
      expect(answer.body).not.toMatch(/<script|src="http|href="http/);
    }
    const docs = (await app.server.inject({ url: '/docs' })).body;
    expect(docs).toContain('/api/connections/{id}/operations/{operation}');
    expect(docs).toContain('id="problem-breaker_open"');
  });
});
