import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../access/index.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { auditRoutes } from './routes/audit.ts';
import { userRoutes } from './routes/users.ts';
import { createTestApp, ownerEmail, type TestApp } from './testing/test-app.ts';

interface Made {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}
type Headers = { readonly [name: string]: string };

let app: TestApp;
let owner: Headers;
beforeEach(async () => {
  app = await createTestApp({
    parts: ({ access }) => ({
      routes: [...userRoutes({ access }), ...apiKeyRoutes({ access }), ...auditRoutes({ audit: access.audit })],
    }),
  });
  owner = await app.signedIn();
});
afterEach(async () => app.dispose());

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const call = (headers: Headers, method: Method, url: string, payload?: object) =>
  app.server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const signIn = (email: string, password: string) => call({}, 'POST', '/api/auth/sign-in', { email, password });

async function add(role: Role, email = `${role}@example.com`): Promise<Made> {
  const made = await call(owner, 'POST', '/api/users', { email, role });
  expect(made.statusCode).toBe(201);
  return made.json();
}

async function tokenOf({ email, password }: Made): Promise<Headers> {
  const answer = await signIn(email, password);
  return { authorization: `Bearer ${answer.json<{ accessToken: string }>().accessToken}` };
}

async function ownerId(): Promise<string> {
  return (await call(owner, 'GET', '/api/auth/me')).json<{ id: string }>().id;
}

async function eventsOf(id: string): Promise<readonly string[]> {
  const stored = await app.access.users.get(id);
  return stored.pending.map(({ type }) => type);
}

test('a new user signs in with the password that was shown once, and has its role', async () => {
  const made = await add('operator');
  expect((await call(await tokenOf(made), 'GET', '/api/auth/me')).json()).toMatchObject({
    role: 'operator',
    passwordIsTemporary: true,
  });
  const list = await call(owner, 'GET', '/api/users');
  expect(list.json().items).toHaveLength(2);
  expect(list.body).not.toMatch(/password(Hash)?":|argon2/);
  expect((await call(owner, 'GET', '/api/users?role=operator')).json().items).toMatchObject([{ id: made.id }]);
  expect(await eventsOf(made.id)).toEqual(['user.created']);
});

test('an e-mail address is taken once, however it is written, and is free again when its user is removed', async () => {
  const made = await add('viewer', 'Some.Body@example.com');
  const again = await call(owner, 'POST', '/api/users', { email: 'some.body@EXAMPLE.com', role: 'viewer' });
  expect(again.json()).toMatchObject({ status: 409, errors: [{ path: '/body/email' }] });
  const taken = await call(owner, 'PATCH', `/api/users/${made.id}`, { email: ownerEmail });
  expect(taken.json()).toMatchObject({ status: 409, errors: [{ path: '/body/email' }] });
  expect((await call(owner, 'DELETE', `/api/users/${made.id}`)).statusCode).toBe(204);
  expect((await call(owner, 'GET', `/api/users/${made.id}`)).statusCode).toBe(404);
  await add('viewer', 'some.body@example.com');
});

test('a change against a version that is no longer the present one is refused', async () => {
  const { id } = await add('viewer');
  const etag = String((await call(owner, 'GET', `/api/users/${id}`)).headers.etag);
  const first = await call({ ...owner, 'if-match': etag }, 'PATCH', `/api/users/${id}`, { role: 'operator' });
  const second = await call({ ...owner, 'if-match': etag }, 'PATCH', `/api/users/${id}`, { role: 'admin' });
  expect([first.statusCode, second.statusCode]).toEqual([200, 412]);
});

test.each([
  ['disabled', (id: string) => call(owner, 'PATCH', `/api/users/${id}`, { disabled: true })],
  ['of another role', (id: string) => call(owner, 'PATCH', `/api/users/${id}`, { role: 'viewer' })],
  ['removed', (id: string) => call(owner, 'DELETE', `/api/users/${id}`)],
  ['given another password', (id: string) => call(owner, 'POST', `/api/users/${id}/reset-password`)],
  ['signed out', (id: string) => call(owner, 'POST', `/api/users/${id}/sign-out`)],
])('who is %s has no session left, neither to call nor to refresh', async (_what, act) => {
  const made = await add('admin');
  const signed = (await call({}, 'POST', '/api/auth/sign-in', { ...bodyOf(made), tokenDelivery: 'body' })).json();
  const headers = { authorization: `Bearer ${signed.accessToken}` };
  expect((await call(headers, 'GET', '/api/auth/me')).statusCode).toBe(200);
  expect((await act(made.id)).statusCode).toBeLessThan(300);
  expect((await call(headers, 'GET', '/api/auth/me')).json()).toMatchObject({ status: 401, code: 'session_ended' });
  const refreshed = await call({}, 'POST', '/api/auth/refresh', { refreshToken: signed.refreshToken });
  expect(refreshed.json()).toMatchObject({ status: 401, code: 'session_ended' });
});

const bodyOf = ({ email, password }: Made) => ({ email, password });

test('a disabled user cannot sign in and is told what an unknown one is told, and can when enabled again', async () => {
  const made = await add('viewer');
  await call(owner, 'PATCH', `/api/users/${made.id}`, { disabled: true });
  const disabled = (await signIn(made.email, made.password)).json();
  const unknown = (await signIn('nobody@example.com', made.password)).json();
  expect(disabled).toEqual({ ...unknown, requestId: disabled.requestId });
  await call(owner, 'PATCH', `/api/users/${made.id}`, { disabled: false });
  expect((await signIn(made.email, made.password)).statusCode).toBe(200);
  expect(await eventsOf(made.id)).toEqual(['user.created', 'user.disabled', 'user.enabled']);
});

test('a password that was reset replaces the one before', async () => {
  const made = await add('viewer');
  const { password } = (await call(owner, 'POST', `/api/users/${made.id}/reset-password`)).json();
  expect((await signIn(made.email, made.password)).statusCode).toBe(401);
  expect((await signIn(made.email, password)).statusCode).toBe(200);
  const own = await call(owner, 'POST', `/api/users/${await ownerId()}/reset-password`);
  expect(own.json()).toMatchObject({ status: 409, code: 'conflict' });
});

test('the keys of a user lose what the user loses, at once', async () => {
  const made = await add('admin');
  const headers = await tokenOf(made);
  const { key, id } = (
    await call(headers, 'POST', '/api/api-keys', { name: 'k', scopes: ['users.read', 'events.read'] })
  ).json();
  const byKey = { authorization: `Bearer ${key}` };
  const before = { kind: 'api-key', id, permissions: new Set(['users.read']) } as const;
  expect((await call(byKey, 'GET', '/api/users')).statusCode).toBe(200);
  expect(await app.access.stillValid(before)).toBe(true);
  await call(owner, 'PATCH', `/api/users/${made.id}`, { role: 'viewer' });
  expect((await call(byKey, 'GET', '/api/users')).statusCode).toBe(403);
  expect(await app.access.stillValid(before)).toBe(false);
  await call(owner, 'DELETE', `/api/users/${made.id}`);
  expect((await call(byKey, 'GET', '/api/users')).statusCode).toBe(401);
});

test('nobody makes, changes or becomes what is above their own role, and each try is in the audit log', async () => {
  const admin = await add('admin');
  const headers = await tokenOf(admin);
  const other = await add('owner', 'second@example.com');
  const tries: readonly (readonly [Method, string, object?])[] = [
    ['POST', '/api/users', { email: 'x@example.com', role: 'owner' }],
    ['PATCH', `/api/users/${admin.id}`, { role: 'owner' }],
    ['PATCH', `/api/users/${other.id}`, { role: 'viewer' }],
    ['PATCH', `/api/users/${other.id}`, { disabled: true }],
    ['PATCH', `/api/users/${other.id}`, { email: 'mine@example.com' }],
    ['DELETE', `/api/users/${other.id}`],
    ['POST', `/api/users/${other.id}/reset-password`],
    ['POST', `/api/users/${other.id}/sign-out`],
  ];
  for (const [method, url, payload] of tries) {
    const answer = await call(headers, method, url, payload);
    expect(answer.json(), `${method} ${url}`).toMatchObject({ status: 403, code: 'forbidden' });
    expect(answer.json().detail).toContain('“owner” is above yours');
  }
  const rows = (await call(owner, 'GET', '/api/audit?outcome=denied')).json().items;
  expect(rows).toHaveLength(tries.length);
  expect((await call(headers, 'PATCH', `/api/users/${(await add('viewer')).id}`, { role: 'admin' })).statusCode).toBe(
    200,
  );
});

test('a key with the scope to write users gives no permission that it lacks itself', async () => {
  const scopes = ['users.write', 'users.read'];
  const { key } = (await call(owner, 'POST', '/api/api-keys', { name: 'k', scopes })).json();
  const answer = await call({ authorization: `Bearer ${key}` }, 'POST', '/api/users', {
    email: 'x@example.com',
    role: 'viewer',
  });
  expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
});

test('the last owner is neither disabled, demoted nor removed', async () => {
  const id = await ownerId();
  for (const change of [{ disabled: true }, { role: 'admin' }]) {
    expect((await call(owner, 'PATCH', `/api/users/${id}`, change)).json()).toMatchObject({ status: 409 });
  }
  expect((await call(owner, 'DELETE', `/api/users/${id}`)).json()).toMatchObject({ status: 409 });
  const second = await add('owner', 'second@example.com');
  await call(owner, 'PATCH', `/api/users/${second.id}`, { disabled: true });
  expect((await call(owner, 'DELETE', `/api/users/${id}`)).json().detail).toContain('last owner');
});

test('of owners who remove, disable and demote each other at once, one is left', async () => {
  const all = [await ownerId()];
  for (const name of ['b', 'c', 'd']) all.push((await add('owner', `${name}@example.com`)).id);
  const by = { id: 'local-cli', can: () => true };
  const acts = (id: string, at: number): readonly Promise<unknown>[] => {
    const { users } = app.access;
    const disabled = users.update(id, { disabled: true }, { by });
    return [disabled, at % 2 === 0 ? users.remove(id, { by }) : users.update(id, { role: 'viewer' }, { by })];
  };
  const done = await Promise.allSettled(all.flatMap(acts));
  expect(done.some(({ status }) => status === 'rejected')).toBe(true);
  const { items } = await app.access.users.list({ limit: 10, role: 'owner' });
  expect(items.filter(({ state }) => !state.disabled)).toHaveLength(1);
});
