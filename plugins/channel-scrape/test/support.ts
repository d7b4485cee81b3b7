import { channel } from '@fairlead/sdk';
import {
  type CallOptions,
  type Counterparty,
  FakeClock,
  readManifest,
  type StartedPlugin,
  type StartOptions,
  startPlugin,
} from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';

export const manifest = readManifest(new URL('../package.json', import.meta.url));
export const pagePath = '/news';

export interface FixtureItem {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly date?: string;
  readonly author?: string;
  readonly text?: string;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A page with the newest item first. */
export function page(items: readonly FixtureItem[], { next = '', head = '<title>News</title>' } = {}): string {
  const part = (tag: string, text: string | undefined) =>
    text === undefined ? '' : `<${tag}>${escape(text)}</${tag.split(' ', 1)[0]}>`;
  const articles = items.map(({ id, title, link, date, author, text }) => {
    const inner = [
      part('h2', title),
      link === undefined ? '' : `<a class="more" href="${escape(link)}">read</a>`,
      date === undefined ? '' : `<time datetime="${escape(date)}">that day</time>`,
      part('span class="by"', author),
      part('p', text),
    ];
    return `<article${id === undefined ? '' : ` data-id="${escape(id)}"`}>${inner.join('\n')}</article>`;
  });
  const link = next === '' ? '' : `<nav><a rel="next" href="${escape(next)}">older</a></nav>`;
  return `<!doctype html><html><head>${head}</head><body><main>${articles.join('\n')}</main>${link}</body></html>`;
}

export const selectors = {
  itemSelector: 'article',
  idSelector: '@data-id',
  titleSelector: 'h2',
  textSelector: 'p',
  linkSelector: 'a.more',
  dateSelector: 'time',
  authorSelector: '.by',
  nextPageSelector: 'a[rel=next]',
};

export interface Started extends StartedPlugin {
  poll(cursor?: string, options?: CallOptions & { readonly limit?: number }): ReturnType<typeof fetchOnce>;
}

function fetchOnce(started: StartedPlugin, cursor?: string, { limit = 100, ...options }: PollOptions = {}) {
  return started.invoke(channel.fetch, { limit, ...(cursor === undefined ? {} : { cursor }) }, options);
}

type PollOptions = CallOptions & { readonly limit?: number };

export async function start(
  vendor: Counterparty,
  settings: Record<string, unknown> = {},
  options: Partial<StartOptions> = {},
): Promise<Started> {
  const given = { pageUrl: vendor.url + pagePath, ...selectors, ...settings };
  const started = await startPlugin({ plugin, manifest, clock: new FakeClock(), settings: given, ...options });
  return {
    ...started,
    get running() {
      return started.running;
    },
    poll: (cursor, how) => fetchOnce(started, cursor, how),
  };
}

/** Serves this document as the page from now on, and no robots.txt. */
export function serve(vendor: Counterparty, body: string | Uint8Array, headers: Record<string, string> = {}): void {
  serveAt(vendor, pagePath, body, headers);
}

export function serveAt(
  vendor: Counterparty,
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  vendor.on({ path }, { body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
}

export function serveRobots(vendor: Counterparty, text: string | undefined): void {
  vendor.on({ path: '/robots.txt' }, text === undefined ? { status: 404 } : { body: text });
}

/** Requests for pages. */
export function pageRequests(vendor: Counterparty) {
  return vendor.requests.filter(({ path }) => path !== '/robots.txt');
}
