import type { InputOf, Operation, OutputOf } from '../contract/operation.ts';
import type { Clock } from '../values/clock.ts';
import type { Secret } from '../values/secret.ts';

/** JSON that may be logged. Secrets print as `[secret]`, and the host redacts their text wherever it appears. */
export type LogFields = { readonly [name: string]: unknown };

/** Structured log of one connection. `error` is for what a person should see; a failed call is logged by the hub. */
export interface Logger {
  /** For whoever looks into a fault; kept for a short time. */
  debug(message: string, fields?: LogFields): void;
  /** Something worth knowing that needs no action. */
  info(message: string, fields?: LogFields): void;
  /** Something odd that the plugin dealt with. */
  warn(message: string, fields?: LogFields): void;
  /** Something a person should see to. */
  error(message: string, fields?: LogFields): void;
}

/** How one request is made. */
export interface FetchOptions {
  /** Default GET. */
  readonly method?: string;
  /** Default: none but what the body needs. Names of any case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes as UTF-8, bytes as they are. Default: no body. */
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

/** What came back, read to its end. */
export interface FetchAnswer {
  /** The HTTP status, whatever it is. */
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

/** How one request is made whose answer is read piece by piece. */
export interface StreamOptions {
  /** Default GET. */
  readonly method?: string;
  /** As with {@link FetchOptions}; `accept-encoding` is always `identity`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes as UTF-8, bytes as they are. Default: no body. */
  readonly body?: string | Uint8Array;
  /** Give up when this is aborted, at any time until the last piece. Pass `call.signal`. Rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole exchange, the last piece included. Default 300,000, at most 3,600,000. */
  readonly timeoutMs?: number;
  /**
   * Milliseconds that the vendor may be silent while somebody waits for it: before the head, and between two pieces.
   * Time that the reader takes for itself does not count. Default 60,000, at most 300,000.
   */
  readonly silenceMs?: number;
  /** Bytes of the body beyond which reading stops with `answer_unreadable`. Default 64 MiB. */
  readonly maxBytes?: number;
}

/** What comes back, with a body that is still on its way. */
export interface StreamAnswer {
  /** The HTTP status, whatever it is. */
  readonly status: number;
  /** Names in lower case; values of a repeated header are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The address that answered. */
  readonly url: string;
  /**
   * The body as it comes, for one reader; where pieces begin and end means nothing. While nobody reads, the vendor has
   * to wait. Leaving the loop closes the connection. Of an answer that is not wanted call `body.return()`, else it is
   * held until the deadline. Throws what {@link HttpClient} says, once; a body that was cut off is `answer_unreadable`.
   */
  readonly body: AsyncIterableIterator<Uint8Array>;
  /** What is left of the body, read to its end as UTF-8 text. */
  text(): Promise<string>;
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
  /** Makes one request; nothing is repeated. Rejects as said above, or with the signal’s reason. */
  fetch(url: string | URL, options?: FetchOptions): Promise<FetchAnswer>;
  /**
   * Makes one request and answers as soon as the head is there, for bodies that are read while they are made (server-sent
   * events). A redirect is an answer; a body with a content coding is `answer_unreadable`, because none was asked for.
   * Nothing is repeated. Rejects as said above, or with the signal’s reason; the body does so too.
   */
  stream(url: string | URL, options?: StreamOptions): Promise<StreamAnswer>;
}

/**
 * Small things a plugin remembers for one connection, durable when the promise resolves. Keys: 1 to 128 characters of
 * `A–Z a–z 0–9 . _ - : /`, at most 10,000 of them; values: JSON of at most 64 KiB. Not for secrets.
 */
export interface KeyValueState {
  /** The value, or undefined when there is none. */
  get(key: string): Promise<unknown>;
  /** Repeating it is harmless; the last write wins. */
  put(key: string, value: unknown): Promise<void>;
  /** Deleting what is not there is harmless. */
  delete(key: string): Promise<void>;
}

/**
 * Secrets a vendor gives (OAuth tokens, wallet keys), stored encrypted like an admin's; each write is audited. Names and
 * sizes as with {@link KeyValueState}. Rejects with FairleadError `credentials_locked` while the master key is missing.
 */
export interface StoredSecrets {
  /** Undefined when absent or expired. */
  get(name: string): Promise<Secret | undefined>;
  /** Replaces what was there. `expiresAt`: ISO 8601 UTC, from when on `get` answers undefined; default: never. */
  put(name: string, value: Secret, options?: { readonly expiresAt?: string }): Promise<void>;
  /** Deleting what is not there is harmless. */
  delete(name: string): Promise<void>;
}

/** What a plugin gets for one connection. It is made anew when settings or secrets change. */
export interface PluginContext<Settings = unknown> {
  /** Its id, which never changes, and the name an admin gave it. */
  readonly connection: { readonly id: string; readonly name: string };
  /** Validated, with defaults filled in. */
  readonly settings: Settings;
  /** Goes to the connection’s log; secrets are redacted. */
  readonly log: Logger;
  /** The way out to the vendor; sockets of your own are checked against `egress` as well. */
  readonly http: HttpClient;
  /** Small things to remember, such as a cursor. */
  readonly state: KeyValueState;
  /** Secrets that the vendor gave, such as tokens. */
  readonly secrets: StoredSecrets;
  /** The time; a test moves it by hand. */
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
