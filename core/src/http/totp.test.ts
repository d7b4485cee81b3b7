import { generateSync } from 'otplib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditRoutes } from './routes/audit.ts';
import { userRoutes } from './routes/users.ts';
import { createTestApp, ownerEmail, ownerPassword, type TestApp } from './testing/test-app.ts';

type Headers = { readonly [name: string]: string };

const stepMs = 30_000;
let app: TestApp;
let owner: Headers;
beforeEach(async () => {
  app = await createTestApp({
    parts: ({ access }) => ({ routes: [...userRoutes({ access }), ...auditRoutes({ audit: access.audit })] }),
  });
  owner = await app.signedIn();
});
afterEach(async () => app.dispose());

let callers = 0;
/** From another address each time, for guessing is bounded by address as well. */
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: Headers = owner) =>
  app.server.inject({
    method,
    url,
    headers,
    remoteAddress: `192.0.2.${++callers % 250}`,
    ...(payload === undefined ? {} : { payload }),
  });
const self = (path: string, payload: object, headers: Headers = owner) =>
  call('POST', `/api/auth/totp/${path}`, payload, headers);
const signIn = (more: object = {}) =>
  call('POST', '/api/auth/sign-in', { email: ownerEmail, password: ownerPassword, ...more }, {});
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(app.clock.now() / 1_000) });

async function enable(headers: Headers = owner, password = ownerPassword) {
  const { secret, uri } = (await self('begin', { password }, headers)).json<{ secret: string; uri: string }>();
  const confirmed = await self('confirm', { code: codeOf(secret) }, headers);
  expect(confirmed.statusCode).toBe(200);
  const { recoveryCodes } = confirmed.json<{ recoveryCodes: readonly string[] }>();
  await app.clock.advance(stepMs);
  return { secret, uri, recoveryCodes };
}

async function addUser(role: string, email = `${role}@example.com`) {
  const { id, password } = (await call('POST', '/api/users', { email, role })).json<{ id: string; password: string }>();
  const signed = await call('POST', '/api/auth/sign-in', { email, password }, {});
  return { id, email, password, headers: { authorization: `Bearer ${signed.json().accessToken}` } };
}

test('the way through: begun with the password, confirmed with a code, asked for at the next sign-in', async () => {
  expect((await call('GET', '/api/auth/totp')).json()).toEqual({ enabled: false });
  expect((await self('begin', { password: 'not the password' })).json()).toMatchObject({ status: 403 });
  const begun = await self('begin', { password: ownerPassword });
  expect(begun.headers['cache-control']).toBe('no-store');
  const { secret, uri } = begun.json();
  expect(uri).toContain(`secret=${secret}`);
  expect((await signIn()).statusCode).toBe(200);
  expect((await self('confirm', { code: '000000' })).json()).toMatchObject({
    status: 403,
    detail: 'The code is wrong.',
  });
  const { recoveryCodes } = (await self('confirm', { code: codeOf(secret) })).json();
  expect(recoveryCodes).toHaveLength(10);
  expect((await call('GET', '/api/auth/totp')).json()).toEqual({
    enabled: true,
    since: expect.any(String),
    recoveryCodesLeft: 10,
  });
  expect((await call('GET', '/api/auth/me')).json()).toMatchObject({ totpEnabled: true });
  expect((await call('GET', '/api/users')).json().items).toMatchObject([{ email: ownerEmail, totpEnabled: true }]);
  expect((await signIn()).json()).toMatchObject({ status: 401, code: 'totp_required' });
  await app.clock.advance(stepMs);
  const code = codeOf(secret);
  expect((await signIn({ totp: `${code.slice(0, 3)} ${code.slice(3)}` })).statusCode).toBe(200);
  expect((await signIn({ totp: code })).json()).toMatchObject({ status: 401, code: 'sign_in_failed' });
  expect((await signIn({ totp: recoveryCodes[3] })).statusCode).toBe(200);
  expect((await signIn({ totp: recoveryCodes[3] })).json()).toMatchObject({ code: 'sign_in_failed' });
  expect((await call('GET', '/api/auth/totp')).json()).toMatchObject({ recoveryCodesLeft: 9 });
});

test('turning it off and new recovery codes need password and code, and neither takes a code twice', async () => {
  const { secret, recoveryCodes } = await enable();
  for (const path of ['disable', 'recovery-codes']) {
    const wrong = { password: 'not the password', code: codeOf(secret) };
    expect((await self(path, wrong)).json()).toMatchObject({ status: 403, detail: 'The present password is wrong.' });
    expect((await self(path, { password: ownerPassword, code: '000000' })).json()).toMatchObject({ status: 403 });
    expect((await self(path, { password: ownerPassword })).json()).toMatchObject({ errors: [{ path: '/body/code' }] });
  }
  expect((await self('begin', { password: ownerPassword })).json()).toMatchObject({ status: 409 });
  const code = codeOf(secret);
  const renewed = await self('recovery-codes', { password: ownerPassword, code });
  expect(renewed.json().recoveryCodes).toHaveLength(10);
  expect((await self('disable', { password: ownerPassword, code })).statusCode).toBe(403);
  expect((await self('disable', { password: ownerPassword, code: recoveryCodes[0] })).statusCode).toBe(403);
  const [fresh] = renewed.json().recoveryCodes;
  expect((await self('disable', { password: ownerPassword, code: fresh })).statusCode).toBe(204);
  expect((await signIn()).statusCode).toBe(200);
  const off = await self('disable', { password: ownerPassword, code });
  expect(off.json()).toMatchObject({ status: 409, code: 'conflict' });
});

test('an API key or the command line has no second factor to set up', async () => {
  const localToken = `fll_${'a'.repeat(43)}`;
  const local = await createTestApp({ localToken: { text: localToken } });
  const answer = await local.server.inject({
    method: 'POST',
    url: '/api/auth/totp/begin',
    headers: { authorization: `Bearer ${localToken}` },
    payload: { password: 'x' },
  });
  expect(answer.json()).toMatchObject({ status: 409, code: 'conflict' });
  await local.dispose();
});

describe('a sign-in that fails tells nothing', () => {
  const failed = async (body: object) => {
    const { requestId: _, ...problem } = (await signIn(body)).json();
    return problem;
  };

  test('of who is unknown, has no second factor, or has one: with a wrong password all are answered alike', async () => {
    const plain = await addUser('viewer');
    const expected = await failed({ email: 'nobody@example.com' });
    expect(expected).toMatchObject({ status: 401, code: 'sign_in_failed' });
    const { secret } = await enable();
    const wrong = { password: 'not the password' };
    for (const totp of [undefined, '000000', codeOf(secret), 'aaaa-aaaa-aaaa-aaaa']) {
      for (const email of [ownerEmail, plain.email, 'nobody@example.com']) {
        expect(await failed({ email, ...wrong, ...(totp === undefined ? {} : { totp }) })).toEqual(expected);
        await app.clock.advance(600_000);
      }
    }
    expect(await failed({ totp: '000000' })).toEqual(expected);
  });

  test('of a code: the right one is not used up by a wrong password', async () => {
    const { secret, recoveryCodes } = await enable();
    const code = codeOf(secret);
    await failed({ password: 'not the password', totp: code });
    await failed({ password: 'not the password', totp: recoveryCodes[0] });
    expect((await signIn({ totp: code })).statusCode).toBe(200);
    expect((await signIn({ totp: recoveryCodes[0] })).statusCode).toBe(200);
  });

  test('and a code that nobody asked for is not looked at', async () => {
    expect((await signIn({ totp: '000000' })).statusCode).toBe(200);
  });
});

test('wrong codes make the account wait as wrong passwords do, and longer still once they are many', async () => {
  const { secret, recoveryCodes } = await enable();
  const tried: number[] = [];
  for (let guess = 0; guess < 14; guess++) {
    const answer = await signIn({ totp: '000000' });
    tried.push(answer.statusCode);
    if (answer.statusCode === 429) {
      guess -= 1;
      await app.clock.advance(Number(answer.headers['retry-after']) * 1_000);
    }
  }
  expect(tried.filter((status) => status === 401)).toHaveLength(14);
  await app.clock.advance(60_000);
  const waiting = await signIn({ totp: codeOf(secret) });
  expect(waiting.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(60);
  await app.clock.advance(300_000);
  expect((await signIn({ totp: recoveryCodes[0] })).statusCode).toBe(200);
});

test('without the master key who has a second factor is told so, and is not let in', async () => {
  const { secret, recoveryCodes } = await enable();
  app.keyRing.markWrong('k1');
  expect((await signIn()).json()).toMatchObject({ code: 'totp_required' });
  const answer = (await signIn({ totp: codeOf(secret) })).json();
  expect(answer).toMatchObject({ status: 423, code: 'locked' });
  expect(answer.detail).toContain('A recovery code counts meanwhile.');
  const begin = (await self('disable', { password: ownerPassword, code: codeOf(secret) })).json();
  expect(begin).toMatchObject({ status: 423 });
  expect((await signIn({ totp: recoveryCodes[0] })).statusCode).toBe(200);
});

test('secret and recovery codes are in the answers that show them and in no other, nor in audit, events or idempotency', async () => {
  const begun = await self('begin', { password: ownerPassword });
  const { secret } = begun.json();
  const headers = { ...owner, 'idempotency-key': 'confirm-1' };
  const { recoveryCodes } = (await self('confirm', { code: codeOf(secret) }, headers)).json();
  await app.clock.advance(stepMs);
  const seen: string[] = [];
  for (const url of ['/api/auth/totp', '/api/auth/me', '/api/users', '/api/audit?limit=100', '/api/auth/sessions']) {
    seen.push((await call('GET', url)).body);
  }
  seen.push((await signIn({ totp: codeOf(secret) })).body, (await signIn({ totp: recoveryCodes[0] })).body);
  seen.push(
    (await self('begin', { password: ownerPassword })).body,
    (await self('confirm', { code: '1' }, headers)).body,
  );
  for (const name of ['totp', 'audit', 'idempotency_keys', 'users', 'sessions']) {
    const repository = app.storage.repository({ name } as never);
    for await (const stored of repository.scan()) seen.push(JSON.stringify(stored));
  }
  const everything = seen.join('\n');
  expect(everything).toContain('account.enable-totp');
  for (const hidden of [secret, ...recoveryCodes]) expect(everything).not.toContain(hidden);
});

describe('who manages users', () => {
  test('turns off the second factor of who lost it: their sessions end, and the audit log has it', async () => {
    const anna = await addUser('operator');
    await enable(anna.headers, anna.password);
    const password = { email: anna.email, password: anna.password };
    expect((await signIn(password)).json()).toMatchObject({ code: 'totp_required' });
    for (let time = 0; time < 2; time++) {
      expect((await call('DELETE', `/api/users/${anna.id}/totp`)).statusCode).toBe(204);
    }
    expect((await signIn(password)).statusCode).toBe(200);
    expect((await call('GET', '/api/auth/me', undefined, anna.headers)).json()).toMatchObject({
      code: 'session_ended',
    });
    expect((await call('GET', `/api/users/${anna.id}`)).json()).toMatchObject({ totpEnabled: false });
    const rows = (await call('GET', '/api/audit?action=user.reset-totp')).json().items;
    expect(rows).toMatchObject([
      { target: anna.id, outcome: 'ok' },
      { target: anna.id, outcome: 'ok' },
    ]);
  });

  test('does so to nobody above their role, and not to themselves', async () => {
    await enable();
    const admin = await addUser('admin');
    const ownerId = (await call('GET', '/api/auth/me')).json().id;
    const above = await call('DELETE', `/api/users/${ownerId}/totp`, undefined, admin.headers);
    expect(above.json()).toMatchObject({ status: 403, code: 'forbidden' });
    const themselves = await call('DELETE', `/api/users/${ownerId}/totp`);
    expect(themselves.json()).toMatchObject({ status: 409, code: 'conflict' });
    expect((await call('GET', '/api/auth/totp')).json()).toMatchObject({ enabled: true });
  });

  test('leaves a second factor on when the password is reset, and takes it away with the account', async () => {
    const anna = await addUser('operator');
    const { secret } = await enable(anna.headers, anna.password);
    const { password } = (await call('POST', `/api/users/${anna.id}/reset-password`)).json();
    const body = { email: anna.email, password };
    expect((await signIn(body)).json()).toMatchObject({ code: 'totp_required' });
    expect((await signIn({ ...body, totp: codeOf(secret) })).statusCode).toBe(200);
    await call('DELETE', `/api/users/${anna.id}`);
    expect((await app.storage.repository({ name: 'totp' } as never).get(anna.id))?.state).toMatchObject({
      status: 'off',
    });
  });
});

test('passwords of an account are tried a bounded number of times, and resting to be forgotten gives no more', async () => {
  await enable();
  const endMs = app.clock.monotonic() + 3 * 3_600_000;
  let tries = 0;
  while (app.clock.monotonic() < endMs) {
    const answer = await signIn({ password: 'not the password', totp: '000000' });
    if (answer.statusCode === 401) tries += 1;
    else await app.clock.advance(Number(answer.headers['retry-after']) * 1_000);
    // Where failures were forgotten after a quarter of an hour, thirteen and a rest would be the quickest way.
    if (tries % 13 === 0) await app.clock.advance(900_001);
  }
  // Five are free, ten double the wait, and then one comes each quarter of an hour.
  expect(tries).toBeLessThanOrEqual(5 + 10 + Math.ceil((3 * 3_600_000 - 1_023_000) / 900_000));
  expect(tries).toBeGreaterThan(15);
});
