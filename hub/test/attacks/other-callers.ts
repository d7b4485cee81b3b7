import { beforeAll, describe, expect, test } from 'vitest';
import type { AttackHub, Refusal } from './attack-hub.ts';
import { addKey, addPerson, type Person } from './callers.ts';

/** Reaching for what belongs to somebody else, or for more than one has. */
export function otherCallers(hub: () => AttackHub): void {
  let admin: Person;
  let viewer: Person;
  beforeAll(async () => {
    admin = await addPerson(hub(), 'admin');
    viewer = await addPerson(hub(), 'viewer');
  });
  const ask = (token: string, method: string, path: string, body?: unknown, headers = {}) =>
    hub().ask({ method, path, token, body, headers });

  describe('what belongs to another', () => {
    test('a session of another is neither seen nor ended, and is answered as one that there is not', async () => {
      const sessions = async (token: string) =>
        (await ask(token, 'GET', '/api/auth/sessions')).json<{ items: readonly { id: string; current: boolean }[] }>()
          .items;
      const theirs = (await sessions(admin.token)).map(({ id }) => id);
      expect((await sessions(viewer.token)).filter(({ id }) => theirs.includes(id))).toEqual([]);
      const unknown = await ask(viewer.token, 'DELETE', '/api/auth/sessions/0198c0de-0000-7000-8000-000000000000');
      for (const id of theirs) {
        const answer = await ask(viewer.token, 'DELETE', `/api/auth/sessions/${id}`);
        expect(answer.status).toBe(404);
        expect({ ...answer.json<Refusal>(), requestId: '' }).toEqual({ ...unknown.json<Refusal>(), requestId: '' });
      }
      expect((await ask(admin.token, 'GET', '/api/auth/me')).status).toBe(200);
    });

    test('an Idempotency-Key of another gives nothing of their answer', async () => {
      const body = { name: 'Same', description: 'for both' };
      const key = { 'idempotency-key': 'the-same-key' };
      const make = (token: string) =>
        ask(
          token,
          'POST',
          '/api/users',
          { email: `${token.slice(-6).toLowerCase()}@example.com`, role: 'viewer' },
          key,
        );
      const [first, second] = [await make(hub().owner), await make(admin.token)];
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.headers['idempotent-replayed']).toBeUndefined();
      const keys = { name: body.name, scopes: ['events.read'] };
      const mine = await ask(hub().owner, 'POST', '/api/api-keys', keys, key);
      const repeated = await ask(hub().owner, 'POST', '/api/api-keys', keys, key);
      const other = await ask(admin.token, 'POST', '/api/api-keys', keys, key);
      expect([mine.status, repeated.status, other.status]).toEqual([201, 409, 201]);
      expect(repeated.text).not.toContain(mine.json<{ key: string }>().key);
    });

    test('an API key that has more than oneself is not changed, so that nobody lets it count from elsewhere', async () => {
      const { id } = await addKey(hub(), 'vault.rotate');
      const answer = await ask(admin.token, 'PATCH', `/api/api-keys/${id}`, { allowedAddresses: null });
      expect(answer.json<Refusal>()).toMatchObject({ status: 403, code: 'forbidden' });
    });
  });

  describe('more than one has', () => {
    test('no route takes a role, a scope or an owner with what it is for', async () => {
      const { id } = await addKey(hub(), 'events.read');
      const tries: readonly (readonly [string, string, object])[] = [
        ['POST', '/api/auth/sign-in', { email: viewer.email, password: viewer.password, role: 'owner' }],
        [
          'POST',
          '/api/auth/password',
          { currentPassword: viewer.password, newPassword: 'x'.repeat(20), role: 'owner' },
        ],
        [
          'POST',
          '/api/auth/password',
          { currentPassword: viewer.password, newPassword: 'x'.repeat(20), userId: admin.id },
        ],
      ];
      for (const [method, path, body] of tries) {
        expect((await ask(viewer.token, method, path, body)).status, `${method} ${path}`).toBe(400);
      }
      for (const body of [{ scopes: ['users.write'] }, { userId: viewer.id }, { prefix: 'fl_00000000' }]) {
        expect((await ask(hub().owner, 'PATCH', `/api/api-keys/${id}`, body)).status).toBe(400);
      }
      const user = { email: 'more@example.com', role: 'viewer', passwordHash: 'x' };
      expect((await ask(hub().owner, 'POST', '/api/users', user)).status).toBe(400);
      const me = (await ask(viewer.token, 'GET', '/api/auth/me')).json<{ role: string }>();
      expect(me.role).toBe('viewer');
    });

    test('a key makes no key with what it lacks, and none with all by a pattern', async () => {
      const { key } = await addKey(hub(), 'api-keys.write', 'events.read');
      for (const scope of ['users.write', 'vault.rotate', 'api-keys.read']) {
        const answer = await ask(key, 'POST', '/api/api-keys', { name: 'x', scopes: ['events.read', scope] });
        expect(answer.status, scope).toBe(403);
      }
      expect((await ask(key, 'POST', '/api/api-keys', { name: 'x', scopes: ['events.read'] })).status).toBe(201);
    });

    test('headers of proxies and frameworks that stand for another method, address or person are not heard', async () => {
      const headers = {
        'x-http-method-override': 'DELETE',
        'x-http-method': 'DELETE',
        'x-method-override': 'DELETE',
        'x-original-url': '/livez',
        'x-rewrite-url': '/livez',
        'x-forwarded-user': 'owner@example.com',
        'x-remote-user': 'owner@example.com',
        'x-forwarded-host': 'evil.example.com',
        forwarded: 'for=127.0.0.1;host=evil.example.com',
      };
      expect((await ask(viewer.token, 'GET', '/api/users', undefined, headers)).status).toBe(403);
      const answer = await ask(hub().owner, 'GET', `/api/users/${viewer.id}`, undefined, headers);
      expect(answer.status).toBe(200);
      expect(answer.text + JSON.stringify(answer.headers)).not.toContain('evil');
      expect((await ask(viewer.token, 'GET', '/api/auth/me')).status).toBe(200);
    });

    test('an address that is written otherwise leads to no route around its permission', async () => {
      const paths = [
        '/API/users',
        '/api/Users',
        '/api/users/',
        '//api/users',
        '/api//users',
        '/api/./users',
        '/api/auth/../users',
        '/api/%75sers',
        '/%61pi/users',
        '/api%2fusers',
        '/api/users;x=1',
        '/api/users%00',
        '/api/users%20',
        '/api/users.json',
        '/api\\users',
        '/api/users#x',
      ];
      for (const path of paths) {
        const answer = await ask(viewer.token, 'GET', path);
        expect([400, 403, 404], `${path}: ${answer.text.slice(0, 100)}`).toContain(answer.status);
      }
      for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'COPY']) {
        const answer = await ask(viewer.token, method, '/api/users');
        expect([400, 403, 404, 405], method).toContain(answer.status);
        const anonymous = await hub().ask({ method, path: '/api/users' });
        expect([400, 401, 404, 405], method).toContain(anonymous.status);
      }
    });

    test('a token in the address, a cookie or a body is none', async () => {
      const { owner } = hub();
      const tries = [
        hub().ask({ method: 'GET', path: `/api/users?access_token=${owner}` }),
        hub().ask({ method: 'GET', path: `/api/users?token=${owner}` }),
        hub().ask({ method: 'GET', path: '/api/users', headers: { cookie: `accessToken=${owner}; token=${owner}` } }),
        hub().ask({ method: 'GET', path: '/api/users', headers: { 'x-api-key': owner } }),
        hub().ask({ method: 'POST', path: '/api/users', body: { access_token: owner } }),
      ];
      for (const answer of await Promise.all(tries)) expect(answer.status).toBe(401);
    });
  });
}
