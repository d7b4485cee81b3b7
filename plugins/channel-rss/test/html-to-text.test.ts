import { describe, expect, it } from 'vitest';
import { htmlToText } from '../src/feed/html-to-text.ts';

describe('htmlToText', () => {
  it.each([
    ['plain & simple', 'plain & simple'],
    ['one\ntwo &amp; three', 'one\ntwo & three'],
    ['a < b and c > d', 'a < b and c > d'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<p>one\n  two <b> three</b></p>', 'one two three'],
    ['one<br>two<br/><br>three', 'one\ntwo\n\nthree'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<ol><li>a<li>b<ul><li>c</ul></ol>after', '1. a\n2. b\n  • c\n\nafter'],
    ['<table><tr><th>TP</th><td>1</td></tr><tr><td>SL</td><td>2</td></tr></table>', 'TP\t1\nSL\t2'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['TP<sup>1</sup> <a href="https://x.example">here</a>', 'TP1 here'],
    ['<style>p{}</style>x<script>y</script><!-- z -->', 'x'],
    ['Up <img class="emoji" alt="📈" src="https://s.example/1f4c8.png"> now', 'Up 📈 now'],
  ])('%j reads %j', (html, text) => {
    expect(htmlToText(html)).toEqual({ text, images: [] });
  });

  it('names pictures by absolute addresses, without counting pixels', () => {
    const html =
      '<img src="a.png"><img src="https://t.example/p.gif" width="1" height="1"><img src="data:image/png;base64,AA">';
    expect(htmlToText(html, 'https://x.example/d/')).toEqual({ text: '', images: ['https://x.example/d/a.png'] });
  });
});
