import { once } from 'node:events';
import { newId, timestamp } from '@fairlead/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFullApp, type FullApp } from './testing/full-app.ts';

let app: FullApp;
let headers: { authorization: string };
let base: string;
/** The last sequence before the test. */
let first: number;
beforeEach(async () => {
  app = await createFullApp();
  headers = await app.signedIn();
  base = await app.server.listen({ host: '127.0.0.1', port: 0 });
  // What starting has to tell is in the log before a test begins.
  await app.clock.advance(1);
  first = await app.eventLog.latest();
});
afterEach(async () => app.dispose());

async function publish(...types: string[]): Promise<void> {
  const time = timestamp(app.clock);
  await app.eventLog.append(
    types.map((type) => ({ id: newId(app.clock.now()), source: '/test', type, time, data: { type } })),
  );
}

/** What a stream sends, piece by piece, until `until` of it has come. */
async function read(response: Response, until: RegExp): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!until.test(text)) {
    const { value, done } = await reader.read();
    if (done) return `${text}[end]`;
    text += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return text;
}

const ids = (text: string) =>
  [...text.matchAll(/^id: (\d+)\ndata: \{"specversion/gm)].map(([, id]) => Number(id) - first);
/** The event of this number, counted from the beginning of the test. */
const event = (number: number) => new RegExp(`id: ${first + number}\\ndata`);

/** Time passes in steps until it has come. */
async function passing<Result>(coming: Promise<Result>): Promise<Result> {
  let done = false;
  const finished = coming.finally(() => {
    done = true;
  });
  while (!done) {
    await app.clock.advance(5_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return finished;
}

async function events(query = '', more: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${base}/api/events/stream${query}`, {
    headers: { ...headers, ...more },
    signal: stop.signal,
  });
  return { response, stop };
}

describe('server-sent events', () => {
  test('go on after Last-Event-ID without gap or double, from the log into what follows', async () => {
    await publish('a.happened', 'b.happened', 'a.happened');
    const { response, stop } = await events('', { 'last-event-id': String(first + 1) });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(ids(await read(response, event(3)))).toEqual([2, 3]);
    await publish('c.happened', 'd.happened');
    expect(ids(await read(response, event(5)))).toEqual([4, 5]);
    stop.abort();
  });

  test('begin with what comes next when no place is named, and can be of some types only', async () => {
    await publish('a.happened');
    const { response, stop } = await events('?type=b.*&type=c.happened');
    await read(response, /event: ready/);
    await publish('a.happened', 'b.happened', 'c.happened', 'd.happened');
    expect(ids(await read(response, event(4)))).toEqual([3, 4]);
    stop.abort();
  });

  test('say that nothing was lost with a heartbeat, and end with the token', async () => {
    const { response } = await events();
    await read(response, /event: ready/);
    expect(await passing(read(response, /still here/))).toContain(': still here\n\n');
    expect(await passing(read(response, /event: end/))).toContain('data: {"reason":"token_expired"}');
  });

  test('end within a minute of the session’s end', async () => {
    const { response } = await events();
    await read(response, /event: ready/);
    await fetch(`${base}/api/auth/sign-out`, { method: 'POST', headers });
    expect(await passing(read(response, /event: end/))).toContain('"reason":"access_ended"');
  });

  test('end with a word when the hub stops, and the server closes', async () => {
    const { response } = await events();
    await read(response, /event: ready/);
    const closed = app.server.close();
    expect(await read(response, /event: end/)).toContain('"reason":"hub_stops"');
    await closed;
  });

  test('tell of a place that was never given out', async () => {
    const { response, stop } = await events('?after=99');
    expect(await read(response, /event: \w+/)).toContain('event: missed');
    stop.abort();
    const answer = await app.server.inject({
      url: '/api/events/stream',
      headers: { ...headers, 'last-event-id': 'x' },
    });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: '/headers/last-event-id' }] });
  });

  test('are given up for a client that does not read, whatever comes', async () => {
    const { response, stop } = await events('?after=0');
    await read(response, /event: ready/);
    const big = {
      id: '',
      source: '/test',
      type: 'big.happened',
      time: timestamp(app.clock),
      data: { text: 'x'.repeat(500_000) },
    };
    for (let count = 0; count < 40; count++) await app.eventLog.append([{ ...big, id: newId(app.clock.now()) }]);
    while (app.realtime.open().sse > 0) await app.clock.advance(1_000);
    expect(app.realtime.open().sse).toBe(0);
    stop.abort();
  });
});

test('the log is read page by page', async () => {
  await publish('a.happened', 'b.happened', 'a.happened');
  const page = (await app.server.inject({ url: '/api/events?type=a.*&limit=1', headers })).json();
  expect(page).toMatchObject({ items: [{ specversion: '1.0', type: 'a.happened' }], nextCursor: String(first + 1) });
  const next = (await app.server.inject({ url: `/api/events?type=a.*&after=${page.nextCursor}`, headers })).json();
  expect(next.items).toHaveLength(1);
  expect(next.nextCursor).toBeNull();
});

test('the log is read from its end, page by page, and never both ways at once', async () => {
  await publish('a.happened', 'b.happened', 'c.happened');
  const read = async (query: string) =>
    (await app.server.inject({ url: `/api/events?${query}`, headers })).json<{
      items: { type: string }[];
      nextCursor: string;
      errors?: unknown;
    }>();
  const page = await read('type=a.*&type=b.*&type=c.*&order=latest&limit=2');
  expect(page.items.map(({ type }) => type)).toEqual(['c.happened', 'b.happened']);
  const next = await read(`type=a.*&type=b.*&type=c.*&order=latest&before=${page.nextCursor}`);
  expect(next).toMatchObject({ items: [{ type: 'a.happened' }], nextCursor: null });
  expect(await read('order=latest&after=1')).toMatchObject({ errors: [{ path: '/query/after' }] });
  expect(await read('before=1')).toMatchObject({ errors: [{ path: '/query/before' }] });
});

/** A websocket whose messages can be awaited one by one. */
async function socket(options: { headers?: object } = {}) {
  const Socket = WebSocket as unknown as new (url: string, init: object) => WebSocket;
  const ws = new Socket(`${base.replace('http', 'ws')}/api/stream`, { headers: options.headers ?? {} });
  const inbox: { type: string; [name: string]: unknown }[] = [];
  let wake = () => undefined as void;
  let closed: { code: number; reason: string } | undefined;
  ws.onmessage = ({ data }) => {
    inbox.push(JSON.parse(String(data)));
    wake();
  };
  ws.onclose = ({ code, reason }) => {
    closed = { code, reason };
    wake();
  };
  const opened = await Promise.race([once(ws, 'open').then(() => true), once(ws, 'error').then(() => false)]);
  return {
    ws,
    opened,
    send: (message: unknown) => ws.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async next() {
      while (inbox.length === 0 && closed === undefined)
        await new Promise<void>((resolve) => (wake = resolve as never));
      return inbox.shift() ?? { type: 'closed', ...closed };
    },
  };
}

const token = () => headers.authorization.slice('Bearer '.length);

describe('the websocket', () => {
  test('signs in by message, subscribes to topics and goes on from a place', async () => {
    await publish('connection.created', 'plugin.started', 'connection.paused');
    const client = await socket();
    client.send({ type: 'authenticate', token: token() });
    expect(await client.next()).toMatchObject({ type: 'ready', expiresAt: expect.any(Number) });
    client.send({ type: 'subscribe', topics: ['connections'], after: first + 1 });
    expect(await client.next()).toEqual({ type: 'subscribed', topics: ['connections'], after: first + 1 });
    expect(await client.next()).toMatchObject({
      type: 'event',
      sequence: first + 3,
      event: { type: 'connection.paused' },
    });
    await publish('plugin.started', 'connection.resumed');
    expect(await client.next()).toMatchObject({ sequence: first + 5 });
    client.send({ type: 'subscribe', topics: ['plugins'] });
    expect(await client.next()).toMatchObject({ type: 'subscribed', topics: ['connections', 'plugins'] });
    await publish('plugin.stopped', 'connection.removed');
    expect(await client.next()).toMatchObject({ sequence: first + 6 });
    expect(await client.next()).toMatchObject({ sequence: first + 7 });
    client.ws.close();
  });

  test('signs in by the header of a program', async () => {
    const client = await socket({ headers });
    expect(await client.next()).toMatchObject({ type: 'ready' });
    client.send({ type: 'ping' });
    expect(await client.next()).toEqual({ type: 'pong' });
    client.ws.close();
  });

  test('closes for who does not sign in, or with a token that is none', async () => {
    const silent = await socket();
    await app.clock.advance(10_000);
    expect(await silent.next()).toMatchObject({ type: 'end', reason: 'not_authenticated' });
    expect(await silent.next()).toMatchObject({ type: 'closed', code: 1008, reason: 'not_authenticated' });
    const wrong = await socket();
    wrong.send({ type: 'authenticate', token: 'nonsense' });
    expect(await wrong.next()).toMatchObject({ type: 'end', reason: 'not_authenticated' });
    const early = await socket();
    early.send({ type: 'subscribe', topics: ['events'] });
    expect(await early.next()).toMatchObject({ type: 'end', reason: 'not_authenticated' });
  });

  test('refuses pages of other sites, and takes those that are allowed', async () => {
    expect((await socket({ headers: { origin: 'https://evil.example.com' } })).opened).toBe(false);
    for (const origin of ['https://desk.example.com', base]) {
      const client = await socket({ headers: { origin } });
      expect(client.opened).toBe(true);
      client.ws.close();
    }
  });

  test('answers what it does not understand with the path, and goes on', async () => {
    const client = await socket({ headers });
    await client.next();
    const faults: [unknown, string, string][] = [
      ['{', 'invalid_message', ''],
      [[], 'invalid_message', ''],
      [{ type: 'dance' }, 'invalid_message', '/type'],
      [{ type: 'subscribe', topics: 'events' }, 'invalid_message', '/topics'],
      [{ type: 'subscribe', topics: [7] }, 'invalid_message', '/topics/0'],
      [{ type: 'subscribe', topics: ['events'], after: -1 }, 'invalid_message', '/after'],
      [{ type: 'subscribe', topics: ['events', 'constructor'] }, 'unknown_topic', '/topics/1'],
    ];
    for (const [message, code, path] of faults) {
      client.send(message);
      expect(await client.next()).toMatchObject({ type: 'error', code, path });
    }
    client.ws.close();
  });

  test('cuts off who sends and sends without waiting for an answer', async () => {
    const client = await socket({ headers });
    await client.next();
    for (let count = 0; count < 500; count++) client.send({ type: 'ping' });
    let said = await client.next();
    while (said.type === 'pong') said = await client.next();
    expect(said).toEqual({ type: 'end', reason: 'too_slow' });
    expect(await client.next()).toMatchObject({ type: 'closed', code: 1013, reason: 'too_slow' });
  });

  test('gives a topic only to who has its permission', async () => {
    const made = await app.server.inject({
      method: 'POST',
      url: '/api/api-keys',
      headers,
      payload: { name: 'k', scopes: ['events.read'] },
    });
    const client = await socket({ headers: { authorization: `Bearer ${made.json().key}` } });
    await client.next();
    client.send({ type: 'subscribe', topics: ['incidents'] });
    expect(await client.next()).toMatchObject({ type: 'error', code: 'forbidden', path: '/topics/0' });
    client.send({ type: 'subscribe', topics: ['events'] });
    expect(await client.next()).toMatchObject({ type: 'subscribed' });
    client.ws.close();
  });

  test('ends with the token, and a fresh one in time extends it', async () => {
    const client = await socket({ headers });
    await client.next();
    await app.clock.advance(600_000);
    client.send({ type: 'authenticate', token: (await app.signedIn()).authorization.slice(7) });
    expect(await client.next()).toMatchObject({ type: 'ready' });
    for (let beat = 0; beat < 21; beat++) {
      await app.clock.advance(20_000);
      client.send({ type: 'ping' });
      expect(await client.next()).toEqual({ type: 'pong' });
    }
    await app.clock.advance(600_000);
    const last = await client.next();
    expect(['token_expired', undefined]).toContain(last['reason']);
  });

  test('closes when a message is larger than 16 KiB, and when the hub stops', async () => {
    const large = await socket({ headers });
    await large.next();
    large.send(JSON.stringify({ type: 'x'.repeat(20_000) }));
    expect(await large.next()).toMatchObject({ type: 'closed', code: 1009 });
    const client = await socket({ headers });
    await client.next();
    const closed = app.server.close();
    expect(await client.next()).toMatchObject({ type: 'end', reason: 'hub_stops' });
    expect(await client.next()).toMatchObject({ code: 1012 });
    await closed;
  });
});

test('the address of the websocket answers plain HTTP with a problem', async () => {
  const answer = await app.server.inject({ url: '/api/stream' });
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' });
});
