import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../flow-api/index.ts';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let authorization: string;
let callers = 0;
/** Each call comes from an address of its own: the limits by address are tested elsewhere. */
const elsewhere = () => {
  callers += 1;
  return `10.1.${callers >> 8}.${callers & 255}`;
};
beforeAll(async () => {
  app = await createFullApp();
  ({ authorization } = await app.signedIn());
});
afterAll(async () => app.dispose());

const json = 'application/json';

interface Attack {
  readonly name: string;
  readonly applies: (route: Route) => boolean;
  readonly send: (route: Route) => {
    readonly query?: string;
    readonly headers?: { readonly [name: string]: string };
    readonly payload?: string | Buffer;
  };
  readonly status: number;
  /** The path that must be named. */
  readonly path: string;
}

const acts = ({ method }: Route): boolean => method !== 'GET';
const required = (route: Route): readonly string[] =>
  ((route.body as { required?: readonly string[] } | undefined)?.required ?? []) as readonly string[];
const isRecord = (route: Route) =>
  (route.body as { patternProperties?: object } | undefined)?.patternProperties !== undefined;
const body = (payload: string | Buffer, contentType = json) => ({ payload, headers: { 'content-type': contentType } });

const attacks: readonly Attack[] = [
  {
    name: 'a missing body',
    applies: (route) => acts(route) && required(route).length > 0,
    send: () => ({}),
    status: 400,
    path: '/body',
  },
  {
    name: 'a body without its members',
    applies: (route) => acts(route) && required(route).length > 0,
    send: () => body('{}'),
    status: 400,
    path: '/body/',
  },
  { name: 'a list for an object', applies: acts, send: () => body('[]'), status: 400, path: '/body' },
  { name: 'a number for an object', applies: acts, send: () => body('7'), status: 400, path: '/body' },
  {
    name: 'members of the wrong type',
    applies: (route) => acts(route) && required(route).length > 0,
    send: (route) => body(JSON.stringify(Object.fromEntries(required(route).map((name) => [name, 7])))),
    status: 400,
    path: '/body/',
  },
  {
    name: 'an unknown member',
    applies: (route) => acts(route) && !isRecord(route),
    send: () => body('{"unheardOf":true}'),
    status: 400,
    path: '/body',
  },
  {
    name: '__proto__',
    applies: acts,
    send: () => body('{"__proto__":{"admin":true}}'),
    status: 400,
    path: '/body/__proto__',
  },
  {
    name: 'constructor.prototype',
    applies: acts,
    send: () => body('{"a":{"constructor":{"prototype":{"admin":true}}}}'),
    status: 400,
    path: '/body/a/constructor',
  },
  {
    name: 'nesting without end',
    applies: acts,
    send: () => body(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
    status: 400,
    path: '/body/a/a',
  },
  {
    name: 'a body of 2 MiB',
    applies: acts,
    send: () => body(`{"a":"${'x'.repeat(2 ** 21)}"}`),
    status: 413,
    path: '/body',
  },
  { name: 'what is not JSON', applies: acts, send: () => body('{"a":'), status: 400, path: '/body' },
  {
    name: 'bytes that are not UTF-8',
    applies: acts,
    send: () => body(Buffer.from([0x22, 0xff, 0xfe, 0x22])),
    status: 400,
    path: '/body',
  },
  { name: 'text', applies: acts, send: () => body('hello', 'text/plain'), status: 415, path: '/headers/content-type' },
  {
    name: 'a form',
    applies: acts,
    send: () => body('a=1', 'application/x-www-form-urlencoded'),
    status: 415,
    path: '/headers/content-type',
  },
  {
    name: 'an unknown parameter',
    applies: () => true,
    send: () => ({ query: '?unheardOf=1' }),
    status: 400,
    path: '/query/unheardOf',
  },
  {
    name: '__proto__ as a parameter',
    applies: () => true,
    send: () => ({ query: '?__proto__=1' }),
    status: 400,
    path: '/query/__proto__',
  },
  {
    name: 'a limit of many',
    applies: (route) => hasQuery(route, 'limit'),
    send: () => ({ query: '?limit=100000' }),
    status: 400,
    path: '/query/limit',
  },
  {
    name: 'a limit that is no number',
    applies: (route) => hasQuery(route, 'limit'),
    send: () => ({ query: '?limit=ten' }),
    status: 400,
    path: '/query/limit',
  },
  {
    name: 'a cursor of nowhere',
    applies: (route) => hasQuery(route, 'cursor'),
    send: () => ({ query: '?cursor=bm93aGVyZQ' }),
    status: 400,
    path: '/query/cursor',
  },
  {
    name: 'a cursor that is no text of ours',
    applies: (route) => hasQuery(route, 'cursor'),
    send: () => ({ query: `?cursor=${encodeURIComponent('{"$gt":""}')}` }),
    status: 400,
    path: '/query/cursor',
  },
  {
    name: 'an idempotency key with a space',
    applies: ({ method, idempotent }) => method === 'POST' && idempotent === undefined,
    send: () => ({ headers: { 'idempotency-key': 'a b' } }),
    status: 400,
    path: '/headers/idempotency-key',
  },
  {
    name: 'an If-Match of another kind',
    applies: ({ method }) => method === 'DELETE',
    send: () => ({ headers: { 'if-match': 'W/"x"' } }),
    status: 400,
    path: '/headers/if-match',
  },
  {
    name: 'an id that goes elsewhere',
    applies: ({ path }) => path.includes('{id}'),
    send: () => ({}),
    status: 400,
    path: '/params/id',
  },
];

function hasQuery(route: Route, name: string): boolean {
  return name in ((route.query as { properties?: object } | undefined)?.properties ?? {});
}

function urlOf(route: Route, attack: Attack): string {
  const id = attack.path === '/params/id' ? '..%2f..%2fetc' : '0198c0de-0000-7000-8000-000000000000';
  return route.path
    .replace('{id}', id)
    .replace('{version}', '1.0.0')
    .replace('{lane}', 'poll')
    .replace('{operation}', 'fetch');
}

describe('every route', () => {
  for (const attack of attacks) {
    test(`answers ${attack.name} with a problem that names ${attack.path}`, async () => {
      const routes = app.routes.filter(attack.applies);
      expect(routes.length).toBeGreaterThan(0);
      for (const route of routes) {
        const { query = '', headers = {}, payload } = attack.send(route);
        const answer = await app.server.inject({
          method: route.method,
          remoteAddress: elsewhere(),
          url: `${urlOf(route, attack)}${query}`,
          headers: { authorization, ...headers },
          ...(payload === undefined ? {} : { payload }),
        });
        const where = `${route.method} ${route.path}: ${answer.body.slice(0, 300)}`;
        expect({ where, status: answer.statusCode }).toEqual({ where, status: attack.status });
        expect({ where, type: answer.headers['content-type'] }).toEqual({ where, type: 'application/problem+json' });
        const problem = answer.json<{ errors: { path: string }[]; requestId: string; status: number }>();
        expect(problem.requestId).toBe(answer.headers['x-request-id']);
        expect(problem.status).toBe(answer.statusCode);
        const named = problem.errors.some(({ path }) => path.startsWith(attack.path));
        expect({ where, named }).toEqual({ where, named: true });
      }
    });
  }

  test('that is not public answers 401 without a token, before it reads the body', async () => {
    const guarded = app.routes.filter(({ permission }) => permission !== 'public');
    expect(guarded.length).toBeGreaterThan(30);
    for (const route of guarded) {
      const answer = await app.server.inject({
        method: route.method,
        remoteAddress: elsewhere(),
        url: urlOf(route, attacks[0] as Attack),
        ...(acts(route) ? body('{"a":') : {}),
      });
      expect(answer.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  test('has nothing of the inside in what it answers', async () => {
    for (const route of app.routes.filter(({ method }) => method === 'GET')) {
      if (route.path === '/api/events/stream') continue;
      const answer = await app.server.inject({ url: urlOf(route, attacks[0] as Attack), headers: { authorization } });
      expect({ path: route.path, failed: answer.statusCode >= 500 }).toEqual({ path: route.path, failed: false });
      expect(answer.body).not.toMatch(/node_modules|core\/src|at async|passwordHash/);
    }
  });
});

test('an address where nothing is served answers 404, another method 405 with Allow', async () => {
  const missing = await app.server.inject({ url: '/api/nothing?x=1' });
  expect(missing.json()).toMatchObject({ status: 404, code: 'not_found' });
  const method = await app.server.inject({ method: 'DELETE', url: '/api/plugins' });
  expect(method.json()).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect(method.headers.allow).toBe('GET');
  const broken = await app.server.inject({ url: '/api/inbox/%zz' });
  expect(broken.json()).toMatchObject({ status: 400, code: 'invalid_request' });
});

test('more than a hundred headers are refused', async () => {
  const headers = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`x-h${index}`, '1']));
  const answer = await app.server.inject({ url: '/livez', headers });
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: '/headers' }] });
});
