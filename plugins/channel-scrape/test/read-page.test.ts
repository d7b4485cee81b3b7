import type { SettingsOf } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { type Page, PageError } from '../src/page/page.ts';
import { readPage } from '../src/page/read-page.ts';
import { readSelectors } from '../src/page/selectors.ts';
import type { settings } from '../src/settings.ts';
import { createRandom } from './random.ts';

type Settings = SettingsOf<typeof settings>;

const address = 'https://site.example/dir/list';
const defaults: Settings = {
  pageUrl: address,
  itemSelector: '.item',
  mostPages: 1,
  mostItems: 100,
  newestFirst: true,
  noticeEdits: true,
  honourRobots: true,
  crawlDelayMs: 0,
};

function read(
  html: string | Uint8Array,
  given: Partial<Settings> = {},
  contentType = 'text/html; charset=utf-8',
): Page {
  const { mostItems, newestFirst, dateOrder } = { ...defaults, ...given };
  const body = typeof html === 'string' ? Buffer.from(html) : html;
  const selectors = readSelectors({ ...defaults, ...given });
  return readPage({ body, contentType, address }, { selectors, mostItems, newestFirst, dateOrder });
}

describe('text', () => {
  const text = (html: string, given?: Partial<Settings>) =>
    read(`<div class="item">${html}</div>`, given).items[0]?.text;

  it.each([
    ['plain &amp; simple', 'plain & simple'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<p>one\n  two <b> three</b></p>', 'one two three'],
    ['one<br>two<br/><br>three', 'one\ntwo\n\nthree'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<ol><li>a<li>b<ul><li>c</ul></ol>after', '1. a\n2. b\n  • c\n\nafter'],
    ['<table><tr><th>TP</th><td>1</td></tr><tr><td>SL</td><td>2</td></tr></table>', 'TP\t1\nSL\t2'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['TP<sup>1</sup> <a href="https://x.example">here</a>', 'TP1 here'],
    ['<style>p{}</style>x<script>y</script><!-- z --><span hidden>no</span><i style="display: none">no</i>', 'x'],
    ['Up <img class="emoji" alt="📈" src="1f4c8.png"> now <img alt="A chart" src="c.png">', 'Up 📈 now'],
    ['<template><p>no</p></template>a &lt; b', 'a < b'],
  ])('%j reads %j', (html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it('of several matches is all of them, and of one inside another only once', () => {
    const html = '<p>one</p><div class="box">two <p>three</p></div><p>four</p>';
    expect(text(html, { textSelector: 'p, .box' })).toBe('one\ntwo\n\nthree\nfour');
  });

  it('of an attribute is as it is written', () => {
    expect(text('<b data-text="a &amp; b"></b>', { textSelector: 'b@data-text' })).toBe('a & b');
  });

  it('stops at the contract’s limit', () => {
    expect(text('x'.repeat(300_000))?.length).toBe(262_144);
  });
});

describe('a field', () => {
  const page = `<base href="https://files.example/a/"><title>  The
    list </title>
    <div class="item" data-id=" 7 " id="i7"><h3></h3><h3>Title <i>of</i> it</h3>
      <a class="t u-hidden@m" href="x?y=1&amp;z=2">go</a><a href="javascript:alert(1)" class="js">no</a>
      <time datetime="2026-01-02T03:04:05Z">long ago</time><meta itemprop="date" content="2026-02-03">
      <span class="when">4 March 2026, 5:06 pm</span><span class="by"> Ada
      Lindqvist </span></div>`;
  const first = (given: Partial<Settings>) => read(page, given).items[0];

  it('with an attribute reads that of the first match that has it, alone that of the item', () => {
    expect(first({ idSelector: '@data-id' })?.id).toBe('7');
    expect(first({ idSelector: ':scope@id' })?.id).toBe('i7');
    expect(first({ titleSelector: 'a@HREF' })?.title).toBe('x?y=1&z=2');
    expect(first({ titleSelector: '@constructor' })?.title).toBeUndefined();
  });

  it('without one reads the text of the first match that has any, on one line', () => {
    expect(first({ titleSelector: 'h3', authorSelector: '.by' })).toMatchObject({
      title: 'Title of it',
      author: 'Ada Lindqvist',
    });
  });

  it('for a link reads the href, resolved against the page’s base, if it leads to the web', () => {
    expect(first({ linkSelector: 'a.t' })?.link).toBe('https://files.example/a/x?y=1&z=2');
    expect(first({ linkSelector: 'a.js' })?.link).toBeUndefined();
    expect(first({ linkSelector: '.by' })?.link).toBeUndefined();
  });

  it('for a date reads datetime, content or text', () => {
    expect(['time', 'meta', '.when', '.by'].map((dateSelector) => first({ dateSelector })?.sentAt)).toEqual([
      '2026-01-02T03:04:05.000Z',
      '2026-02-03T00:00:00.000Z',
      '2026-03-04T17:06:00.000Z',
      undefined,
    ]);
  });

  it('may have an @ in its selector, escaped or in quotes', () => {
    expect(first({ titleSelector: String.raw`.u-hidden\@m` })?.title).toBe('go');
    expect(first({ titleSelector: '[class*="@m"]@href' })?.title).toBe('x?y=1&z=2');
  });

  it('is looked for inside the item only, and may begin with a combinator', () => {
    const list = '<ul><li class="item"><b>1</b><ul><li><b>1.1</b></ul><li class="item"><b>2</b></ul><b>3</b>';
    const titles = (titleSelector: string) => read(list, { titleSelector }).items.map(({ title }) => title);
    expect(titles('> b')).toEqual(['1', '2']);
    expect(titles('ul b')).toEqual(['1.1', undefined]);
  });

  it('is not found in what browsers add: a row has no tbody here unless the page wrote it', () => {
    const table = '<table class="item"><tr><td>1</td></tr></table>';
    expect(read(table, { titleSelector: 'tbody td' }).items[0]?.title).toBeUndefined();
    expect(read(table, { titleSelector: 'tr td' }).items[0]?.title).toBe('1');
  });
});

describe('a page', () => {
  it('gives its title and the address of the next one', () => {
    const html = '<title> A &amp; B </title><a class="next">no</a><a class="next" href="?page=2#list">next</a>';
    expect(read(html, { nextPageSelector: '.next' })).toMatchObject({
      title: 'A & B',
      next: 'https://site.example/dir/list?page=2',
    });
    expect(read('<link rel="next" href="/2">', { nextPageSelector: 'link[rel=next]@href' }).next).toBe(
      'https://site.example/2',
    );
  });

  it('keeps the newest items where there are too many, from whichever end', () => {
    const html = '<p class="item">1</p><p class="item">2</p><p class="item">3</p>';
    const texts = (newestFirst: boolean) => read(html, { mostItems: 2, newestFirst }).items.map(({ text }) => text);
    expect([texts(true), texts(false)]).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
  });

  it('has no items that hold nothing', () => {
    expect(read('<p class="item">1</p><p class="item"> <br></p>').items).toHaveLength(1);
  });

  it('with items whose end tags may be left out is whole when the list is', () => {
    expect(read('<ul><li class="item">1<li class="item">2</ul>').items).toHaveLength(2);
    expect(read('<ul><li class="item">1<li class="item">2')).toMatchObject({
      items: [{ text: '1' }],
      notes: [{ code: 'page_cut' }],
    });
  });
});

describe('the encoding', () => {
  const bytes = (label: string, ...octets: number[]) =>
    Buffer.concat([Buffer.from(`${label}<p class="item">`), Buffer.from(octets), Buffer.from('</p>')]);
  const text = (body: Uint8Array, type = 'text/html') => read(body, {}, type).items[0]?.text;

  it('is that of the byte order mark, then of the header, then of the meta', () => {
    const meta = '<meta charset="koi8-r">';
    expect(
      text(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(meta, 0xc3, 0xa9)]), 'text/html; charset=koi8-r'),
    ).toBe('é');
    expect(text(bytes(meta, 0xe9), 'text/html; charset="iso-8859-1"')).toBe('é');
    expect(text(bytes(meta, 0xc1))).toBe('а');
    expect(text(bytes('<META http-equiv=content-type content="text/html; charset=windows-1251">', 0xe0))).toBe('а');
  });

  it('of UTF-16 is seen by its mark, little and big', () => {
    const little = Buffer.from('\ufeff<p class="item">é</p>', 'utf16le');
    expect([text(little), text(Buffer.from(little).swap16())]).toEqual(['é', 'é']);
  });

  it('is not what a meta in a comment or far down says, nor UTF-16 in single bytes', () => {
    expect(text(bytes('<!-- <meta charset="koi8-r"> -->', 0xe9))).toBe('é');
    expect(text(bytes(`${' '.repeat(1_100)}<meta charset="koi8-r">`, 0xe9))).toBe('é');
    expect(text(bytes('<meta charset="utf-16">', 0xc3, 0xa9))).toBe('é');
  });

  it('of Asian pages is read as well', () => {
    expect(text(bytes('<meta charset=shift_jis>', 0x82, 0xa0))).toBe('あ');
    expect(text(bytes('<meta charset=gb2312>', 0xc4, 0xe3))).toBe('你');
    expect(text(bytes('<meta charset=euc-kr>', 0xb0, 0xa1))).toBe('가');
  });
});

describe('for any bytes', () => {
  const pieces = [
    '<div class="item">',
    '</div>',
    '<p>',
    '</p>',
    '<li class=item>',
    '<b',
    ' class="item',
    '">',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<![CDATA[',
    ']]>',
    '<svg>',
    '<template>',
    '</template>',
    '<table>',
    '<tr>',
    '<time datetime="2026-99-99">',
    '<a href="//[">',
    '<base href="::">',
    '&amp;',
    '&#0;',
    '&#xd800;',
    '<meta charset="utf-7">',
    '\u0000',
    '\ufeff',
    '<?x ',
    '<!DOCTYPE',
    'text',
    ' ',
    '<title>',
    '<textarea>',
    '<plaintext>',
    '</br>',
    '</p>',
    '\ud800',
    '<form>',
    '<input type=password>',
  ] as const;
  const given = {
    titleSelector: 'b, p',
    linkSelector: 'a',
    dateSelector: 'time',
    idSelector: '@id',
    nextPageSelector: 'a',
  };

  it('reading ends in a page or a PageError', () => {
    const random = createRandom(2_026);
    for (let run = 0; run < 4_000; run++) {
      const body =
        run % 4 === 0
          ? Uint8Array.from({ length: 60 }, () => random.integer(256))
          : Buffer.from(random.join(pieces, 40));
      const type = random.pick([
        'text/html',
        'text/html; charset=utf-8',
        'text/html; charset=utf-16le',
        'x; charset="',
        '',
      ] as const);
      try {
        expect(read(body, given, type).items.every(({ text }) => text.isWellFormed())).toBe(true);
      } catch (error) {
        if (!(error instanceof PageError)) throw error;
      }
    }
  });
});
