import { expect, test } from 'vitest';
import { frameOf } from './frame-of.ts';

test('a name that looks like HTML stays a name in the HTML of a frame', () => {
  const html = frameOf({ name: '"><script>&', url: 'https://hub.example.com/embed/1', token: 'fle_x' });
  expect(html).toContain('title="&quot;&gt;&lt;script&gt;&amp;"');
  expect(html).not.toContain('<script>');
  expect(html).toContain('src="https://hub.example.com/embed/1#fle_x"');
});
