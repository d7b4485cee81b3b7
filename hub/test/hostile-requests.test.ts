import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi, type Problem } from './support/api.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { type RawAnswer, type RawOptions, rawConversation, rawRequest } from './support/raw-request.ts';
import { addStripe, sendEvent, stripeEvent } from './support/stripe-events.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: unknown;
  readonly default?: unknown;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
  readonly body: Schema | undefined;
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
}

interface Operation {
  readonly security: readonly object[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly parameters?: Route['parameters'];
}

const open = [
  'POST /api/auth/sign-in',
  'POST /api/auth/refresh',
  'POST /api/auth/sign-out',
  'GET /api/embeds/{id}/health',
  'GET /livez',
  'GET /readyz',
];
const json = { 'content-type': 'application/json' };
const unknownId = '0198c0de-0000-7000-8000-000000000000';

const cleanup = new AsyncDisposableStack();
let hub: HubProcess;
let api: Api;
let routes: readonly Route[];
let dataDir: string;
let shop: string;
/** Begun first and looked at last: each takes as long as the hub is patient. */
let slow: {
  readonly headers: ReturnType<typeof rawConversation>;
  readonly body: ReturnType<typeof rawConversation>;
  readonly hook: ReturnType<typeof rawConversation>;
};

beforeAll(async () => {
  dataDir = cleanup.use(await temporaryFolder()).path;
  hub = await startHubProcess({ dataDir, env: { FAIRLEAD_TRUST_PROXY: '127.0.0.1' } });
  cleanup.defer(async () => void (await hub.stop()));
  api = createApi(hub.url);
  await api.signIn();
  shop = (await addStripe(api)).id;
  slow = {
    headers: rawConversation(hub.port, drip('GET /livez HTTP/1.1\r\nHost: x\r\n', 'X-Slow: 1\r\n')),
    body: rawConversation(
      hub.port,
      drip(
        'POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
        ' ',
      ),
    ),
    hook: rawConversation(
      hub.port,
      drip(`POST /hooks/${shop} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n`, ' '),
    ),
  };
  // The checkout page is for people: it answers with pages, and is looked at by itself below.
  const document = await api.ok<{ paths: Record<string, Record<string, Operation>> }>('GET', '/openapi.json');
  routes = Object.entries(document.paths)
    .filter(([path]) => !path.startsWith('/pay/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security, requestBody, parameters = [] }]) => ({
        method: method.toUpperCase(),
        path,
        isPublic: security.length === 0,
        body: requestBody?.content['application/json'].schema,
        parameters,
      })),
    );
});
afterAll(() => cleanup.disposeAsync());

/** Sends a start, and then a little every second, for as long as it is listened to. */
function drip(start: string, drop: string): (socket: Socket) => void {
  return (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write(drop), 1_000);
    socket.once('close', () => clearInterval(timer));
  };
}

const address = ({ path }: Route, id = unknownId): string =>
  path
    .replace('{lane}', 'checkout')
    .replace('{operation}', 'getStatus')
    .replaceAll(/\{\w+\}/g, id);

/** Whether requests to the path are requests to the route, unless a route of that very path takes their method. */
const isAddressOf = (route: Route, path: string): boolean =>
  new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** An id of something that is there, so that 404 is not the first thing to say. */
const known = ({ path }: Route): string =>
  path.startsWith('/api/plugins') ? 'gateway-stripe' : path.startsWith('/api/connections') ? shop : unknownId;

async function attack(route: Route, options: Partial<RawOptions>, signedIn = true): Promise<RawAnswer> {
  const headers = { ...(signedIn ? { authorization: `Bearer ${api.token}` } : {}), ...options.headers };
  return rawRequest(hub.port, { method: route.method, path: address(route), ...options, headers });
}

/** A problem document that says nothing of the inside. */
function problemOf(answer: RawAnswer, where: string): Problem {
  expect(answer.headers['content-type'], `${where}: ${answer.text.slice(0, 300)}`).toMatch(
    /^application\/problem\+json/,
  );
  const problem = JSON.parse(answer.text) as Problem & { requestId: string };
  expect(problem.status, where).toBe(answer.status);
  expect(problem, where).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
    code: expect.any(String),
    errors: expect.any(Array),
    requestId: expect.any(String),
  });
  expect(answer.text, where).not.toMatch(
    /node_modules|\.[jt]s:\d|\bat (async )?\w+.*\(|SQLITE|passwordHash|node:internal/,
  );
  expect(answer.text, where).not.toContain(dataDir);
  expect(answer.text, where).not.toContain(import.meta.dirname.split('/hub/')[0]);
  return problem;
}

function expectRefused(answer: RawAnswer, where: string, path?: string): void {
  const problem = problemOf(answer, where);
  expect(answer.status, `${where}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
  expect(answer.status, `${where}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  if (path === undefined) return;
  const named = problem.errors.map((error) => error.path);
  expect(
    named.some((one) => one.startsWith(path)),
    `${where} names ${named.join(', ')}, not ${path}`,
  ).toBe(true);
}

describe('every route of /openapi.json', () => {
  test('answers 401 without a token, with a wrong one and before it reads the body, unless it is public', async () => {
    expect(routes.length).toBeGreaterThan(45);
    expect(
      routes
        .filter(({ isPublic }) => isPublic)
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    ).toEqual(open.toSorted());
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const where = `${route.method} ${route.path}`;
      const acting = route.method === 'GET' ? {} : { body: '{"a":' };
      for (const authorization of [
        undefined,
        'Bearer x',
        'Bearer fl_0000000000000000',
        `Bearer ${api.token}x`,
        'Basic YTpi',
        'Bearer ',
      ]) {
        const headers = { ...json, ...(authorization === undefined ? {} : { authorization }) };
        const answer = await attack(route, { headers, ...acting }, false);
        expect(problemOf(answer, where).status, where).toBe(401);
        expect(answer.headers['www-authenticate'], where).toBe('Bearer');
      }
    }
  });

  test('refuses bodies that are no object, too large, nested without end, not JSON, not text, or of another type', async () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const bodies: readonly (readonly [
      body: string | Buffer,
      headers: Readonly<Record<string, string>>,
      path: string,
    ])[] = [
      ['[]', json, '/body'],
      ['"text"', json, '/body'],
      ['7', json, '/body'],
      ['{"a":', json, '/body'],
      ['\u0000', json, '/body'],
      [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), json, '/body'],
      [nested(20_000), json, '/body'],
      ['['.repeat(100_000), json, '/body'],
      [`{"a":"${'x'.repeat(2_097_152)}"}`, json, '/body'],
      ['{"__proto__":{"admin":true}}', json, '/body/__proto__'],
      ['{"a":{"__proto__":[]}}', json, '/body/a/__proto__'],
      ['{"constructor":{"prototype":{"admin":true}}}', json, '/body/constructor'],
      ['{"unheardOf":1}', json, '/body'],
      ['a=1', { 'content-type': 'application/x-www-form-urlencoded' }, '/headers/content-type'],
      ['<a/>', { 'content-type': 'text/xml' }, '/headers/content-type'],
      ['{}', { 'content-type': 'multipart/form-data; boundary=x' }, '/headers/content-type'],
      ['{}', { 'content-type': '{}' }, '/headers/content-type'],
      ['{"a":', { 'content-type': 'application/json; charset=utf-16' }, '/'],
    ];
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      for (const [body, headers, path] of bodies) {
        const answer = await attack(route, { body, headers });
        expectRefused(
          answer,
          `${route.method} ${route.path} ${String(body).slice(0, 40)} (${headers['content-type']})`,
          path,
        );
      }
    }
  });

  test('names the member that is missing or of another type', async () => {
    let members = 0;
    for (const route of routes) {
      const { required = [], properties = {} } = route.body ?? {};
      // What has a default may be left out, whatever the list says.
      for (const name of required.filter((one) => properties[one]?.default === undefined)) {
        const answer = await attack(route, { body: '{}', headers: json });
        expectRefused(answer, `${route.method} ${route.path} without ${name}`, `/body/${name}`);
      }
      for (const [name, schema] of Object.entries(properties)) {
        for (const wrong of wrongValues(schema)) {
          members += 1;
          const answer = await attack(route, { body: JSON.stringify({ [name]: wrong }), headers: json });
          expectRefused(
            answer,
            `${route.method} ${route.path} ${name}=${JSON.stringify(wrong).slice(0, 40)}`,
            `/body/${name}`,
          );
        }
      }
    }
    expect(members).toBeGreaterThan(60);
  });

  test('refuses ids that lead elsewhere, are too long, or are names of the language', async () => {
    const ids = [
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e',
      '__proto__',
      'constructor',
      '%00',
      '%zz',
      "'%20OR%201=1--",
      'x'.repeat(500),
      '%F0%9F%92%A9',
      '$where',
    ];
    for (const route of routes.filter(({ path }) => path.includes('{'))) {
      for (const id of ids) {
        const sent = route.method === 'GET' || route.method === 'DELETE' ? {} : { body: '{}', headers: json };
        const answer = await attack(route, { path: address(route, id), ...sent });
        expectRefused(answer, `${route.method} ${route.path} ${id}`);
      }
    }
  });

  test('refuses parameters that it does not have, that are of another type, or that come twice', async () => {
    for (const route of routes) {
      const sent = route.method === 'GET' || route.method === 'DELETE' ? {} : { body: '{}', headers: json };
      const ask = (query: string, path: string) =>
        attack(route, { path: `${address(route, known(route))}?${query}`, ...sent }).then((answer) =>
          expectRefused(answer, `${route.method} ${route.path}?${query}`, path),
        );
      await ask('unheardOf=1', '/query/unheardOf');
      await ask('__proto__=1', '/query/__proto__');
      await ask('constructor[prototype][a]=1', '/query/constructor');
      for (const { name } of route.parameters.filter((parameter) => parameter.in === 'query')) {
        if (name === 'limit')
          for (const value of ['-1', '0', '1e9', 'x', '1.5', '']) await ask(`limit=${value}`, '/query/limit');
        if (name === 'cursor')
          for (const value of ['%00', 'x', '%7B%7D', 'bm8']) await ask(`cursor=${value}`, '/query/cursor');
        if (name === 'after')
          for (const value of ['-1', 'x', '9'.repeat(30)]) await ask(`after=${value}`, '/query/after');
        if (['from', 'to'].includes(name))
          for (const value of ['x', '2026-13-45T99:99Z']) await ask(`${name}=${value}`, `/query/${name}`);
        if (['status', 'state', 'severity', 'outcome'].includes(name)) await ask(`${name}=unheardOf`, `/query/${name}`);
        if (['limit', 'cursor', 'status', 'from'].includes(name)) await ask(`${name}=1&${name}=2`, `/query/${name}`);
      }
    }
  });

  test('answers another method with 405 and what is allowed; an address where nothing is, with 404', async () => {
    for (const path of new Set(routes.map((route) => route.path))) {
      // `/api/plugins/install` is an address of `/api/plugins/{id}` as well.
      const allowed = routes.filter((route) => isAddressOf(route, path)).map(({ method }) => method);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !allowed.includes(one))) {
        const route = { method, path, isPublic: false, body: undefined, parameters: [] };
        const answer = await attack(route, {});
        expect(problemOf(answer, `${method} ${path}`).status, `${method} ${path}`).toBe(405);
        expect(String(answer.headers['allow']).split(', ')).toEqual(expect.arrayContaining(allowed));
      }
    }
    for (const path of [
      '/api',
      '/api/nothing',
      '/api/inbox/a/b/c',
      '/../../etc/passwd',
      '//etc/passwd',
      '/.git/config',
      '/%2e%2e/x',
      '/hooks',
      '/hooks/a/b',
    ]) {
      const answer = await rawRequest(hub.port, {
        method: 'GET',
        path,
        headers: { authorization: `Bearer ${api.token}` },
      });
      expectRefused(answer, path);
      expect(answer.status, path).toBe(404);
    }
  });
});

test('the checkout page answers whatever is asked of it with a page or a refusal', async () => {
  const ids = ['%00', '%zz', '__proto__', "'%20OR%201=1--", '..%2f..%2fetc%2fpasswd', 'x'.repeat(500), '%F0%9F%92%A9'];
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked: RawOptions[] = ids.flatMap((id) => [
    { method: 'GET', path: `/pay/${id}?__proto__=1&turn=1&turn=2&a[b]=c` },
    { method: 'GET', path: `/pay/${id}/return?turn=%00` },
    { method: 'POST', path: `/pay/${id}`, headers: form, body: 'method=a&method=b' },
  ]);
  const refused: RawOptions[] = [
    { method: 'POST', path: '/pay/x', headers: json, body: '{"method":' },
    { method: 'POST', path: '/pay/x', headers: json, body: '{"method":{"$ne":1}}' },
    { method: 'POST', path: '/pay/x', headers: json, body: '{"__proto__":{"admin":true}}' },
    { method: 'POST', path: '/pay/x', headers: form, body: '__proto__=1' },
    { method: 'POST', path: '/pay/x', headers: form, body: `method=${'x'.repeat(2_097_152)}` },
    { method: 'POST', path: '/pay/x', headers: { 'content-type': 'text/plain' }, body: 'method=x' },
    { method: 'PUT', path: '/pay/x' },
  ];
  for (const options of asked) {
    const answer = await rawRequest(hub.port, options);
    expect([400, 404], `${options.method} ${options.path}: ${answer.text}`).toContain(answer.status);
  }
  for (const options of refused)
    expectRefused(await rawRequest(hub.port, options), `${options.method} ${JSON.stringify(options.headers)}`);
});

test('what is not HTTP as it should be is answered 400 or 431, and cut off', async () => {
  const requests = [
    'NONSENSE\r\n\r\n',
    'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
    'GET /livez HTTP/1.1\r\n\r\n',
    `GET /livez HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
    'POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!',
    'POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001',
  ];
  for (const text of requests) {
    const { text: heard } = await rawConversation(hub.port, (socket) => socket.write(text, 'latin1'));
    expect(heard, text.slice(0, 80)).toMatch(/^HTTP\/1\.1 (400|431|505) /);
    expect(heard, text.slice(0, 80)).not.toMatch(/node:internal|\bat \w+ \(/);
  }
});

test('webhooks of no connection, of any method, size and type are refused in the same form', async () => {
  const sent: readonly RawOptions[] = [
    { method: 'POST', path: `/hooks/${unknownId}`, body: '{}' },
    { method: 'GET', path: '/hooks/__proto__' },
    { method: 'POST', path: '/hooks/..%2f..', body: '{}' },
    { method: 'PUT', path: `/hooks/${'x'.repeat(190)}`, body: Buffer.alloc(100) },
    { method: 'POST', path: `/hooks/${unknownId}`, body: Buffer.alloc(3_000_000) },
    { method: 'DELETE', path: '/hooks/%00' },
  ];
  for (const options of sent) expectRefused(await rawRequest(hub.port, options), `${options.method} ${options.path}`);
});

test('who sends headers or a body drop by drop is cut off, and does not hold up others', {
  timeout: 240_000,
}, async () => {
  const { headers, body, hook } = slow;
  const [slowHeaders, slowBody, slowHook] = await Promise.all([headers, body, hook]);
  expect(slowHeaders.ms).toBeLessThan(20_000);
  expect(slowBody.ms).toBeLessThan(45_000);
  expect(slowHook.ms).toBeLessThan(45_000);
  for (const { text } of [slowHeaders, slowBody, slowHook]) expect(text).toMatch(/^HTTP\/1\.1 408 |^$/);
});

test('after all of it the hub is well, and not one request was a mistake of its own', async () => {
  expect(hub.running()).toBe(true);
  expect((await api.call('GET', '/readyz')).status).toBe(200);
  const { id } = await addStripe(api, { name: 'Afterwards' });
  expect((await sendEvent(hub.url, id, stripeEvent('evt_after'))).status).toBe(200);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
  expect(
    hub
      .stderr()
      .split('\n')
      .filter((line) => line.includes('"level":"error"')),
  ).toEqual([]);
});

/** Values that a member of this schema surely does not take. */
function wrongValues(schema: Schema): readonly unknown[] {
  const types = new Set(
    [schema, ...(schema.anyOf ?? [])].flatMap(({ type, enum: values }) => [
      type,
      ...(values ?? []).map((value) => typeof value),
    ]),
  );
  const candidates: readonly (readonly [type: string, value: unknown])[] = [
    ['string', 'x'.repeat(10_000)],
    ['number', 7.5],
    ['boolean', true],
    ['array', [[[]]]],
    ['object', { a: { b: {} } }],
  ];
  const free = types.has(undefined) && schema.anyOf === undefined && schema.enum === undefined;
  if (free) return [];
  return candidates
    .filter(([type]) => !types.has(type) && !(type === 'number' && types.has('integer')))
    .map(([, value]) => value);
}
