import type { InputOf, Operation, OutputOf } from '../contract/operation.ts';
import type { Clock } from '../values/clock.ts';
import type { Secret } from '../values/secret.ts';

/** JSON that may be logged. Secrets print as `[secret]`, and the host redacts their text wherever it appears. */
export type LogFields = { readonly [name: string]: unknown };

/** Structured log of one connection. `error` is for what a person should see; a failed call is logged by the hub. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export interface FetchOptions {
  /** Default GET. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Give up when this is aborted. Pass `call.signal`. Rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole exchange, body included. Default 15,000, at most 300,000. */
  readonly timeoutMs?: number;
  /** Bytes of the body, decompressed, beyond which reading stops with `answer_unreadable`. Default 4 MiB. */
  readonly maxBytes?: number;
  /** Redirects to follow; each is checked like the first address. Default 0: a 3xx is an answer. */
  readonly maxRedirects?: number;
}

export interface FetchAnswer {
  readonly status: number;
  /** Names in lower case; values of a repeated header are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body, decompressed (gzip, deflate, br). */
  readonly body: Uint8Array;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** The body as UTF-8 text. */
  text(): string;
  /** The body as JSON. @throws FairleadError `answer_unreadable` */
  json(): unknown;
}

/**
 * HTTP to the vendor. Only hosts of the manifest's `egress` are reached, and of these only public addresses, unless an
 * admin allows the private host for this connection (or the manifest asks for `loopback`). The address is checked where
 * the socket connects, on every redirect as well, so that a name cannot lead to a private address. An address with a
 * user name in it is refused. A redirect to another origin carries no header that could hold a credential.
 *
 * Errors (FairleadError): `address_forbidden`; `unreachable` when nothing was sent; `timeout`, `vendor_error` (the
 * connection broke) and `answer_unreadable` when something may have been sent. An HTTP status is never an error here.
 */
export interface HttpClient {
  fetch(url: string | URL, options?: FetchOptions): Promise<FetchAnswer>;
}

/**
 * Small things a plugin remembers for one connection, durable when the promise resolves. Keys: 1 to 128 characters of
 * `A–Z a–z 0–9 . _ - : /`, at most 10,000 of them; values: JSON of at most 64 KiB. Not for secrets.
 */
export interface KeyValueState {
  get(key: string): Promise<unknown>;
  /** Repeating it is harmless; the last write wins. */
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * Secrets a vendor gives (OAuth tokens, wallet keys), stored encrypted like an admin's; each write is audited. Names and
 * sizes as with {@link KeyValueState}. Rejects with FairleadError `credentials_locked` while the master key is missing.
 */
export interface StoredSecrets {
  /** Undefined when absent or expired. */
  get(name: string): Promise<Secret | undefined>;
  put(name: string, value: Secret, options?: { readonly expiresAt?: string }): Promise<void>;
  delete(name: string): Promise<void>;
}

/** What a plugin gets for one connection. It is made anew when settings or secrets change. */
export interface PluginContext<Settings = unknown> {
  readonly connection: { readonly id: string; readonly name: string };
  /** Validated, with defaults filled in. */
  readonly settings: Settings;
  readonly log: Logger;
  readonly http: HttpClient;
  readonly state: KeyValueState;
  readonly secrets: StoredSecrets;
  readonly clock: Clock;
  /** Aborted when the connection stops. Background work must end then. */
  readonly signal: AbortSignal;
  /** Where the vendor reaches this connection's webhooks. Each connection has its own. */
  readonly webhookUrl: string;
  /** Calls a safe operation of another connection that is named in this one's settings. */
  invoke<Op extends Operation>(connectionId: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>>;
}

/** One call of one operation. */
export interface Call {
  /** Aborted on the deadline, when the caller gives up, and when the connection stops. */
  readonly signal: AbortSignal;
  /** Milliseconds left for this attempt when it began. */
  readonly timeoutMs: number;
  /** 1 for the first. */
  readonly attempt: number;
  /** Committed before the call and the same on every attempt. Present for `with-key` operations. */
  readonly idempotencyKey?: string;
}
