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
const send = (method: 'POST' | 'PATCH', url: string, payload: object, more: object = {}) =>
  app.server.inject({ method, url, headers: { ...headers, ...more }, payload });
const tryNew = (more: object = {}) =>
  send('POST', '/api/connections/try', {
    plugin: 'channel-test',
    settings: { room: 'r1' },
    secrets: { signingKey },
    ...more,
  });
const tryChange = (id: string, patch: object, more: object = {}) =>
  send('POST', `/api/connections/${id}/try`, patch, more);

async function connection(): Promise<string> {
  const body = { plugin: 'channel-test', name: 'One', settings: { room: 'r1' }, secrets: { signingKey } };
  const answer = await send('POST', '/api/connections', body);
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

/** All that a try could leave at a connection. */
const traces = async (id: string) => ({
  stored: (await get(`/api/connections/${id}`)).json(),
  health: (await get(`/api/connections/${id}/health`)).json(),
  calls: (await get(`/api/connections/${id}/calls`)).json(),
  line: app.lines.ready(id),
  attempts: app.health.totals(),
  events: await events(),
});

const events = async () => {
  await app.relay.drain();
  return (await get('/api/events')).json();
};

const latestAudit = async () => (await get('/api/audit?action=connection.try&limit=1')).json().items[0];

describe('a new connection', () => {
  test('is tried at its vendor, whose word is the answer, and is not there afterwards', async () => {
    const before = (await get('/api/connections')).json();
    const told = await events();
    expect((await tryNew()).json()).toEqual({ outcome: 'ok', account: { id: 'r1' }, mode: 'test' });
    expect((await tryNew({ secrets: { signingKey: 'wrong' } })).json()).toMatchObject({
      outcome: 'failed',
      code: 'credentials_invalid',
      message: expect.any(String),
    });
    expect((await get('/api/connections')).json()).toEqual(before);
    expect(await events()).toEqual(told);
  });

  test('is refused by path for what saving it would be refused for', async () => {
    const wrong = { settings: { room: '', more: 1 }, secrets: {} };
    const saved = await send('POST', '/api/connections', { plugin: 'channel-test', name: 'Bad', ...wrong });
    const tried = await tryNew(wrong);
    expect(tried.statusCode).toBe(400);
    expect(tried.json().errors).toEqual(saved.json().errors);
    expect(tried.json().errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['/body/settings/room', '/body/settings/more', '/body/secrets/signingKey']),
    );
    expect((await tryNew({ plugin: 'nothing' })).json()).toMatchObject({
      status: 400,
      errors: [{ path: '/body/plugin' }],
    });
    expect((await tryNew({ name: 'of no use' })).json()).toMatchObject({ status: 400 });
  });

  test('is not tried while its plugin does not run', async () => {
    await send('POST', '/api/plugins/channel-test/disable', {});
    const answer = await tryNew();
    await send('POST', '/api/plugins/channel-test/enable', {});
    expect(answer.json()).toMatchObject({ status: 409, code: 'plugin_not_running' });
  });
});

describe('a change', () => {
  test('is tried with the stored secret or with another, and the connection stays as it was', async () => {
    const id = await connection();
    expect((await send('POST', `/api/connections/${id}/test`, {})).json()).toMatchObject({ outcome: 'ok' });
    // The first look at its health is one of its own.
    await get(`/api/connections/${id}/health`);
    const before = await traces(id);
    expect((await tryChange(id, { settings: { room: 'r2' } })).json()).toMatchObject({
      outcome: 'ok',
      account: { id: 'r2' },
    });
    expect((await tryChange(id, { secrets: { signingKey: 'wrong' } })).json()).toMatchObject({ outcome: 'failed' });
    expect(await traces(id)).toEqual(before);
    expect((await send('POST', `/api/connections/${id}/test`, {})).json()).toMatchObject({ outcome: 'ok' });
  });

  test('of a connection that is paused or whose lane is forced open is tried too: it is not called itself', async () => {
    const id = await connection();
    await send('POST', `/api/connections/${id}/pause`, {});
    expect((await tryChange(id, {})).json()).toMatchObject({ outcome: 'ok' });
    expect((await get(`/api/connections/${id}`)).json()).toMatchObject({ status: 'paused' });
  });

  test('is refused by path, for a version that is not the present one, and where there is no connection', async () => {
    const id = await connection();
    const wrong = { settings: { room: 7 }, secrets: { nothing: 'x' } };
    const saved = await send('PATCH', `/api/connections/${id}`, wrong);
    const tried = await tryChange(id, wrong);
    expect(tried.statusCode).toBe(400);
    expect(tried.json().errors).toEqual(saved.json().errors);
    expect((await tryChange(id, {}, { 'if-match': '"7"' })).json()).toMatchObject({ status: 412 });
    expect((await tryChange('0198c0de-0000-7000-8000-000000000000', {})).json()).toMatchObject({ status: 404 });
  });
});

describe('a try', () => {
  test('is in the audit log with the plugin and the names of what was tried, without any value', async () => {
    const id = await connection();
    await tryNew({ secrets: { signingKey: 'wrong' } });
    expect(await latestAudit()).toMatchObject({
      action: 'connection.try',
      outcome: 'ok',
      details: { plugin: 'channel-test', secrets: 'signingKey', outcome: 'failed' },
    });
    await tryChange(id, { settings: { room: 'r-of-the-try' }, secrets: { signingKey: 'of-the-try' } });
    expect(await latestAudit()).toMatchObject({
      target: id,
      details: { changed: 'settings secrets', secrets: 'signingKey', outcome: 'ok' },
    });
    await tryChange(id, { settings: { room: '' } });
    expect(await latestAudit()).toMatchObject({ target: id, outcome: 'failed', details: { outcome: 'not run' } });
    expect((await get('/api/audit')).body).not.toMatch(/of-the-try|a-very-secret/);
  });

  test('is for who may save: an operator, who may test, may not', async () => {
    const key = async (scope: string) =>
      (await send('POST', '/api/api-keys', { name: scope, scopes: [scope] })).json().key as string;
    const id = await connection();
    for (const [scope, status] of [
      ['connections.operate', 403],
      ['connections.write', 200],
    ] as const) {
      const authorization = `Bearer ${await key(scope)}`;
      expect((await tryChange(id, {}, { authorization })).statusCode, scope).toBe(status);
    }
  });

  test('is made thirty times a minute from one address, and no more: it makes the hub call out', async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 31; number += 1) {
      const payload = { plugin: 'nothing' };
      const { statusCode } = await app.server.inject({
        method: 'POST',
        url: '/api/connections/try',
        headers,
        payload,
        remoteAddress: '192.0.2.7',
      });
      statuses.push(statusCode);
    }
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 400));
    expect(statuses.at(-1)).toBe(429);
  });
});
