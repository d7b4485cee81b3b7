import { createHmac } from 'node:crypto';
import { channel } from '@fairlead/sdk';
import { type Counterparty, FakeClock, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedPath, type FixtureItem, rss, type Started, serve, start } from './support.ts';
import { challenge, hubPath, push, secretOf, subscribe } from './vendor.ts';

let vendor: Counterparty;
let clock: FakeClock;
let hub: Started;
beforeEach(async () => {
  clock = new FakeClock();
  vendor = await startCounterparty();
  hub = await start(vendor, { webSub: true }, clock);
  vendor.on({ method: 'POST', path: hubPath }, { status: 202 });
  serveItems();
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const head = () =>
  `<atom:link rel="hub" href="${vendor.url}${hubPath}"/><atom:link rel="self" href="${vendor.url}${feedPath}"/>`;
const serveItems = (...items: FixtureItem[]) => serve(vendor, rss(items, head()));
const requests = () => vendor.requests.filter(({ path }) => path === hubPath);
const receive = (request: Parameters<typeof push> | ReturnType<typeof challenge>) =>
  hub.invoke(channel.receive, Array.isArray(request) ? push(...request) : request);
const sign = (body: Uint8Array, method = 'sha256') =>
  `${method}=${createHmac(method, secretOf(hub)).update(body).digest('hex')}`;
async function pushItems(...items: FixtureItem[]) {
  const body = Buffer.from(rss(items, head()));
  const answer = await receive([body, sign(body)]);
  if (answer.outcome !== 'events') throw new Error(answer.detail);
  return answer.events;
}
const verification = (more: Record<string, string> = {}) =>
  challenge({
    'hub.mode': 'subscribe',
    'hub.topic': vendor.url + feedPath,
    'hub.challenge': 'c-9',
    'hub.lease_seconds': '3000',
    ...more,
  });

describe('subscribing', () => {
  it('asks the hub of the feed once, with a secret of its own that only the secret store keeps', async () => {
    const first = await hub.poll();
    await hub.poll(first.cursor);
    expect(requests()).toHaveLength(1);
    expect(Object.fromEntries(requests()[0]?.form() ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': vendor.url + feedPath,
      'hub.callback': 'https://hub.example/hooks/test',
      'hub.lease_seconds': '864000',
      'hub.secret': secretOf(hub),
    });
    expect(secretOf(hub)).toMatch(/^[0-9a-f]{64}$/);
    expect([...hub.state.entries.values()].join() + first.cursor).not.toContain(secretOf(hub));
  });

  it('prefers the hub and the topic of the Link header', async () => {
    serve(vendor, rss([]), { link: `<${vendor.url}/topic>; rel="self", <${vendor.url}${hubPath}>; rel=hub` });
    await hub.poll();
    expect(requests()[0]?.form().get('hub.topic')).toBe(`${vendor.url}/topic`);
  });

  it('does not happen unless the settings ask for it', async () => {
    await using plain = await start(vendor);
    await plain.poll();
    expect(requests()).toEqual([]);
    expect(await plain.invoke(channel.receive, verification())).toMatchObject({
      outcome: 'invalid',
      reason: 'foreign',
    });
  });

  it('begins with the next poll after it was switched on, though the feed is unchanged', async () => {
    await using before = await start(vendor, {}, clock);
    vendor.on({ path: feedPath }, ({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304 } : { body: rss([], head()), headers: { etag: '"1"' } },
    );
    const { cursor } = await before.poll();
    const next = await hub.poll(cursor);
    await hub.poll(next.cursor);
    expect(requests()).toHaveLength(1);
    expect(vendor.requests.at(-1)?.headers['if-none-match']).toBe('"1"');
  });

  it('that fails is noted and does not fail the poll; it is tried again after an hour', async () => {
    vendor.on({ method: 'POST', path: hubPath }, { fault: 'reset' });
    serveItems({ guid: 'a' });
    const first = await hub.poll();
    expect([first.messages.length, first.notes?.map(({ code }) => code)]).toEqual([1, ['websub_failed']]);
    expect((await hub.poll(first.cursor)).notes).toBeUndefined();
    await clock.advance(86_400_000);
    expect((await hub.poll(first.cursor)).notes?.map(({ code }) => code)).toEqual(['websub_failed']);
  });

  it('is renewed with the same secret when less than a third of the lease is left, though the feed is unchanged', async () => {
    serve(vendor, rss([], head()), { etag: '"1"' });
    await subscribe(hub, vendor);
    const { cursor } = await hub.poll();
    vendor.on({ path: feedPath }, { status: 304 });
    await clock.advance(1_900_000);
    await hub.poll(cursor);
    expect(requests()).toHaveLength(1);
    await clock.advance(200_000);
    await hub.poll(cursor);
    expect(requests()).toHaveLength(2);
    expect(requests()[1]?.form().get('hub.secret')).toBe(secretOf(hub));
  });
});

describe('a challenge', () => {
  it('is answered only while the subscription was asked for', async () => {
    expect(await receive(verification())).toMatchObject({ outcome: 'invalid', reason: 'foreign' });
    await hub.poll();
    expect(await receive(verification())).toEqual({
      outcome: 'events',
      events: [],
      response: {
        status: 200,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
        body: 'c-9',
      },
    });
  });

  it.each([
    ['another feed', { 'hub.topic': 'https://other.example/' }, 'foreign'],
    ['the end of the subscription', { 'hub.mode': 'unsubscribe' }, 'foreign'],
    ['nothing', { 'hub.challenge': '' }, 'malformed'],
    ['too much', { 'hub.challenge': 'x'.repeat(5_000) }, 'malformed'],
  ])('about %s is not', async (_, query, reason) => {
    await hub.poll();
    expect(await receive(verification(query as Record<string, string>))).toMatchObject({ outcome: 'invalid', reason });
  });

  it('of a stranger cannot put the renewal off', async () => {
    await subscribe(hub, vendor);
    await receive(verification({ 'hub.lease_seconds': '999999999' }));
    await clock.advance(2_100_000);
    await hub.poll();
    expect(requests()).toHaveLength(2);
  });

  it('is not the only answer: a denial is kept for a day', async () => {
    await hub.poll();
    const denied = challenge({ 'hub.mode': 'denied', 'hub.topic': vendor.url + feedPath, 'hub.reason': 'full' });
    expect(await receive(denied)).toEqual({ outcome: 'events', events: [] });
    await clock.advance(7_200_000);
    await hub.poll();
    expect(requests()).toHaveLength(1);
    await clock.advance(86_400_000);
    await hub.poll();
    expect(requests()).toHaveLength(2);
  });
});

describe('pushed content', () => {
  beforeEach(() => subscribe(hub, vendor));

  it.each(['sha1', 'sha256', 'sha512'])('signed with %s is believed', async (method) => {
    const body = Buffer.from(rss([{ guid: 'a', text: 'x' }]));
    expect(await receive([body, sign(body, method)])).toMatchObject({
      outcome: 'events',
      events: [{ message: { id: 'a' } }],
    });
  });

  it('signed with a method that nobody should use is not', async () => {
    const body = Buffer.from(rss([{ guid: 'a' }]));
    expect(await receive([body, sign(body, 'md5')])).toMatchObject({ outcome: 'invalid', reason: 'signature_wrong' });
  });

  it('that is edited before the next poll gives the edit once, whoever tells it', async () => {
    const [first] = await pushItems({ guid: 'a', text: 'one' });
    const [second] = await pushItems({ guid: 'a', text: 'two' });
    expect([first?.message.change, second?.message.change, second?.message.id]).toEqual(['created', 'edited', 'a']);
    serveItems({ guid: 'a', text: 'two' });
    const { messages } = await hub.poll();
    expect(messages.map(({ change, revision }) => [change, revision])).toEqual([['created', '0']]);
    serveItems({ guid: 'a', text: 'three' });
    const polled = await hub.poll();
    expect(polled.messages.map(({ change, text }) => `${change} ${text}`)).toEqual(['created three', 'edited three']);
  });

  it('names items of a shared guid as a poll does', async () => {
    const item = (n: number) => ({ guid: 'same', link: `https://x.example/${n}`, text: `${n}` });
    serveItems(item(2), item(1));
    const { cursor } = await hub.poll();
    const [pushed] = await pushItems(item(3));
    serveItems(item(3), item(2), item(1));
    const { messages } = await hub.poll(cursor);
    expect(messages.map(({ id }) => id)).toEqual([pushed?.message.id]);
  });
});
