import fc from 'fast-check';
import { describe, it } from 'vitest';
import { FeedError } from '../src/feed/feed-error.ts';
import type { FeedItem } from '../src/feed/feed.ts';
import { type FeedDocument, parseFeed } from '../src/feed/parse-feed.ts';

const pieces = fc.constantFrom(
  '<rss version="2.0">',
  '<channel>',
  '<item>',
  '</item>',
  '</channel>',
  '</rss>',
  '<title>',
  '</title>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '</entry>',
  '</feed>',
  '&amp;',
  '&#0;',
  '<content type="xhtml">',
  '</content>',
  '<link href="',
  '">',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<x:y',
  '/>',
  '<guid>',
  '<pubDate>Thu, 99 Foo</pubDate>',
  '<!DOCTYPE a [<!ENTITY b "c">',
  '{"items":[',
  '{"id":1}',
  ']}',
  'text',
);

/** None of what is refused. @throws what is not a FeedError */
function itemsOf(document: FeedDocument): readonly FeedItem[] {
  try {
    return parseFeed(document).items;
  } catch (error) {
    if (error instanceof FeedError) return [];
    throw error;
  }
}

describe('parseFeed', () => {
  it('answers a feed or a FeedError, whatever it is given', () => {
    const text = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ maxLength: 8 })), { maxLength: 40 });
    const body = fc.oneof(
      text.map((parts) => Buffer.from(parts.join(''))),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(body, fc.option(fc.string({ maxLength: 40 }), { nil: undefined }), (bytes, contentType) => {
        const items = itemsOf({ body: bytes, contentType, address: 'https://x.example/' });
        return items.every(({ text }) => text.isWellFormed());
      }),
      { numRuns: 3_000, seed: 2_026 },
    );
  });
});
