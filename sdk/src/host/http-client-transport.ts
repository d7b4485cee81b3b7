import type { Dispatcher } from 'undici';
import { FairleadError, isFairleadError } from '../errors/index.ts';
import { unreadable } from './http-client-body.ts';

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

/** The reason of a signal whose deadline passed; it becomes `timeout` or, when nothing was sent, `unreachable`. */
export const deadlinePassed = Symbol('deadline passed');

/** How far the exchange came, which decides what an error means. */
export type Stage = 'connecting' | 'sent' | 'answering';

export function dispatchOptions(request: Exchange): Dispatcher.DispatchOptions & { origin: string } {
  const { url, method, headers, body } = request;
  return {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: method as Dispatcher.HttpMethod,
    headers,
    body: body ?? null,
  };
}

export function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat.push([name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]);
  }
  return Object.fromEntries(flat);
}

/** What an aborted signal means for an exchange that came so far. */
export function reasonOf({ signal, url }: Exchange, stage: Stage): unknown {
  return signal.reason === deadlinePassed ? late(stage, url) : signal.reason;
}

export function late(stage: Stage, url: URL): FairleadError {
  return stage === 'connecting' ? unreachable(url, 'no connection in time') : new FairleadError('timeout');
}

function unreachable(url: URL, why: string, cause?: unknown): FairleadError {
  return new FairleadError('unreachable', { message: `No connection to ${url.host} could be made (${why}).`, cause });
}

/** Messages name the host only: paths and queries of some vendors hold keys. */
export function mapTransportError(error: Error, stage: Stage, url: URL): FairleadError {
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
