import { afterEach, describe, expect, test } from 'vitest';
import { createTestApp, ownerEmail, ownerPassword, type TestApp } from './testing/test-app.ts';

let app: TestApp;
afterEach(async () => app.dispose());

const post = (url: string, payload: object, headers: object = {}) =>
  app.server.inject({ method: 'POST', url: `/api/auth/${url}`, payload, headers: { ...headers } });
const signIn = (more: object = {}) => post('sign-in', { email: ownerEmail, password: ownerPassword, ...more });
const me = (token: string, headers: object = {}) =>
  app.server.inject({ url: '/api/auth/me', headers: { authorization: `Bearer ${token}`, ...headers } });
const cookieOf = (answer: { headers: { 'set-cookie'?: unknown } }) =>
  String(answer.headers['set-cookie']).split(';')[0];

describe('signing in', () => {
  test('gives an access token for fifteen minutes and a refresh cookie that no script sees', async () => {
    app = await createTestApp();
    const answer = await signIn({ email: ownerEmail.toUpperCase() });
    expect(answer.json()).toEqual({ accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 900 });
    expect(answer.headers['set-cookie']).toMatch(
      /^fairlead_refresh=\S+; Path=\/api\/auth; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    const { accessToken } = answer.json();
    expect((await me(accessToken)).json()).toMatchObject({ kind: 'user', name: ownerEmail, role: 'owner' });
    await app.clock.advance(900_001);
    expect((await me(accessToken)).json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  test('puts the refresh token into the body for a machine that asks for it', async () => {
    app = await createTestApp();
    const answer = await signIn({ tokenDelivery: 'body' });
    expect(answer.json().refreshToken).toEqual(expect.any(String));
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('answers the same for a wrong password and for an unknown address', async () => {
    app = await createTestApp();
    const wrong = (await signIn({ password: 'not the password' })).json();
    const unknown = (await signIn({ email: 'nobody@example.com' })).json();
    expect(wrong).toEqual({ ...unknown, requestId: wrong.requestId });
    expect(wrong).toMatchObject({ status: 401, code: 'sign_in_failed' });
  });

  test('makes an account wait after failures, known or not, and longer each time', async () => {
    app = await createTestApp();
    for (const email of [ownerEmail, 'nobody@example.com']) {
      for (let failure = 0; failure < 6; failure++) await signIn({ email, password: 'wrong' });
      const answer = await signIn({ email });
      expect(answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
      expect(answer.headers['retry-after']).toBe('1');
    }
    await app.clock.advance(1_000);
    expect((await signIn({ password: 'wrong' })).statusCode).toBe(401);
    expect((await signIn()).headers['retry-after']).toBe('2');
    await app.clock.advance(2_000);
    expect((await signIn()).statusCode).toBe(200);
  });

  test('is limited by address', async () => {
    app = await createTestApp();
    for (let call = 0; call < 30; call++) await post('sign-in', { email: 'x' });
    const answer = await post('sign-in', { email: 'x' });
    expect(answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('leaves a row in the audit log, the failed one as denied and without the password', async () => {
    app = await createTestApp();
    await signIn({ password: 'my-secret-guess' });
    await signIn();
    const { items } = await app.access.audit.list({ limit: 10 });
    expect(items.map(({ state }) => [state.action, state.outcome])).toEqual([
      ['session.sign-in', 'ok'],
      ['session.sign-in', 'denied'],
    ]);
    expect(JSON.stringify(items)).not.toContain('my-secret-guess');
  });
});

describe('refreshing', () => {
  test('uses the old token up and goes on with the new one', async () => {
    app = await createTestApp();
    const first = cookieOf(await signIn());
    const answer = await post('refresh', {}, { cookie: first });
    expect(answer.statusCode).toBe(200);
    expect(cookieOf(answer)).not.toBe(first);
    expect((await me(answer.json().accessToken)).statusCode).toBe(200);
  });

  test('with a token that was used before ends the session for thief and owner alike', async () => {
    app = await createTestApp();
    const stolen = cookieOf(await signIn());
    const next = await post('refresh', {}, { cookie: stolen });
    await app.clock.advance(11_000);
    expect((await post('refresh', {}, { cookie: stolen })).json()).toMatchObject({
      status: 401,
      code: 'session_ended',
    });
    expect((await post('refresh', {}, { cookie: cookieOf(next) })).json()).toMatchObject({ code: 'session_ended' });
    expect((await me(next.json().accessToken)).json()).toMatchObject({ status: 401, code: 'session_ended' });
  });

  test('by two tabs at once tells the second to look again and ends nothing', async () => {
    app = await createTestApp();
    const cookie = cookieOf(await signIn());
    const both = await Promise.all([post('refresh', {}, { cookie }), post('refresh', {}, { cookie })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const winner = both.find(({ statusCode }) => statusCode === 200);
    expect((await post('refresh', {}, { cookie: cookieOf(winner as never) })).statusCode).toBe(200);
  });

  test('does not take an access token, and the API takes no refresh token', async () => {
    app = await createTestApp();
    const { accessToken, refreshToken } = (await signIn({ tokenDelivery: 'body' })).json();
    expect((await post('refresh', { refreshToken: accessToken })).json()).toMatchObject({ code: 'session_ended' });
    expect((await me(refreshToken)).json()).toMatchObject({ code: 'unauthenticated' });
  });

  test('works with the expired access token still in the header', async () => {
    app = await createTestApp();
    const answer = await signIn();
    await app.clock.advance(900_001);
    const authorization = `Bearer ${answer.json().accessToken}`;
    expect((await post('refresh', {}, { cookie: cookieOf(answer), authorization })).statusCode).toBe(200);
  });

  test('ends thirty days after signing in', async () => {
    app = await createTestApp();
    const { refreshToken } = (await signIn({ tokenDelivery: 'body' })).json();
    await app.clock.advance(30 * 86_400_000 + 1);
    expect((await post('refresh', { refreshToken })).json()).toMatchObject({ status: 401 });
  });
});

describe('a session', () => {
  test('ends at once when it is signed out or revoked', async () => {
    app = await createTestApp();
    const [one, two] = [(await signIn()).json().accessToken, (await signIn()).json().accessToken];
    const headers = { authorization: `Bearer ${one}` };
    const { items } = (await app.server.inject({ url: '/api/auth/sessions', headers })).json();
    expect(items).toHaveLength(2);
    const other = items.find(({ current }: { current: boolean }) => !current);
    const revoked = await app.server.inject({ method: 'DELETE', url: `/api/auth/sessions/${other.id}`, headers });
    expect(revoked.statusCode).toBe(204);
    expect((await me(two)).json()).toMatchObject({ code: 'session_ended' });
    expect((await post('sign-out', {}, headers)).statusCode).toBe(204);
    expect((await me(one)).json()).toMatchObject({ code: 'session_ended' });
  });

  test('other than the present one ends when the password changes', async () => {
    app = await createTestApp();
    const [one, two] = [(await signIn()).json().accessToken, (await signIn()).json().accessToken];
    const headers = { authorization: `Bearer ${one}` };
    const wrong = await post('password', { currentPassword: 'wrong', newPassword: 'another long one' }, headers);
    expect(wrong.json()).toMatchObject({ status: 403 });
    const short = await post('password', { currentPassword: ownerPassword, newPassword: 'short' }, headers);
    expect(short.json()).toMatchObject({ status: 400, errors: [{ path: '/body/newPassword' }] });
    await post('password', { currentPassword: ownerPassword, newPassword: 'another long one' }, headers);
    expect((await me(one)).statusCode).toBe(200);
    expect((await me(two)).statusCode).toBe(401);
    expect((await signIn()).statusCode).toBe(401);
    expect((await signIn({ password: 'another long one' })).statusCode).toBe(200);
  });
});

describe('a token', () => {
  test('that is unsigned, of another algorithm or changed is refused', async () => {
    app = await createTestApp();
    const { accessToken } = (await signIn()).json<{ accessToken: string }>();
    const [head = '', claims = '', signature = ''] = accessToken.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString());
    const withHead = (change: object) => Buffer.from(JSON.stringify({ ...header, ...change })).toString('base64url');
    const forged = [
      `${withHead({ alg: 'none' })}.${claims}.`,
      `${withHead({ alg: 'HS512' })}.${claims}.${signature}`,
      `${withHead({ kid: 'other' })}.${claims}.${signature}`,
      `${head}.${Buffer.from(JSON.stringify({ sub: 'x', sid: 'y', exp: 9e9 })).toString('base64url')}.${signature}`,
      `${accessToken.slice(0, -4)}AAAA`,
      'x',
    ];
    for (const token of forged) expect((await me(token)).json()).toMatchObject({ status: 401 });
  });

  test('of the local command line counts from the machine itself only, and not through a proxy', async () => {
    app = await createTestApp({ localToken: { text: `fll_${'a'.repeat(43)}` } });
    const token = `fll_${'a'.repeat(43)}`;
    const at = (remoteAddress: string, headers = {}) =>
      app.server.inject({
        url: '/api/auth/me',
        remoteAddress,
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
    expect((await at('127.0.0.1')).statusCode).toBe(200);
    expect((await at('::1')).statusCode).toBe(200);
    expect((await at('10.0.0.1')).statusCode).toBe(401);
    expect((await at('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(401);
    expect((await me(`fll_${'b'.repeat(43)}`)).statusCode).toBe(401);
  });
});

test('the owner is made once, with a password that is shown once', async () => {
  app = await createTestApp({ withoutOwner: true });
  const first = await app.access.ensureOwner({ email: 'first@example.com' });
  expect(first).toMatchObject({ created: true, password: expect.stringMatching(/^(\w{5}-){3}\w{5}$/) });
  expect(await app.access.ensureOwner({ email: 'second@example.com' })).toEqual({
    created: false,
    email: 'first@example.com',
  });
  const answer = await signIn({ email: 'first@example.com', password: first.password });
  expect((await me(answer.json().accessToken)).json()).toMatchObject({ passwordIsTemporary: true });
});
