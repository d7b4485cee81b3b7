import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Counterparty, FakeClock, failureOf, startCounterparty } from '../../testing/index.ts';
import type { StreamAnswer } from '../plugin/context.ts';
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

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function firstPiece({ body }: StreamAnswer): Promise<string> {
  const { value } = (await body.next()) as IteratorResult<Uint8Array, undefined>;
  return textOf(value);
}

describe('an answer that is read piece by piece', () => {
  it('gives its head and first piece before the vendor has come to an end', async () => {
    vendor.on({ method: 'POST', path: '/' }, (request) => ({
      status: 201,
      headers: { 'x-seen': request.headers['x-key'] ?? '' },
      body: `heard: ${request.text()}`,
      fault: 'stall',
    }));
    const answer = await client().stream(vendor.url, { method: 'post', headers: { 'X-Key': 'v' }, body: 'you' });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-seen': 'v' }, url: `${vendor.url}/` });
    expect(await firstPiece(answer)).toBe('heard: you');
    await answer.body.return?.();
  });

  it('is whole when its pieces are put together, and leaves no timer behind', async () => {
    const body = 'caf\u00e9 '.repeat(50_000);
    vendor.on({ path: '/' }, { body });
    const answer = await client().stream(vendor.url);
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(textOf(Buffer.concat(pieces))).toBe(body);
    expect(clock.pending).toBe(0);
    expect(await answer.body.next()).toEqual({ done: true, value: undefined });
  });

  it('can be read as text, with a character that two pieces share', async () => {
    vendor.on({ path: '/' }, { body: '\u20ac\u{1f600}', fault: 'drip', everyMs: 1 });
    expect(await (await client().stream(vendor.url)).text()).toBe('\u20ac\u{1f600}');
  });

  it('makes the vendor wait while nobody reads, and loses nothing', async () => {
    const body = Buffer.alloc(48 * 1_048_576, 'x');
    let socket: Socket | undefined;
    const server = createServer((request, response) => {
      ({ socket } = request);
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    disposals.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const answer = await client().stream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    let [taken, before] = [0, -1];
    while (taken !== before) {
      await clock.settle();
      [taken, before] = [(socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0), taken];
    }
    // Two kernels' buffers have their part, and the queue its quarter of a megabyte.
    expect(taken).toBeLessThan(body.length / 2);
    let size = 0;
    for await (const piece of answer.body) size += piece.length;
    expect(size).toBe(body.length);
  });

  it('asks for no content coding, whatever the headers say', async () => {
    vendor.on({ path: '/' }, (request) => ({ body: request.headers['accept-encoding'] }));
    const answer = await client().stream(vendor.url, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(await answer.text()).toBe('identity');
  });

  it('is a redirect where there is one', async () => {
    vendor.on({ path: '/' }, { status: 302, headers: { location: 'http://10.0.0.1/' } });
    const answer = await client().stream(vendor.url);
    expect([answer.status, await answer.text()]).toEqual([302, '']);
  });
});

describe('leaving', () => {
  it('the loop closes the connection', async () => {
    vendor.on({ path: '/' }, { body: 'first', fault: 'stall' });
    const answer = await client().stream(vendor.url);
    for await (const piece of answer.body) {
      expect(textOf(piece)).toBe('first');
      break;
    }
    await vendor.abandoned(1);
    expect(clock.pending).toBe(0);
    expect((await answer.body.next()).done).toBe(true);
  });

  it('an answer unread closes the connection when it is returned', async () => {
    vendor.on({ path: '/' }, { body: 'unwanted', fault: 'stall' });
    const answer = await client().stream(vendor.url);
    await answer.body.return?.();
    await vendor.abandoned(1);
    expect(clock.pending).toBe(0);
  });

  it('by the signal rejects with its reason, and closes the connection', async () => {
    const reason = new Error('enough');
    const stop = new AbortController();
    vendor.on({ path: '/' }, { body: 'first', fault: 'stall' });
    const answer = await client().stream(vendor.url, { signal: stop.signal });
    await firstPiece(answer);
    const next = answer.body.next();
    stop.abort(reason);
    await expect(next).rejects.toBe(reason);
    await vendor.abandoned(1);
    expect((await answer.body.next()).done).toBe(true);
  });

  it('by the signal before the head rejects the call itself', async () => {
    const stop = new AbortController();
    vendor.on({ path: '/' }, { fault: 'hang' });
    const failed = client()
      .stream(vendor.url, { signal: stop.signal })
      .catch((error: unknown) => error);
    await vendor.received(1);
    stop.abort('enough');
    expect(await failed).toBe('enough');
    await expect(client().stream(vendor.url, { signal: stop.signal })).rejects.toBe('enough');
  });

  it('by disposing of the client is cancelled', async () => {
    vendor.on({ path: '/' }, { body: 'first', fault: 'stall' });
    const http = client();
    const answer = await http.stream(vendor.url);
    await firstPiece(answer);
    const failed = failureOf(answer.body.next());
    await http.dispose();
    expect(await failed).toMatchObject({ code: 'cancelled' });
  });
});

describe('a vendor that is silent', () => {
  it('before the head is a timeout', async () => {
    vendor.on({ path: '/' }, { fault: 'hang' });
    const failed = failureOf(client().stream(vendor.url, { silenceMs: 5_000 }));
    await vendor.received(1);
    await clock.advance(5_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
    expect(clock.pending).toBe(0);
  });

  it('between two pieces is a timeout, counted from when the reader began to wait', async () => {
    vendor.on({ path: '/' }, { body: 'first', fault: 'stall' });
    const answer = await client().stream(vendor.url, { silenceMs: 5_000 });
    expect(await firstPiece(answer)).toBe('first');
    await clock.advance(20_000);
    const failed = failureOf(answer.body.next());
    await clock.advance(4_999);
    expect(clock.pending).toBe(2);
    await clock.advance(1);
    expect(await failed).toMatchObject({ code: 'timeout' });
    await vendor.abandoned(1);
  });

  it('or slow beyond the time for everything is a timeout, whatever has come', async () => {
    vendor.on({ path: '/' }, { body: 'first', fault: 'stall' });
    const answer = await client().stream(vendor.url, { timeoutMs: 30_000 });
    await clock.settle();
    await clock.advance(30_000);
    expect(await failureOf(answer.body.next())).toMatchObject({ code: 'timeout' });
  });
});

describe('what cannot be read is answer_unreadable', () => {
  it('a body cut off: what came is given, then the error, once', async () => {
    vendor.on({ path: '/' }, { body: 'x'.repeat(1_000), fault: 'cut' });
    const answer = await client().stream(vendor.url);
    let size = 0;
    const reading = (async () => {
      for await (const piece of answer.body) size += piece.length;
    })();
    expect(await failureOf(reading)).toMatchObject({ code: 'answer_unreadable' });
    expect(size).toBe(500);
    expect((await answer.body.next()).done).toBe(true);
  });

  it('a body beyond maxBytes', async () => {
    vendor.on({ path: '/' }, { body: 'x'.repeat(2_001), fault: 'stall' });
    const answer = await client().stream(vendor.url, { maxBytes: 2_000 });
    expect(await failureOf(answer.text())).toMatchObject({ code: 'answer_unreadable' });
    await vendor.abandoned(1);
  });

  it('a content coding that nobody asked for', async () => {
    vendor.on({ path: '/' }, { headers: { 'content-encoding': 'gzip' }, body: gzipSync('x') });
    const answer = await client().stream(vendor.url);
    expect(await failureOf(answer.text())).toMatchObject({ code: 'answer_unreadable' });
  });
});

describe('addresses are checked as those of fetch are', () => {
  it.each(['http://example.com/', 'http://127.0.0.2/', 'http://user:pass@127.0.0.1/', 'file:///etc/passwd', 'no url'])(
    '%s is forbidden',
    async (address) => {
      expect(await failureOf(client().stream(address))).toMatchObject({ code: 'address_forbidden' });
      expect(clock.pending).toBe(0);
    },
  );

  it('a public name that leads to this machine is forbidden where the socket connects', async () => {
    vendor.on({ path: '/' }, {});
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const http = client({ egress: ['*'], resolve });
    const failed = failureOf(http.stream(vendor.url.replace('127.0.0.1', 'innocent.test')));
    expect(await failed).toMatchObject({ code: 'address_forbidden', message: expect.stringMatching(/^(?!.*127)/) });
    expect(vendor.requests).toHaveLength(0);
  });

  it('a closed port is unreachable, and no message holds path or query', async () => {
    await vendor.stop();
    const failed = await failureOf(client().stream(`${vendor.url}/botS3CRET?token=S3CRET`));
    expect(failed).toMatchObject({ code: 'unreachable' });
    expect(JSON.stringify(failed)).not.toContain('S3CRET');
  });

  it('a header that cannot be sent is settings_invalid, and is not shown', async () => {
    const failed = await failureOf(
      client().stream(vendor.url, { headers: { authorization: 'Bearer s3cret\r\nx: y' } }),
    );
    expect(failed).toMatchObject({ code: 'settings_invalid' });
    expect(JSON.stringify(failed)).not.toContain('s3cret');
    expect(clock.pending).toBe(0);
  });
});
