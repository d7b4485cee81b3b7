import { channel } from '@fairlead/sdk';
import { type Counterparty, FakeClock, readManifest, type StartedPlugin, startPlugin } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));
export const feedPath = '/feed.xml';

export interface FixtureItem {
  readonly guid?: string;
  readonly title?: string;
  readonly link?: string;
  readonly date?: string;
  readonly text?: string;
}

/** RSS with the newest item first, as feeds have it. */
export function rss(items: readonly FixtureItem[], head = ''): string {
  const element = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
  const body = items.map(
    ({ guid, title, link, date, text }) =>
      `<item>${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}${element('title', title)}${element('link', link)}${element('pubDate', date)}${element('description', text)}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Feed</title>${head}${body.join('')}</channel></rss>`;
}

export interface Started extends StartedPlugin {
  poll(cursor?: string, limit?: number): ReturnType<typeof fetchOnce>;
}

function fetchOnce(started: StartedPlugin, cursor?: string, limit = 100) {
  return started.invoke(channel.fetch, { limit, ...(cursor === undefined ? {} : { cursor }) });
}

export async function start(
  vendor: Counterparty,
  settings: Record<string, unknown> = {},
  clock = new FakeClock(),
): Promise<Started> {
  const started = await startPlugin({ plugin, manifest, clock, settings: { url: vendor.url + feedPath, ...settings } });
  return { ...started, poll: (cursor, limit) => fetchOnce(started, cursor, limit) };
}

/** Serves this text as the feed from now on. */
export function serve(vendor: Counterparty, body: string | Uint8Array, headers: Record<string, string> = {}): void {
  vendor.on({ path: feedPath }, { body, headers: { 'content-type': 'application/rss+xml', ...headers } });
}
