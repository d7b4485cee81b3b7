import { resolveAddress } from '@fairlead/sdk/channel';
import { attachmentsOf } from './attachments.ts';
import { authorName } from './author.ts';
import { parseDate } from './dates.ts';
import type { FeedItem } from './feed.ts';
import { htmlToLine, htmlToText, type ReadableText } from './html-to-text.ts';
import { child, childText, type XmlNode } from './xml-reader.ts';

/** The elements that may hold an item's text, the fullest first. */
const bodies = [
  'content:encoded',
  'description',
  'xhtml:body',
  'xhtml:div',
  'body',
  'media:description',
  'itunes:summary',
];

/** An `item` of RSS 0.90 to 2.0 or of RDF, with the modules that are in use. */
export function readRssItem(item: XmlNode): FeedItem {
  const body = readBody(item);
  const guidNode = child(item, 'guid');
  const guid = guidNode?.text.trim() || item.attributes['rdf:about']?.trim() || undefined;
  return {
    guid,
    link: linkOf(item) ?? permanentLink(guidNode, item),
    title: readTitle(item),
    text: body.text,
    author: authorName(childText(item, 'dc:creator', 'author', 'itunes:author') ?? atomAuthor(item)),
    publishedAt: parseDate(
      childText(item, 'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published'),
    ),
    updatedAt: parseDate(childText(item, 'dcterms:modified', 'atom:updated')),
    replyTo: child(item, 'thr:in-reply-to')?.attributes['ref'],
    attachments: attachmentsOf(item, body.images),
  };
}

function readBody(item: XmlNode): ReadableText {
  for (const name of bodies) {
    const node = child(item, name);
    if (node === undefined) continue;
    const body = htmlToText(node.markup ?? node.text, node.base);
    if (body.text !== '' || body.images.length > 0) return body;
  }
  return { text: '', images: [] };
}

function readTitle(item: XmlNode): string | undefined {
  const node = child(item, 'title');
  const own = node === undefined ? '' : htmlToLine(node.markup ?? node.text);
  return own || childText(item, 'dc:title', 'media:title') || undefined;
}

function linkOf(item: XmlNode): string | undefined {
  for (const { name, text, base, attributes } of item.children) {
    const alternate = name === 'atom:link' && (attributes['rel'] ?? 'alternate') === 'alternate';
    const value = alternate ? attributes['href'] : name === 'link' ? text.trim() || attributes['href'] : undefined;
    const address = resolveAddress(value, base);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** A guid is the item's address unless it says otherwise (RSS 2.0). */
function permanentLink(guid: XmlNode | undefined, item: XmlNode): string | undefined {
  if (guid === undefined) return resolveAddress(item.attributes['rdf:about'], undefined);
  return guid.attributes['isPermaLink']?.trim().toLowerCase() === 'false'
    ? undefined
    : resolveAddress(guid.text, undefined);
}

function atomAuthor(item: XmlNode): string | undefined {
  const author = child(item, 'atom:author');
  return author === undefined ? undefined : childText(author, 'atom:name');
}
