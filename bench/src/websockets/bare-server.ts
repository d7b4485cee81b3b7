/** `ws` alone: one text a second, put into JSON once, to everybody. Prints one JSON line with the port, then how it does. */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { reportServer } from './report-server.ts';
import { everyMs, newTick } from './tick.ts';

/** What is used of it; the package brings no types. */
interface BareServer {
  readonly clients: ReadonlySet<{ send(data: string): void }>;
  on(event: 'listening', listener: () => void): void;
  address(): AddressInfo;
}
interface Ws {
  readonly WebSocketServer: new (options: object) => BareServer;
}

const require = createRequire(import.meta.url);
const { WebSocketServer } = require('ws') as Ws;
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/api/stream' });
setInterval(() => {
  const text = JSON.stringify({ type: 'event', event: { type: 'tick.happened', data: newTick() }, sequence: 1 });
  for (const client of server.clients) client.send(text);
}, everyMs);
server.on('listening', () => {
  process.stdout.write(`${JSON.stringify({ port: server.address().port, headers: {} })}\n`);
  reportServer();
});
process.once('SIGTERM', () => process.exit(0));
