import {
  type Clock,
  type FairleadError,
  isFairleadError,
  newId,
  type Operation,
  timestamp,
  type WebhookRequest,
  type WebhookResponse,
} from '@fairlead/sdk';
import {
  type InboxEvent,
  type InboxItem,
  type InboxRequest,
  type InboxStore,
  isStorageError,
  type JsonObject,
  type JsonValue,
} from '../storage/index.ts';
import { HubError } from '../errors/index.ts';
import type { InvalidCounts } from './invalid-counts.ts';
import type { SealedRequests } from './sealed-requests.ts';

/** A webhook as the HTTP layer hands it over. Header names in lower case. */
export interface Arrival {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** As the contract of webhooks has it. */
  readonly remoteAddress?: string | undefined;
}

export interface InboxAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a plugin's `receive` answers: the same form for every capability that has one. */
type ReceiveResult =
  | {
      readonly outcome: 'events';
      readonly events: readonly { readonly dedupeKey: string; readonly type: string; readonly occurredAt?: string }[];
      readonly response?: WebhookResponse;
    }
  | { readonly outcome: 'invalid'; readonly reason: string; readonly detail?: string };

export interface ReceiveDependencies {
  readonly clock: Clock;
  readonly store: InboxStore;
  /** The operation that takes this connection's webhooks; undefined when there is no such connection or operation. */
  readonly receiver: (connectionId: string) => Promise<Operation | undefined> | Operation | undefined;
  readonly invoke: (connectionId: string, operation: Operation, input: WebhookRequest) => Promise<unknown>;
  /** Turns one decoded event into what is stored. */
  readonly encodeEvent: (operation: Operation, event: unknown) => JsonValue;
  readonly publicUrl: (connectionId: string) => string;
  readonly invalid: InvalidCounts;
  readonly sealed: SealedRequests;
  /** Most requests per connection that may wait for verification. Further ones are answered 503. */
  readonly unverifiedQuota: number;
  /** How long new events are stored as claimed by this process; undefined when they shall wait in the store. */
  readonly claimForMs: () => number | undefined;
  /** Told of new events once they are durable: those that were claimed. */
  readonly stored: (claimed: readonly InboxItem[]) => void;
  readonly storedUnverified: () => void;
}

/** Headers that identify a caller rather than a request; they are not kept. */
const dropped = new Set(['authorization', 'cookie', 'proxy-authorization', 'set-cookie']);

/**
 * Takes one webhook: verified by the plugin, durable, then answered. A 2xx means that every event in it is on disk.
 * Where verification cannot run now, the request waits unverified, up to a quota.
 * @throws HubError `not_found`, `webhook_not_believed`, `webhook_malformed`, `invalid_request`, `unavailable` (send it again)
 */
export async function receive(
  dependencies: ReceiveDependencies,
  connectionId: string,
  arrival: Arrival,
): Promise<InboxAnswer> {
  const found = dependencies.receiver(connectionId);
  const operation = found instanceof Promise ? await found : found;
  if (operation === undefined)
    throw new HubError('not_found', { detail: 'No connection takes webhooks at this address.' });
  const input = { ...pick(arrival), publicUrl: dependencies.publicUrl(connectionId) };
  let result: ReceiveResult;
  try {
    result = (await dependencies.invoke(connectionId, operation, input)) as ReceiveResult;
  } catch (error) {
    return isFairleadError(error) ? unverifiable(dependencies, connectionId, arrival, error) : Promise.reject(error);
  }
  if (result.outcome === 'invalid') {
    dependencies.invalid.add(connectionId, result.reason);
    throw disbelieved(result.reason, result.detail);
  }
  return store(dependencies, connectionId, operation, arrival, result);
}

function pick({ method, rawBody, headers, query, remoteAddress }: Arrival): Omit<WebhookRequest, 'publicUrl'> {
  const request = { method, rawBody, headers, query };
  return remoteAddress === undefined ? request : { ...request, remoteAddress };
}

async function store(
  dependencies: ReceiveDependencies,
  connectionId: string,
  operation: Operation,
  arrival: Arrival,
  result: ReceiveResult & { outcome: 'events' },
): Promise<InboxAnswer> {
  const answer = answerOf(result.response);
  if (result.events.length === 0) return answer;
  try {
    const receipts = await dependencies.store.insert({
      connectionId,
      receivedAt: timestamp(dependencies.clock),
      request: { method: arrival.method, path: arrival.path, headers: kept(arrival.headers), body: arrival.rawBody },
      response: result.response as JsonObject | undefined,
      events: result.events.map((event) => toInboxEvent(dependencies, operation, event)),
      claimForMs: dependencies.claimForMs(),
    });
    if (receipts.some(({ duplicate }) => !duplicate)) {
      dependencies.stored(receipts.flatMap(({ claimed }) => claimed ?? []));
      return answer;
    }
    return answerOf(receipts[0]?.firstResponse as WebhookResponse | undefined);
  } catch (error) {
    throw notStored(error);
  }
}

export function toInboxEvent(
  { encodeEvent }: Pick<ReceiveDependencies, 'encodeEvent'>,
  operation: Operation,
  event: { readonly dedupeKey: string; readonly type: string; readonly occurredAt?: string },
): InboxEvent {
  return {
    eventId: event.dedupeKey,
    type: event.type,
    occurredAt: event.occurredAt,
    event: encodeEvent(operation, event),
  };
}

/** The headers that are stored with an event. */
export function kept(headers: InboxRequest['headers']): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (const name of Object.keys(headers)) if (!dropped.has(name)) result[name] = headers[name] as JsonValue;
  return result;
}

/** The plugin could not say whether the request is genuine. */
async function unverifiable(
  { clock, store, unverifiedQuota, storedUnverified, sealed: seals }: ReceiveDependencies,
  connectionId: string,
  arrival: Arrival,
  error: FairleadError,
): Promise<InboxAnswer> {
  if (error.class === 'invalid_input') throw new HubError('invalid_request', { detail: error.message, cause: error });
  try {
    const { unverified } = await store.backlog(connectionId);
    if (unverified >= unverifiedQuota) throw later('Too many requests wait for verification.', 60_000, error);
    const id = newId(clock.now());
    const request = whole(arrival);
    const sealed = seals.seal(id, request);
    // Kept open only if that shows no more than a verified one does. Otherwise its sender has to keep it for us.
    if (sealed === undefined && !isHarmless(arrival)) {
      throw later('No master key is at hand to keep this request encrypted.', 60_000, error);
    }
    const stored = sealed === undefined ? request : { sealed };
    await store.insertUnverified({ id, connectionId, receivedAt: timestamp(clock), request: stored });
    storedUnverified();
    return { status: 202, headers: {}, body: '' };
  } catch (failure) {
    throw notStored(failure);
  }
}

/** With everything that verification may need. */
function whole({ method, path, query, headers, rawBody, remoteAddress }: Arrival): InboxRequest {
  const parameters = new URLSearchParams(query).toString();
  return {
    method,
    path: parameters ? `${path}?${parameters}` : path,
    headers: { ...headers },
    body: rawBody,
    remoteAddress,
  };
}

function isHarmless({ query, headers }: Arrival): boolean {
  return Object.keys(query).length === 0 && !Object.keys(headers).some((name) => dropped.has(name));
}

function answerOf(response: WebhookResponse | undefined): InboxAnswer {
  return { status: response?.status ?? 200, headers: response?.headers ?? {}, body: response?.body ?? '' };
}

function disbelieved(reason: string, detail = 'The request was not signed by the vendor.'): HubError {
  return new HubError(reason === 'malformed' ? 'webhook_malformed' : 'webhook_not_believed', { detail });
}

/** Nothing was stored: the vendor has to send it again. */
function notStored(error: unknown): unknown {
  return isStorageError(error) ? later('The hub cannot store webhooks at the moment.', 30_000, error) : error;
}

function later(detail: string, retryAfterMs: number, cause: unknown): HubError {
  return new HubError('unavailable', { detail, retryAfterMs, cause });
}
