/**
 * What a shop without a hub would write: a bare Fastify route that commits a row, asks the provider for a checkout over
 * keep-alive HTTP, and commits the answer (SQLite, WAL, synchronous=FULL). No checks, no retries, no routing, no events.
 *
 * node baseline-server.ts <database file> <provider's ready line>
 */
import { DatabaseSync } from 'node:sqlite';
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';

const [file = '', line = '{}'] = process.argv.slice(2);
const provider = JSON.parse(line) as { url: string; apiKey: string };
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const database = new DatabaseSync(file);
database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
database.exec('CREATE TABLE payment (id TEXT PRIMARY KEY, key TEXT UNIQUE, state TEXT NOT NULL) WITHOUT ROWID');
const insert = database.prepare('INSERT INTO payment (id, key, state) VALUES (?, ?, ?)');
const update = database.prepare('UPDATE payment SET state = ? WHERE id = ?');

function checkout(reference: string, body: { amountMinor: string; currency: string }): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${provider.url}/v1/checkouts`,
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${provider.apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': reference,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve(JSON.parse(text) as { url: string }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(
      JSON.stringify({
        reference,
        amount: body.amountMinor,
        currency: body.currency,
        capture: 'automatic',
        return_url: 'http://127.0.0.1/return',
        cancel_url: 'http://127.0.0.1/cancel',
      }),
    );
  });
}

const server = fastify();
server.post('/api/payments', async (incoming, reply) => {
  const body = incoming.body as { amountMinor: string; currency: string };
  const id = randomUUID();
  insert.run(id, String(incoming.headers['idempotency-key']), JSON.stringify({ ...body, status: 'created' }));
  const { url } = await checkout(id, body);
  update.run(JSON.stringify({ ...body, status: 'requires_action', url }), id);
  return reply.status(201).send({ id, status: 'requires_action', redirectUrl: url });
});
await server.listen({ host: '127.0.0.1', port: 0 });
const address = server.server.address();
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, key: 'none' })}\n`);
process.once('SIGTERM', () => void server.close());
