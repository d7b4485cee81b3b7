import { promises as dns } from 'node:dns';
import { type Counterparty, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, pagePath, type Started, serve, serveRobots, start } from './support.ts';

let vendor: Counterparty;
let hub: Started;
beforeEach(async () => {
  vendor = await startCounterparty();
  hub = await start(vendor);
  serveRobots(vendor, undefined);
  serve(vendor, page([{ id: 'a', text: 'one' }]));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await hub.dispose();
  await vendor.dispose();
});

/**
 * What names lead to is the one thing here that cannot be real: no name of this machine changes its address at will. The
 * client that looks up, checks and connects is the hub’s own.
 */
function answerLookups(addressOf: (lookup: number) => string) {
  let count = 0;
  const lookup = vi.spyOn(dns, 'lookup');
  lookup.mockImplementation((async () => {
    const address = addressOf(++count);
    return [{ address, family: address.includes(':') ? 6 : 4 }];
  }) as unknown as typeof dns.lookup);
  return lookup;
}

function startAt(host: string) {
  return start(vendor, { pageUrl: vendor.url.replace('127.0.0.1', host) + pagePath });
}

describe('redirects', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://2852039166/',
    'http://localhost/',
    'http://elsewhere.example/',
    'http://user:pw@127.0.0.1/',
    'file:///etc/passwd',
  ])('to %s are refused', async (location) => {
    vendor.on({ path: pagePath }, { status: 301, headers: { location } });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'address_forbidden', class: 'config' });
  });

  it('to another host are named, so that an admin can enter it', async () => {
    vendor.on({ path: pagePath }, { status: 301, headers: { location: 'https://www.site.example/news?token=s3cret' } });
    const error = await failureOf(hub.poll());
    expect(error).toMatchObject({
      message: expect.stringContaining('www.site.example'),
      details: { host: 'www.site.example' },
    });
    expect(JSON.stringify(error)).not.toContain('s3cret');
  });

  it('on the same host are followed, without credentials to another origin', async () => {
    await using other = await startCounterparty();
    await using withCookie = await start(vendor, { cookie: 'session=0123456789', authorization: 'Bearer 0123456789' });
    vendor.on({ path: pagePath }, { status: 302, headers: { location: `${other.url}/there` } });
    other.on({ path: '/there' }, { body: page([{ id: 'b', link: 'x', text: 'two' }]) });
    const { messages } = await withCookie.poll();
    expect(messages).toMatchObject([{ id: 'b', link: `${other.url}/x` }]);
    const { cookie, authorization } = other.requests[0]?.headers ?? {};
    expect([cookie, authorization]).toEqual([undefined, undefined]);
  });

  it('in a circle, without end, or to nowhere are a fault of the site', async () => {
    vendor.on({ path: pagePath }, { status: 302, headers: { location: pagePath } });
    expect(await failureOf(hub.poll())).toMatchObject({
      code: 'vendor_error',
      message: expect.stringMatching(/circle/),
    });
    vendor.on({ path: /./ }, ({ path }) => ({ status: 302, headers: { location: `${path}x` } }));
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'vendor_error' });
    vendor.on({ path: pagePath }, { status: 302 });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'vendor_error' });
    expect(vendor.requests.length).toBeLessThan(24);
  });
});

describe('a name', () => {
  it.each([
    '127.0.0.2',
    '10.0.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '::2',
    'fd00::1',
    'fe80::1',
    '0.0.0.0',
  ])('that leads to %s is refused before anything is sent', async (address) => {
    answerLookups(() => address);
    await using outside = await startAt('innocent.test');
    expect(await failureOf(outside.poll())).toMatchObject({
      code: 'address_forbidden',
      message: expect.not.stringContaining(address),
    });
    expect(vendor.requests).toEqual([]);
  });

  // 127.0.0.1 stands for a public address: `startPlugin` allows it.
  it.each(['10.0.0.1', '169.254.169.254', '127.0.0.2', 'fd00::1'])(
    'that is public when robots.txt is read, and %s when the page is, gains nothing',
    async (address) => {
      const lookups = answerLookups((lookup) => (lookup === 1 ? '127.0.0.1' : address));
      vendor.on({ path: '/robots.txt' }, { status: 404, headers: { connection: 'close' } });
      await using outside = await startAt('rebinding.test');
      expect(await failureOf(outside.poll())).toMatchObject({ code: 'address_forbidden' });
      expect([lookups.mock.calls.length, vendor.requests.map(({ path }) => path)]).toEqual([2, ['/robots.txt']]);
    },
  );

  it('that changes between the first page and the next is refused for the next', async () => {
    const lookups = answerLookups((lookup) => (lookup === 1 ? '127.0.0.1' : '169.254.169.254'));
    const pageUrl = vendor.url.replace('127.0.0.1', 'rebinding.test') + pagePath;
    await using outside = await start(vendor, { pageUrl, mostPages: 2, crawlDelayMs: 0, honourRobots: false });
    const body = page([{ id: 'a', text: 'one' }], { next: '/news/2' });
    vendor.on({ path: pagePath }, { body, headers: { connection: 'close' } });
    const { messages, notes } = await outside.poll();
    expect([messages.length, notes?.map(({ code }) => code)]).toEqual([1, ['later_page_unreadable']]);
    expect(lookups.mock.calls.length).toBe(2);
  });
});
