import { type Counterparty, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FixtureItem, rss, type Started, serve, start } from './support.ts';

let vendor: Counterparty;
let hub: Started;
let cursor: string | undefined;
beforeEach(async () => {
  vendor = await startCounterparty();
  hub = await start(vendor);
  cursor = undefined;
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

async function next(...items: FixtureItem[]) {
  serve(vendor, rss(items));
  const answer = await hub.poll(cursor, 1_000);
  cursor = answer.cursor;
  return answer;
}
const brief = ({ messages }: { messages: readonly { id: string; change: string; text: string }[] }) =>
  messages.map(({ id, change, text }) => `${change} ${id} ${text}`);

describe('ids', () => {
  it('are the guid, else the link, else a hash; a very long one is hashed', async () => {
    const { messages } = await next(
      { guid: 'g', link: 'https://x.example/1' },
      { link: 'https://x.example/2' },
      { title: 'T', text: 'one' },
      { guid: 'l'.repeat(2_000) },
    );
    expect(messages.map(({ id }) => id).toReversed()).toEqual([
      'g',
      'https://x.example/2',
      expect.stringMatching(/^item-[\w-]{32}$/),
      expect.stringMatching(/^sha256-[\w-]{43}$/),
    ]);
  });
});

describe('edits', () => {
  it('carry the id of the message, with a new revision each time, back to an earlier text included', async () => {
    await next({ guid: 'a', text: 'one' });
    const revisions: string[] = [];
    for (const text of ['two', 'one', 'two']) {
      const { messages } = await next({ guid: 'a', text });
      expect(messages).toMatchObject([{ id: 'a', change: 'edited', text }]);
      revisions.push(messages[0]?.revision ?? '');
    }
    expect(new Set([...revisions, '0']).size).toBe(4);
  });

  it('of addresses alone are none', async () => {
    await next({ guid: 'a', link: 'https://x.example/1?sig=1', text: 'one' });
    expect((await next({ guid: 'a', link: 'https://x.example/1?sig=2', text: 'one' })).messages).toEqual([]);
  });
});

describe('guids made anew', () => {
  const item = { link: 'https://x.example/1', title: 'T', date: '2026-01-01', text: 'one' };

  it('do not make an item new, and a later edit has the first id', async () => {
    await next({ ...item, guid: 'r1' });
    const again = await next({ ...item, guid: 'r2' });
    expect([again.messages, again.notes?.[0]?.code]).toEqual([[], 'guids_regenerated']);
    expect(brief(await next({ ...item, guid: 'r2', text: 'two' }))).toEqual(['edited r1 two']);
    expect(brief(await next({ ...item, guid: 'r3', text: 'three' }))).toEqual(['edited r1 three']);
  });

  it('with a new date are still recognised by a link of their own', async () => {
    await next({ ...item, guid: 'r1' });
    expect((await next({ ...item, guid: 'r2', date: '2026-01-03' })).messages).toEqual([]);
  });

  it('are new items where the same words are said again without a link of their own', async () => {
    const { link: _link, ...words } = item;
    await next({ ...words, guid: 'm1' });
    expect(brief(await next({ ...words, guid: 'm2', date: '2026-01-02' }))).toEqual(['created m2 one']);
    expect(
      brief(await next({ ...words, guid: 'm3', date: '2026-01-03' }, { ...words, guid: 'm2', date: '2026-01-02' })),
    ).toEqual(['created m3 one']);
  });
});

describe('a guid shared by several items', () => {
  const item = (n: number) => ({ guid: 'same', link: `https://x.example/${n}`, text: `text ${n}` });

  it('tells them apart, and keeps their names when only one is left', async () => {
    const first = await next(item(2), item(1));
    expect(new Set(first.messages.map(({ id }) => id)).size).toBe(2);
    expect(brief(await next(item(3), item(2), item(1)))).toEqual([expect.stringMatching(/^created same::\S+ text 3$/)]);
    expect((await next(item(3))).messages).toEqual([]);
  });

  it('that was one item’s alone before leaves that item its name', async () => {
    await next(item(1));
    expect(brief(await next(item(2), item(1)))).toEqual([expect.stringMatching(/^created same::\S+ text 2$/)]);
    expect((await next(item(2), item(1))).messages).toEqual([]);
  });
});

describe('the window', () => {
  const dated = (n: number) => ({
    guid: `g${n}`,
    date: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    text: `${n}`,
  });

  it('forgets what has long left the feed, and does not give it as new when it comes back', async () => {
    for (let n = 0; n < 300; n += 50)
      await next(...Array.from({ length: 50 }, (_, index) => dated(n + index)).toReversed());
    expect(cursor).not.toContain('"g3"');
    const back = await next(dated(301), dated(3));
    expect(brief(back)).toEqual(['created g301 301']);
    expect(back.notes?.map(({ code }) => code)).toEqual(['items_older_than_window']);
  });

  it('is not closed by a date in the future', async () => {
    await next({ guid: 'late', date: '2199-01-01', text: 'x' });
    for (let n = 0; n < 300; n += 50) await next(...Array.from({ length: 50 }, (_, index) => dated(n + index)));
    expect(brief(await next(dated(400)))).toEqual(['created g400 400']);
  });

  it('lets items go and come back meanwhile', async () => {
    await next(dated(2), dated(1));
    await next(dated(2));
    expect((await next(dated(2), dated(1))).messages).toEqual([]);
  });
});

it('the same cursor gives the same messages again', async () => {
  const first = await next({ guid: 'a', text: 'one' });
  serve(
    vendor,
    rss([
      { guid: 'b', text: 'new' },
      { guid: 'a', text: 'changed' },
    ]),
  );
  const once = await hub.poll(first.cursor);
  expect(await hub.poll(first.cursor)).toEqual(once);
  expect(brief(once)).toEqual([expect.stringMatching(/edited a/), 'created b new']);
});
