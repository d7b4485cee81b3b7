import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client of a stream on a bare socket: it reads only while it is told to, as no library would. */
export interface StreamClient {
  /** Sequences of the events that have come. */
  readonly sequences: readonly number[];
  /** Everything the hub said besides: `ready`, `subscribed`, `end too_slow`, `close 1013 too_slow`. */
  readonly said: readonly string[];
  /** Nothing is read any more; what is sent fills the buffers of the network. */
  pause(): void;
  resume(): void;
  /** Resolves when `true`; it is looked at whenever something has come. @throws Error when the stream ends before */
  until(reached: (client: StreamClient) => boolean): Promise<void>;
  /** Resolves when the connection is over. */
  readonly closed: Promise<void>;
  destroy(): void;
}

export interface StreamRequest {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Default: what comes next. */
  readonly after?: number | undefined;
  /** Of the websocket. Default: the one of all events. */
  readonly topics?: readonly string[];
}

interface Heard {
  readonly sequences: number[];
  readonly said: string[];
}

/** Reads a part of what came; undefined when that is not whole yet. @returns the rest */
type Read = (bytes: Buffer, heard: Heard) => Buffer | undefined;

/** By server-sent events, of all types. */
export async function eventStreamClient({ base, headers, after }: StreamRequest): Promise<StreamClient> {
  const query = after === undefined ? '' : `?after=${after}`;
  const { socket, rest } = await request(base, `/api/events/stream${query}`, { ...headers, connection: 'close' });
  return follow(socket, rest, readChunkLine());
}

/** By websocket. @throws Error with the status of an upgrade that is refused */
export async function socketClient({
  base,
  headers,
  after,
  topics = ['events'],
}: StreamRequest): Promise<StreamClient> {
  const { socket, rest } = await request(base, '/api/stream', {
    ...headers,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  });
  const client = follow(socket, rest, (bytes, heard) => readFrame(bytes, heard, socket));
  socket.write(frame(1, Buffer.from(JSON.stringify({ type: 'subscribe', topics, after }))));
  await client.until(({ said }) => said.some((one) => one === 'subscribed' || one.startsWith('error')));
  return client;
}

async function request(base: string, path: string, headers: Readonly<Record<string, string>>) {
  const { hostname, port, host } = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  let head = Buffer.alloc(0);
  while (!head.includes('\r\n\r\n')) head = Buffer.concat([head, ...((await once(socket, 'data')) as [Buffer])]);
  const end = head.indexOf('\r\n\r\n');
  const status = head.toString('latin1', 0, head.indexOf('\r\n'));
  if (!/ (101|200) /.test(status)) throw new Error(status);
  return { socket, rest: head.subarray(end + 4) };
}

function follow(socket: Socket, first: Buffer, read: Read): StreamClient {
  const heard: Heard = { sequences: [], said: [] };
  let bytes = first;
  let over = false;
  let look = (): void => undefined;
  const take = (): void => {
    for (let rest = read(bytes, heard); rest !== undefined; rest = read(bytes, heard)) bytes = rest;
    look();
  };
  socket.on('data', (piece) => {
    bytes = Buffer.concat([bytes, piece as Buffer]);
    take();
  });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      over = true;
      look();
      resolve();
    });
  });
  const client: StreamClient = {
    ...heard,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    until: (reached) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (reached(client)) resolve();
          else if (over) reject(new Error(`The stream ended: ${heard.said.join(', ')}`));
        };
        look();
      }),
    closed,
    destroy: () => void socket.destroy(),
  };
  take();
  return client;
}

/** Of a chunked answer: its text is cut into events by their empty lines. */
function readChunkLine(): Read {
  let text = '';
  return (bytes, heard) => {
    const at = bytes.indexOf('\r\n');
    if (at < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', 0, at), 16);
    if (bytes.length < at + 2 + size + 2) return undefined;
    text += bytes.toString('utf8', at + 2, at + 2 + size);
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) hear(event, heard);
    return bytes.subarray(at + 2 + size + 2);
  };
}

function hear(event: string, { sequences, said }: Heard): void {
  const [, id] = /^id: (\d+)\ndata/.exec(event) ?? [];
  if (id !== undefined) sequences.push(Number(id));
  const [, name] = /^event: (\w+)$/m.exec(event) ?? [];
  if (name === 'end') said.push(`end ${(JSON.parse(/^data: (.+)$/m.exec(event)?.[1] ?? '{}') as Message).reason}`);
  else if (name !== undefined) said.push(name);
}

interface Message {
  readonly type?: string;
  readonly sequence?: number;
  readonly reason?: string;
  readonly code?: string;
}

/** RFC 6455, section 5.2. */
function readFrame(bytes: Buffer, { sequences, said }: Heard, socket: Socket): Buffer | undefined {
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head) return undefined;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < head + length) return undefined;
  const payload = bytes.subarray(head, head + length);
  const opcode = (bytes[0] ?? 0) & 0x0f;
  if (opcode === 9) socket.write(frame(10, payload));
  if (opcode === 8) {
    said.push(`close ${payload.readUInt16BE(0)} ${payload.toString('utf8', 2)}`);
    socket.write(frame(8, payload));
  }
  if (opcode === 1) {
    const { type = '', sequence, reason, code } = JSON.parse(payload.toString()) as Message;
    if (type === 'event') sequences.push(sequence ?? 0);
    else said.push([type, reason ?? code ?? ''].join(' ').trim());
  }
  return bytes.subarray(head + length);
}

/** A short one, masked as a client has to. */
function frame(opcode: number, payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length]), mask, masked]);
}
