/**
 * A shop's back end: creates payments over keep-alive connections, one at a time on each, each with an Idempotency-Key
 * of its own. On bare sockets, because a full HTTP client would be the bottleneck. Prints one JSON line.
 *
 * node shop-load.ts <port> <api key> <connections> <seconds>
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const [port = '0', apiKey = '', connections = '20', seconds = '5'] = process.argv.slice(2);
const endAt = performance.now() + Number(seconds) * 1_000;
const statuses = new Map<number, number>();
const latencies: number[] = [];
let number = 0;

function creation(): Buffer {
  number += 1;
  const body = JSON.stringify({
    amountMinor: String(100 + (number % 90_000)),
    currency: 'EUR',
    reference: `order-${number}`,
    description: 'A bench order',
    customer: { id: `customer-${number % 1_000}`, email: 'customer@example.com', country: 'DE' },
    returnUrl: 'https://shop.example/thanks',
    cancelUrl: 'https://shop.example/cart',
    metadata: { cart: String(number) },
  });
  return Buffer.from(
    `POST /api/payments HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
      `Authorization: Bearer ${apiKey}\r\nIdempotency-Key: ${randomBytes(12).toString('hex')}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function client(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let received = '';
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(creation());
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(received.slice(0, head))?.[1];
      if (received.length < head + 4 + Number(length ?? 0)) return;
      const status = Number(received.slice(9, 12));
      if (status !== 201) process.stderr.write(`${received.slice(head + 4)}\n`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      latencies.push(performance.now() - sentAt);
      received = '';
      if (performance.now() < endAt) send();
      else socket.end();
    });
  });
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, client));
const elapsed = (performance.now() - startedAt) / 1_000;
latencies.sort((left, right) => left - right);
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
process.stdout.write(
  `${JSON.stringify({ perSecond: latencies.length / elapsed, answered: latencies.length, statuses: Object.fromEntries(statuses), p50Ms: at(0.5), p99Ms: at(0.99) })}\n`,
);
