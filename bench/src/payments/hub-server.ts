/**
 * The whole hub with the release's flows and one sandbox connection, whose provider is a process of its own. Prints one
 * JSON line with what a load needs.
 *
 * node hub-server.ts <data folder> <provider's ready line>
 */
import { startBenchHub } from '../support/bench-hub.ts';

const [dataDir = '', line = '{}'] = process.argv.slice(2);
const provider = JSON.parse(line) as { url: string; apiKey: string; webhookSecrets: readonly string[] };
const { hub, port, post } = await startBenchHub(dataDir);
const { id: connection } = await post<{ id: string }>('/api/connections', {
  plugin: 'gateway-sandbox',
  name: 'Bench',
  settings: { apiBase: provider.url },
  secrets: { apiKey: provider.apiKey, webhookSecrets: provider.webhookSecrets },
});
const { key } = await post<{ key: string }>('/api/api-keys', {
  name: 'Shop',
  scopes: ['payments.read', 'payments.create', 'events.read'],
});
process.stdout.write(`${JSON.stringify({ port, key, connection })}\n`);
process.once('SIGTERM', () => void hub.stop());
