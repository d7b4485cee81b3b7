/**
 * From a channel's signed webhook to the published signal at a websocket client: sends messages at a steady pace, each a
 * signal of its own, and takes the time until `signal.published` of that message arrives. Prints one JSON line.
 *
 * node channel-load.ts <hub's line> <a second> <seconds>
 */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

interface HubLine {
  readonly port: number;
  readonly key: string;
  readonly connection: string;
  readonly secret: string;
}

const [hubLine = '{}', perSecond = '200', seconds = '10'] = process.argv.slice(2);
const { port, key, connection, secret } = JSON.parse(hubLine) as HubLine;
const signing = Buffer.from(secret, 'base64');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const sentAt = new Map<string, number>();
const latencies: number[] = [];

const currencies = ['EUR', 'GBP', 'AUD', 'NZD'] as const;
const against = ['USD', 'CAD', 'CHF', 'JPY'] as const;

/** Levels far enough from those of the same symbol before it not to be taken for a repetition. */
function messageOf(index: number): string {
  const symbol = `${currencies[index % 4]}${against[Math.floor(index / 4) % 4]}`;
  const entry = 1 + Math.floor(index / 16) * 0.004;
  const price = (offset: number) => (entry + offset).toFixed(4);
  return `🔔 ${symbol} BUY NOW @ ${price(0)}\n\nTP1: ${price(0.003)}\nTP2: ${price(0.006)}\nSL: ${price(-0.003)}\n\nRisk 1% only`;
}

function send(index: number): Promise<void> {
  const id = `m${index}`;
  const body = JSON.stringify({ id, text: messageOf(index), sentAt: new Date().toISOString() });
  const at = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', signing).update(`${id}.${at}.${body}`).digest('base64');
  sentAt.set(id, performance.now());
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/hooks/${connection}`,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(at),
          'webhook-signature': `v1,${signature}`,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          if (answer.statusCode !== undefined && answer.statusCode < 300) resolve();
          else reject(new Error(`A message was answered ${answer.statusCode}: ${text}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function follow(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/stream`);
  const subscribed = new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('The websocket failed.')));
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as {
        type: string;
        event?: { type: string; data: { messageId: string } };
      };
      if (message.type === 'subscribed') resolve();
      const { event } = message;
      if (event?.type !== 'signal.published') return;
      const at = sentAt.get(event.data.messageId);
      if (at !== undefined) latencies.push(performance.now() - at);
    });
  });
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  socket.send(JSON.stringify({ type: 'authenticate', token: key }));
  socket.send(JSON.stringify({ type: 'subscribe', topics: ['signals'] }));
  await subscribed;
  return socket;
}

const pace = Number(perSecond);
const total = pace * Number(seconds);
/** What runs first is compiled first. */
const warmUp = 200;
const socket = await follow();

async function sendAll(from: number, count: number): Promise<void> {
  const begunAt = performance.now();
  const answers: Promise<void>[] = [];
  for (let number = 0; number < count; number += 1) {
    const waitMs = begunAt + (number * 1_000) / pace - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    answers.push(send(from + number));
  }
  await Promise.all(answers);
  const patience = performance.now() + 10_000;
  while (latencies.length < count && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

await sendAll(0, warmUp);
latencies.length = 0;
await sendAll(warmUp, total);
socket.close();
agent.destroy();
latencies.sort((left, right) => left - right);
const at = (share: number) => latencies[Math.min(Math.floor(latencies.length * share), latencies.length - 1)] ?? 0;
process.stdout.write(
  `${JSON.stringify({ sent: total, told: latencies.length, p50Ms: at(0.5), p99Ms: at(0.99), mostMs: at(1) })}\n`,
);
