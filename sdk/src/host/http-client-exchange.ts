import type { Agent, Dispatcher } from 'undici';
import { FairleadError, isFairleadError } from '../errors/index.ts';
import { decodeBody, tooLarge, unreadable } from './http-client-body.ts';

/** One request, one answer; redirects are answers. */
export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly maxBytes: number;
  /** Aborted with a {@link deadlinePassed} on the deadline, with the caller's own reason otherwise. */
  readonly signal: AbortSignal;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The reason of a signal whose deadline passed; it becomes `timeout` or, when nothing was sent, `unreachable`. */
export const deadlinePassed = Symbol('deadline passed');

/** How far the exchange came, which decides what an error means. */
type Stage = 'connecting' | 'sent' | 'answering';

/** @throws FairleadError as documented at `HttpClient`, or the signal's reason */
export async function exchange(agent: Agent, request: Exchange): Promise<ExchangeAnswer> {
  const { status, headers, body } = await receive(agent, request);
  const empty = request.method === 'HEAD' || status === 204 || status === 304;
  const encoding = empty ? undefined : headers['content-encoding'];
  return { status, headers, body: await decodeBody(body, encoding, request.maxBytes) };
}

function receive(agent: Agent, request: Exchange): Promise<ExchangeAnswer> {
  const { url, signal, maxBytes } = request;
  return new Promise((resolve, reject) => {
    let stage: Stage = 'connecting';
    let controller: Dispatcher.DispatchController | undefined;
    let head = { status: 0, headers: {} as Record<string, string> };
    const chunks: Uint8Array[] = [];
    let size = 0;
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', onAbort);
      reject(error as Error);
      controller?.abort(new Error('given up'));
    };
    const onAbort = () => fail(signal.reason === deadlinePassed ? late(stage, url) : signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    agent.dispatch(dispatchOptions(request), {
      onRequestStart(started) {
        if (signal.aborted) return started.abort(new Error('given up'));
        stage = 'sent';
        controller = started;
      },
      onResponseStart(_controller, status, headers) {
        if (status < 200) return;
        stage = 'answering';
        head = { status, headers: flatten(headers) };
        if (Number(head.headers['content-length'] ?? 0) > maxBytes && request.method !== 'HEAD')
          fail(tooLarge(maxBytes));
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > maxBytes) return fail(tooLarge(maxBytes));
        chunks.push(chunk);
      },
      onResponseEnd() {
        signal.removeEventListener('abort', onAbort);
        resolve({ ...head, body: Buffer.concat(chunks) });
      },
      onResponseError: (_controller, error) => fail(mapTransportError(error, stage, url)),
    });
  });
}

function dispatchOptions({ url, method, headers, body }: Exchange): Dispatcher.DispatchOptions & { origin: string } {
  return {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: method as Dispatcher.HttpMethod,
    headers,
    body: body ?? null,
  };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat.push([name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]);
  }
  return Object.fromEntries(flat);
}

function late(stage: Stage, url: URL): FairleadError {
  return stage === 'connecting' ? unreachable(url, 'no connection in time') : new FairleadError('timeout');
}

function unreachable(url: URL, why: string, cause?: unknown): FairleadError {
  return new FairleadError('unreachable', { message: `No connection to ${url.host} could be made (${why}).`, cause });
}

/** Messages name the host only: paths and queries of some vendors hold keys. */
function mapTransportError(error: Error, stage: Stage, url: URL): FairleadError {
  if (isFairleadError(error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? error.name;
  if (code === 'UND_ERR_INVALID_ARG') {
    return new FairleadError('settings_invalid', { message: `A request cannot be sent: ${error.message}.` });
  }
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') return new FairleadError('cancelled');
  if (stage === 'connecting') return unreachable(url, code, error);
  if (stage === 'answering') return unreadable('was cut off', error);
  if (error.name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW') return unreadable('is not HTTP', error);
  return new FairleadError('vendor_error', { message: `The connection to ${url.host} broke (${code}).`, cause: error });
}
