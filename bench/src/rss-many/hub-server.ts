/**
 * The whole hub. Adds one connection for each of so many feeds, at even distances over one interval, as polls are spread
 * in a hub that has run for a while; none in one that is started again. Prints the ids of those it added as one JSON line
 * once all are there, then what it uses.
 *
 * node hub-server.ts <data folder> <address of the feeds> <feeds to add> <milliseconds from poll to poll>
 */
import { startBenchHub } from '../support/bench-hub.ts';
import { reportUsage } from './report-usage.ts';

const [dataDir = '', base = '', count = '0', everyMs = '0'] = process.argv.slice(2);
const feeds = Number(count);
const { hub, post } = await startBenchHub(dataDir);
const { key } = await post<{ key: string }>('/api/api-keys', {
  name: 'Bench',
  scopes: ['messages.read', 'messages.poll'],
});
const ids: string[] = [];
const begun = performance.now();
for (let feed = 0; feed < feeds; feed += 1) {
  const waitMs = begun + (feed * Number(everyMs)) / feeds - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  const { id } = await post<{ id: string }>('/api/connections', {
    plugin: 'channel-rss',
    name: `Feed ${feed}`,
    settings: { url: `${base}/${feed}` },
    allowedPrivateHosts: ['127.0.0.1'],
  });
  const answer = await fetch(`${hub.localUrl}/api/channels/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ pollIntervalMs: Number(everyMs) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
  ids.push(id);
}
process.stdout.write(`${JSON.stringify(ids)}\n`);
reportUsage(() => 0);
process.once('SIGTERM', () => {
  void hub.stop().then(() => process.exit(0));
});
