import { Type } from 'typebox';
import { afterEach, describe, expect, test } from 'vitest';
import { checkRoute, defineRoute, type Route, reply, versioned } from '../flow-api/index.ts';
import { createTestApp, type TestApp } from './testing/test-app.ts';

let app: TestApp | undefined;
afterEach(async () => {
  await app?.dispose();
  app = undefined;
});

const good = {
  method: 'POST',
  path: '/things/{id}',
  permission: 'connections.write',
  audit: { action: 'thing.do' },
  summary: 'Does a thing.',
  params: Type.Object({ id: Type.String() }),
  responses: { 200: Type.Object({}) },
  handler: () => ({}),
} as const;

describe('a route is refused when it is declared', () => {
  const bad: readonly (readonly [string, object, RegExp])[] = [
    ['without a permission', { permission: undefined }, /a permission must be declared/],
    ['with a permission that is none', { permission: 'Everything' }, /not a permission/],
    ['open to everyone without a reason', { permission: 'public' }, /must say why/],
    ['that acts without an audit action', { audit: undefined }, /must declare its audit action/],
    ['with an audit action that is none', { audit: { action: 'Do it' } }, /must declare its audit action/],
    ['whose parameters differ from its path', { params: Type.Object({}) }, /the path names \[id\]/],
    ['with a path of another form', { path: 'things/:id' }, /the path is not/],
    ['that answers nothing', { responses: {} }, /a response of success/],
    ['that reads and takes a body', { method: 'GET', body: Type.Object({}) }, /GET takes no body/],
  ];
  for (const [name, change, message] of bad) {
    test(`${name}`, () => {
      expect(() => defineRoute({ ...good, ...change } as never)).toThrow(message);
      expect(() => checkRoute({ ...good, ...change } as never)).toThrow(message);
    });
  }
});

describe('a hub does not start', () => {
  const started = (...routes: Route[]) => createTestApp({ parts: () => ({ routes }) });

  test('with a route that was not made by defineRoute and has no permission', async () => {
    await expect(started({ ...good, permission: undefined } as never)).rejects.toThrow(/permission must be declared/);
  });
  test('with a permission that nobody declares', async () => {
    await expect(started(defineRoute({ ...good, permission: 'things.write' }))).rejects.toThrow(/nobody declares/);
  });
  test('with two routes at one address', async () => {
    const other = { ...good, path: '/things/{name}', params: Type.Object({ name: Type.String() }) } as const;
    await expect(started(defineRoute(good), defineRoute(other))).rejects.toThrow(/declared twice/);
  });
});

describe('Idempotency-Key', () => {
  let runs = 0;
  let release: (() => void) | undefined;
  let failure: Error | undefined;
  const route = (waits: boolean) =>
    defineRoute({
      ...good,
      body: Type.Object({ secret: Type.String() }),
      responses: { 201: Type.Object({ run: Type.Integer() }) },
      handler: async () => {
        runs += 1;
        if (failure !== undefined) throw failure;
        if (waits) await new Promise<void>((resolve) => (release = resolve));
        return reply({ status: 201, headers: { location: '/things/1' }, body: { run: runs } });
      },
    });

  async function start(waits = false) {
    runs = 0;
    failure = undefined;
    const made = await createTestApp({ parts: () => ({ routes: [route(waits)] }) });
    app = made;
    const headers = await made.signedIn();
    return (key: string, secret = 'a', id = '1') =>
      made.server.inject({
        method: 'POST',
        url: `/things/${id}`,
        payload: { secret },
        headers: { ...headers, 'idempotency-key': key },
      });
  }

  test('gives the first answer again, and no body is stored', async () => {
    const call = await start();
    const first = await call('k', 'very-secret-body');
    const again = await call('k', 'very-secret-body');
    expect([first.statusCode, first.json()]).toEqual([201, { run: 1 }]);
    expect([again.statusCode, again.json(), again.headers.location]).toEqual([201, { run: 1 }, '/things/1']);
    expect(again.headers['idempotent-replayed']).toBe('true');
    for await (const { state } of (app as TestApp).storage.repository({ name: 'idempotency_keys' } as never).scan()) {
      expect(JSON.stringify(state)).not.toContain('very-secret-body');
    }
  });

  test('with another body or another target is refused', async () => {
    const call = await start();
    await call('k', 'a');
    expect((await call('k', 'b')).json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect((await call('k', 'a', '2')).json()).toMatchObject({ status: 422 });
    expect(runs).toBe(1);
  });

  test('of a request under way is refused for now', async () => {
    const call = await start(true);
    const first = call('k');
    while (release === undefined) await new Promise((resolve) => setImmediate(resolve));
    expect((await call('k')).json()).toMatchObject({ status: 409, code: 'idempotency_in_flight' });
    release();
    expect((await first).statusCode).toBe(201);
    expect(runs).toBe(1);
  });

  test('stays taken when the action took effect and its audit row could not be written', async () => {
    const call = await start();
    const { access } = app as TestApp;
    const { append } = access.audit;
    Object.assign(access.audit, { append: () => Promise.reject(new Error('disk full')) });
    expect((await call('k')).json()).toMatchObject({ status: 500, code: 'internal' });
    Object.assign(access.audit, { append });
    expect((await call('k')).json()).toMatchObject({ status: 409, code: 'idempotency_in_flight' });
    expect(runs).toBe(1);
  });

  test('is free again after a failure, after 24 hours, and after the death of who began', async () => {
    const call = await start();
    failure = new TypeError('made up');
    await call('dies');
    failure = undefined;
    expect((await call('dies')).json()).toMatchObject({ status: 409, code: 'idempotency_in_flight' });
    await (app as TestApp).clock.advance(300_000);
    const headers = await call('dies');
    expect(headers.json()).toEqual({ run: 2 });
    await (app as TestApp).clock.advance(300_000);
    await call('k');
    expect(runs).toBe(3);
    expect(await (app as TestApp).idempotency.purge()).toBe(0);
    await (app as TestApp).clock.advance(86_400_001);
    expect(await (app as TestApp).idempotency.purge()).toBe(2);
  });
});

test('an unexpected error says nothing of the inside, and a version goes out and comes back', async () => {
  const seen: unknown[] = [];
  app = await createTestApp({
    parts: () => ({
      routes: [
        defineRoute({
          ...good,
          method: 'GET',
          handler: () => {
            throw new Error('password=hunter2 at /srv/secret');
          },
        }),
        defineRoute({
          ...good,
          method: 'PATCH',
          body: Type.Object({ amount: Type.Object({ currency: Type.String({ minLength: 3 }) }) }),
          responses: { 200: Type.Object({ v: Type.Integer() }) },
          handler: ({ ifMatch }) => {
            seen.push(ifMatch);
            return versioned({ v: 3 }, 3);
          },
        }),
      ],
    }),
  });
  const headers = await app.signedIn();
  const broken = await app.server.inject({ url: '/things/1', headers });
  expect(broken.json()).toMatchObject({ status: 500, code: 'internal' });
  expect(broken.body).not.toMatch(/hunter2|srv/);
  const patch = (more: object, currency = 'USD') =>
    app?.server.inject({
      method: 'PATCH',
      url: '/things/1',
      payload: { amount: { currency } },
      headers: { ...headers, ...more },
    });
  expect((await patch({}))?.headers.etag).toBe('"3"');
  await patch({ 'if-match': '"3"' });
  await patch({ 'if-match': '*' });
  expect(seen).toEqual([undefined, 3, undefined]);
  expect((await patch({}, 'x'))?.json()).toMatchObject({ errors: [{ path: '/body/amount/currency' }] });
});

test('a form is taken by the page that says so, and refused by every other route', async () => {
  const fields = Type.Object({ name: Type.String() }, { additionalProperties: false });
  const page = {
    method: 'POST',
    path: '/page',
    permission: 'public',
    publicBecause: 'of this test',
    summary: 'Takes a name.',
    body: fields,
    responses: { 200: fields },
    audit: { action: 'form.send' },
    idempotent: 'none',
    form: true,
  } as const;
  const made = await createTestApp({
    parts: () => ({
      routes: [
        defineRoute({ ...page, handler: ({ body }) => body }),
        defineRoute({ ...page, form: false, path: '/data', handler: ({ body }) => body }),
      ],
    }),
  });
  app = made;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = (url: string, payload: string) => made.server.inject({ method: 'POST', url, headers, payload });
  expect((await send('/page', 'name=A+%26+B')).json()).toEqual({ name: 'A & B' });
  expect((await send('/page', '__proto__=x&name=A')).statusCode).toBe(400);
  expect((await send('/data', 'name=A')).json()).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  expect(() => checkRoute({ ...good, form: true } as Route)).toThrow(/only a public route may take a form/);
});

test('who was let in may call more often; who makes tokens up is counted by address', async () => {
  const me = { method: 'GET', url: '/api/auth/me' } as const;
  const made = await createTestApp({ callsPerMinute: 5, callerCallsPerMinute: 12 });
  app = made;
  const headers = await made.signedIn();
  const statuses = async (times: number, sent: Record<string, string>) => {
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push(await made.server.inject({ ...me, headers: sent }));
    return answers.map(({ statusCode }) => statusCode);
  };
  // The first is counted by address: nobody knows the token before it was let in.
  // The same token from elsewhere is counted there, and takes nothing from these.
  const elsewhere = await made.server.inject({ ...me, headers, remoteAddress: '192.0.2.7' });
  expect(elsewhere.statusCode).toBe(200);
  expect((await statuses(13, headers)).every((status) => status === 200)).toBe(true);
  expect(await statuses(1, headers)).toEqual([429]);
  const invented = await statuses(6, { authorization: 'Bearer fl_invented' });
  expect(new Set(invented)).toEqual(new Set([401, 429]));
  expect(invented.at(-1)).toBe(429);
});
