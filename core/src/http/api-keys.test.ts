import { afterEach, beforeEach, expect, test } from 'vitest';
import { defineRoute, type Route } from '../flow-api/index.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { createTestApp, type TestApp } from './testing/test-app.ts';
import { Type } from 'typebox';

let app: TestApp;
let headers: { authorization: string };
beforeEach(async () => {
  app = await createTestApp({ parts: ({ access }) => ({ routes: [...apiKeyRoutes({ access }), ...probes()] }) });
  headers = await app.signedIn();
});
afterEach(async () => app.dispose());

/** One route to read and one to write. */
function probes(): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/probe',
      permission: 'connections.read',
      summary: 'Read.',
      responses: { 200: Type.Object({ actor: Type.String() }) },
      handler: ({ actor }) => ({ actor: actor.kind }),
    }),
    defineRoute({
      method: 'POST',
      path: '/probe',
      permission: 'connections.write',
      audit: { action: 'probe.write' },
      summary: 'Write.',
      responses: { 200: Type.Object({}) },
      handler: () => ({}),
    }),
  ];
}

const make = (payload: object, more: object = {}) =>
  app.server.inject({ method: 'POST', url: '/api/api-keys', payload, headers: { ...headers, ...more } });
const probe = (key: string, method: 'GET' | 'POST' = 'GET') =>
  app.server.inject({ method, url: '/probe', headers: { authorization: `Bearer ${key}` } });

test('a key works within its scopes, is shown once and stored as a hash', async () => {
  const made = await make({ name: 'reader', scopes: ['connections.read'] });
  expect(made.statusCode).toBe(201);
  const { key, prefix } = made.json();
  expect(key.startsWith(`${prefix}_`)).toBe(true);
  expect((await probe(key)).json()).toEqual({ actor: 'api-key' });
  expect((await probe(key, 'POST')).json()).toMatchObject({ status: 403, code: 'forbidden' });
  const list = await app.server.inject({ url: '/api/api-keys', headers });
  expect(list.json().items).toMatchObject([{ name: 'reader', prefix, lastUsedAt: expect.any(String) }]);
  expect(list.body).not.toContain(key);
  for await (const { state } of app.storage.repository({ name: 'api_keys' } as never).scan()) {
    expect(JSON.stringify(state)).not.toContain(key.slice(12));
  }
});

test('a refusal for want of a permission is in the audit log', async () => {
  const { key, id } = (await make({ name: 'reader', scopes: ['connections.read'] })).json();
  await probe(key, 'POST');
  const { items } = await app.access.audit.list({ limit: 1 });
  expect(items[0]?.state).toMatchObject({
    action: 'probe.write',
    outcome: 'denied',
    actorKind: 'api-key',
    actorId: id,
  });
});

test('a key ends when it expires or is revoked', async () => {
  const expiresAt = new Date(app.clock.now() + 60_000).toISOString();
  const short = (await make({ name: 'short', scopes: ['connections.read'], expiresAt })).json();
  const long = (await make({ name: 'long', scopes: ['connections.read'] })).json();
  await app.clock.advance(60_000);
  expect((await probe(short.key)).statusCode).toBe(401);
  expect((await probe(long.key)).statusCode).toBe(200);
  for (let time = 0; time < 2; time++) {
    const answer = await app.server.inject({ method: 'DELETE', url: `/api/api-keys/${long.id}`, headers });
    expect(answer.statusCode).toBe(204);
  }
  expect((await probe(long.key)).statusCode).toBe(401);
});

test('a key cannot have what is unknown, personal or past', async () => {
  const faults = async (payload: object) => (await make(payload)).json().errors;
  expect(await faults({ name: 'k', scopes: ['nothing.read'] })).toMatchObject([{ path: '/body/scopes/0' }]);
  expect(await faults({ name: 'k', scopes: ['events.read', 'account.self'] })).toMatchObject([
    { path: '/body/scopes/1' },
  ]);
  expect(await faults({ name: 'k', scopes: ['events.read'], expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject([
    { path: '/body/expiresAt' },
  ]);
});

test('a key that makes keys gives none more than it has', async () => {
  const { key } = (await make({ name: 'maker', scopes: ['api-keys.write', 'connections.read'] })).json();
  const answer = await make({ name: 'more', scopes: ['connections.write'] }, { authorization: `Bearer ${key}` });
  expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
});

test('the answer that holds a key is not kept: a repeat is told that it was carried out', async () => {
  const body = { name: 'once', scopes: ['connections.read'] };
  const first = await make(body, { 'idempotency-key': 'k1' });
  const second = await make(body, { 'idempotency-key': 'k1' });
  expect(first.statusCode).toBe(201);
  expect(second.json()).toMatchObject({ status: 409, code: 'idempotency_answer_withheld' });
  const list = await app.server.inject({ url: '/api/api-keys', headers });
  expect(list.json().items).toHaveLength(1);
});

test('a key that is first used by many calls at once lets all of them in', async () => {
  const { key } = (await make({ name: 'shop', scopes: ['connections.read'] })).json();
  const answers = await Promise.all(Array.from({ length: 40 }, () => probe(key)));
  expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
});
