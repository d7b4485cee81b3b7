import { type Counterparty, failureOf, startCounterparty } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFeed } from '../src/feed/parse-feed.ts';
import { type FixtureItem, rss, type Started, serve, start } from './support.ts';

let vendor: Counterparty;
let hub: Started;
beforeEach(async () => {
  vendor = await startCounterparty();
  hub = await start(vendor);
});
afterEach(async () => {
  await hub.dispose();
  await vendor.dispose();
});

const a = { guid: 'a', text: 'one', date: '2026-01-01' };
const b = { guid: 'b', text: 'two', date: '2026-01-02' };
const texts = ({ messages }: { messages: readonly { text: string }[] }) => messages.map(({ text }) => text);

describe('a document made to cost', () => {
  const fill = (unit: string, size = 8_000_000) => unit.repeat(Math.floor(size / unit.length));
  const channelOf = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;
  const declare = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `xmlns:${prefix}${index}="u"`).join(' ');
  const outcome = (body: string) => {
    try {
      return parseFeed({ body: Buffer.from(body), contentType: undefined, address: 'https://x.example/' }).items.length;
    } catch (error) {
      return (error as { fault?: { kind: string } }).fault?.kind;
    }
  };
  const entities = Array.from({ length: 60 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(20)}">`).join('');

  it.each([
    [
      'entities within entities',
      `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]>${channelOf('<item><title>&e60;</title></item>')}`,
      1,
    ],
    [
      'an entity of eight megabytes',
      `<!DOCTYPE rss [<!ENTITY x "${fill('x')}">]>${channelOf('<item><title>&x;&x;</title></item>')}`,
      1,
    ],
    [
      'declarations within declarations',
      channelOf(
        `${Array.from({ length: 200 }, (_, n) => `<x ${declare(`n${n}_`, 1_000)}>`).join('')}${'</x>'.repeat(200)}`,
      ),
      'too_deep',
    ],
    ['a list of a million empty items', `{"items":[${fill('{},')}{}]}`, 'too_deep'],
    ['lists within lists', `{"items":${'['.repeat(3_000_000)}${']'.repeat(3_000_000)}}`, 'too_deep'],
    ['more items than any feed', channelOf(fill('<item><guid>a</guid></item>', 700_000)), 'too_deep'],
    ['the same in JSON', `{"items":[${fill('{"id":"1"},', 400_000)}{}]}`, 'too_deep'],
    [
      'half a million attributes',
      channelOf(`<item ${Array.from({ length: 400_000 }, (_, n) => `a${n}=""`).join(' ')}/>`),
      'too_deep',
    ],
    ['brackets that open nothing', channelOf(`<item><description><![CDATA[${fill('<')}]]></description></item>`), 1],
    ['comments that end nowhere', channelOf(`<item><description><![CDATA[${fill('<!-- ')}]]></description></item>`), 1],
    ['breaks alone', channelOf(`<item><description><![CDATA[${fill('<br>')}]]></description></item>`), 1],
    [
      'addresses of hubs',
      channelOf(
        Array.from({ length: 70_000 }, (_, n) => `<atom:link rel="hub" href="http://x.example/${n}"/>`).join(''),
      ),
      0,
    ],
    ['quotation marks in JSON that end nowhere', `{"items":[],"x":"${fill('\\"')}`, 'cut'],
  ])('of %s is read or refused without delay', (_what, body, expected) => {
    expect(outcome(body)).toBe(expected);
  });

  it('does not cost the feed its place: the next document is read', async () => {
    serve(vendor, rss([a]));
    const { cursor } = await hub.poll();
    serve(vendor, `{"items":[${fill('{},')}{}]}`, { 'content-type': 'application/json' });
    expect(await failureOf(hub.poll(cursor))).toMatchObject({ code: 'answer_unreadable' });
    serve(vendor, rss([b, a]));
    expect(texts(await hub.poll(cursor))).toEqual(['two']);
  });
});

describe('a charset', () => {
  it.each([
    ['of mail', 'utf-7'],
    ['that would read anything as another text', 'iso-2022-kr'],
    ['of one’s own', 'x-user-defined'],
    ['that is no name', '\u00e4'],
    ['that is a path', '../../etc/passwd'],
    ['of five thousand letters', 'x'.repeat(5_000)],
  ])('%s leaves the text readable', async (_what, label) => {
    const type = `application/xml; charset=${encodeURI(label)}`;
    serve(vendor, Buffer.from(rss([{ guid: 'a', text: 'Gold +5 \u20ac' }])), { 'content-type': type });
    expect(texts(await hub.poll())).toEqual(['Gold +5 \u20ac']);
  });

  it('that changes from poll to poll makes no edit of what says the same', async () => {
    const text = 'Preis \u20ac f\u00fcr \u00d6l';
    serve(vendor, rss([{ guid: 'a', text }]), { 'content-type': 'application/xml; charset=utf-8' });
    const { cursor } = await hub.poll();
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss([{ guid: 'a', text }]), 'utf16le')]);
    serve(vendor, wide, { 'content-type': 'application/xml; charset=iso-8859-1' });
    expect((await hub.poll(cursor)).messages).toEqual([]);
  });
});

describe('guids', () => {
  async function next(cursor: string | undefined, ...items: FixtureItem[]) {
    serve(vendor, rss(items));
    return hub.poll(cursor);
  }

  it('used again for something else give what is said then, as an edit, so that nothing is lost', async () => {
    let { cursor } = await next(undefined, {
      guid: 'latest',
      link: 'https://x.example/1',
      text: 'BUY',
      date: '2026-01-01',
    });
    const revisions = new Set(['0']);
    for (const text of ['SELL', 'BUY', 'CLOSE', 'BUY']) {
      const answer = await next(cursor, {
        guid: 'latest',
        link: `https://x.example/${revisions.size}`,
        text,
        date: '2026-01-02',
      });
      expect(answer.messages).toMatchObject([{ id: 'latest', change: 'edited', text }]);
      revisions.add(answer.messages[0]?.revision ?? '');
      cursor = answer.cursor;
    }
    expect(revisions.size).toBe(5);
  });

  it('of all items made anew with every poll give no item twice', async () => {
    const items = (run: number) =>
      Array.from({ length: 30 }, (_, n) => ({
        guid: `${run}-${n}`,
        link: `https://x.example/${n}`,
        text: `number ${n}`,
        date: `2026-01-${String(n + 1).padStart(2, '0')}`,
      }));
    let { cursor } = await next(undefined, ...items(0));
    for (let run = 1; run <= 10; run++) {
      const answer = await next(cursor, ...items(run));
      expect(answer.messages).toEqual([]);
      cursor = answer.cursor;
    }
  });

  it('of NUL, of halves of characters and of a megabyte name an item all the same, and one each', async () => {
    const odd = ['\u0000', 'a\u0000b', 'x'.repeat(1_000_000), ' ', '__proto__', 'constructor', '::', 'a::AAAAAAAAAA'];
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: odd.map((id, n) => ({ id, content_text: `number ${n}` })),
    };
    serve(vendor, JSON.stringify(feed).replace('"::"', String.raw`"\ud800"`), { 'content-type': 'application/json' });
    const { messages, cursor } = await hub.poll();
    expect(new Set(messages.map(({ id }) => id)).size).toBe(odd.length);
    expect((await hub.poll(cursor)).messages).toEqual([]);
  });
});
