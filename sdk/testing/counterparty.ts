import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delay, systemClock } from '../src/values/clock.ts';
import {
  type Answering,
  matchesRequest,
  type RecordedRequest,
  type Reply,
  type RequestMatch,
  rawReply,
} from './counterparty-script.ts';

/** A vendor played by a script: a real HTTP server on 127.0.0.1 and a free port. */
export interface Counterparty extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Every request so far, in the order of arrival, answered or not. */
  readonly requests: readonly RecordedRequest[];
  /** Answers matching requests until disposed. Of several entries the one added last wins. */
  on(match: RequestMatch, answer: Answering): void;
  /** Like `on`, for one request. Of several the one added first goes first, and all go before `on`. */
  once(match: RequestMatch, answer: Answering): void;
  /** Forgets script and requests. */
  reset(): void;
  /** Changes what scripted answers say, until it is called with undefined: faults on top of a script. */
  tamper(change: Tampering | undefined): void;
  /** Resolves when `count` requests (of those that match) have come in all since the start or the last reset. */
  received(count: number, match?: RequestMatch): Promise<void>;
  /** Resolves when the other side has closed the connection of `count` requests before their answer was complete. */
  abandoned(count: number): Promise<void>;
  /** That everything happened as scripted. @throws Error naming each request that the script had no answer for, and each `once` that nobody asked for */
  assertExpected(): void;
  /** Stops listening without forgetting anything: from now on connections are refused. */
  stop(): Promise<void>;
  /** Closes every connection. Repeating it is harmless. */
  dispose(): Promise<void>;
}

export type Tampering = (reply: Reply, request: RecordedRequest) => Reply;

interface Entry {
  readonly match: RequestMatch;
  readonly answer: Answering;
}

/** Starts a counterparty. An unscripted request is answered 501, recorded, and fails `assertExpected`. */
export async function startCounterparty(): Promise<Counterparty> {
  const requests: RecordedRequest[] = [];
  const unexpected: RecordedRequest[] = [];
  const lasting: Entry[] = [];
  const single: Entry[] = [];
  const faults: unknown[] = [];
  const waiting = new Set<() => void>();
  const endedHere = new WeakSet<ServerResponse>();
  let tampering: Tampering | undefined;
  let abandonments = 0;

  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isSo()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });

  const answerFor = (request: RecordedRequest): Answering | undefined => {
    const index = single.findIndex(({ match }) => matchesRequest(match, request));
    if (index >= 0) return single.splice(index, 1)[0]?.answer;
    return lasting.findLast(({ match }) => matchesRequest(match, request))?.answer;
  };

  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(message);
    response.once('close', () => {
      if (response.writableFinished || endedHere.has(response)) return;
      abandonments += 1;
      for (const check of waiting) check();
    });
    const answer = answerFor(request);
    requests.push(request);
    for (const check of waiting) check();
    if (answer === undefined) {
      unexpected.push(request);
      return send(response, { status: 501, body: 'No answer was scripted for this request.' });
    }
    const reply = typeof answer === 'function' ? await answer(request) : answer;
    const sent = tampering === undefined ? reply : tampering(reply, request);
    if (sent.fault === 'reset' || sent.fault === 'cut') endedHere.add(response);
    return send(response, sent);
  };

  const server = createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      // The client going away in the middle is its right; a script that throws is a fault of the test.
      if (!message.errored) faults.push(error);
      message.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };

  return {
    url,
    requests,
    on: (match, answer) => void lasting.push({ match, answer }),
    once: (match, answer) => void single.push({ match, answer }),
    tamper(change) {
      tampering = change;
    },
    reset() {
      for (const list of [requests, unexpected, lasting, single, faults]) list.splice(0);
      abandonments = 0;
    },
    received: (count, match) =>
      until(() => {
        const matching = match === undefined ? requests : requests.filter((request) => matchesRequest(match, request));
        return matching.length >= count;
      }),
    abandoned: (count) => until(() => abandonments >= count),
    assertExpected() {
      const complaints = [
        ...unexpected.map(({ method, path }) => `unexpected: ${method} ${path}`),
        ...single.map(({ match }) => `never asked for: ${match.method ?? 'any method'} ${String(match.path)}`),
        ...faults.map((fault) => `the script failed: ${String(fault)}`),
      ];
      if (complaints.length > 0)
        throw new Error(`The counterparty saw what was not scripted.\n${complaints.join('\n')}`);
    },
    stop: close,
    dispose: close,
    [Symbol.asyncDispose]: close,
  };
}

async function readRequest(message: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://counterparty');
  const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return {
    method: message.method ?? '',
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
    text: () => body.toString('utf8'),
    json: () => JSON.parse(body.toString('utf8')) as unknown,
    form: () => new URLSearchParams(body.toString('utf8')),
  };
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  const { status, headers, body } = rawReply(reply);
  const head = () =>
    response.writeHead(status, { 'content-length': body.length, ...(headers as Record<string, string>) });
  switch (reply.fault) {
    case 'hang':
      return;
    case 'late':
      reply.effect?.();
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'cut':
      response.writeHead(status, { ...(headers as Record<string, string>), 'content-length': body.length + 1 });
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
      return;
    case 'stall':
      response.writeHead(status, headers as Record<string, string>);
      response.flushHeaders();
      if (body.length > 0) response.write(body);
      return;
    case 'drip':
      head();
      for (const byte of body) {
        if (response.destroyed) return;
        response.write(Buffer.of(byte));
        await delay(systemClock, reply.everyMs ?? 10);
      }
      response.end();
      return;
    case undefined:
      head();
      response.end(body);
  }
}
