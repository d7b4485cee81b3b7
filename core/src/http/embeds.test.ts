import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let headers: { authorization: string };
let connection: string;
beforeAll(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
  connection = await addConnection('Inside: Stripe EU');
});
afterAll(async () => app.dispose());

const shop = 'https://shop.example.com';
const signingKey = 'a-very-secret-key';
const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  app.server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const ask = (id: string, token: string | undefined, more: object = {}) =>
  app.server.inject({
    url: `/api/embeds/${id}/health`,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...more },
  });

async function addConnection(name: string): Promise<string> {
  const payload = { plugin: 'channel-test', name, settings: { room: 'r' }, secrets: { signingKey } };
  return (await send('POST', '/api/connections', payload)).json().id;
}

async function embed(more: object = {}, of = connection): Promise<{ id: string; token: string; url: string }> {
  const payload = { name: 'Payments', allowedOrigins: [shop], ...more };
  const answer = await send('POST', `/api/connections/${of}/embeds`, payload);
  expect(answer.statusCode, answer.body).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  return answer.json();
}

describe('the token of an embed', () => {
  test('opens the health of its connection, and tells neither its name, nor its plugin, nor its settings', async () => {
    const { id, token } = await embed();
    expect(token).toMatch(/^fle_[\w-]{43}$/);
    const answer = await ask(id, token);
    expect(answer.json()).toEqual({
      name: 'Payments',
      health: { status: 'unknown', reasons: [] },
      uptime: { since: expect.any(String), share: null },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('is in no list and in no audit row', async () => {
    const { id, token, url } = await embed({ name: 'Listed' });
    const list = await send('GET', `/api/connections/${connection}/embeds`);
    expect(list.json().items).toContainEqual({
      id,
      connection,
      name: 'Listed',
      allowedOrigins: [shop],
      url,
      createdBy: expect.any(String),
      createdAt: expect.any(String),
    });
    expect(url).toBe(`http://127.0.0.1:7400/embed/${id}`);
    const audit = await send('GET', '/api/audit?action=embed.create');
    expect(audit.json().items[0]).toMatchObject({
      action: 'embed.create',
      target: id,
      outcome: 'ok',
      details: { connection, name: 'Listed', allowedOrigins: shop },
    });
    for (const { body } of [list, audit]) {
      expect(body).not.toContain(token.slice(4));
      expect(body).not.toContain('tokenHash');
    }
  });

  test('opens no other embed, and nothing else of the hub; no other token opens the embed', async () => {
    const [one, two] = [await embed(), await embed()];
    for (const token of [two.token, 'fle_short', `${one.token}x`, undefined, headers.authorization.slice(7)]) {
      expect((await ask(one.id, token)).json(), token).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
    expect((await ask('0198c0de-0000-7000-8000-000000000000', one.token)).statusCode).toBe(401);
    const bearer = { authorization: `Bearer ${one.token}` };
    for (const url of [
      '/api/overview',
      '/api/connections',
      `/api/connections/${connection}/health`,
      '/api/auth/me',
      '/metrics',
    ]) {
      expect((await app.server.inject({ url, headers: bearer })).statusCode, url).toBe(401);
    }
    const revoke = { method: 'DELETE', url: `/api/embeds/${two.id}`, headers: bearer } as const;
    expect((await app.server.inject(revoke)).statusCode).toBe(401);
  });

  test('ends when it is revoked, when it expires and when its connection is removed', async () => {
    const revoked = await embed();
    expect((await send('DELETE', `/api/embeds/${revoked.id}`)).statusCode).toBe(204);
    expect((await send('DELETE', `/api/embeds/${revoked.id}`)).statusCode).toBe(204);
    expect((await ask(revoked.id, revoked.token)).statusCode).toBe(401);
    expect((await send('DELETE', '/api/embeds/unheard-of')).statusCode).toBe(404);

    const brief = await embed({ expiresAt: new Date(app.clock.now() + 60_000).toISOString() });
    expect((await ask(brief.id, brief.token)).statusCode).toBe(200);
    app.clock.jump(60_000);
    expect((await ask(brief.id, brief.token)).statusCode).toBe(401);

    const other = await addConnection('Other');
    const orphan = await embed({}, other);
    await send('DELETE', `/api/connections/${other}`);
    expect((await ask(orphan.id, orphan.token)).statusCode).toBe(401);
    const kept = (await send('GET', `/api/connections/${connection}/embeds?limit=200`)).json().items;
    const items = new Map(kept.map((item: { id: string }) => [item.id, item]));
    expect(items.get(revoked.id)).toHaveProperty('revokedAt');
    expect(items.get(brief.id)).toHaveProperty('expiresAt');
  });

  test('is not answered a second time for the same Idempotency-Key', async () => {
    const once = { ...headers, 'idempotency-key': 'embed-1' };
    const request = {
      method: 'POST',
      url: `/api/connections/${connection}/embeds`,
      headers: once,
      payload: { name: 'Once', allowedOrigins: [shop] },
    } as const;
    expect((await app.server.inject(request)).statusCode).toBe(201);
    expect((await app.server.inject(request)).json()).toMatchObject({ code: 'idempotency_answer_withheld' });
  });
});

describe('origins', () => {
  test('are kept as browsers send them, each once', async () => {
    const given = [
      'https://Shop.Example.com/',
      'https://shop.example.com:443',
      'http://localhost:5173',
      'http://[::1]:80',
    ];
    const payload = { name: 'x', allowedOrigins: given };
    const { allowedOrigins } = (await send('POST', `/api/connections/${connection}/embeds`, payload)).json();
    expect(allowedOrigins).toEqual(['https://shop.example.com', 'http://localhost:5173', 'http://[::1]']);
  });

  test.each([
    'https://*.example.com',
    '*',
    'null',
    'http://shop.example.com',
    'ftp://shop.example.com',
    'https://shop.example.com/page',
    'https://shop.example.com?x',
    'https://user@shop.example.com',
    "https://a.example;script-src'unsafe-inline'",
    'https://a.example,b',
    'https:// a.example',
    'data:text/html,x',
    'http://127.0.0.1.example.com',
  ])('that are none, or that anybody could be, are refused: %s', async (origin) => {
    const payload = { name: 'x', allowedOrigins: [shop, origin] };
    const answer = await send('POST', `/api/connections/${connection}/embeds`, payload);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: '/body/allowedOrigins/1' }] });
  });

  test('must be one at least, and an expiry lies in the future', async () => {
    const make = (payload: object) => send('POST', `/api/connections/${connection}/embeds`, payload);
    expect((await make({ name: 'x', allowedOrigins: [] })).json().errors[0].path).toBe('/body/allowedOrigins');
    const past = { name: 'x', allowedOrigins: [shop], expiresAt: '2020-01-01T00:00:00Z' };
    expect((await make(past)).json().errors[0].path).toBe('/body/expiresAt');
    expect((await make({ ...past, expiresAt: '2030-13-01T00:00:00Z' })).json().errors[0].path).toBe('/body/expiresAt');
  });
});

describe('a browser', () => {
  test('may ask from an allowed origin, and learns there that the token was revoked; from others it may not', async () => {
    const { id, token } = await embed();
    const allowed = await ask(id, token, { origin: shop });
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': shop,
      vary: expect.stringContaining('Origin'),
    });
    expect(allowed.headers).not.toHaveProperty('access-control-allow-credentials');
    for (const origin of ['https://evil.example.com', 'null', `${shop}.evil.example.com`]) {
      const answer = await ask(id, token, { origin });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.headers.vary).toContain('Origin');
    }
    await send('DELETE', `/api/embeds/${id}`);
    const after = await ask(id, token, { origin: shop });
    expect(after.statusCode).toBe(401);
    expect(after.headers['access-control-allow-origin']).toBe(shop);
  });

  test('is told beforehand that it may send the token, from an allowed origin alone', async () => {
    const { id } = await embed();
    const before = (origin: string) =>
      app.server.inject({
        method: 'OPTIONS',
        url: `/api/embeds/${id}/health`,
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      });
    const allowed = await before(shop);
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-allow-headers': 'authorization',
      'access-control-allow-methods': 'GET',
    });
    expect((await before('https://evil.example.com')).headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('gets no such headers from any other route', async () => {
    const answer = await app.server.inject({ url: '/api/connections', headers: { ...headers, origin: shop } });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('the page of an embed', () => {
  test('may be framed by the allowed origins alone, runs no inline script and holds nothing of the embed', async () => {
    const { id, token } = await embed({ allowedOrigins: [shop, 'http://localhost:5173'] });
    const page = await app.server.inject({ url: `/embed/${id}` });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain(`frame-ancestors ${shop} http://localhost:5173`);
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(page.headers).not.toHaveProperty('x-frame-options');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.body).not.toMatch(/<script>|\son\w+="|Payments/);
    expect(page.body).not.toContain(token.slice(4));
    const script = await app.server.inject({ url: '/embed/embed.js' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(() => new Script(script.body)).not.toThrow();
  });

  test('still comes when the token was revoked, so that it can say so', async () => {
    const { id } = await embed();
    await send('DELETE', `/api/embeds/${id}`);
    expect((await app.server.inject({ url: `/embed/${id}` })).statusCode).toBe(200);
  });

  test.each(['unheard-of', '__proto__', '%00', "'%20OR%201=1--"])('of no embed is framed by nobody: %s', async (id) => {
    const page = await app.server.inject({ url: `/embed/${id}` });
    expect(page.statusCode).toBe(404);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('leaves every other page of the hub unframed', async () => {
    const page = await app.server.inject({ url: '/docs' });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
  });
});
