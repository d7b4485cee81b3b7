import { createServer, type Server } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Counterparty, FakeClock, failureOf, startCounterparty } from '../../testing/index.ts';
import { createHttpClient, type HttpClientOptions } from './http-client.ts';

let vendor: Counterparty;
let clock: FakeClock;
const disposals: (() => unknown)[] = [];

beforeEach(async () => {
  clock = new FakeClock();
  vendor = await startCounterparty();
  disposals.push(() => vendor.dispose());
});
afterEach(async () => {
  for (const dispose of disposals.splice(0)) await dispose();
});

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({ egress: ['loopback'], settings: {}, clock, ...options });
  disposals.push(() => made.dispose());
  return made;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const at = (host: string) => vendor.url.replace('127.0.0.1', host);
const resolveTo = (...addresses: string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

describe('an exchange', () => {
  it('sends method, headers and body, and gives status, headers and body', async () => {
    vendor.on({ method: 'PUT', path: '/things' }, (request) => ({
      status: 418,
      headers: { 'X-Seen': request.headers['x-key'] ?? '', 'set-cookie': ['a=1', 'b=2'] },
      body: request.text(),
    }));
    const body = bytes('caf\u00e9');
    const answer = await client().fetch(`${vendor.url}/things?q=1`, { method: 'put', headers: { 'X-Key': 'v' }, body });
    expect(answer).toMatchObject({ status: 418, url: `${vendor.url}/things?q=1` });
    expect(answer.headers).toMatchObject({ 'x-seen': 'v', 'set-cookie': 'a=1, b=2' });
    expect(answer.text()).toBe('caf\u00e9');
    expect(vendor.requests[0]?.headers).toMatchObject({
      'user-agent': 'Fairlead',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['deflate, gzip', (input: Uint8Array) => gzipSync(deflateSync(input))],
  ] as const)('undoes %s', async (encoding, compress) => {
    vendor.on({ path: '/' }, { headers: { 'content-encoding': encoding }, body: compress(bytes('{"a":1}')) });
    expect((await client().fetch(vendor.url)).json()).toEqual({ a: 1 });
  });

  it('gives an empty body for 204, 304 and HEAD, whatever their headers say', async () => {
    vendor.on({ path: '/' }, ({ headers }) => ({
      status: Number(headers['x-status']),
      headers: { 'content-encoding': 'gzip' },
    }));
    for (const status of ['204', '304']) {
      expect((await client().fetch(vendor.url, { headers: { 'x-status': status } })).body).toHaveLength(0);
    }
    const head = await client().fetch(vendor.url, { method: 'HEAD', headers: { 'x-status': '200' } });
    expect(head.body).toHaveLength(0);
  });
});

describe('what cannot be read is answer_unreadable', () => {
  it.each([
    ['a body cut off', { body: 'x'.repeat(1_000), fault: 'cut' }],
    ['a body that says it is gzip', { headers: { 'content-encoding': 'gzip' }, body: 'plain' }],
    [
      'gzip cut off',
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync(bytes('abc'.repeat(99))).subarray(0, 20) },
    ],
    ['an unknown coding', { headers: { 'content-encoding': 'zstd' }, body: 'x' }],
    ['too many codings', { headers: { 'content-encoding': 'gzip,gzip,gzip,gzip' }, body: 'x' }],
    ['a body beyond maxBytes', { body: 'x'.repeat(2_001) }],
    ['a bomb', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(1_000_000)) }],
    [
      'a nested bomb',
      { headers: { 'content-encoding': 'br, gzip' }, body: gzipSync(brotliCompressSync(Buffer.alloc(1_000_000))) },
    ],
  ] as const)('%s', async (_title, reply) => {
    vendor.on({ path: '/' }, reply);
    expect(await failureOf(client().fetch(vendor.url, { maxBytes: 2_000 }))).toMatchObject({
      code: 'answer_unreadable',
    });
  });

  it('text that is not JSON, without quoting it', async () => {
    vendor.on({ path: '/' }, { body: 'secret-in-a-page' });
    const answer = await client().fetch(vendor.url);
    const failure = await failureOf(Promise.resolve().then(() => answer.json()));
    expect(failure).toMatchObject({ code: 'answer_unreadable', message: expect.stringMatching(/^(?!.*secret)/) });
  });

  it('what is not HTTP', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')));
    expect(await failureOf(client().fetch(`http://127.0.0.1:${port}`))).toMatchObject({ code: 'answer_unreadable' });
  });
});

describe('what went wrong decides the code', () => {
  it('unreachable: the connection is refused', async () => {
    await vendor.stop();
    expect(await failureOf(client().fetch(`${vendor.url}/path?token=s3cret`))).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/ECONNREFUSED/),
    });
  });

  it('unreachable: the name does not resolve', async () => {
    const resolve = async () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    const http = client({ egress: ['*'], resolve });
    expect(await failureOf(http.fetch('http://nowhere.test'))).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/ENOTFOUND/),
    });
  });

  it('unreachable: TLS fails before the request', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(await failureOf(client().fetch(`https://127.0.0.1:${port}`))).toMatchObject({ code: 'unreachable' });
  });

  it('unreachable: no connection stands in time, by the connect limit or by the deadline', async () => {
    let silent = 0;
    const port = await listen(() => silent++);
    const http = client({ connectTimeoutMs: 500 });
    for (const [timeoutMs, connections] of [
      [100, 1],
      [15_000, 2],
    ] as const) {
      const failed = http.fetch(`https://127.0.0.1:${port}`, { timeoutMs }).catch((error: unknown) => error);
      while (silent < connections) await clock.settle();
      await clock.advance(500);
      expect(await failed).toMatchObject({ code: 'unreachable' });
    }
  });

  it('vendor_error: the connection breaks after the request was sent', async () => {
    vendor.on({ path: '/' }, { fault: 'reset' });
    expect(await failureOf(client().fetch(vendor.url))).toMatchObject({ code: 'vendor_error' });
  });

  it('timeout: nothing, or only a part, came in time', async () => {
    vendor.on({ path: '/' }, { fault: 'hang' });
    const failed = client()
      .fetch(vendor.url)
      .catch((error: unknown) => error);
    await vendor.received(1);
    await clock.advance(14_999);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(await failed).toMatchObject({ code: 'timeout' });
    expect(clock.pending).toBe(0);
  });

  it('the signal’s own reason: the caller gave up before or during the call', async () => {
    const reason = new Error('enough');
    await expect(client().fetch(vendor.url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    vendor.on({ path: '/' }, { fault: 'hang' });
    const stop = new AbortController();
    const failed = client()
      .fetch(vendor.url, { signal: stop.signal })
      .catch((error: unknown) => error);
    await vendor.received(1);
    stop.abort(reason);
    expect(await failed).toBe(reason);
  });

  it('settings_invalid: a header holds what cannot be sent, without showing it', async () => {
    const failed = client().fetch(vendor.url, { headers: { authorization: 'Bearer s3cret\r\nx: y' } });
    expect(await failureOf(failed)).toMatchObject({
      code: 'settings_invalid',
      message: expect.stringMatching(/authorization/),
    });
    expect(JSON.stringify(await failureOf(failed))).not.toContain('s3cret');
  });

  it('no message holds path, query or user of an address', async () => {
    vendor.on({ path: /./ }, { fault: 'reset' });
    const address = `${vendor.url}/botS3CRET/call?token=S3CRET`;
    const errors = [
      await failureOf(client().fetch(address)),
      await failureOf(client().fetch(address.replace('//', '//user:S3CRET@'))),
      await failureOf(client({ egress: ['*'] }).fetch(address)),
    ];
    expect(JSON.stringify(errors)).not.toContain('S3CRET');
    expect(errors).toHaveLength(3);
  });
});

describe('addresses that may not be reached', () => {
  it.each([
    'http://example.com/',
    'http://127.0.0.2/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'http://user:pass@127.0.0.1/',
    'not a url',
  ])('%s', async (address) => {
    expect(await failureOf(client().fetch(address))).toMatchObject({ code: 'address_forbidden' });
  });

  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]', '0.0.0.0', '[::]'])(
    'this machine written as %s',
    async (host) => {
      vendor.on({ path: '/' }, {});
      expect(await failureOf(client({ egress: ['*'] }).fetch(at(host)))).toMatchObject({ code: 'address_forbidden' });
      expect(vendor.requests).toHaveLength(0);
    },
  );

  it('a public name that leads to this machine', async () => {
    vendor.on({ path: '/' }, {});
    const http = client({ egress: ['*'], ...resolveTo('127.0.0.1') });
    expect(await failureOf(http.fetch(at('innocent.test')))).toMatchObject({
      code: 'address_forbidden',
      message: expect.stringMatching(/^(?!.*127)/),
    });
    expect(vendor.requests).toHaveLength(0);
  });

  it('a name that changes its address after it was checked: one look-up is both checked and used', async () => {
    const answers = ['127.0.0.1', '10.0.0.1'];
    let lookups = 0;
    const resolve = async () => [{ address: answers[lookups++] ?? '169.254.169.254', family: 4 }];
    const http = client({ egress: ['rebinding.test'], allowedPrivateHosts: ['127.0.0.1'], resolve });
    vendor.on({ path: '/' }, { headers: { connection: 'close' } });
    expect((await http.fetch(at('rebinding.test'))).status).toBe(200);
    expect(await failureOf(http.fetch(at('rebinding.test')))).toMatchObject({ code: 'address_forbidden' });
    expect(lookups).toBe(2);
  });

  it('of several addresses only those allowed are used', async () => {
    vendor.on({ path: '/' }, {});
    const rules = { egress: ['mixed.test'], allowedPrivateHosts: ['127.0.0.1'] };
    const http = client({ ...rules, ...resolveTo('10.0.0.1', '127.0.0.1', '169.254.169.254') });
    expect((await http.fetch(at('mixed.test'))).status).toBe(200);
  });

  it('an admin can allow a private host by name', async () => {
    vendor.on({ path: '/' }, {});
    const http = client({ egress: ['*'], allowedPrivateHosts: ['inner.test'], ...resolveTo('127.0.0.1') });
    expect((await http.fetch(at('inner.test'))).status).toBe(200);
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302) => ({ status, headers: { location } });

  it('are answers unless asked for', async () => {
    vendor.on({ path: '/' }, to('/next'));
    expect(await client().fetch(vendor.url)).toMatchObject({ status: 302, url: `${vendor.url}/` });
  });

  it('are followed as often as asked; one more is an answer', async () => {
    vendor.on({ path: '/' }, to('/1'));
    vendor.on({ path: '/1' }, to('2', 307));
    vendor.on({ path: '/2' }, { body: 'end' });
    expect(await client().fetch(vendor.url, { maxRedirects: 2 })).toMatchObject({
      status: 200,
      url: `${vendor.url}/2`,
    });
    expect(await client().fetch(vendor.url, { maxRedirects: 1 })).toMatchObject({
      status: 307,
      url: `${vendor.url}/1`,
    });
  });

  it.each([
    [303, 'GET', ''],
    [302, 'GET', ''],
    [307, 'POST', 'body'],
    [308, 'POST', 'body'],
  ])('of status %i turn POST into %s', async (status, method, body) => {
    vendor.on({ path: '/' }, to('/next', status));
    vendor.on({ path: '/next' }, {});
    await client().fetch(vendor.url, {
      method: 'POST',
      body: 'body',
      maxRedirects: 1,
      headers: { authorization: 'a' },
    });
    const [, second] = vendor.requests;
    expect([second?.method, second?.text(), second?.headers['authorization']]).toEqual([method, body, 'a']);
  });

  it('to another origin carry no credential', async () => {
    await using other = await startCounterparty();
    vendor.on({ path: '/' }, to(`${other.url}/`));
    other.on({ path: '/' }, {});
    const headers = { authorization: 'a', cookie: 'c', 'x-api-key': 'k', accept: 'text/html' };
    await client().fetch(vendor.url, { headers, maxRedirects: 1 });
    const seen = other.requests[0]?.headers ?? {};
    expect(seen['accept']).toBe('text/html');
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['authorization', 'cookie', 'x-api-key']));
    expect([seen['authorization'], seen['cookie'], seen['x-api-key']]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://evil.test/',
    'file:///etc/passwd',
    '//[::1',
  ])('to %s are refused', async (location) => {
    vendor.on({ path: '/' }, to(location));
    expect(await failureOf(client().fetch(vendor.url, { maxRedirects: 5 }))).toMatchObject({
      code: 'address_forbidden',
    });
  });

  it('that lead to a closed port are a vendor_error, because something was sent', async () => {
    const gone = await startCounterparty();
    await gone.dispose();
    vendor.on({ path: '/' }, to(gone.url));
    expect(await failureOf(client().fetch(vendor.url, { maxRedirects: 1 }))).toMatchObject({ code: 'vendor_error' });
  });
});

describe('dispose', () => {
  it('ends calls under way as cancelled, and may be repeated', async () => {
    vendor.on({ path: '/' }, { fault: 'hang' });
    const http = client();
    const failed = http.fetch(vendor.url).catch((error: unknown) => error);
    await vendor.received(1);
    await http.dispose();
    await http.dispose();
    expect(await failed).toMatchObject({ code: 'cancelled' });
    expect(await failureOf(http.fetch(vendor.url))).toMatchObject({ code: 'cancelled' });
  });
});

async function listen(onSocket: (socket: import('node:net').Socket) => void): Promise<number> {
  const sockets = new Set<import('node:net').Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  disposals.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as { port: number }).port;
}
