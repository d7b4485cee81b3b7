import { request } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

export interface RawOptions {
  readonly method: string;
  /** As it is written: nothing is encoded or tidied up. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

let callers = 0;

/**
 * Sends what a well-behaved client would not, each time from another address as the trusted proxy tells it. A body that
 * is refused before it is read ends in a reset, which may overtake the answer: then it is sent again.
 */
export async function rawRequest(port: number, options: RawOptions): Promise<RawAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(port, options);
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (attempt === 10 || !['EPIPE', 'ECONNRESET'].includes(code)) throw error;
    }
  }
}

function sendOnce(port: number, { method, path, headers = {}, body }: RawOptions): Promise<RawAnswer> {
  callers += 1;
  const from = `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}`;
  // Node leaves it out where a method has no body as a rule, and the body would be taken for the next request.
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { 'x-forwarded-for': from, ...length, ...headers },
        agent: false,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString('utf8'),
          }),
        );
        response.once('error', reject);
      },
    );
    // A refused upload is answered before it is read whole: then writing fails, and the answer still counts.
    let answered = false;
    sending.once('response', () => (answered = true));
    sending.on('error', (error) => {
      if (!answered) reject(error);
    });
    sending.end(body);
  });
}

/** Everything a bare socket hears until it is closed. */
export function rawConversation(
  port: number,
  begin: (socket: Socket) => void,
): Promise<{ readonly text: string; readonly ms: number }> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => begin(socket)).setEncoding('latin1');
    let text = '';
    socket.on('data', (chunk: string) => (text += chunk));
    // A reset closes as well.
    socket.on('error', () => undefined);
    socket.once('close', () => resolve({ text, ms: performance.now() - startedAt }));
  });
}
