/**
 * The whole hub with one Stripe connection and a flow that takes its webhooks and counts them. Prints one JSON line with
 * the port, the path of the webhooks and, when it is told to stop, how many were dispatched.
 *
 * node hub-server.ts <data folder> <secret>
 */
import { defineFlow } from '@fairlead/core/flow-api';
import { startBenchHub } from '../support/bench-hub.ts';

const [dataDir = '', secret = ''] = process.argv.slice(2);
let dispatched = 0;
const counting = defineFlow({ id: 'counting', collections: [], permissions: {}, events: {} })(() => ({
  inbox: {
    'payment-gateway': async ({ events }) => {
      dispatched += events.length;
    },
  },
}));

const { hub, port, post } = await startBenchHub(dataDir, { flows: [counting] });
const secrets = { apiKey: 'sk_test_not_used_by_webhooks', webhookSecrets: [secret] };
const connection = await post<{ id: string }>('/api/connections', { plugin: 'gateway-stripe', name: 'Bench', secrets });
process.stdout.write(`${JSON.stringify({ port, path: `/hooks/${connection.id}` })}\n`);

async function end(): Promise<void> {
  await hub.stop();
  process.stdout.write(`${JSON.stringify({ dispatched })}\n`);
}

process.once('SIGTERM', () => void end());
