import { FairleadError, hasCode } from '../errors/index.ts';
import type { FetchAnswer, FetchOptions, HttpClient, StreamOptions } from '../plugin/context.ts';
import type { Clock } from '../values/clock.ts';
import { addressForbidden } from './address-forbidden.ts';
import { createEgressPolicy, type EgressPolicy, type EgressRules } from './egress-policy.ts';
import { unreadable } from './http-client-body.ts';
import { createConnector, type Resolve, systemResolve } from './http-client-connect.ts';
import { type ExchangeAnswer, exchange } from './http-client-exchange.ts';
import { createSockets, type Sockets } from './http-client-sockets.ts';
import { openStream } from './http-client-stream.ts';
import { deadlinePassed, type Exchange } from './http-client-transport.ts';

export interface HttpClientOptions extends EgressRules {
  readonly clock: Clock;
  /** Sent unless a request has its own. Default `Fairlead`. */
  readonly userAgent?: string;
  /** Milliseconds until a connection has to stand. Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Most sockets to one host. Default 64. */
  readonly maxSockets?: number;
  /** Finds the addresses of a name. Default: the system's resolver. */
  readonly resolve?: Resolve;
}

/** The client of one connection. It keeps sockets open between calls. */
export interface HostHttpClient extends HttpClient {
  /** Closes every socket; calls under way end with `cancelled`. Repeating it is harmless. */
  dispose(): Promise<void>;
}

const defaults = { timeoutMs: 15_000, longestTimeoutMs: 300_000, maxBytes: 4 * 1_048_576, connectTimeoutMs: 10_000 };
const streamDefaults = {
  timeoutMs: 300_000,
  longestTimeoutMs: 3_600_000,
  silenceMs: 60_000,
  longestSilenceMs: 300_000,
  maxBytes: 64 * 1_048_576,
};

/** Makes the HTTP client that a plugin gets for one connection; see `HttpClient` for what it promises. */
export function createHttpClient(options: HttpClientOptions): HostHttpClient {
  const policy = createEgressPolicy(options);
  const { clock, userAgent = 'Fairlead', maxSockets = 64, resolve = systemResolve } = options;
  const connectTimeoutMs = options.connectTimeoutMs ?? defaults.connectTimeoutMs;
  // undici's own timers run on real time; the deadline of each exchange is the clock's.
  const sockets = createSockets({
    maxSockets,
    socket: {
      connect: createConnector({ policy, resolve, clock, connectTimeoutMs }),
      // A publisher that keeps sockets open for minutes would hold some 10 KB for each connection that is polled.
      keepAliveMaxTimeout: 15_000,
      headersTimeout: 0,
      bodyTimeout: 0,
      allowH2: false,
    },
  });
  return {
    async fetch(address, request = {}) {
      const { signal, timeoutMs = defaults.timeoutMs } = request;
      const deadline = startDeadline(clock, signal, Math.min(timeoutMs, defaults.longestTimeoutMs));
      try {
        const first = { ...firstExchange(address, request, userAgent), signal: deadline.signal };
        return await follow(sockets, policy, first, request.maxRedirects ?? 0);
      } finally {
        deadline.end();
      }
    },
    async stream(address, request = {}) {
      const { signal, timeoutMs = streamDefaults.timeoutMs, silenceMs = streamDefaults.silenceMs } = request;
      const deadline = startDeadline(clock, signal, Math.min(timeoutMs, streamDefaults.longestTimeoutMs));
      try {
        const opening = firstExchange(address, streamed(request), userAgent);
        checkAddress(policy, opening.url);
        return await openStream(sockets, {
          ...opening,
          signal: deadline.signal,
          clock,
          silenceMs: Math.min(silenceMs, streamDefaults.longestSilenceMs),
          onOver: deadline.end,
        });
      } catch (error) {
        deadline.end();
        throw error;
      }
    },
    dispose: () => sockets.destroy(),
  };
}

/** A piece that is decompressed would have to wait for the next one, so none is asked for that way. */
function streamed({ headers, maxBytes = streamDefaults.maxBytes, ...rest }: StreamOptions): FetchOptions {
  return { ...rest, maxBytes, headers: { ...headers, 'accept-encoding': 'identity' } };
}

function startDeadline(clock: Clock, signal: AbortSignal | undefined, timeoutMs: number) {
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  const timer = clock.schedule(timeoutMs, () => controller.abort(deadlinePassed));
  if (signal?.aborted === true) stop();
  else signal?.addEventListener('abort', stop, { once: true });
  const end = () => {
    timer.cancel();
    signal?.removeEventListener('abort', stop);
  };
  return { signal: controller.signal, end };
}

function firstExchange(address: string | URL, options: FetchOptions, userAgent: string): Omit<Exchange, 'signal'> {
  const given = Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const headers = {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...(Object.fromEntries(given) as Record<string, string>),
  };
  const { method = 'GET', body, maxBytes = defaults.maxBytes } = options;
  return { url: parseAddress(String(address)), method: method.toUpperCase(), headers, body, maxBytes };
}

function parseAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new FairleadError('address_forbidden', { message: 'The address is not a URL.' });
  return new URL(text, base);
}

async function follow(
  sockets: Sockets,
  policy: EgressPolicy,
  first: Exchange,
  maxRedirects: number,
): Promise<FetchAnswer> {
  let request = first;
  for (let redirects = 0; ; redirects++) {
    checkAddress(policy, request.url);
    const answer = await exchange(sockets, request).catch((error: unknown) => {
      // Something was sent before this redirect, so `unreachable`, which promises the opposite, would be wrong.
      throw redirects > 0 && hasCode(error, 'unreachable')
        ? new FairleadError('vendor_error', { message: error.message, cause: error })
        : error;
    });
    const next = redirects < maxRedirects ? redirected(request, answer) : undefined;
    if (next === undefined) return toAnswer(answer, request.url);
    request = next;
  }
}

function checkAddress(policy: EgressPolicy, url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FairleadError('address_forbidden', { message: 'Only addresses with http and https can be reached.' });
  }
  if (url.username !== '' || url.password !== '') {
    throw new FairleadError('address_forbidden', {
      message: 'An address with a user name or password in it is not called: send them in a header.',
    });
  }
  if (!policy.allowsHost(url.hostname)) throw addressForbidden(url.hostname);
}

/** Headers that may follow to another origin; any other could hold a credential. */
const harmless = new Set(['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent']);

/** The next request of a redirect (RFC 9110, 15.4), undefined when the answer is none. */
function redirected(request: Exchange, { status, headers }: ExchangeAnswer): Exchange | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const url = parseAddress(location, request.url);
  const toGet = status === 303 ? request.method !== 'HEAD' : status < 303 && request.method === 'POST';
  const kept = Object.entries(request.headers).filter(
    ([name]) =>
      (url.origin === request.url.origin || harmless.has(name)) &&
      !(toGet && name.startsWith('content-')) &&
      name !== 'host',
  );
  return {
    ...request,
    url,
    headers: Object.fromEntries(kept),
    ...(toGet ? { method: 'GET', body: undefined } : {}),
  };
}

function toAnswer({ status, headers, body }: ExchangeAnswer, url: URL): FetchAnswer {
  const text = () => new TextDecoder().decode(body);
  return {
    status,
    headers,
    body,
    url: url.href,
    text,
    json() {
      try {
        return JSON.parse(text()) as unknown;
      } catch {
        // Without the cause: the parser's message quotes the text, which may hold anything.
        throw unreadable('is not JSON');
      }
    },
  };
}
