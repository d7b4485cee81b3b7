import { resolveAddress } from '@fairlead/sdk/channel';
import { readAtomEntry, readConstruct } from './atom-entry.ts';
import { decodeText } from './decode-text.ts';
import type { Feed, FeedItem, Note } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { htmlToLine } from './html-to-text.ts';
import { readJsonFeed } from './json-feed.ts';
import { readRssItem } from './rss-item.ts';
import { findFeedAddress, looksLikeWebPage } from './web-page.ts';
import { child, childText, readXml, type XmlNode } from './xml-reader.ts';

export interface FeedDocument {
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  /** Where it came from: relative addresses are resolved against it. */
  readonly address: string;
}

/**
 * Reads a feed of any format. Pure: the same bytes give the same feed.
 * @throws FeedError when the document is a web page, is cut off, or is nothing that can be read as a feed
 */
export function parseFeed({ body, contentType, address }: FeedDocument): Feed {
  const { text, notes } = decodeText(body, contentType);
  const start = text.replace(/^[\ufeff\s]+/, '').slice(0, 1);
  if (start === '{') return withNotes(readJsonFeed(text.trim(), address), notes);
  if (start !== '<')
    throw new FeedError({ kind: 'garbage' }, start === '' ? 'The document is empty.' : 'Not XML, not JSON.');
  try {
    return withNotes(readXmlFeed(text, address), notes);
  } catch (error) {
    if (!(error instanceof FeedError) || error.fault.kind !== 'garbage' || !looksLikeWebPage(text)) throw error;
    const feedAddress = findFeedAddress(text, address);
    throw new FeedError({ kind: 'web_page', feedAddress }, 'The document is a web page.');
  }
}

function withNotes(feed: Feed, notes: readonly Note[]): Feed {
  return notes.length === 0 ? feed : { ...feed, notes: [...notes, ...feed.notes] };
}

function readXmlFeed(source: string, address: string): Feed {
  const items: FeedItem[] = [];
  const root = readXml(source, address, (entry) =>
    items.push(entry.name === 'item' ? readRssItem(entry) : readAtomEntry(entry)),
  );
  const head = root.name === 'atom:feed' ? root : (child(root, 'channel') ?? root);
  const links = [...root.children, ...(head === root ? [] : head.children)].filter(({ name }) => name === 'atom:link');
  const formats: Readonly<Record<string, Feed['format']>> = { 'rdf:RDF': 'rdf', 'atom:feed': 'atom' };
  return {
    format: formats[root.name] ?? 'rss',
    title: readTitle(head),
    items,
    hubs: linksOf(links, 'hub'),
    self: linksOf(links, 'self')[0],
    pauseMs: readPause(head),
    notes: [],
  };
}

function readTitle(head: XmlNode): string | undefined {
  const atom = child(head, 'atom:title');
  const node = child(head, 'title');
  const title = atom ? readConstruct(atom).text.replaceAll(/\s+/g, ' ') : node && htmlToLine(node.markup ?? node.text);
  return title || undefined;
}

function linksOf(links: readonly XmlNode[], relation: string): string[] {
  return links
    .filter(({ attributes }) => attributes['rel']?.trim().toLowerCase() === relation)
    .slice(0, 64)
    .map(({ attributes, base }) => resolveAddress(attributes['href'], base))
    .filter((address) => address !== undefined)
    .slice(0, 8);
}

const periods: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
};

/** `ttl` of RSS 2.0 in minutes, or the syndication module's period and frequency. */
function readPause(head: XmlNode): number | undefined {
  const minutes = Number(childText(head, 'ttl') ?? Number.NaN);
  if (Number.isFinite(minutes) && minutes > 0) return minutes * 60_000;
  const period = periods[childText(head, 'sy:updatePeriod')?.toLowerCase() ?? ''];
  const frequency = Number(childText(head, 'sy:updateFrequency') ?? 1);
  return period === undefined || !(frequency >= 1) ? undefined : Math.floor(period / frequency);
}
