/**
 * The whole hub with one Stripe connection and a flow that takes its webhooks and counts them. Prints one JSON line with
 * the port, the path of the webhooks and, when it is told to stop, how many were dispatched.
 *
 * node hub-server.ts <data folder> <secret>
 */
import { defineFlow } from '@fairlead/core/flow-api';
import { readSettings, startHub } from '@fairlead/hub';

const [dataDir = '', secret = ''] = process.argv.slice(2);
let dispatched = 0;
const counting = defineFlow({ id: 'counting', collections: [], permissions: {}, events: {} })(() => ({
  inbox: {
    'payment-gateway': async ({ events }) => {
      dispatched += events.length;
    },
  },
}));

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
const hub = await startHub({ settings: read.settings, rows: read.rows, flows: [counting] });

async function post(path: string, body: object, token?: string): Promise<Record<string, string>> {
  const answer = await fetch(`${hub.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Record<string, string>;
}

const { accessToken } = await post('/api/auth/sign-in', owner);
const secrets = { apiKey: 'sk_test_not_used_by_webhooks', webhookSecrets: [secret] };
const connection = await post('/api/connections', { plugin: 'gateway-stripe', name: 'Bench', secrets }, accessToken);
process.stdout.write(
  `${JSON.stringify({ port: Number(new URL(hub.url).port), path: `/hooks/${connection['id']}` })}\n`,
);

async function end(): Promise<void> {
  await hub.stop();
  process.stdout.write(`${JSON.stringify({ dispatched })}\n`);
}

process.once('SIGTERM', () => void end());
