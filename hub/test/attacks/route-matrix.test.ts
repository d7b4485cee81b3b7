import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { roles } from '@fairlead/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answered, type AttackHub, inParallel, type Refusal, startAttackHub } from './attack-hub.ts';
import { addKey, addPerson } from './callers.ts';
import { addressOf, type DeclaredRoute, declaredRoutes } from './declared-routes.ts';
import { type Granted, grantedBy, permissionsPage } from './permissions-page.ts';

interface Caller {
  readonly name: string;
  readonly token: string | undefined;
  /** Id of the user or key. */
  readonly id: string;
  readonly may: (permission: string) => boolean;
}

/** Not believed: who they say they are, or that they still are. */
interface Stranger {
  readonly name: string;
  readonly token: string | undefined;
}

const page = '../../../docs/reference/permissions.md';
const accept =
  'Roles or routes have changed. To renew the page: npx -y pnpm@12 unit hub/test/attacks/route-matrix.test.ts -u. Look at what the difference gives to whom.';

let hub: AttackHub;
let routes: readonly DeclaredRoute[];
let guarded: readonly (DeclaredRoute & { readonly permission: string })[];
beforeAll(async () => {
  hub = await startAttackHub();
  routes = await declaredRoutes(hub);
  guarded = routes.flatMap((route) =>
    route.permission === undefined ? [] : [{ ...route, permission: route.permission }],
  );
});
afterAll(() => hub.stop());

/**
 * Refused for its query once it is let in, before the handler runs: so every route can be tried with every caller, and
 * nothing comes of it.
 */
const knock = (route: DeclaredRoute, token: string | undefined): Promise<Answered> =>
  hub.ask({ method: route.method, path: `${addressOf(route)}?unheardOf=1`, token });

async function peopleOf(granted: Granted): Promise<readonly Caller[]> {
  const made = roles.map(async (role) => {
    const { id, token } = await addPerson(hub, role);
    return { name: role, token, id, may: (permission: string) => granted.get(role)?.has(permission) === true };
  });
  return Promise.all(made);
}

async function keysOf(granted: Granted): Promise<readonly Caller[]> {
  const scopes = [...(granted.get('owner') ?? [])].filter((scope) => scope !== 'account.self');
  const made = scopes.map(async (scope) => {
    const { id, key } = await addKey(hub, scope);
    return { name: `key of ${scope}`, token: key, id, may: (permission: string) => permission === scope };
  });
  return Promise.all(made);
}

/** Tries every route. @returns ids of the requests that were refused, of acting routes alone */
async function tryAll(caller: Caller): Promise<ReadonlySet<string>> {
  const denied = new Set<string>();
  for (const route of guarded) {
    const where = `${caller.name}: ${route.method} ${route.path} (${route.permission})`;
    const answer = await knock(route, caller.token);
    const refusal = answer.json<Refusal>();
    const isIn = caller.may(route.permission);
    const expected = isIn
      ? { status: 400, code: 'invalid_request' }
      : { status: 403, code: 'forbidden', detail: `This needs the permission “${route.permission}”.` };
    expect(refusal, where).toMatchObject(expected);
    if (!isIn && route.method !== 'GET') denied.add(refusal.requestId);
  }
  return denied;
}

async function latestEvent(): Promise<string | undefined> {
  const { items } = await hub.ok<{ items: readonly { sequence: string }[] }>({
    method: 'GET',
    path: '/api/events?limit=1000',
    token: hub.owner,
  });
  return items.at(-1)?.sequence;
}

/** Of every row in the audit log that was denied: request, actor. */
async function deniedRows(): Promise<ReadonlyMap<string, string>> {
  const answer = await hub.ask({ method: 'GET', path: '/api/audit/export?outcome=denied', token: hub.owner });
  const rows = answer.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { requestId: string; actorId: string });
  return new Map(rows.map(({ requestId, actorId }) => [requestId, actorId]));
}

test('docs/reference/permissions.md says what each role may do and what each route asks for', async () => {
  const granted = new Map<string, ReadonlySet<string>>();
  for (const role of roles) {
    const { token } = await addPerson(hub, role, `${role}-for-the-page`);
    const me = await hub.ok<{ permissions: readonly string[] }>({ method: 'GET', path: '/api/auth/me', token });
    granted.set(role, new Set(me.permissions));
  }
  await expect(permissionsPage(granted, routes), accept).toMatchFileSnapshot(page);
});

test('every route lets in whom the committed table lets in, and answers everybody else 403 before anything happens', async () => {
  const granted = grantedBy(await readFile(fileURLToPath(new URL(page, import.meta.url)), 'utf8'));
  expect(granted.get('owner')?.size).toBeGreaterThan(30);
  expect(guarded.length).toBeGreaterThan(100);
  const callers = [...(await peopleOf(granted)), ...(await keysOf(granted))];
  const before = await latestEvent();
  const denied = new Map<string, string>();
  await inParallel(callers, async (caller) => {
    for (const requestId of await tryAll(caller)) denied.set(requestId, caller.id);
  });
  expect(await latestEvent()).toBe(before);
  const rows = await deniedRows();
  const missing = [...denied].filter(([requestId, id]) => rows.get(requestId) !== id);
  expect(denied.size).toBeGreaterThan(1_000);
  expect(missing).toEqual([]);
});

test('no key is made with nothing, with what is personal, or with what does not exist', async () => {
  for (const scopes of [[], ['account.self'], ['*'], ['owner'], ['users.*'], ['__proto__'], ['users.write ']]) {
    const answer = await hub.ask({
      method: 'POST',
      path: '/api/api-keys',
      token: hub.owner,
      body: { name: 'x', scopes },
    });
    expect(answer.status, scopes.join()).toBe(400);
  }
});

test('nobody gets in without a token, with one that ended, or with one that was made up: 401, and nothing happens', async () => {
  const strangers = await strangersOf();
  const before = await latestEvent();
  await hub.clock.advance(16 * 60_000);
  hub = { ...hub, owner: await hub.signIn() };
  await inParallel(strangers, async ({ name, token }) => {
    for (const route of guarded) {
      const answer = await knock(route, token);
      const where = `${name}: ${route.method} ${route.path}`;
      expect(answer.status, where).toBe(401);
      expect(answer.json<Refusal>().code, where).toMatch(/^(unauthenticated|session_ended)$/);
      expect(answer.headers['www-authenticate'], where).toBe('Bearer');
    }
  });
  const news = await hub.ok<{ items: readonly { type: string }[] }>({
    method: 'GET',
    path: `/api/events?after=${before}`,
    token: hub.owner,
  });
  // Time has passed, and the hub sealed its log.
  expect(news.items.filter(({ type }) => type !== 'audit.sealed')).toEqual([]);
});

async function strangersOf(): Promise<readonly Stranger[]> {
  const tokenOf = (name: string) => addPerson(hub, 'owner', name);
  const disabled = await tokenOf('disabled');
  const removed = await tokenOf('removed');
  const signedOut = await tokenOf('signed-out');
  const change = { token: hub.owner, body: { disabled: true } };
  await hub.ok({ method: 'PATCH', path: `/api/users/${disabled.id}`, ...change });
  await hub.ok({ method: 'DELETE', path: `/api/users/${removed.id}`, token: hub.owner });
  await hub.ok({ method: 'POST', path: '/api/auth/sign-out', token: signedOut.token });
  const revoked = await addKey(hub, 'users.write');
  await hub.ok({ method: 'DELETE', path: `/api/api-keys/${revoked.id}`, token: hub.owner });
  const known = await addKey(hub, 'users.write');
  const [header = '', claims = '', signature = ''] = hub.owner.split('.');
  return [
    { name: 'anonymous', token: undefined },
    { name: 'expired', token: hub.owner },
    { name: 'disabled', token: disabled.token },
    { name: 'removed', token: removed.token },
    { name: 'signed out', token: signedOut.token },
    { name: 'revoked key', token: revoked.key },
    { name: 'key of another hub', token: `fl_0a1b2c3d_${'A'.repeat(43)}` },
    { name: 'known prefix, other secret', token: `${known.key.slice(0, 12)}${'A'.repeat(43)}` },
    { name: 'signature of another hub', token: `${header}.${claims}.${signature.split('').toReversed().join('')}` },
    { name: 'not signed at all', token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.` },
    { name: 'local token, made up', token: `fl_local_${'A'.repeat(43)}` },
  ];
}
