/**
 * Publishes many feeds of fifty items and some 80 KB, with an ETag each. A tenth of them has a new item each minute; every
 * feed changes each ten minutes. Documents are made when they are asked for. Prints the port; `GET /stats` tells when
 * which feed was polled, as opposed to looked at without a condition.
 *
 * node feed-server.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const changesEverySeconds = 600;
const items = 50;
/** As far away as many publishers are. */
const answersAfterMs = 200;
const paragraph = `<p>${'The quick brown fox jumps over the lazy dog, and the dog does not mind at all. '.repeat(18)}</p>`;
const started = performance.now();

/** Milliseconds since 1970 of each conditional request, by feed. */
const polls = new Map<number, number[]>();
const answered = { changed: 0, unchanged: 0, unconditional: 0 };

// A socket that nobody uses is closed after five seconds, Node's default and Apache's.
const server = createServer((request, response) => {
  if (request.url === '/stats') {
    return response.end(JSON.stringify({ polls: [...polls], answered }));
  }
  const feed = Number(/^\/feeds\/(\d{1,6})$/.exec(request.url ?? '')?.[1]);
  if (!Number.isInteger(feed)) return response.writeHead(404).end();
  const seconds = (performance.now() - started) / 1_000;
  // Spread over the feeds, so that some change in each second.
  const newest = items + Math.floor((seconds + ((feed * 7) % changesEverySeconds)) / changesEverySeconds);
  const etag = `"${feed}-${newest}"`;
  const condition = request.headers['if-none-match'];
  const seen = polls.get(feed) ?? [];
  polls.set(feed, seen);
  if (condition === undefined) answered.unconditional += 1;
  else seen.push(performance.timeOrigin + performance.now());
  setTimeout(() => {
    if (condition === etag) {
      answered.unchanged += 1;
      return response.writeHead(304, { etag }).end();
    }
    if (condition !== undefined) answered.changed += 1;
    const body = documentOf(feed, newest);
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
  }, answersAfterMs);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});

function documentOf(feed: number, newest: number): string {
  let list = '';
  for (let number = newest; number > newest - items; number -= 1) {
    const date = new Date(Date.UTC(2026, 0, 1) + number * 600_000).toUTCString();
    list +=
      `<item><title>Item ${number} of feed ${feed}</title><link>http://example.com/${feed}/${number}</link>` +
      `<guid isPermaLink="false">${feed}-${number}</guid><pubDate>${date}</pubDate>` +
      `<description><![CDATA[${paragraph}]]></description></item>\n`;
  }
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>' +
    `<title>Feed ${feed}</title><link>http://example.com/${feed}</link><description>Of the bench</description>\n${list}</channel></rss>\n`
  );
}
