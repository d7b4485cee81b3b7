import { type Counterparty, FakeClock, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, pagePath, pageRequests, type Started, serve, serveAt, serveRobots, start } from './support.ts';

let vendor: Counterparty;
let clock: FakeClock;
let hub: Started;
beforeEach(async () => {
  clock = new FakeClock();
  vendor = await startCounterparty();
  serveRobots(vendor, undefined);
  hub = await start(vendor, { mostPages: 3 }, { clock });
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const item = (n: number) => ({ id: `i${n}`, text: `text ${n}` });
const idsOf = ({ messages }: { messages: readonly { id: string }[] }) => messages.map(({ id }) => id);
const codesOf = ({ notes = [] }: { notes?: readonly { code: string }[] | undefined }) => notes.map(({ code }) => code);

/** Page 1 has the newest two of six items, and so on. */
function serveThree(): void {
  serve(vendor, page([item(6), item(5)], { next: '/news/2' }), { etag: '"1"' });
  serveAt(vendor, '/news/2', page([item(4), item(3)], { next: '/news/3' }));
  serveAt(vendor, '/news/3', page([item(2), item(1)], { next: '/news/4' }));
}

/** Advances the clock to each timer until the call has ended. */
async function finish<Answer>(call: Promise<Answer>, requests: number): Promise<Answer> {
  for (let count = 1; count < requests; count++) {
    await vendor.received(count, { path: /^\/news/ });
    await clock.settle();
    await clock.advance(1_000);
  }
  return call;
}

describe('pages', () => {
  it('are read one after the other up to the most of a poll, with a pause between', async () => {
    serveThree();
    const polled = hub.poll();
    await vendor.received(1, { path: pagePath });
    await clock.advance(999);
    expect(pageRequests(vendor)).toHaveLength(1);
    const first = await finish(polled, 3);
    expect(idsOf(first)).toEqual(['i1', 'i2', 'i3', 'i4', 'i5', 'i6']);
    expect([first.more, pageRequests(vendor).map(({ path }) => path)]).toEqual([
      false,
      [pagePath, '/news/2', '/news/3'],
    ]);
  });

  it('after the first are left alone while the first is unchanged', async () => {
    serveThree();
    const first = await finish(hub.poll(), 3);
    vendor.on({ path: pagePath }, { status: 304 });
    expect(idsOf(await hub.poll(first.cursor))).toEqual([]);
    expect(pageRequests(vendor)).toHaveLength(4);
  });

  it('are not read beyond the most items', async () => {
    await using few = await start(vendor, { mostPages: 3, mostItems: 3 }, { clock });
    serveThree();
    expect(idsOf(await finish(few.poll(), 2))).toEqual(['i4', 'i5', 'i6']);
    expect(pageRequests(vendor)).toHaveLength(2);
  });

  it('whose pause does not fit into the call are left for the next poll, and then read', async () => {
    serveRobots(vendor, 'User-agent: *\nCrawl-delay: 60');
    await using slow = await start(vendor, { mostPages: 3 }, { clock });
    serveThree();
    const first = await slow.poll();
    expect([idsOf(first), first.more, first.retryAfterMs]).toEqual([['i5', 'i6'], true, 60_000]);
    const second = await slow.poll(first.cursor);
    expect([idsOf(second), second.more]).toEqual([['i3', 'i4'], true]);
    const third = await slow.poll(second.cursor);
    expect([idsOf(third), third.more]).toEqual([['i1', 'i2'], false]);
    vendor.on({ path: pagePath }, { status: 304 });
    expect(idsOf(await slow.poll(third.cursor))).toEqual([]);
  });

  it('that were left are read from where the poll was cut, whatever the limit', async () => {
    serveRobots(vendor, 'User-agent: *\nCrawl-delay: 60');
    await using slow = await start(vendor, { mostPages: 2 }, { clock });
    serveThree();
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let more = true; more; ) {
      const answer = await slow.poll(cursor, { limit: 1 });
      seen.push(...idsOf(answer));
      ({ cursor, more } = answer);
    }
    expect(seen).toEqual(['i5', 'i6', 'i3', 'i4']);
  });

  it('that fail are noted, and what was read before is given', async () => {
    serveThree();
    vendor.on({ path: '/news/2' }, { status: 503, headers: { 'retry-after': '90' } });
    const answer = await finish(hub.poll(), 2);
    expect([idsOf(answer), answer.more, answer.retryAfterMs, codesOf(answer)]).toEqual([
      ['i5', 'i6'],
      false,
      90_000,
      ['later_page_unreadable'],
    ]);
  });

  it('that hang end before the call does, and what was read before is given', async () => {
    serveThree();
    vendor.on({ path: '/news/2' }, { fault: 'hang' });
    const polled = hub.poll();
    await vendor.received(1, { path: pagePath });
    await clock.settle();
    await clock.advance(1_000);
    await vendor.received(1, { path: '/news/2' });
    await clock.advance(29_000);
    expect(codesOf(await polled)).toEqual(['later_page_unreadable']);
  });

  it('where a poll was cut that fail do not hold up the next poll of the first page', async () => {
    serveRobots(vendor, 'User-agent: *\nCrawl-delay: 60');
    await using slow = await start(vendor, { mostPages: 2 }, { clock });
    serveThree();
    const first = await slow.poll();
    vendor.on({ path: '/news/2' }, { status: 404 });
    const second = await slow.poll(first.cursor);
    expect([idsOf(second), second.more, codesOf(second)]).toEqual([[], false, ['later_page_unreadable']]);
    serve(vendor, page([item(7)]));
    expect(idsOf(await slow.poll(second.cursor))).toEqual(['i7']);
  });

  it('whose links lead in a circle end there', async () => {
    serve(vendor, page([item(2)], { next: '/news/2' }));
    serveAt(vendor, '/news/2', page([item(1)], { next: '/news#top' }));
    const answer = await finish(hub.poll(), 2);
    expect([idsOf(answer), codesOf(answer)]).toEqual([['i1', 'i2'], ['pages_in_circle']]);
  });

  it.each(['http://elsewhere.example/2', 'http://169.254.169.254/latest', 'http://10.0.0.1/'])(
    'at %s are not asked for',
    async (next) => {
      serve(vendor, page([item(1)], { next }));
      const answer = await hub.poll();
      expect([idsOf(answer), codesOf(answer)]).toEqual([['i1'], ['next_page_elsewhere']]);
    },
  );

  it.each(['file:///etc/passwd', 'javascript:void(0)', 'data:text/html,x', 'http://['])(
    'whose link is %s are none',
    async (next) => {
      serve(vendor, page([item(1)], { next }));
      expect(codesOf(await hub.poll())).toEqual([]);
    },
  );

  it('that robots.txt forbids are not asked for', async () => {
    serveRobots(vendor, 'User-agent: *\nDisallow: /news/');
    await using polite = await start(vendor, { mostPages: 2 }, { clock });
    serveThree();
    const answer = await finish(polite.poll(), 2);
    expect([idsOf(answer), codesOf(answer)]).toEqual([['i5', 'i6'], ['later_page_unreadable']]);
    expect(pageRequests(vendor)).toHaveLength(1);
  });

  it('of another origin on the same host get no credentials', async () => {
    await using other = await startCounterparty();
    await using hubWithCookie = await start(vendor, { mostPages: 2, cookie: 'session=0123456789' }, { clock });
    serveRobots(other, undefined);
    serve(vendor, page([item(2)], { next: `${other.url}/news/2` }));
    serveAt(other, '/news/2', page([item(1)]));
    expect(idsOf(await finish(hubWithCookie.poll(), 2))).toEqual(['i1', 'i2']);
    expect(vendor.requests.at(-1)?.headers['cookie']).toBe('session=0123456789');
    expect(other.requests.map(({ headers }) => headers['cookie'])).toEqual([undefined, undefined]);
  });

  it('wait no longer when the caller gives up', async () => {
    serveThree();
    const stop = new AbortController();
    const failed = failureOf(hub.poll(undefined, { signal: stop.signal }));
    await vendor.received(1, { path: pagePath });
    await clock.settle();
    stop.abort();
    expect(await failed).toMatchObject({ code: 'cancelled' });
    await clock.settle();
    expect([hub.running, clock.pending]).toEqual([0, 0]);
  });
});
