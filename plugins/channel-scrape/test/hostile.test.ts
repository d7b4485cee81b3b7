import { gzipSync } from 'node:zlib';
import { type Counterparty, FakeClock, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, pagePath, type Started, serve, serveRobots, start } from './support.ts';

let vendor: Counterparty;
let clock: FakeClock;
let hub: Started;
beforeEach(async () => {
  clock = new FakeClock();
  vendor = await startCounterparty();
  hub = await start(vendor, {}, { clock });
  serveRobots(vendor, undefined);
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const two = page([
  { id: 'b', text: 'second' },
  { id: 'a', text: 'first' },
]);
const items = (html: string) => `<html><body>${html}</body></html>`;
const codesOf = ({ notes = [] }: { notes?: readonly { code: string }[] | undefined }) => notes.map(({ code }) => code);

describe('a site in trouble', () => {
  it.each([
    [401, 'auth', 'credentials_invalid'],
    [403, 'auth', 'permission_missing'],
    [404, 'config', 'not_found_at_vendor'],
    [410, 'config', 'not_found_at_vendor'],
    [451, 'config', 'settings_invalid'],
    [500, 'unavailable', 'vendor_error'],
    [503, 'unavailable', 'vendor_error'],
    [504, 'unavailable', 'timeout'],
    [204, 'unavailable', 'answer_unreadable'],
  ])('with status %i is %s (%s)', async (status, errorClass, code) => {
    vendor.on({ path: pagePath }, { status });
    expect(await failureOf(hub.poll())).toMatchObject({ class: errorClass, code });
  });

  it.each([
    [429, '30', 30_000],
    [429, '999999999', 86_400_000],
    [503, '120', 120_000],
    [429, new Date(new FakeClock().now() + 5_000).toUTCString(), 5_000],
    [429, new Date(new FakeClock().now() - 5_000).toUTCString(), 0],
    [429, 'soon', undefined],
  ])('that answers %i with Retry-After %s is heard', async (status, after, retryAfterMs) => {
    vendor.on({ path: pagePath }, { status, headers: { 'retry-after': after } });
    const error = await failureOf(hub.poll());
    expect([error.code, error.retryAfterMs]).toEqual(['rate_limited', retryAfterMs]);
  });

  it('that answers 429 without Retry-After is heard as well', async () => {
    vendor.on({ path: pagePath }, { status: 429 });
    expect(await failureOf(hub.poll())).toMatchObject({ class: 'rate_limited' });
  });

  it('that asks to sign in, with status 200, has no items and says why, once', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    serve(vendor, items('<form><input name="user"><input type="password"></form>'));
    const second = await hub.poll(first.cursor);
    expect([second.messages, codesOf(second)]).toEqual([[], ['no_items']]);
    expect(second.notes?.[0]?.text).toMatch(/sign in/);
    serve(vendor, items('<form><!-- 2 --><input type="password"></form>'));
    const third = await hub.poll(second.cursor);
    expect(codesOf(third)).toEqual([]);
    serve(
      vendor,
      page([
        { id: 'c', text: 'third' },
        { id: 'b', text: 'second' },
      ]),
    );
    expect((await hub.poll(third.cursor)).messages.map(({ id }) => id)).toEqual(['c']);
  });

  it('whose page is made by scripts has no items, and is told that none are run', async () => {
    serve(vendor, items('<div id="app"></div><script>render()</script>'));
    expect((await hub.poll()).notes).toEqual([{ code: 'no_items', text: expect.stringMatching(/scripts/) }]);
  });

  it.each([
    ['an empty body', '', 'text/html'],
    ['plain text', 'maintenance', 'text/plain'],
    ['JSON', '{"items":[]}', 'application/json'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), 'image/png'],
  ])('that answers %s has sent no page', async (_, body, type) => {
    serve(vendor, body, { 'content-type': type });
    expect(await failureOf(hub.poll())).toMatchObject({
      code: 'answer_unreadable',
      message: expect.stringContaining(type),
    });
  });
});

describe('a body', () => {
  it('that is cut off loses nothing', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    const more = page([
      { id: 'c', text: 'third' },
      { id: 'b', text: 'second' },
    ]);
    vendor.once({ path: pagePath }, { body: more, fault: 'cut' });
    expect(await failureOf(hub.poll(first.cursor))).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, more);
    expect((await hub.poll(first.cursor)).messages.map(({ id }) => id)).toEqual(['c']);
  });

  it('that ends in the middle of an item, and says it is whole, makes no edit of that item', async () => {
    serve(vendor, two);
    const first = await hub.poll();
    const cut = two.slice(0, two.indexOf('fir') + 3);
    serve(vendor, cut);
    const second = await hub.poll(first.cursor);
    expect([second.messages, codesOf(second)]).toEqual([[], ['page_cut']]);
    serve(vendor, two);
    expect((await hub.poll(second.cursor)).messages).toEqual([]);
  });

  it('of ten million bytes, or a bomb of gzip, is refused', async () => {
    const huge = page([{ id: 'a', text: 'x'.repeat(10_000_000) }]);
    serve(vendor, huge);
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, gzipSync(Buffer.from(huge)), { 'content-encoding': 'gzip' });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, gzipSync(gzipSync(Buffer.alloc(50_000_000))), { 'content-encoding': 'gzip, gzip' });
    expect(await failureOf(hub.poll())).toMatchObject({ code: 'answer_unreadable' });
  });

  it('that trickles is given up at the deadline', async () => {
    vendor.on({ path: pagePath }, { body: two, fault: 'drip', everyMs: 5 });
    const failed = failureOf(hub.poll());
    await vendor.received(1, { path: pagePath });
    await clock.advance(31_000);
    expect(await failed).toMatchObject({ code: 'timeout' });
  });

  it('with NUL bytes and other controls is read without them', async () => {
    serve(
      vendor,
      page([{ id: 'a\u0000b\u0007', title: 'T\u0000', text: 'o\u0000ne\u001b[31m' }]).replace('<p>', '<\u0000p>'),
    );
    expect((await hub.poll()).messages).toMatchObject([{ id: 'ab', title: 'T', text: 'one[31m' }]);
  });
});

describe('a page that is a bomb', () => {
  it.each([
    ['100,000 nested elements', '<div>'.repeat(100_000), 'answer_unreadable'],
    ['100,000 nested pictures', '<svg>'.repeat(100_000), 'answer_unreadable'],
    ['580,000 tiny elements', '<i></i>'.repeat(580_000), 'answer_unreadable'],
    ['1,000,000 elements that are never closed', '<b>'.repeat(1_000_000), 'answer_unreadable'],
    ['1,000,000 elements without content', '<hr>'.repeat(1_000_000), 'answer_unreadable'],
    ['2,000,000 attributes', `<p ${'a '.repeat(2_000_000)}>`, 'answer_unreadable'],
    [
      'items inside one another, with a text that each of them has',
      `${'<article>'.repeat(500)}${'x '.repeat(1_900_000)}`,
      undefined,
    ],
    ['a text of four million blanks', `<article><p>${' '.repeat(4_000_000)}</p></article>`, undefined],
    ['four million less-than signs', `<article><p>${'<'.repeat(4_000_000)}</p></article>`, 'answer_unreadable'],
    ['a million entities', `<article><p>${'&#1;'.repeat(1_000_000)}</p></article>`, undefined],
    ['a million comments', `<article><p>a${'<!---->'.repeat(580_000)}</p></article>`, undefined],
  ])('of %s takes no more than a moment', async (_, html, code) => {
    serve(vendor, html);
    const startedAt = performance.now();
    const answer = await hub.poll().catch((error: { code: string }) => error.code);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(typeof answer === 'string' ? answer : undefined).toBe(code);
  });
});

describe('selectors that take too long', () => {
  const deep = `${'<div>'.repeat(400)}x${'</div>'.repeat(400)}`.repeat(50);

  it.each([
    '.a div div div div div div',
    ':is(.a :is(div div) div) div div',
    'div:has(div:not(:has(div div div b))) b, .a div div div div',
    ':contains("y") div',
    'div:nth-last-child(3n+1) .a div div div div',
  ])('such as %s end, and blame the settings', async (itemSelector) => {
    await using costly = await start(vendor, { itemSelector });
    serve(vendor, deep);
    const startedAt = performance.now();
    const error = await failureOf(costly.poll().then(({ messages }) => ({ messages })));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(error).toMatchObject({ class: 'config', message: expect.stringMatching(/selectors take too long/) });
  });
});

describe('wrong charsets', () => {
  const win1252 = Buffer.from(page([{ id: 'a', text: '5 \u20ac caf\u00e9' }]).replace('\u20ac', '\u0080'), 'latin1');
  const utf8 = Buffer.from(page([{ id: 'a', text: '5 \u20ac caf\u00e9' }]));

  it.each([
    ['no label, windows-1252', win1252, 'text/html', []],
    ['no label, UTF-8', utf8, 'text/html', []],
    ['a label that nobody knows, windows-1252', win1252, 'text/html; charset=klingon', ['charset_wrong']],
    ['a label that nobody may use, windows-1252', win1252, 'text/html; charset=iso-2022-kr', ['charset_wrong']],
    ['iso-8859-1, as browsers read it', win1252, 'text/html; charset=iso-8859-1', []],
  ])('%s is read', async (_, body, type, codes) => {
    serve(vendor, body, { 'content-type': type });
    const answer = await hub.poll();
    expect([answer.messages[0]?.text, codesOf(answer)]).toEqual(['5 \u20ac caf\u00e9', codes]);
  });

  it('UTF-8 that is none is read with marks where it is broken, and noted', async () => {
    serve(vendor, win1252, { 'content-type': 'text/html; charset=utf-8' });
    const answer = await hub.poll();
    expect([answer.messages[0]?.text, codesOf(answer)]).toEqual(['5 \ufffd caf\ufffd', ['charset_wrong']]);
  });
});
