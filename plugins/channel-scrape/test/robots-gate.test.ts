import { type Counterparty, FakeClock, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, pagePath, pageRequests, type Started, serve, serveRobots, start } from './support.ts';

let vendor: Counterparty;
let clock: FakeClock;
let hub: Started;
beforeEach(async () => {
  clock = new FakeClock();
  vendor = await startCounterparty();
  hub = await start(vendor, {}, { clock });
  serve(vendor, page([{ id: 'a', text: 'one' }]));
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const robotsRequests = () => vendor.requests.filter(({ path }) => path === '/robots.txt');

describe('robots.txt', () => {
  it('that forbids the page is an error that says so, and the page is not asked for', async () => {
    serveRobots(vendor, 'User-agent: fairlead\nDisallow: /news');
    expect(await failureOf(hub.poll())).toMatchObject({
      class: 'config',
      code: 'settings_invalid',
      message: expect.stringMatching(/robots\.txt.*\/news/),
    });
    expect(pageRequests(vendor)).toEqual([]);
  });

  it('is not asked for when the settings say so', async () => {
    await using blunt = await start(vendor, { honourRobots: false });
    serveRobots(vendor, 'User-agent: *\nDisallow: /');
    expect((await blunt.poll()).messages).toHaveLength(1);
    expect(robotsRequests()).toEqual([]);
  });

  it.each([401, 403, 404, 410, 429])('that is answered with %i forbids nothing', async (status) => {
    vendor.on({ path: '/robots.txt' }, { status });
    expect((await hub.poll()).messages).toHaveLength(1);
  });

  it.each([500, 502, 503])('that is answered with %i forbids everything, and is asked for again', async (status) => {
    vendor.once({ path: '/robots.txt' }, { status });
    expect(await failureOf(hub.poll())).toMatchObject({
      code: 'vendor_error',
      message: expect.stringMatching(/robots\.txt/),
    });
    expect(pageRequests(vendor)).toEqual([]);
    serveRobots(vendor, undefined);
    expect((await hub.poll()).messages).toHaveLength(1);
  });

  it.each(['reset', 'cut'] as const)('whose answer breaks (%s) forbids everything', async (fault) => {
    vendor.on({ path: '/robots.txt' }, { body: 'User-agent: *', fault });
    expect(await failureOf(hub.poll())).toMatchObject({ class: 'unavailable' });
    expect(pageRequests(vendor)).toEqual([]);
  });

  it('that does not come ends at the deadline', async () => {
    vendor.on({ path: '/robots.txt' }, { fault: 'hang' });
    const failed = failureOf(hub.poll());
    await vendor.received(1);
    await clock.advance(31_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
  });

  it('is kept for a day in the connection’s state, and asked for anew after it', async () => {
    serveRobots(vendor, 'User-agent: *\nDisallow: /admin');
    await hub.poll();
    await hub.poll();
    expect(robotsRequests()).toHaveLength(1);
    expect([...hub.state.entries.keys()]).toEqual([expect.stringMatching(/^robots:/)]);
    await clock.advance(86_400_000);
    serveRobots(vendor, 'User-agent: *\nDisallow: /');
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'settings_invalid' });
    expect(robotsRequests()).toHaveLength(2);
  });

  it('from the future of a clock that was set back is asked for anew', async () => {
    serveRobots(vendor, undefined);
    await hub.poll();
    clock.jump(-60_000);
    await hub.poll();
    expect(robotsRequests()).toHaveLength(2);
  });

  it('is followed through five redirects; after more it counts as absent', async () => {
    const redirect = (from: string, to: string) =>
      vendor.on({ path: from }, { status: 301, headers: { location: to } });
    redirect('/robots.txt', '/r1');
    for (let hop = 1; hop < 5; hop++) redirect(`/r${hop}`, `/r${hop + 1}`);
    vendor.on({ path: '/r5' }, { body: 'User-agent: *\nDisallow: /' });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'settings_invalid' });
    await clock.advance(86_400_000);
    redirect('/r5', '/r6');
    expect((await hub.poll()).messages).toHaveLength(1);
  });

  it('is read up to 500 KiB and no further', async () => {
    const filler = '#'.repeat(99).concat('\n').repeat(5_110);
    serveRobots(vendor, `User-agent: *\n${filler}Disallow: /news\n`);
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'settings_invalid' });
    await clock.advance(86_400_000);
    serveRobots(vendor, `User-agent: *\n${filler.repeat(2)}Disallow: /news\n`);
    expect((await hub.poll()).messages).toHaveLength(1);
  });

  it('with more rules than state holds is obeyed, and asked for with every poll', async () => {
    const rules = Array.from({ length: 4_000 }, (_, index) => `Disallow: /forbidden/${index}\n`).join('');
    serveRobots(vendor, `User-agent: *\n${rules}`);
    await hub.poll();
    await hub.poll();
    expect(robotsRequests()).toHaveLength(2);
    expect(hub.state.entries.size).toBe(0);
  });

  it('is asked for with the user agent and without credentials', async () => {
    await using shy = await start(vendor, {
      cookie: 'session=abc',
      authorization: 'Bearer abc',
      userAgentSuffix: '(+https://example.com/contact)',
    });
    serveRobots(vendor, undefined);
    await shy.poll();
    const [robots, first] = vendor.requests;
    expect(robots?.headers).toMatchObject({ 'user-agent': 'Fairlead (+https://example.com/contact)' });
    expect([robots?.headers['cookie'], robots?.headers['authorization']]).toEqual([undefined, undefined]);
    expect(first?.headers).toMatchObject({
      'user-agent': 'Fairlead (+https://example.com/contact)',
      cookie: 'session=abc',
      authorization: 'Bearer abc',
    });
  });

  it('of another host is not followed, and forbids everything', async () => {
    vendor.on({ path: '/robots.txt' }, { status: 301, headers: { location: 'http://other.example/robots.txt' } });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'address_forbidden' });
    expect(pageRequests(vendor).map(({ path }) => path)).not.toContain(pagePath);
  });
});
