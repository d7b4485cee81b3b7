/**
 * Sends signed Stripe events over keep-alive connections, one request at a time on each, every event with an id of its
 * own (random, as a vendor's are). A process of its own, so that making requests does not take the server's core; written
 * on bare sockets, because a full HTTP client would be the bottleneck. Prints one JSON line.
 *
 * node webhook-load.ts <port> <path> <secret> <connections> <seconds>
 */
import { createHmac, randomBytes } from 'node:crypto';
import { keepAliveLoad } from '../support/keep-alive-load.ts';

const [port = '0', path = '/', secret = '', connections = '20', seconds = '5'] = process.argv.slice(2);

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

const result = await keepAliveLoad({
  port: Number(port),
  connections: Number(connections),
  seconds: Number(seconds),
  request: event,
});
process.stdout.write(`${JSON.stringify(result)}\n`);
