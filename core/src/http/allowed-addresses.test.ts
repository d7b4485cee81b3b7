import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';

type Headers = { readonly [name: string]: string };

let app: FullApp;
let owner: Headers;
beforeEach(async () => {
  app = await createFullApp({ trustProxy: '127.0.0.1' });
  owner = await app.signedIn();
});
afterEach(async () => app.dispose());

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const call = (method: Method, url: string, payload?: object, headers: Headers = owner, remoteAddress = '127.0.0.1') =>
  app.server.inject({ method, url, headers, remoteAddress, ...(payload === undefined ? {} : { payload }) });
const add = (more: object, headers: Headers = owner, remoteAddress?: string) =>
  call('POST', '/api/api-keys', { name: 'shop', scopes: ['events.read'], ...more }, headers, remoteAddress);
const by = (key: string, more: Headers = {}) => ({ authorization: `Bearer ${key}`, ...more });
const rows = async () => (await app.access.audit.list({ limit: 50, action: 'api-key.use' })).items;

describe('a key with a list of addresses', () => {
  test('counts from these alone, and is told of elsewhere without what would help a thief', async () => {
    const { key, id } = (await add({ allowedAddresses: ['192.0.2.0/24', '2001:DB8::7'] })).json();
    for (const address of ['192.0.2.9', '2001:db8::7', '::ffff:192.0.2.9']) {
      expect((await call('GET', '/api/events', undefined, by(key), address)).statusCode, address).toBe(200);
    }
    const refused = await call('GET', '/api/events', undefined, by(key), '198.51.100.1');
    expect(refused.json()).toMatchObject({ status: 403, code: 'address_not_allowed' });
    expect(refused.body).not.toMatch(/192\.0\.2|2001|198\.51|shop/);
    const guessed = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    expect((await call('GET', '/api/events', undefined, by(guessed), '198.51.100.1')).json()).toMatchObject({
      status: 401,
    });
    expect((await rows()).map(({ state }) => state)).toMatchObject([
      {
        actorKind: 'api-key',
        actorId: id,
        actorName: 'shop',
        target: id,
        outcome: 'denied',
        problem: 'address_not_allowed',
        ip: '198.51.100.1',
        requestId: refused.json().requestId,
      },
    ]);
  });

  test('is noted as used by calls from the list alone', async () => {
    const { key, id } = (await add({ allowedAddresses: ['192.0.2.9'] })).json();
    await call('GET', '/api/events', undefined, by(key), '198.51.100.1');
    expect((await call('GET', `/api/api-keys/${id}`)).json().lastUsedAt).toBeUndefined();
    await call('GET', '/api/events', undefined, by(key), '192.0.2.9');
    expect((await call('GET', `/api/api-keys/${id}`)).json().lastUsedAt).toEqual(expect.any(String));
  });

  test('that is tried from elsewhere without end fills no log: a few rows an hour for each address', async () => {
    const { key } = (await add({ allowedAddresses: ['192.0.2.9'] })).json();
    for (let minute = 0; minute < 60; minute++) {
      for (let time = 0; time < 3; time++) await call('GET', '/api/events', undefined, by(key), '198.51.100.1');
      await app.clock.advance(60_000);
    }
    expect(await rows()).toHaveLength(7);
    await call('GET', '/api/events', undefined, by(key), '198.51.100.2');
    expect(await rows()).toHaveLength(8);
  });

  test('is looked at with the address that the trusted proxy names, and with no other’s word', async () => {
    const { key } = (await add({ allowedAddresses: ['192.0.2.9'] })).json();
    const through = (address: string, proxy: string) =>
      call('GET', '/api/events', undefined, by(key, { 'x-forwarded-for': address }), proxy);
    expect((await through('192.0.2.9', '127.0.0.1')).statusCode).toBe(200);
    expect((await through('198.51.100.1', '127.0.0.1')).statusCode).toBe(403);
    expect((await through('192.0.2.9', '198.51.100.1')).statusCode).toBe(403);
    expect((await through('192.0.2.9, 198.51.100.1', '127.0.0.1')).statusCode).toBe(403);
    expect((await through('nonsense', '127.0.0.1')).statusCode).toBe(403);
  });

  test('opens no event stream and no websocket from elsewhere, by header or by message', async () => {
    const { key } = (await add({ allowedAddresses: ['192.0.2.9'] })).json();
    const base = await app.server.listen({ host: '127.0.0.1', port: 0 });
    const from = (address: string) => by(key, { 'x-forwarded-for': address });
    const stream = await fetch(`${base}/api/events/stream`, { headers: from('198.51.100.1') });
    expect(await stream.json()).toMatchObject({ status: 403, code: 'address_not_allowed' });
    const stop = new AbortController();
    const open = await fetch(`${base}/api/events/stream`, { headers: from('192.0.2.9'), signal: stop.signal });
    expect(open.status).toBe(200);
    stop.abort();

    const first = async (address: string) => {
      const Socket = WebSocket as unknown as new (url: string, init: object) => WebSocket;
      const socket = new Socket(`${base.replace('http', 'ws')}/api/stream`, {
        headers: { 'x-forwarded-for': address },
      });
      await once(socket, 'open');
      const told = once(socket, 'message') as Promise<MessageEvent[]>;
      socket.send(JSON.stringify({ type: 'authenticate', token: key }));
      const [message] = await told;
      socket.close();
      return JSON.parse(String(message?.data));
    };
    expect(await first('198.51.100.1')).toMatchObject({ type: 'end', reason: 'not_authenticated' });
    expect(await first('192.0.2.9')).toMatchObject({ type: 'ready' });
  });

  test('loses its open streams within a minute when the address is taken from the list', async () => {
    const { key, id } = (await add({ allowedAddresses: ['192.0.2.0/24'] })).json();
    const base = await app.server.listen({ host: '127.0.0.1', port: 0 });
    const open = await fetch(`${base}/api/events/stream`, { headers: by(key, { 'x-forwarded-for': '192.0.2.9' }) });
    let over = false;
    const ended = open.text().then((text) => {
      over = true;
      return text;
    });
    await app.clock.advance(65_000);
    expect(over).toBe(false);
    await call('PATCH', `/api/api-keys/${id}`, { allowedAddresses: ['192.0.2.10'] });
    for (let step = 0; step < 15 && !over; step++) await app.clock.advance(5_000);
    expect(await ended).toContain('"reason":"access_ended"');
  });

  test('that is used while it is changed keeps the change', async () => {
    const { key, id } = (await add({})).json();
    const uses = Array.from({ length: 8 }, () => call('GET', '/api/events', undefined, by(key), '192.0.2.9'));
    const changed = await call('PATCH', `/api/api-keys/${id}`, { allowedAddresses: ['192.0.2.9'] });
    await Promise.all(uses);
    expect(changed.statusCode).toBe(200);
    expect((await call('GET', `/api/api-keys/${id}`)).json()).toMatchObject({
      allowedAddresses: ['192.0.2.9'],
      lastUsedAt: expect.any(String),
    });
  });

  test('counts as nobody on public routes from elsewhere, which answer all the same', async () => {
    const { key } = (await add({ allowedAddresses: ['192.0.2.9'] })).json();
    expect((await call('GET', '/livez', undefined, by(key), '198.51.100.1')).statusCode).toBe(200);
  });
});

describe('a list', () => {
  test('with what is no address is refused, and each such entry named', async () => {
    const allowedAddresses = ['192.0.2.9', 'office.example.com', '192.0.2.0/33'];
    const errors = [{ path: '/body/allowedAddresses/1' }, { path: '/body/allowedAddresses/2' }];
    expect((await add({ allowedAddresses })).json()).toMatchObject({ status: 400, code: 'invalid_request', errors });
    const { id } = (await add({})).json();
    expect((await call('PATCH', `/api/api-keys/${id}`, { allowedAddresses })).json()).toMatchObject({
      status: 400,
      errors,
    });
    expect((await add({ allowedAddresses: [] })).json()).toMatchObject({
      status: 400,
      errors: [{ path: '/body/allowedAddresses' }],
    });
  });

  test('is shown, changed, lifted by null, and its changes are in the audit log', async () => {
    const made = (await add({ allowedAddresses: ['192.0.2.9', '192.0.2.9'] })).json();
    expect(made.allowedAddresses).toEqual(['192.0.2.9']);
    const url = `/api/api-keys/${made.id}`;
    const change = (payload: object) => call('PATCH', url, payload);
    const changed = await change({ allowedAddresses: ['198.51.100.0/24'] });
    expect(changed.json()).toMatchObject({ name: 'shop', allowedAddresses: ['198.51.100.0/24'] });
    expect((await call('GET', url)).json()).toEqual(changed.json());
    expect((await change({ name: 'store' })).json()).toMatchObject({
      name: 'store',
      allowedAddresses: ['198.51.100.0/24'],
    });
    expect((await change({ allowedAddresses: null })).json().allowedAddresses).toBeUndefined();
    const { items } = await app.access.audit.list({ limit: 9, action: 'api-key.update', outcome: 'ok' });
    expect(items.map(({ state }) => state.details)).toEqual([
      { allowedAddresses: 'everywhere' },
      { name: 'store' },
      { allowedAddresses: '198.51.100.0/24' },
    ]);
    await call('DELETE', url);
    expect((await change({ name: 'x' })).json()).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('bounds what its key makes and changes: a stolen key makes no key that counts elsewhere', async () => {
    const scopes = ['api-keys.write', 'events.read'];
    const { key, id } = (await add({ name: 'maker', scopes, allowedAddresses: ['192.0.2.0/24'] })).json();
    const through = (more: object) => add(more, by(key), '192.0.2.9');
    const made = (await through({})).json();
    expect(made.allowedAddresses).toEqual(['192.0.2.0/24']);
    expect((await through({ allowedAddresses: ['192.0.2.128/25'] })).statusCode).toBe(201);
    for (const allowedAddresses of [['198.51.100.1'], ['192.0.2.0/23'], ['0.0.0.0/0'], ['192.0.2.1', '::1']]) {
      expect((await through({ allowedAddresses })).json()).toMatchObject({ status: 403, code: 'forbidden' });
    }
    for (const target of [id, made.id]) {
      for (const allowedAddresses of [null, ['0.0.0.0/0']]) {
        const answer = await call('PATCH', `/api/api-keys/${target}`, { allowedAddresses }, by(key), '192.0.2.9');
        expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
      }
    }
  });

  test('of a key that has more than the changer stays as it is', async () => {
    const strong = (await add({ scopes: ['vault.rotate'], allowedAddresses: ['192.0.2.9'] })).json();
    const { key } = (await add({ scopes: ['api-keys.write'] })).json();
    const answer = await call('PATCH', `/api/api-keys/${strong.id}`, { allowedAddresses: null }, by(key));
    expect(answer.json()).toMatchObject({ status: 403, detail: 'The key is above you: it has “vault.rotate”.' });
  });
});

test('a key that a key made is of the same user, and ends with them', async () => {
  const { id, email, password } = (
    await call('POST', '/api/users', { email: 'anna@example.com', role: 'admin' })
  ).json();
  const signed = await call('POST', '/api/auth/sign-in', { email, password }, {});
  const first = (await add({ scopes: ['api-keys.write', 'events.read'] }, by(signed.json().accessToken))).json();
  const second = (await add({}, by(first.key))).json();
  expect((await call('GET', '/api/events', undefined, by(second.key))).statusCode).toBe(200);
  await call('PATCH', `/api/users/${id}`, { disabled: true });
  expect((await call('GET', '/api/events', undefined, by(second.key))).statusCode).toBe(401);
});
