/**
 * Sends signed Stripe events over keep-alive connections, one request at a time on each, every event with an id of its
 * own (random, as a vendor's are). A process of its own, so that making requests does not take the server's core; written
 * on bare sockets, because a full HTTP client would be the bottleneck. Prints one JSON line.
 *
 * node webhook-load.ts <port> <path> <secret> <connections> <seconds>
 */
import { createHmac, randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const [port = '0', path = '/', secret = '', connections = '20', seconds = '5'] = process.argv.slice(2);
const endAt = performance.now() + Number(seconds) * 1_000;
const statuses = new Map<number, number>();
const latencies: number[] = [];

function event(): Buffer {
  const id = `evt_${randomBytes(12).toString('hex')}`;
  const session = `cs_test_${randomBytes(16).toString('hex')}`;
  const created = Math.floor(Date.now() / 1_000);
  const body = JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-01-28.clover',
    created,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'checkout.session.completed',
    data: {
      object: {
        id: session,
        object: 'checkout.session',
        amount_subtotal: 1299,
        amount_total: 1299,
        client_reference_id: 'order-1',
        created,
        currency: 'usd',
        customer_details: {
          email: 'customer@example.com',
          name: 'A Customer',
          phone: null,
          tax_exempt: 'none',
          tax_ids: [],
        },
        expires_at: created + 86_400,
        livemode: false,
        metadata: { reference: 'order-1' },
        mode: 'payment',
        payment_intent: `pi_${randomBytes(12).toString('hex')}`,
        payment_method_types: ['card'],
        payment_status: 'paid',
        status: 'complete',
        success_url: 'https://example.com/thanks',
      },
    },
  });
  const signature = createHmac('sha256', secret).update(`${created}.${body}`).digest('hex');
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r\nAccept: */*\r\n` +
      `Stripe-Signature: t=${created},v1=${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** One connection that sends the next event when the answer to the last is whole. */
function client(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let received = '';
    let sentAt = 0;
    let next = event();
    const send = () => {
      sentAt = performance.now();
      socket.write(next);
      next = event();
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
const answered = latencies.length;
process.stdout.write(
  `${JSON.stringify({ perSecond: answered / elapsed, answered, statuses: Object.fromEntries(statuses), p50Ms: at(0.5), p99Ms: at(0.99) })}\n`,
);
