import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../src/feed/feed.ts';
import { parseFeed } from '../src/feed/parse-feed.ts';

const address = 'https://base.example/dir/feed';

function file(name: string): Uint8Array {
  return readFileSync(new URL(`feeds/${name}`, import.meta.url));
}
function parse(body: string | Uint8Array, contentType?: string): Feed {
  return parseFeed({ body: typeof body === 'string' ? Buffer.from(body) : body, contentType, address });
}
function rss(items: string, head = ''): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${head}${items}</channel></rss>`;
}
function failure(body: string | Uint8Array) {
  try {
    parse(body);
  } catch (error) {
    return (error as { fault?: unknown }).fault;
  }
  throw new Error('A FeedError was expected.');
}

describe('RSS', () => {
  it('2.0 with its modules gives text, link, author, date and files as a reader has them', () => {
    const feed = parse(file('rss-2.0.xml'));
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Harbour Notes & Tides',
      hubs: ['https://hub.example/'],
      self: 'https://harbour.example/feed.xml',
      pauseMs: 900_000,
    });
    const [third, second, first] = feed.items;
    expect(third).toEqual({
      guid: 'note-3',
      link: 'https://base.example/notes/3',
      title: 'Low water at the north pier',
      text: 'The pier is closed from 14:00 on.\n\n• Ferries use berth 2\n• Divers stay out\n\nAsk the office — €5 a copy.',
      author: 'Ada Lindqvist',
      publishedAt: '2026-01-15T10:30:00.000Z',
      updatedAt: undefined,
      replyTo: undefined,
      attachments: [
        { kind: 'audio', url: 'https://harbour.example/audio/3.mp3', mediaType: 'audio/mpeg', sizeBytes: 48_213 },
        { kind: 'image', url: 'https://base.example/img/pier.jpg' },
      ],
    });
    expect(second).toMatchObject({
      link: 'https://harbour.example/notes/2',
      text: 'BUY rope 12.50\nsell tar 3.20',
      author: 'Bo Ek',
      publishedAt: '2026-01-14T08:05:00.000Z',
      attachments: [{ kind: 'video', url: 'https://harbour.example/v/2.mp4', sizeBytes: 900 }],
    });
    expect(first).toMatchObject({ guid: undefined, title: undefined, publishedAt: undefined });
  });

  it('0.90 and 1.0 are read from RDF, whatever prefixes they use', () => {
    expect(parse(file('rss-0.90.xml')).items.map(({ title }) => title)).toEqual(['Lantern one', 'Lantern two']);
    const feed = parse(file('rss-1.0.rdf'));
    expect(feed).toMatchObject({ format: 'rdf', title: 'Orchard', pauseMs: 1_800_000 });
    expect(feed.items).toEqual([
      expect.objectContaining({ text: 'First.\n\nSecond.', author: 'Ines', publishedAt: '2026-01-10T07:00:00.000Z' }),
    ]);
  });

  it('0.91 with a document type and 0.92 without titles are read', () => {
    expect(parse(file('rss-0.91.xml')).items[0]).toMatchObject({ title: 'Rye is ready', text: 'Forty sacks & more.' });
    expect(parse(file('rss-0.92.xml')).items[0]).toMatchObject({
      title: undefined,
      text: 'A recording without a title.',
      attachments: [{ kind: 'audio' }],
    });
  });

  it('with undeclared prefixes, unescaped markup and HTML entities is read all the same', () => {
    const feed = parse(
      rss('<item><dc:creator>Jo</dc:creator><description>a &nbsp; b <b>bold</b><br>next</description></item>'),
    );
    expect(feed.items[0]).toMatchObject({ author: 'Jo', text: 'a b bold\nnext' });
  });
});

describe('Atom', () => {
  it('1.0 resolves addresses by xml:base and reads XHTML, HTML and text', () => {
    const feed = parse(file('atom-1.0.xml'));
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'Night & day',
      self: 'https://observatory.example/log/feed.atom',
    });
    expect(feed.items).toEqual([
      {
        guid: 'tag:observatory.example,2026:log-2',
        link: 'https://observatory.example/log/2026/second.html',
        title: 'Clear <sky>',
        text: 'Stars: many.\nClouds: none.',
        author: 'Vera',
        publishedAt: '2026-01-12T03:00:00.500Z',
        updatedAt: '2026-01-12T08:00:00.000Z',
        replyTo: 'tag:observatory.example,2026:log-1',
        attachments: [
          {
            kind: 'image',
            url: 'https://observatory.example/log/2026/sky.png',
            mediaType: 'image/png',
            sizeBytes: 1_200,
            name: 'The sky',
          },
          { kind: 'image', url: 'https://observatory.example/log/2026/m31.jpg' },
        ],
      },
      expect.objectContaining({
        link: 'https://observatory.example/log/first.html',
        text: '1 < 2\nand a second line',
        publishedAt: '2026-01-10T08:00:00.000Z',
      }),
    ]);
  });

  it('0.3 is read with its modes', () => {
    expect(parse(file('atom-0.3.xml')).items[0]).toMatchObject({
      title: 'Glaze & ash',
      text: 'Fired twice.',
      publishedAt: '2026-01-01T10:00:00.000Z',
      updatedAt: '2026-01-02T10:00:00.000Z',
    });
  });

  it('without its namespace is read', () => {
    expect(parse('<feed><entry><id>1</id><title>A</title></entry></feed>').items[0]).toMatchObject({ guid: '1' });
  });
});

describe('JSON Feed', () => {
  it('1.1 and 1 are read; numbers as ids are taken as text', () => {
    const feed = parse(file('json-feed-1.1.json'));
    expect(feed).toMatchObject({ format: 'json', title: 'Workshop', hubs: ['https://hub.example/'] });
    expect(feed.items).toEqual([
      expect.objectContaining({
        guid: 'w-2',
        link: 'https://base.example/chair',
        text: 'Four legs.',
        author: 'Nils',
        attachments: [
          expect.objectContaining({ kind: 'document', name: 'Plan', sizeBytes: 2_048 }),
          { kind: 'image', url: 'https://base.example/chair.webp' },
        ],
      }),
      expect.objectContaining({ guid: '1', text: 'Plain <not markup>\nsecond line', author: 'Old Style' }),
    ]);
  });
});

describe('encodings', () => {
  const declared = (label: string) =>
    rss('<item><title>Preis 5 € für Öl</title></item>').replace('?>', ` encoding="${label}"?>`);
  const titleOf = (feed: Feed) => feed.items[0]?.title;
  /** Bytes of one-byte encodings, made from a table of the characters used here. */
  const oneByte = (text: string, table: Record<string, number>) =>
    Buffer.from(Array.from(text, (char) => table[char] ?? char.charCodeAt(0)));

  it.each(['windows-1252', 'ISO-8859-1'])('%s is found in the declaration', (label) => {
    expect(titleOf(parse(oneByte(declared(label), { '€': 0x80 })))).toBe('Preis 5 € für Öl');
  });

  it('koi8-r is found in the header', () => {
    const body = oneByte(rss('<item><title>Да</title></item>'), { Д: 0xe4, а: 0xc1 });
    expect(titleOf(parse(body, 'application/xml; charset=KOI8-R'))).toBe('Да');
  });

  it('UTF-16 is found by its mark, and without one by its zeros', () => {
    const text = declared('utf-16');
    const little = Buffer.from(text, 'utf16le');
    expect(titleOf(parse(Buffer.concat([Buffer.from([0xff, 0xfe]), little])))).toBe('Preis 5 € für Öl');
    expect(titleOf(parse(little))).toBe('Preis 5 € für Öl');
    expect(titleOf(parse(Buffer.from(little).swap16()))).toBe('Preis 5 € für Öl');
  });

  it('UTF-8 that a header calls latin-1 is UTF-8 when the document says so', () => {
    const feed = parse(declared('utf-8'), 'text/xml; charset=iso-8859-1');
    expect([titleOf(feed), feed.notes]).toEqual(['Preis 5 € für Öl', []]);
  });

  it('a label that the bytes contradict, or nobody knows, is passed over and noted', () => {
    const wrong = parse(oneByte(declared('utf-8'), { '€': 0x80 }));
    expect([titleOf(wrong), wrong.notes[0]?.code]).toEqual(['Preis 5 € für Öl', 'charset_wrong']);
    expect(titleOf(parse(declared('x-nonsense')))).toBe('Preis 5 € für Öl');
  });
});

describe('hostile and broken documents', () => {
  it('declared entities are not expanded, external ones not asked for', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss version="2.0"><channel><item><title>&b;&x;</title><description>ok</description></item></channel></rss>`;
    const item = parse(bomb).items[0];
    expect(item).toMatchObject({ text: 'ok' });
    expect(item?.title).toBe('&b;&x;');
  });

  it('a thousand levels, and a million elements, are refused at once', () => {
    expect(failure(rss('<a>'.repeat(1_000) + '</a>'.repeat(1_000)))).toEqual({ kind: 'too_deep' });
    expect(failure(rss('<a/>'.repeat(1_000_000)))).toEqual({ kind: 'too_deep' });
  });

  it('HTML nested a hundred thousand times gives what was read before, at once', () => {
    const html = `seen ${'<b>'.repeat(100_000)}unseen`;
    expect(parse(rss(`<item><description><![CDATA[${html}]]></description></item>`)).items[0]?.text).toBe('seen');
  });

  it('an item of six million characters is cut at the contract’s limit', () => {
    const feed = parse(rss(`<item><description>${'word '.repeat(1_200_000)}</description></item>`));
    expect(feed.items[0]?.text.length).toBeLessThanOrEqual(262_144);
  });

  it('half a million blanks take no noticeable time', () => {
    const blanks = ' '.repeat(500_000);
    expect(
      parse(rss(`<item><title>a${blanks}b</title><description>${blanks}x</description></item>`)).items,
    ).toHaveLength(1);
  });

  it('a document that ends too early is cut off, wherever it ends', () => {
    const whole = file('rss-2.0.xml').toString();
    for (const end of [whole.length - 8, 1_500, 900, 420])
      expect(failure(whole.slice(0, end))).toEqual({ kind: 'cut' });
    expect(failure('{"items": [{"id": "1"')).toEqual({ kind: 'cut' });
  });

  it.each([
    '',
    '   ',
    'Service unavailable',
    '[1,2]',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '{"a":1}',
    '\u0000\u0001',
  ])('%j is no feed', (text) => {
    expect(failure(text)).toMatchObject({ kind: expect.stringMatching(/garbage|cut/) });
  });

  it('a web page is told from a feed, and its feed found', () => {
    expect(failure(file('web-page.html'))).toEqual({ kind: 'web_page', feedAddress: 'https://base.example/feed.xml' });
    expect(failure('<html><body>Hi</body></html>')).toEqual({ kind: 'web_page', feedAddress: undefined });
  });

  it('control characters, lone surrogates and hidden parts do not reach the text', () => {
    const html = 'a\u0007b<div style="display: none">hidden</div><p hidden>too</p> &#xD800;end';
    expect(parse(rss(`<item><description><![CDATA[${html}]]></description></item>`)).items[0]?.text).toMatch(
      /^ab\s+\ufffd?end$/,
    );
  });

  it('addresses that are not http are dropped', () => {
    const feed = parse(rss('<item><link>javascript:alert(1)</link><enclosure url="file:///etc/passwd"/></item>'));
    expect(feed.items[0]).toMatchObject({ link: undefined, attachments: [] });
  });
});
