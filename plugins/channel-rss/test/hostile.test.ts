import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { channel } from '@fairlead/sdk';
import { type Counterparty, FakeClock, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedPath, type FixtureItem, rss, type Started, serve, start } from './support.ts';
import { challenge, hubPath, push, secretOf, subscribe } from './vendor.ts';

let vendor: Counterparty;
let clock: FakeClock;
let hub: Started;
beforeEach(async () => {
  clock = new FakeClock();
  vendor = await startCounterparty();
  hub = await start(vendor, {}, clock);
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const a = { guid: 'a', text: 'one', date: '2026-01-01' };
const b = { guid: 'b', text: 'two', date: '2026-01-02' };
const texts = ({ messages }: { messages: readonly { text: string }[] }) => messages.map(({ text }) => text);

describe('a publisher who refuses again and again', () => {
  it('with 429 costs one request a poll and no item', async () => {
    serve(vendor, rss([a]));
    const { cursor } = await hub.poll();
    vendor.on({ path: feedPath }, { status: 429, headers: { 'retry-after': '60' } });
    for (let count = 0; count < 50; count++) {
      expect(await failureOf(hub.poll(cursor))).toMatchObject({ code: 'rate_limited', retryAfterMs: 60_000 });
    }
    expect(vendor.requests).toHaveLength(51);
    serve(vendor, rss([b, a]));
    expect(texts(await hub.poll(cursor))).toEqual(['two']);
  });

  it.each([
    ['-5', undefined],
    ['99999999999', undefined],
    ['1e9', undefined],
    ['999999999', 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('with Retry-After %s is heard as far as it makes sense', async (after, retryAfterMs) => {
    vendor.on({ path: feedPath }, { status: 429, headers: { 'retry-after': after } });
    const error = await failureOf(hub.poll());
    expect([error.code, error.retryAfterMs]).toEqual(['rate_limited', retryAfterMs]);
  });
});

describe('a body', () => {
  it('cut anywhere gives nothing and loses nothing', async () => {
    serve(vendor, rss([a]));
    const { cursor } = await hub.poll();
    const whole = rss([b, a]);
    for (let end = 0; end < whole.length - 1; end += 11) {
      vendor.once({ path: feedPath }, { body: whole.slice(0, end) });
      expect(await failureOf(hub.poll(cursor))).toMatchObject({ code: 'answer_unreadable' });
    }
    serve(vendor, whole);
    expect(texts(await hub.poll(cursor))).toEqual(['two']);
  });

  it('whose compression is cut, or is none, is unreadable and loses nothing', async () => {
    const packed = gzipSync(rss([a]));
    for (const body of [
      packed.subarray(0, -20),
      rss([a]),
      Buffer.concat([packed.subarray(0, 20), Buffer.alloc(30, 7)]),
    ]) {
      vendor.once({ path: feedPath }, { body, headers: { 'content-encoding': 'gzip' } });
      expect(await failureOf(hub.poll())).toMatchObject({ class: 'unavailable' });
    }
    serve(vendor, packed, { 'content-encoding': 'gzip' });
    expect(texts(await hub.poll())).toEqual(['one']);
  });

  it('with one item of ten megabytes is refused, and read again once the item has gone', async () => {
    serve(vendor, rss([a]));
    const { cursor } = await hub.poll();
    serve(vendor, rss([{ guid: 'huge', text: 'x'.repeat(10_000_000) }, a]));
    expect(await failureOf(hub.poll(cursor))).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, rss([b, a]));
    expect(texts(await hub.poll(cursor))).toEqual(['two']);
  });

  it('with an item as large as is read gives it as long as the contract allows', async () => {
    serve(vendor, rss([{ guid: 'large', text: '😀'.repeat(1_500_000) }, a]));
    const { messages } = await hub.poll();
    expect(messages.map(({ text }) => text.length)).toEqual([3, 262_144]);
  });
});

describe('a slow publisher', () => {
  it('whose head never ends, header by header, is given up at the deadline', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = setInterval(() => socket.write('x-more: x\r\n'), 5);
      socket.on('close', () => clearInterval(more));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connected = once(server, 'connection');
    const { port } = server.address() as AddressInfo;
    await using slow = await start(vendor, { url: `http://127.0.0.1:${port}/` }, clock);
    const failed = failureOf(slow.poll());
    await connected;
    await clock.advance(31_000);
    expect(await failed).toMatchObject({ class: 'unavailable' });
    server.close();
  });

  it('who redirects and then hangs has one deadline for all of it', async () => {
    vendor.on({ path: feedPath }, { status: 302, headers: { location: '/slow' } });
    vendor.on({ path: '/slow' }, { fault: 'hang' });
    const failed = failureOf(hub.poll());
    await vendor.received(2);
    await clock.advance(30_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
  });
});

describe('a redirect', () => {
  it.each([
    'http://2130706433.example.invalid@127.0.0.1/',
    'http://[::ffff:169.254.169.254]/',
    'http://0x0a.1/',
    'http://0251.254.169.254/',
    'http://[fe80::1]/',
    '//169.254.169.254/latest/meta-data',
    'gopher://127.0.0.1/',
    'data:text/xml,<rss/>',
  ])('for good to %s changes nothing, and the feed is read from where it was', async (location) => {
    serve(vendor, rss([a]));
    const { cursor } = await hub.poll();
    vendor.once({ path: feedPath }, { status: 301, headers: { location } });
    expect(await failureOf(hub.poll(cursor))).toMatchObject({ code: 'address_forbidden' });
    serve(vendor, rss([b, a]));
    const next = await hub.poll(cursor);
    expect([texts(next), next.notes]).toEqual([['two'], undefined]);
  });

  it('for good to a page that is no feed does not move it', async () => {
    vendor.once({ path: feedPath }, { status: 301, headers: { location: '/sign-in' } });
    vendor.once({ path: '/sign-in' }, { body: '<!doctype html><html><body>Sign in</body></html>' });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'settings_invalid' });
    serve(vendor, rss([a]));
    expect((await hub.poll()).cursor).not.toContain('sign-in');
  });

  it('that forbids itself after the feed had moved there is told, and the old address is not tried for it', async () => {
    vendor.once({ path: feedPath }, { status: 301, headers: { location: '/new' } });
    vendor.once({ path: '/new' }, { body: rss([a]) });
    const { cursor } = await hub.poll();
    vendor.once({ path: '/new' }, { status: 302, headers: { location: 'http://10.0.0.1/' } });
    expect(await failureOf(hub.poll(cursor))).toMatchObject({ code: 'address_forbidden' });
    expect(vendor.requests.filter(({ path }) => path === feedPath)).toHaveLength(1);
  });
});

describe('clocks that disagree', () => {
  it('by years leave every item read once', async () => {
    const dates = ['1970-01-01', '1969-01-01', '9999-12-31', '2199-01-01', 'soon', '0001-01-01'];
    const items = dates.map((date, n) => ({ guid: `g${n}`, text: `number ${n}`, date }));
    serve(vendor, rss(items));
    const { messages, cursor } = await hub.poll();
    expect(messages).toHaveLength(dates.length);
    clock.jump(-20 * 365 * 86_400_000);
    serve(vendor, rss([{ guid: 'new', text: 'new', date: '2026-01-14' }, ...items]));
    const next = await hub.poll(cursor);
    expect(texts(next)).toEqual(['new']);
    expect((await hub.poll(next.cursor)).messages).toEqual([]);
  });
});

describe('a hub', () => {
  let receiver: Started;
  const feed = (address: string, ...items: FixtureItem[]) =>
    rss(items, `<atom:link rel="hub" href="${address}"/><atom:link rel="self" href="${vendor.url}${feedPath}"/>`);
  beforeEach(async () => {
    receiver = await start(vendor, { webSub: true }, clock);
  });
  afterEach(() => receiver.dispose());

  it.each(['http://169.254.169.254/', 'http://[::ffff:10.0.0.1]/', 'file:///etc/passwd', 'http://user:pw@127.0.0.1/'])(
    'at %s is not asked, and the feed is read',
    async (address) => {
      serve(vendor, feed(address, a));
      const { messages } = await receiver.poll();
      expect(messages).toHaveLength(1);
      expect(vendor.requests).toHaveLength(1);
    },
  );

  it('that redirects gets no secret sent elsewhere', async () => {
    await using thief = await startCounterparty();
    vendor.on({ method: 'POST', path: hubPath }, { status: 307, headers: { location: `${thief.url}/` } });
    serve(vendor, feed(vendor.url + hubPath, a));
    const { notes } = await receiver.poll();
    expect(notes).toMatchObject([{ code: 'websub_failed' }]);
    expect(thief.requests).toEqual([]);
  });

  it('that hangs takes ten seconds of the poll, and not the poll', async () => {
    vendor.on({ method: 'POST', path: hubPath }, { fault: 'hang' });
    serve(vendor, feed(vendor.url + hubPath, a));
    const polled = receiver.poll();
    await vendor.received(1, { path: hubPath });
    await clock.advance(10_000);
    const { messages, notes } = await polled;
    expect([messages.length, notes?.[0]?.code]).toEqual([1, 'websub_failed']);
  });

  it('whose lease was granted while the clock was years ahead is asked again once it is right', async () => {
    vendor.on({ method: 'POST', path: hubPath }, { status: 202 });
    serve(vendor, feed(vendor.url + hubPath, a));
    clock.jump(5 * 365 * 86_400_000);
    await subscribe(receiver, vendor);
    clock.jump(-5 * 365 * 86_400_000);
    await receiver.poll();
    expect(vendor.requests.filter(({ path }) => path === hubPath)).toHaveLength(2);
  });

  it('cannot be played by a stranger who guesses the topic, nor by one who repeats the hub', async () => {
    vendor.on({ method: 'POST', path: hubPath }, { status: 202 });
    serve(vendor, feed(vendor.url + hubPath, a));
    await subscribe(receiver, vendor);
    const body = Buffer.from(rss([b]));
    const forged = await receiver.invoke(channel.receive, push(body, `sha256=${'0'.repeat(64)}`));
    expect(forged).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
    const denied = challenge({ 'hub.mode': 'denied', 'hub.topic': vendor.url + feedPath });
    expect(await receiver.invoke(channel.receive, denied)).toMatchObject({ outcome: 'invalid' });
    expect(secretOf(receiver)).toMatch(/^[0-9a-f]{64}$/);
  });
});
