import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface JsonServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A vendor's stand-in on 127.0.0.1 that takes and answers JSON; undefined from `answer` is a 404. */
export async function startJsonServer(answer: (path: string, body: unknown) => unknown): Promise<JsonServer> {
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => {
        const answered = answer(new URL(request.url ?? '/', 'http://127.0.0.1').pathname, body);
        response.writeHead(answered === undefined ? 404 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answered ?? { error: { code: 404, message: 'There is no such thing.' } }));
      },
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
