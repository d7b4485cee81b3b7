/**
 * The whole hub on a database that was filled before, with the bench's plugin. Prints one JSON line with what a load needs
 * once every connection was looked at.
 *
 * node hub-server.ts <data folder> <plugin's folder> <connections that are active>
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startBenchHub } from '../support/bench-hub.ts';

const [dataDir = '', plugin = '', active = '0'] = process.argv.slice(2);
const { hub, port, post } = await startBenchHub(dataDir, { extraPlugins: [plugin] });
const { key } = await post<{ key: string }>('/api/api-keys', {
  name: 'Reader',
  scopes: ['connections.read', 'events.read', 'inbox.read', 'audit.read', 'incidents.read'],
});

interface Overview {
  readonly counts: { readonly healthy: number };
}

async function areAllHealthy(): Promise<boolean> {
  const answer = await fetch(`${hub.url}/api/overview?limit=1`, { headers: { authorization: `Bearer ${key}` } });
  return ((await answer.json()) as Overview).counts.healthy >= Number(active);
}

while (!(await areAllHealthy())) await sleep(500);
process.stdout.write(`${JSON.stringify({ port, key })}\n`);
process.once('SIGTERM', () => void hub.stop());
