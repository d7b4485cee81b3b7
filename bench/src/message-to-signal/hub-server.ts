/**
 * The whole hub with the release's flows, one signed channel, and rules that publish whatever is sound. Prints one JSON
 * line with what a load needs.
 *
 * node hub-server.ts <data folder>
 */
import { randomBytes } from 'node:crypto';
import { startBenchHub } from '../support/bench-hub.ts';

const [dataDir = ''] = process.argv.slice(2);
const secret = randomBytes(32).toString('base64');
const { hub, port, post } = await startBenchHub(dataDir);
const { id: connection } = await post<{ id: string }>('/api/connections', {
  plugin: 'channel-api',
  name: 'Bench',
  settings: {},
  secrets: { webhookSecrets: [`whsec_${secret}`] },
});
const { key } = await post<{ key: string }>('/api/api-keys', {
  name: 'Follower',
  scopes: ['signals.read', 'parsers.write', 'events.read'],
});
const answer = await fetch(`${hub.url}/api/parsers/${connection}`, {
  method: 'PUT',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  body: JSON.stringify({
    policy: { publish: { enabled: true, minConfidence: 0.5, mostPerHour: 10_000 }, duplicateMinutes: 60 },
  }),
});
if (!answer.ok) throw new Error(await answer.text());
process.stdout.write(`${JSON.stringify({ port, key, connection, secret })}\n`);
process.once('SIGTERM', () => void hub.stop());
