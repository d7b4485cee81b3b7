/**
 * What a script without a hub would do: fetches each feed once, then each again within the interval given, at even
 * distances and with its ETag, and reads what has changed with htmlparser2. Nothing is stored, nothing is told, nothing is
 * remembered but the ETags. Prints one JSON line a second.
 *
 * node bare-poller.ts <address of the feeds> <feeds> <milliseconds>
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { reportUsage } from './report-usage.ts';

const [base = '', count = '0', everyMs = '0'] = process.argv.slice(2);
const feeds = Number(count);
/** The copy that the plugin brings, so that both read with the same version; the bench itself depends on none. */
const library = 'htmlparser2';
const { parseFeed } = createRequire(fileURLToPath(import.meta.resolve('@fairlead/channel-rss')))(library) as {
  parseFeed(text: string): { readonly items: readonly unknown[] } | null;
};
const etags = new Map<number, string>();
let polled = 0;

async function poll(feed: number): Promise<void> {
  const etag = etags.get(feed);
  const answer = await fetch(`${base}/${feed}`, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
  const text = await answer.text();
  polled += 1;
  if (answer.status === 304) return;
  if (parseFeed(text)?.items.length !== 50) throw new Error(`Feed ${feed} cannot be read.`);
  etags.set(feed, answer.headers.get('etag') ?? '');
}

for (let start = 0; start < feeds; start += 16) {
  await Promise.all(Array.from({ length: 16 }, (_, index) => poll(start + index)));
}
polled = 0;
reportUsage(() => polled);
const begun = performance.now();
for (let feed = 0; ; feed += 1) {
  const waitMs = begun + (feed * Number(everyMs)) / feeds - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  void poll(feed % feeds);
}
