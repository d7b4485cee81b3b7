/**
 * A bare Fastify route that lists the latest events from SQLite through better-sqlite3: no sign-in, no checks, no limits.
 * Prints one JSON line.
 *
 * node baseline-server.ts <database file>
 */
import { createRequire } from 'node:module';
import { fastify } from 'fastify';

interface Statement {
  all(...values: readonly unknown[]): readonly { readonly data: string }[];
}
type Open = new (file: string) => { pragma(text: string): void; prepare(text: string): Statement; close(): void };

const [file = ''] = process.argv.slice(2);
// The very one that the hub's storage uses.
const Database = createRequire(import.meta.resolve('@mikro-orm/sqlite'))('better-sqlite3') as Open;
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('cache_size = -32768');
const select = database.prepare('SELECT * FROM events WHERE sequence < ? ORDER BY sequence DESC LIMIT ?');

const server = fastify();
server.get('/events', async (request) => {
  const { before, limit = '50' } = request.query as { readonly before?: string; readonly limit?: string };
  const rows = select.all(Number(before ?? Number.MAX_SAFE_INTEGER), Number(limit));
  return { items: rows.map((row) => ({ ...row, data: JSON.parse(row.data) as unknown })) };
});
await server.listen({ host: '127.0.0.1', port: 0 });
const address = server.server.address();
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, key: 'none' })}\n`);
process.once('SIGTERM', () => {
  database.close();
  void server.close();
});
