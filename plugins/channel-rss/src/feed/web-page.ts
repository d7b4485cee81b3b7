import { Parser } from 'htmlparser2';
import { resolveAddress } from '@fairlead/sdk/channel';

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/rdf+xml',
]);
const searched = 262_144;

export function looksLikeWebPage(text: string): boolean {
  return /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(text.slice(0, 4_096));
}

/** The address of the feed that a web page names in its head, if any. */
export function findFeedAddress(html: string, pageAddress: string): string | undefined {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== 'link' || found.length > 0) return;
      const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
      const type = (attributes['type'] ?? '').toLowerCase().split(';', 1)[0]?.trim() ?? '';
      if (!relations.includes('alternate') || !feedTypes.has(type)) return;
      const address = resolveAddress(attributes['href'], pageAddress, 400);
      if (address !== undefined) found.push(address);
    },
  });
  parser.write(html.slice(0, searched));
  parser.end();
  return found[0];
}
