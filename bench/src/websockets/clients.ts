/**
 * Many websockets on bare sockets, so that five thousand cost their process little. Prints a line when all are open, and
 * after each SIGUSR2 what has come since the one before.
 *
 * node clients.ts <count> <port> <headers as JSON>
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came since the last look. */
export interface Delivered {
  readonly messages: number;
  /** Clients that got at least one. */
  readonly clients: number;
  readonly closed: number;
  /** From the server's beginning to publish until here. */
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly most: number };
}

const atOnce = 50;
const [count = '0', port = '0', headers = '{}'] = process.argv.slice(2);
const given = Object.entries(JSON.parse(headers) as Record<string, string>).map(
  ([name, value]) => `${name}: ${value}\r\n`,
);
const subscribe = JSON.stringify({ type: 'subscribe', topics: ['ticks'] });

let delays: number[] = [];
let closed = 0;
const reached = new Set<number>();

async function open(client: number): Promise<Socket> {
  const socket = connect(Number(port), '127.0.0.1');
  const key = randomBytes(16).toString('base64');
  socket.write(
    `GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${given.join('')}\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  const head = answer.indexOf('\r\n\r\n');
  if (!answer.toString('latin1', 0, head).startsWith('HTTP/1.1 101')) throw new Error(answer.toString());
  let rest = answer.subarray(head + 4);
  socket.on('data', (piece: Buffer) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    rest = readAll(rest, client, socket);
  });
  socket.on('close', () => {
    closed += 1;
  });
  socket.write(frame(1, Buffer.from(subscribe)));
  return socket;
}

/** Frames of a server, RFC 6455, section 5.2; none here is longer than 64 KiB. @returns what is not whole yet */
function readAll(bytes: Buffer, client: number, socket: Socket): Buffer {
  let at = 0;
  while (bytes.length >= at + 4) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const head = short < 126 ? 2 : 4;
    const length = short < 126 ? short : bytes.readUInt16BE(at + 2);
    if (bytes.length < at + head + length) break;
    const payload = bytes.subarray(at + head, at + head + length);
    const opcode = (bytes[at] ?? 0) & 0x0f;
    if (opcode === 9) socket.write(frame(10, payload));
    if (opcode === 1) hear(payload.toString('latin1'), client);
    at += head + length;
  }
  return bytes.subarray(at);
}

function hear(text: string, client: number): void {
  const [, sentAt] = /"sentAt":([\d.]+)/.exec(text) ?? [];
  if (sentAt === undefined) return;
  delays.push(performance.timeOrigin + performance.now() - Number(sentAt));
  reached.add(client);
}

/** A short one, masked as a client has to. */
function frame(opcode: number, payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length]), mask, masked]);
}

function look(): Delivered {
  const sorted = delays.toSorted((left, right) => left - right);
  const quantile = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  const delivered: Delivered = {
    messages: sorted.length,
    clients: reached.size,
    closed,
    delayMs: { p50: quantile(0.5), p99: quantile(0.99), most: quantile(1) },
  };
  delays = [];
  reached.clear();
  return delivered;
}

const sockets: Socket[] = [];
for (let client = 0; client < Number(count); client += atOnce) {
  const wave = Array.from({ length: Math.min(atOnce, Number(count) - client) }, (_, index) => open(client + index));
  sockets.push(...(await Promise.all(wave)));
}
process.on('SIGUSR2', () => process.stdout.write(`${JSON.stringify(look())}\n`));
process.once('SIGTERM', () => process.exit(0));
process.stdout.write(`${sockets.length}\n`);
