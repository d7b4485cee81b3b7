/**
 * The whole hub with the release's flows and one sandbox connection, whose provider is a process of its own. Prints one
 * JSON line with what a load needs.
 *
 * node hub-server.ts <data folder> <provider's ready line>
 */
import { readSettings, startHub } from '@fairlead/hub';

const [dataDir = '', line = '{}'] = process.argv.slice(2);
const provider = JSON.parse(line) as { url: string; apiKey: string; webhookSecrets: readonly string[] };
const owner = { email: 'bench@example.com', password: 'a password of the bench' };
const read = readSettings(
  {
    FAIRLEAD_DATA_DIR: dataDir,
    FAIRLEAD_PORT: '0',
    FAIRLEAD_LOG_LEVEL: 'warn',
    FAIRLEAD_OWNER_EMAIL: owner.email,
    FAIRLEAD_OWNER_PASSWORD: owner.password,
  },
  process.cwd(),
);
if (!read.ok) throw new Error(read.faults.join(' '));
const hub = await startHub({ settings: read.settings, rows: read.rows });

async function post<Answer>(path: string, body: object, token?: string): Promise<Answer> {
  const answer = await fetch(`${hub.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Answer;
}

const { accessToken } = await post<{ accessToken: string }>('/api/auth/sign-in', owner);
const { id: connection, webhookUrl } = await post<{ id: string; webhookUrl: string }>(
  '/api/connections',
  {
    plugin: 'gateway-sandbox',
    name: 'Bench',
    settings: { apiBase: provider.url },
    secrets: { apiKey: provider.apiKey, webhookSecrets: provider.webhookSecrets },
  },
  accessToken,
);
const { key } = await post<{ key: string }>(
  '/api/api-keys',
  { name: 'Shop', scopes: ['payments.read', 'payments.create', 'events.read'] },
  accessToken,
);
const port = Number(new URL(hub.url).port);
process.stdout.write(`${JSON.stringify({ port, key, connection, webhookUrl })}\n`);
process.once('SIGTERM', () => void hub.stop());
