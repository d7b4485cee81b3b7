import { cleanText, resolveAddress } from '@fairlead/sdk/channel';
import { attachmentsOf } from './attachments.ts';
import { authorName } from './author.ts';
import { parseDate } from './dates.ts';
import type { FeedItem } from './feed.ts';
import { htmlToText, type ReadableText } from './html-to-text.ts';
import { child, childText, type XmlNode } from './xml-reader.ts';

/** An `entry` of Atom 1.0 (RFC 4287) or 0.3. */
export function readAtomEntry(entry: XmlNode): FeedItem {
  const body = readBody(entry);
  const title = child(entry, 'atom:title');
  const author = child(entry, 'atom:author');
  return {
    guid: childText(entry, 'atom:id'),
    link: linkOf(entry),
    title: (title && readConstruct(title).text.replaceAll(/\s+/g, ' ')) || undefined,
    text: body.text,
    author: authorName((author && childText(author, 'atom:name')) ?? childText(entry, 'dc:creator')),
    publishedAt: parseDate(
      childText(entry, 'atom:published', 'atom:issued', 'atom:created', 'dc:date', 'atom:updated', 'atom:modified'),
    ),
    updatedAt: parseDate(childText(entry, 'atom:updated', 'atom:modified')),
    replyTo: child(entry, 'thr:in-reply-to')?.attributes['ref'],
    attachments: attachmentsOf(entry, body.images),
  };
}

function readBody(entry: XmlNode): ReadableText {
  for (const name of ['atom:content', 'atom:summary', 'content:encoded', 'media:description']) {
    const node = child(entry, name) ?? child(child(entry, 'media:group') ?? entry, name);
    const body = node === undefined ? undefined : readConstruct(node);
    if (body !== undefined && (body.text !== '' || body.images.length > 0)) return body;
  }
  return { text: '', images: [] };
}

/** Text, HTML or XHTML, as `type` says; Atom 0.3 says `mode` and a media type. */
export function readConstruct(node: XmlNode): ReadableText {
  const type = node.attributes['type']?.trim().toLowerCase() ?? 'text';
  if (node.markup !== undefined) return htmlToText(node.markup, node.base);
  const escapedHtml = type === 'html' || type === 'xhtml' || type === 'text/html' || type === 'application/xhtml+xml';
  if (escapedHtml) return htmlToText(node.text, node.base);
  if (node.attributes['mode'] === 'base64' || !/^text(\/|$)/.test(type)) return { text: '', images: [] };
  return { text: cleanText(node.text), images: [] };
}

function linkOf(entry: XmlNode): string | undefined {
  const links = entry.children.filter(({ name }) => name === 'atom:link');
  const alternates = links.filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  const page = alternates.find(({ attributes }) => /html/.test(attributes['type'] ?? 'text/html')) ?? alternates[0];
  return page === undefined ? undefined : resolveAddress(page.attributes['href'], page.base);
}
