import { parseArgs } from 'node:util';
import { durabilities } from './database.ts';
import { startProvider } from './provider.ts';

/**
 * node provider/main.ts --port 0 --data FILE [--api-key KEY] [--webhook-secret SECRET]… [--delay-ms N] [--durability full|fast]
 *
 * Prints one line of JSON when it is ready: {"ready":true,"url":…,"apiKey":…,"webhookSecrets":[…]}. Ends on SIGTERM or
 * SIGINT.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    data: { type: 'string', default: 'sandbox-provider.db' },
    'api-key': { type: 'string' },
    'webhook-secret': { type: 'string', multiple: true },
    'delay-ms': { type: 'string', default: '3000' },
    durability: { type: 'string', default: 'full' },
  },
});

const durability = durabilities.find((each) => each === values.durability);
if (durability === undefined) throw new Error(`--durability has to be one of: ${durabilities.join(', ')}`);

const provider = await startProvider({
  port: Number(values.port),
  dataFile: values.data,
  delayMs: Number(values['delay-ms']),
  durability,
  ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
  ...(values['webhook-secret'] === undefined ? {} : { webhookSecrets: values['webhook-secret'] }),
});
const { url, apiKey, webhookSecrets } = provider;
process.stdout.write(`${JSON.stringify({ ready: true, url, apiKey, webhookSecrets })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void provider.close().then(() => process.exit(0)));
}
