import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Counterparty, checkSettingsFile, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { type FixtureItem, page, pagePath, pageRequests, type Started, serve, serveRobots, start } from './support.ts';

let vendor: Counterparty;
let hub: Started;
let cursor: string | undefined;
beforeEach(async () => {
  vendor = await startCounterparty();
  hub = await start(vendor);
  serveRobots(vendor, undefined);
  cursor = undefined;
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const two = page([
  { id: 'b', title: 'B', link: '/news/b', date: '2026-01-02T10:00:00+01:00', author: 'Ada', text: 'second' },
  { id: 'a', title: 'A', date: '2026-01-01', text: 'first' },
]);

async function next(...items: FixtureItem[]) {
  serve(vendor, page(items));
  const answer = await hub.poll(cursor, { limit: 1_000 });
  cursor = answer.cursor;
  return answer;
}
const brief = ({ messages }: { messages: readonly { id: string; change: string; text: string }[] }) =>
  messages.map(({ id, change, text }) => `${change} ${id} ${text}`);

describe('settings', () => {
  it('are committed as the schema that the code makes', () =>
    checkSettingsFile(plugin, new URL('../settings.schema.json', import.meta.url)));

  it.each([
    ['itemSelector', 'article['],
    ['itemSelector', ' '],
    ['textSelector', 'p:nth-child(often)'],
    ['titleSelector', 'h2:unheard-of'],
    ['linkSelector', 'a@href, b@href'],
    ['dateSelector', 'time::before'],
    ['authorSelector', 'a || b'],
    ['idSelector', ')'],
    ['nextPageSelector', '$'],
  ])('%s reading %j is refused by name, before anything is asked for', async (name, selector) => {
    await using wrong = await start(vendor, { [name]: selector });
    expect(await failureOf(wrong.poll())).toMatchObject({
      class: 'config',
      code: 'settings_invalid',
      message: expect.stringContaining(`${name}: `),
      details: { settings: [name] },
    });
    expect(vendor.requests).toEqual([]);
  });
});

describe('a poll', () => {
  it('gives what there is, oldest first, and nothing when it is repeated', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    expect(first).toMatchObject({ more: false, retryAfterMs: 1_000 });
    expect(first.messages).toEqual([
      expect.objectContaining({ id: 'a', sentAt: '2026-01-01T00:00:00.000Z' }),
      {
        id: 'b',
        change: 'created',
        revision: '0',
        chat: { id: vendor.url + pagePath, title: 'News' },
        author: { name: 'Ada' },
        sentAt: '2026-01-02T09:00:00.000Z',
        title: 'B',
        text: 'second',
        link: `${vendor.url}/news/b`,
        attachments: [],
      },
    ]);
    expect(await hub.poll(first.cursor)).toEqual({
      messages: [],
      cursor: first.cursor,
      more: false,
      retryAfterMs: 1_000,
    });
  });

  it('orders by the page where there are no dates, from whichever end the settings say', async () => {
    const ids = async (newestFirst: boolean) => {
      await using started = await start(vendor, { newestFirst });
      serve(vendor, page([{ id: '1' }, { id: '2' }, { id: '3' }]));
      return (await started.poll()).messages.map(({ id }) => id);
    };
    expect([await ids(true), await ids(false)]).toEqual([
      ['3', '2', '1'],
      ['1', '2', '3'],
    ]);
  });

  it('reads the newest items up to the most that the settings allow, and says so once', async () => {
    await using few = await start(vendor, { mostItems: 2 });
    serve(vendor, page([{ id: '3' }, { id: '2' }, { id: '1' }]));
    const first = await few.poll();
    expect([first.messages.map(({ id }) => id), first.notes?.map(({ code }) => code)]).toEqual([
      ['2', '3'],
      ['items_beyond_limit'],
    ]);
    serve(vendor, page([{ id: '4' }, { id: '3' }, { id: '2' }, { id: '1' }]));
    expect(await few.poll(first.cursor)).toMatchObject({ messages: [{ id: '4' }] });
    expect((await few.poll(first.cursor)).notes).toBeUndefined();
  });

  it('with a limit gives the rest next time, whatever the validators say', async () => {
    serve(vendor, two, { etag: '"1"' });
    const first = await hub.poll(undefined, { limit: 1 });
    expect([first.messages.map(({ id }) => id), first.more]).toEqual([['a'], true]);
    const second = await hub.poll(first.cursor, { limit: 1 });
    expect([second.messages.map(({ id }) => id), second.more]).toEqual([['b'], false]);
    expect(pageRequests(vendor)[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('asks with the validators it was given, and takes 304 for unchanged', async () => {
    serve(vendor, two, { etag: 'W/"x"', 'last-modified': 'Thu, 15 Jan 2026 10:00:00 GMT' });
    const first = await hub.poll();
    vendor.on({ path: pagePath }, { status: 304 });
    expect((await hub.poll(first.cursor)).messages).toEqual([]);
    expect(pageRequests(vendor)[1]?.headers).toMatchObject({
      'if-none-match': 'W/"x"',
      'if-modified-since': 'Thu, 15 Jan 2026 10:00:00 GMT',
    });
  });

  it('does not take a 304 that it did not ask for', async () => {
    vendor.on({ path: pagePath }, { status: 304 });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
  });

  it('asks again when 304 comes from another address than the validators', async () => {
    serve(vendor, two, { etag: '"1"' });
    const first = await hub.poll();
    vendor.on({ path: pagePath }, { status: 302, headers: { location: '/moved' } });
    vendor.on({ path: '/moved' }, ({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304 } : { body: page([{ id: 'c', text: 'third' }]) },
    );
    expect(brief(await hub.poll(first.cursor))).toEqual(['created c third']);
  });

  it('does not read the same bytes again where there are no validators', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    const second = await hub.poll(first.cursor);
    expect(second.cursor).toBe(first.cursor);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('reads %s', async (encoding, compress) => {
    serve(vendor, compress(Buffer.from(two)), { 'content-encoding': encoding });
    expect((await hub.poll()).messages).toHaveLength(2);
  });

  it('starts over, and says so, when the stored cursor cannot be read', async () => {
    serve(vendor, two);
    for (const text of ['{"v":9}', '[]', 'null', 'x', '{"v":1,"source":"","reading":"","noted":[],"seen":[[1]]}']) {
      const again = await hub.poll(text);
      expect([again.messages.length, again.notes?.[0]?.code]).toEqual([2, 'cursor_unreadable']);
    }
  });

  it('of a thousand items with long ids keeps the cursor within the contract', async () => {
    await using many = await start(vendor, { mostItems: 1_000 });
    serve(vendor, page(Array.from({ length: 1_100 }, (_, index) => ({ id: `${'i'.repeat(300)}${index}` }))));
    const first = await many.poll(undefined, { limit: 1_000 });
    expect([first.messages.length, first.cursor.length < 262_144]).toEqual([1_000, true]);
    expect((await many.poll(first.cursor, { limit: 1_000 })).messages).toEqual([]);
  });
});

describe('ids', () => {
  it('are what the page says, else the link, else a hash; a very long one is hashed', async () => {
    const { messages } = await next(
      { id: 'g', link: '/1' },
      { link: '/2' },
      { title: 'T', text: 'one' },
      { id: 'l'.repeat(2_000) },
    );
    expect(messages.map(({ id }) => id).toReversed()).toEqual([
      'g',
      `${vendor.url}/2`,
      expect.stringMatching(/^item-[\w-]{32}$/),
      expect.stringMatching(/^sha256-[\w-]{43}$/),
    ]);
  });

  it('shared by several items are told apart and noted, and keep their names when only one is left', async () => {
    const item = (n: number) => ({ id: 'same', link: `/${n}`, text: `text ${n}` });
    const first = await next(item(2), item(1));
    expect([new Set(first.messages.map(({ id }) => id)).size, first.notes?.map(({ code }) => code)]).toEqual([
      2,
      ['ids_shared'],
    ]);
    expect(brief(await next(item(3), item(2), item(1)))).toEqual([expect.stringMatching(/^created same::\S+ text 3$/)]);
    expect((await next(item(3))).messages).toEqual([]);
  });

  it('of one item alone stay its own when another comes to share it', async () => {
    const item = (n: number) => ({ id: 'same', link: `/${n}`, text: `text ${n}` });
    await next(item(1));
    expect(brief(await next(item(2), item(1)))).toEqual([expect.stringMatching(/^created same::\S+ text 2$/)]);
    expect((await next(item(2), item(1))).messages).toEqual([]);
  });

  it('of an item that is on the page twice give one message', async () => {
    expect((await next({ id: 'a', text: 'x' }, { id: 'a', text: 'x' })).messages).toHaveLength(1);
  });
});

describe('edits', () => {
  it('carry the id of the message, with a new revision each time, back to an earlier text included', async () => {
    await next({ id: 'a', text: 'one', date: '2026-01-01' });
    const revisions: string[] = [];
    for (const text of ['two', 'one', 'two']) {
      const { messages } = await next({ id: 'a', text, date: '2026-01-01' });
      expect(messages).toMatchObject([{ id: 'a', change: 'edited', text }]);
      expect(messages[0]?.sentAt).toBeUndefined();
      revisions.push(messages[0]?.revision ?? '');
    }
    expect(new Set([...revisions, '0']).size).toBe(4);
  });

  it('of addresses alone are none', async () => {
    await next({ id: 'a', link: '/1?sig=1', text: 'one' });
    expect((await next({ id: 'a', link: '/1?sig=2', text: 'one' })).messages).toEqual([]);
  });

  it('are passed over where the settings say so', async () => {
    await using blind = await start(vendor, { noticeEdits: false });
    serve(vendor, page([{ id: 'a', text: 'one' }]));
    const first = await blind.poll();
    serve(
      vendor,
      page([
        { id: 'b', text: 'new' },
        { id: 'a', text: 'two' },
      ]),
    );
    expect(brief(await blind.poll(first.cursor))).toEqual(['created b new']);
  });

  it('are not what changed selectors make of the items', async () => {
    serve(vendor, page([{ id: 'a', title: 'A', text: 'one' }]));
    const first = await hub.poll();
    await using other = await start(vendor, { textSelector: 'h2' });
    serve(
      vendor,
      page([
        { id: 'b', title: 'B', text: 'two' },
        { id: 'a', title: 'A', text: 'one' },
      ]),
    );
    const second = await other.poll(first.cursor);
    expect(brief(second)).toEqual(['created b B']);
    serve(vendor, page([{ id: 'a', title: 'A2', text: 'one' }]));
    expect(brief(await other.poll(second.cursor))).toEqual(['edited a A2']);
  });
});

describe('the window', () => {
  const dated = (n: number) => ({
    id: `g${n}`,
    date: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    text: `${n}`,
  });

  it('lets items go without a word, and come back', async () => {
    await next(dated(2), dated(1));
    expect((await next(dated(2))).messages).toEqual([]);
    expect((await next(dated(2), dated(1))).messages).toEqual([]);
  });

  it('forgets what has long left the page, and does not give it as new when it comes back', async () => {
    for (let n = 0; n < 1_400; n += 200)
      await next(...Array.from({ length: 200 }, (_, index) => dated(n + index)).toReversed());
    expect(cursor).not.toContain('"g3"');
    const back = await next(dated(1_401), dated(3));
    expect(brief(back)).toEqual(['created g1401 1401']);
    expect(back.notes?.map(({ code }) => code)).toEqual(['items_older_than_window']);
  });

  it('is not closed by a date in the future', async () => {
    await next({ id: 'late', date: '2199-01-01', text: 'x' });
    for (let n = 0; n < 1_400; n += 200) await next(...Array.from({ length: 200 }, (_, index) => dated(n + index)));
    expect(brief(await next(dated(1_500)))).toEqual(['created g1500 1500']);
  });
});

describe('a date that cannot be read', () => {
  it('leaves the message without a time, and is noted once', async () => {
    const first = await next({ id: 'a', date: 'an hour ago' }, { id: 'b', date: 'yesterday' });
    expect(first.messages.map(({ sentAt }) => sentAt)).toEqual([undefined, undefined]);
    expect(first.notes?.map(({ code }) => code)).toEqual(['date_unreadable']);
    expect((await next({ id: 'c', date: 'just now' })).notes).toBeUndefined();
    expect((await next({ id: 'd', date: '2026-01-01' })).notes).toBeUndefined();
    expect((await next({ id: 'e', date: 'soon' })).notes?.map(({ code }) => code)).toEqual(['date_unreadable']);
  });
});

it('the same cursor gives the same messages again', async () => {
  const first = await next({ id: 'a', text: 'one' });
  serve(
    vendor,
    page([
      { id: 'b', text: 'new' },
      { id: 'a', text: 'changed' },
    ]),
  );
  const once = await hub.poll(first.cursor);
  expect(await hub.poll(first.cursor)).toEqual(once);
  expect(brief(once)).toEqual(['edited a changed', 'created b new']);
});
