/**
 * From the provider's signed webhook to the event at a websocket client: makes payments, follows the hub's websocket,
 * sends a capture for each at a steady pace, and takes the time until `payment.captured` of that payment arrives.
 * Prints one JSON line.
 *
 * node webhook-to-event.ts <hub's line> <provider's line> <a second> <seconds>
 */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

interface HubLine {
  readonly port: number;
  readonly key: string;
  readonly connection: string;
}

interface Payment {
  readonly id: string;
  readonly checkout: string;
}

const [hubLine = '{}', providerLine = '{}', perSecond = '200', seconds = '10'] = process.argv.slice(2);
const { port, key, connection } = JSON.parse(hubLine) as HubLine;
const { webhookSecrets } = JSON.parse(providerLine) as { webhookSecrets: readonly [string] };
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const sentAt = new Map<string, number>();
const latencies: number[] = [];

function post(path: string, headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function makePayment(number: number): Promise<Payment> {
  const body = JSON.stringify({ amountMinor: '1299', currency: 'EUR', reference: `order-${number}` });
  const { status, text } = await post('/api/payments', { authorization: `Bearer ${key}` }, body);
  if (status !== 201) throw new Error(`A payment was answered ${status}: ${text}`);
  const { id, attempts } = JSON.parse(text) as { id: string; attempts: readonly [{ providerRef: string }] };
  return { id, checkout: attempts[0].providerRef };
}

async function sendCapture({ id, checkout }: Payment): Promise<void> {
  const body = JSON.stringify({
    id: `evt_${id}`,
    type: 'checkout.captured',
    created_at: new Date().toISOString(),
    checkout,
    reference: `${id}-1`,
    data: {
      id: `cap_${id}`,
      amount: '1299',
      currency: 'EUR',
      fee: '38',
      final: true,
      created_at: new Date().toISOString(),
    },
  });
  const at = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', webhookSecrets[0]).update(`${at}.${body}`).digest('hex');
  sentAt.set(id, performance.now());
  const { status, text } = await post(`/hooks/${connection}`, { 'sandbox-signature': `t=${at},v1=${signature}` }, body);
  if (status !== 200) throw new Error(`A webhook was answered ${status}: ${text}`);
}

async function follow(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/stream`);
  const subscribed = new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('The websocket failed.')));
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as {
        type: string;
        event?: { type: string; subject: string };
      };
      if (message.type === 'subscribed') resolve();
      const { event } = message;
      if (event?.type !== 'payment.captured') return;
      const at = sentAt.get(event.subject);
      if (at !== undefined) latencies.push(performance.now() - at);
    });
  });
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  socket.send(JSON.stringify({ type: 'authenticate', token: key }));
  socket.send(JSON.stringify({ type: 'subscribe', topics: ['payments'] }));
  await subscribed;
  return socket;
}

const pace = Number(perSecond);
const total = pace * Number(seconds);
const payments: Payment[] = [];
for (let made = 0; made < total; made += 50) {
  const batch = Array.from({ length: Math.min(50, total - made) }, (_, index) => makePayment(made + index));
  payments.push(...(await Promise.all(batch)));
}
const socket = await follow();
const begunAt = performance.now();
const answers: Promise<void>[] = [];
for (const [index, payment] of payments.entries()) {
  const waitMs = begunAt + (index * 1_000) / pace - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  answers.push(sendCapture(payment));
}
await Promise.all(answers);
const patience = performance.now() + 10_000;
while (latencies.length < total && performance.now() < patience)
  await new Promise((resolve) => setTimeout(resolve, 20));
socket.close();
agent.destroy();
latencies.sort((left, right) => left - right);
const at = (share: number) => latencies[Math.min(Math.floor(latencies.length * share), latencies.length - 1)] ?? 0;
process.stdout.write(
  `${JSON.stringify({ sent: total, told: latencies.length, p50Ms: at(0.5), p99Ms: at(0.99), mostMs: at(1) })}\n`,
);
