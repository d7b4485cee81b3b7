import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Plays a vendor that counts what it is asked, and can be made to wait. */
export interface CountingVendor extends AsyncDisposable {
  readonly url: string;
  /** How often each `call` was asked for. */
  readonly calls: ReadonlyMap<string, number>;
  /** Versions whose credential test was asked for, in order. */
  readonly tests: readonly string[];
  /** Requests whose address begins so wait until `release`. */
  hold(path: string): void;
  release(): void;
  /** Answers credential tests whose address begins so with 401. */
  refuse(path: string): void;
}

export async function countingVendor(): Promise<CountingVendor> {
  const calls = new Map<string, number>();
  const tests: string[] = [];
  const held: string[] = [];
  const refused: string[] = [];
  let waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    const { pathname, searchParams } = new URL(url, 'http://vendor');
    const call = searchParams.get('call');
    if (call !== null) calls.set(call, (calls.get(call) ?? 0) + 1);
    if (pathname === '/test') tests.push(searchParams.get('version') ?? '');
    request.resume();
    response.statusCode = refused.some((path) => url.startsWith(path)) ? 401 : 200;
    if (held.some((path) => url.startsWith(path))) waiting.push(response);
    else response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const release = () => {
    held.length = 0;
    const all = waiting;
    waiting = [];
    for (const response of all) response.end('ok');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    tests,
    hold: (path) => void held.push(path),
    release,
    refuse: (path) => void refused.push(path),
    async [Symbol.asyncDispose]() {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
