import { cleanText, resolveAddress } from '@fairlead/sdk/channel';
import { collect } from './attachments.ts';
import { authorName } from './author.ts';
import { parseDate } from './dates.ts';
import { type Feed, type FeedItem, mostEntries } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { isBeyondJson } from './json-extent.ts';
import { htmlToText, type ReadableText } from './html-to-text.ts';

type Json = { readonly [member: string]: unknown };

/**
 * JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).
 * @throws FeedError `cut` for what is not JSON to its end, `garbage` for JSON that is not a feed, `too_deep`
 */
export function readJsonFeed(source: string, base: string): Feed {
  const feed = parse(source);
  const items = feed['items'];
  if (!Array.isArray(items)) throw new FeedError({ kind: 'garbage' }, 'The JSON has no list of items.');
  if (items.length > mostEntries) throw new FeedError({ kind: 'too_deep' }, 'The document has too many items.');
  const notes = items.every(isObject)
    ? []
    : [{ code: 'items_unreadable', text: 'Some items of the feed are not objects.' }];
  return {
    format: 'json',
    title: line(feed['title']),
    items: items.filter(isObject).map((item) => readItem(item, base)),
    hubs: objects(feed['hubs'])
      .filter((hub) => String(hub['type']).toLowerCase() === 'websub')
      .map((hub) => resolveAddress(text(hub['url']), base))
      .filter((address) => address !== undefined),
    self: resolveAddress(text(feed['feed_url']), base),
    pauseMs: undefined,
    notes,
  };
}

function parse(source: string): Json {
  if (isBeyondJson(source)) throw new FeedError({ kind: 'too_deep' }, 'The document has too many levels or values.');
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FeedError({ kind: 'cut' }, 'The JSON is not complete.');
  }
  if (!isObject(value)) throw new FeedError({ kind: 'garbage' }, 'The JSON is not an object.');
  return value;
}

function readItem(item: Json, base: string): FeedItem {
  const body = readBody(item, base);
  const [author] = [...objects(item['authors']), ...objects([item['author']])];
  return {
    guid: identifier(item['id']),
    link: resolveAddress(text(item['url']), base) ?? resolveAddress(text(item['external_url']), base),
    title: line(item['title']),
    text: body.text,
    author: authorName(text(author?.['name'])),
    publishedAt: parseDate(text(item['date_published']) ?? text(item['date_modified'])),
    updatedAt: parseDate(text(item['date_modified'])),
    replyTo: undefined,
    attachments: collect([
      ...objects(item['attachments']).map((file) => ({
        address: text(file['url']),
        base,
        mediaType: text(file['mime_type']),
        size: typeof file['size_in_bytes'] === 'number' ? file['size_in_bytes'] : undefined,
        name: text(file['title']),
      })),
      ...[text(item['image']), text(item['banner_image']), ...body.images].map((address) => ({
        address,
        base,
        medium: 'image',
      })),
    ]),
  };
}

function readBody(item: Json, base: string): ReadableText {
  const plain = cleanText(text(item['content_text']) ?? '');
  const html = text(item['content_html']);
  const rendered = html === undefined ? { text: '', images: [] } : htmlToText(html, base);
  if (plain !== '') return { text: plain, images: rendered.images };
  return rendered.text === '' ? { ...rendered, text: cleanText(text(item['summary']) ?? '') } : rendered;
}

/** An id is a string; numbers are common and taken as their text. */
function identifier(value: unknown): string | undefined {
  const id = typeof value === 'number' ? String(value) : text(value)?.trim();
  return id === '' ? undefined : id;
}

function line(value: unknown): string | undefined {
  return cleanText(text(value) ?? '').replaceAll(/\s+/g, ' ') || undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
