/**
 * The bare minimum that any inbox has to do: a Fastify route that verifies a Stripe signature on the raw bytes and
 * inserts the event in a transaction shared by all requests of one turn of the event loop (WAL, synchronous=FULL).
 * Prints its port.
 *
 * node baseline-server.ts <database file> <secret>
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { MikroORM } from '@mikro-orm/sqlite';
import { fastify } from 'fastify';

const [file = 'baseline.db', secret = ''] = process.argv.slice(2);

interface Native {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): { run(...values: unknown[]): { changes: number } };
}

const orm = new MikroORM({
  dbName: file,
  entities: [],
  discovery: { warnWhenNoEntities: false },
  ensureDatabase: false,
});
await orm.connect();
const native = (await orm.em.getConnection().getNativeClient()) as unknown as Native;
native.pragma('journal_mode = WAL');
native.pragma('synchronous = FULL');
native.pragma('wal_autocheckpoint = 4000');
native.exec('CREATE TABLE events (id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, body BLOB NOT NULL)');
const insert = native.prepare('INSERT INTO events VALUES (?, ?, ?) ON CONFLICT DO NOTHING');

type Waiting = { readonly id: string; readonly type: string; readonly body: Buffer; readonly done: () => void };
let group: Waiting[] = [];

function store(id: string, type: string, body: Buffer): Promise<void> {
  return new Promise((done) => {
    if (group.push({ id, type, body, done }) === 1) setImmediate(flush);
  });
}

function flush(): void {
  const taken = group;
  group = [];
  native.exec('BEGIN IMMEDIATE');
  for (const { id, type, body } of taken) insert.run(id, type, body);
  native.exec('COMMIT');
  for (const { done } of taken) done();
}

function genuine(body: Buffer, header: string): boolean {
  const [, time = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  return (
    mac !== '' &&
    timingSafeEqual(Buffer.from(mac, 'hex'), expected) &&
    Math.abs(Date.now() / 1_000 - Number(time)) < 300
  );
}

const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/hooks', async (request, reply) => {
  const body = request.body as Buffer;
  if (!genuine(body, String(request.headers['stripe-signature']))) return reply.code(401).send();
  const { id, type } = JSON.parse(body.toString()) as { id: string; type: string };
  await store(id, type, body);
  return reply.code(200).send();
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${(app.server.address() as { port: number }).port}\n`);
