/**
 * A shop's back end: creates payments over keep-alive connections, one at a time on each, each with an Idempotency-Key
 * of its own. On bare sockets, because a full HTTP client would be the bottleneck. Prints one JSON line.
 *
 * node shop-load.ts <port> <api key> <connections> <seconds>
 */
import { randomBytes } from 'node:crypto';
import { keepAliveLoad } from '../support/keep-alive-load.ts';

const [port = '0', apiKey = '', connections = '20', seconds = '5'] = process.argv.slice(2);
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

const result = await keepAliveLoad({
  port: Number(port),
  connections: Number(connections),
  seconds: Number(seconds),
  request: creation,
});
process.stdout.write(`${JSON.stringify(result)}\n`);
