/** Who calls. Handlers decide by permission, never by kind. */
export interface Actor {
  readonly kind: 'user' | 'api-key' | 'local-cli' | 'anonymous';
  /** The user's or key's id; `local-cli`; `anonymous`. */
  readonly id: string;
  /** For people: an e-mail address, a key's name. */
  readonly name: string;
  /** The session, when a person signed in. */
  readonly sessionId?: string;
  /** Milliseconds since 1970 at which the token ends; undefined for one that does not. */
  readonly expiresAtMs?: number;
  can(permission: string): boolean;
}

/** What a handler gets: checked values, and nothing of the web framework. */
export interface RouteRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: Actor;
  /** Also in the log, in the audit row and in a problem's `requestId`. */
  readonly requestId: string;
  /** Aborted when the caller goes away before the answer is sent. */
  readonly signal: AbortSignal;
  /** 1 to 255 visible ASCII characters. */
  readonly idempotencyKey: string | undefined;
  /** Version that `If-Match` names, of a resource answered with `ETag`; undefined without the header or for `*`. */
  readonly ifMatch: number | undefined;
  /** The caller's address; behind a proxy only as far as the proxy is trusted. */
  readonly ip: string;
  /** Names in lower case. For what has no field of its own (cookies, `last-event-id`). */
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
}
