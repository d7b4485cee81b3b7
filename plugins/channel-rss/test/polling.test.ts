import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { channel } from '@fairlead/sdk';
import { type Counterparty, checkSettingsFile, FakeClock, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { feedPath, rss, type Started, serve, start } from './support.ts';

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

const two = rss([
  { guid: 'b', title: 'B', date: '2026-01-02', text: 'second' },
  { guid: 'a', title: 'A', date: '2026-01-01', text: 'first' },
]);

describe('settings', () => {
  it('are committed as the schema that the code makes', () =>
    checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));
});

describe('a poll', () => {
  it('gives what there is, oldest first, and nothing when it is repeated', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    expect(first.messages).toEqual([
      {
        id: 'a',
        change: 'created',
        revision: '0',
        chat: { id: vendor.url + feedPath, title: 'Feed' },
        title: 'A',
        text: 'first',
        sentAt: '2026-01-01T00:00:00.000Z',
        attachments: [],
      },
      expect.objectContaining({ id: 'b' }),
    ]);
    const second = await hub.poll(first.cursor);
    expect(second).toEqual({ messages: [], cursor: first.cursor, more: false });
  });

  it('with a limit gives the rest next time, whatever the validators say', async () => {
    serve(vendor, two, { etag: '"1"' });
    const first = await hub.poll(undefined, 1);
    expect([first.messages.map(({ id }) => id), first.more]).toEqual([['a'], true]);
    const second = await hub.poll(first.cursor, 1);
    expect([second.messages.map(({ id }) => id), second.more]).toEqual([['b'], false]);
    expect(vendor.requests[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('asks with the validators it was given, and takes 304 for unchanged', async () => {
    serve(vendor, two, { etag: 'W/"x"', 'last-modified': 'Thu, 15 Jan 2026 10:00:00 GMT' });
    const first = await hub.poll();
    vendor.on({ path: feedPath }, { status: 304 });
    expect(await hub.poll(first.cursor)).toEqual({ messages: [], cursor: first.cursor, more: false });
    expect(vendor.requests[1]?.headers).toMatchObject({
      'if-none-match': 'W/"x"',
      'if-modified-since': 'Thu, 15 Jan 2026 10:00:00 GMT',
    });
  });

  it('does not take a 304 that it did not ask for', async () => {
    vendor.on({ path: feedPath }, { status: 304 });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('reads %s', async (encoding, compress) => {
    serve(vendor, compress(Buffer.from(two)), { 'content-encoding': encoding });
    expect((await hub.poll()).messages).toHaveLength(2);
  });

  it('hears ttl and max-age, up to an hour', async () => {
    serve(vendor, rss([], '<ttl>5</ttl>'), { 'cache-control': 'public, max-age=60' });
    expect((await hub.poll()).retryAfterMs).toBe(300_000);
    serve(vendor, rss([]), { 'cache-control': 'max-age=999999', age: '5' });
    expect((await hub.poll()).retryAfterMs).toBe(3_600_000);
  });

  it('starts over, and says so, when the stored cursor cannot be read', async () => {
    serve(vendor, two);
    const again = await hub.poll('{"v":9}');
    expect([again.messages.length, again.notes?.[0]?.code]).toEqual([2, 'cursor_unreadable']);
  });

  it('of a thousand items with long ids keeps the cursor within the contract', async () => {
    const items = Array.from({ length: 1_100 }, (_, index) => ({
      guid: `${'i'.repeat(300)}${index}`,
      title: `${index}`,
    }));
    serve(vendor, rss(items));
    const first = await hub.poll(undefined, 1_000);
    expect(first.notes?.map(({ code }) => code)).toEqual(['items_beyond_limit']);
    expect(first.cursor.length).toBeLessThan(262_144);
    expect((await hub.poll(first.cursor, 1_000)).messages).toEqual([]);
  });
});

describe('redirects', () => {
  it('that are permanent change the address, and say so once', async () => {
    vendor.on({ path: feedPath }, { status: 301, headers: { location: '/new' } });
    vendor.on({ path: '/new' }, { body: two });
    const first = await hub.poll();
    expect(first.notes).toEqual([{ code: 'feed_moved', text: expect.stringContaining(`${vendor.url}/new`) }]);
    const second = await hub.poll(first.cursor);
    expect(second.notes).toBeUndefined();
    expect(vendor.requests.map(({ path }) => path)).toEqual([feedPath, '/new', '/new']);
  });

  it('that are temporary do not, even where a permanent one follows', async () => {
    vendor.on({ path: feedPath }, { status: 302, headers: { location: '/t' } });
    vendor.on({ path: '/t' }, { status: 308, headers: { location: '/end' } });
    vendor.on({ path: '/end' }, { body: two });
    const first = await hub.poll();
    await hub.poll(first.cursor);
    expect(first.notes).toBeUndefined();
    expect(vendor.requests[3]?.path).toBe(feedPath);
  });

  it('fall back to the settings when the new address is gone', async () => {
    vendor.once({ path: feedPath }, { status: 301, headers: { location: '/new' } });
    vendor.once({ path: '/new' }, { body: two });
    const first = await hub.poll();
    vendor.on({ path: '/new' }, { status: 410 });
    serve(vendor, two);
    const second = await hub.poll(first.cursor);
    expect(second.messages).toEqual([]);
    expect(second.cursor).not.toContain('/new');
  });

  it('in a circle, or without end, are a fault of the publisher', async () => {
    vendor.on({ path: feedPath }, { status: 302, headers: { location: feedPath } });
    expect(await failureOf(hub.poll())).toMatchObject({
      code: 'vendor_error',
      message: expect.stringMatching(/circle/),
    });
    vendor.on({ path: /./ }, ({ path }) => ({ status: 302, headers: { location: `${path}x` } }));
    expect(await failureOf(hub.poll())).toMatchObject({
      code: 'vendor_error',
      message: expect.stringMatching(/more than/),
    });
    expect(vendor.requests.length).toBeLessThan(12);
  });

  it.each([
    'http://169.254.169.254/latest',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'http://user:pw@127.0.0.1/',
    'file:///etc/passwd',
  ])('to %s are refused', async (location) => {
    vendor.on({ path: feedPath }, { status: 301, headers: { location } });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'address_forbidden', class: 'config' });
  });
});

describe('a publisher in trouble', () => {
  it.each([
    [401, 'auth', 'credentials_invalid'],
    [403, 'auth', 'permission_missing'],
    [404, 'config', 'not_found_at_vendor'],
    [410, 'config', 'not_found_at_vendor'],
    [451, 'config', 'settings_invalid'],
    [500, 'unavailable', 'vendor_error'],
    [503, 'unavailable', 'vendor_error'],
    [204, 'unavailable', 'answer_unreadable'],
  ])('with status %i is %s (%s)', async (status, errorClass, code) => {
    vendor.on({ path: feedPath }, { status });
    expect(await failureOf(hub.poll())).toMatchObject({ class: errorClass, code });
  });

  it.each([
    [429, '30', 30_000],
    [503, '120', 120_000],
    [429, new Date(new FakeClock().now() + 5_000).toUTCString(), 5_000],
    [429, 'soon', undefined],
  ])('that answers %i with Retry-After %s is heard', async (status, after, retryAfterMs) => {
    vendor.on({ path: feedPath }, { status, headers: { 'retry-after': after } });
    const error = await failureOf(hub.poll());
    expect([error.code, error.retryAfterMs]).toEqual(['rate_limited', retryAfterMs]);
  });

  it('who cuts the body, or sends half a document, loses nothing', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    const more = rss([
      { guid: 'c', text: 'third' },
      { guid: 'b', title: 'B', date: '2026-01-02', text: 'second' },
    ]);
    vendor.once({ path: feedPath }, { body: more, fault: 'cut' });
    vendor.once({ path: feedPath }, { body: more.slice(0, -40) });
    for (const _ of [1, 2])
      expect(await failureOf(hub.poll(first.cursor))).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, more);
    expect((await hub.poll(first.cursor)).messages.map(({ id }) => id)).toEqual(['c']);
  });

  it('with a body of ten million bytes, or a bomb of gzip, is refused', async () => {
    const huge = rss([{ guid: 'a', text: 'x'.repeat(10_000_000) }]);
    serve(vendor, huge);
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, gzipSync(Buffer.from(huge)), { 'content-encoding': 'gzip' });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
  });

  it('who sends a byte now and then is given up at the deadline', async () => {
    vendor.on({ path: feedPath }, { body: two, fault: 'drip', everyMs: 5 });
    const failed = failureOf(hub.poll());
    await vendor.received(1);
    await clock.advance(31_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
  });

  it('whose address is a web page is told where the feed is', async () => {
    const page =
      '<!doctype html><html><head><link rel="alternate" type="application/atom+xml" href="/real.atom"></head></html>';
    serve(vendor, page, { 'content-type': 'text/html' });
    const error = await failureOf(hub.poll());
    expect(error).toMatchObject({ class: 'config', details: { feedAddress: `${vendor.url}/real.atom` } });
    expect(error.message).toMatch(/web page.*real\.atom/);
  });

  it('whose clock is years ahead still has its new items read', async () => {
    serve(vendor, rss([{ guid: 'future', date: '2199-01-01', text: 'x' }]));
    const first = await hub.poll();
    serve(vendor, rss([{ guid: 'now', date: '2026-01-14', text: 'y' }]));
    expect((await hub.poll(first.cursor)).messages.map(({ id }) => id)).toEqual(['now']);
  });
});

describe('testCredentials', () => {
  it('gives address and title, and warns of what should be changed', async () => {
    const receiver = await start(vendor, { webSub: true });
    vendor.on({ path: feedPath }, { status: 301, headers: { location: '/new?token=s3cret' } });
    vendor.on({ path: '/new' }, { body: two });
    const answer = await receiver.invoke(channel.testCredentials, {});
    expect(answer).toEqual({
      account: { id: vendor.url + feedPath, label: 'Feed' },
      mode: 'unknown',
      warnings: [expect.stringMatching(/moved for good/), expect.stringMatching(/no WebSub hub/)],
    });
    expect(JSON.stringify(answer)).not.toContain('s3cret');
    await receiver.dispose();
  });
});
