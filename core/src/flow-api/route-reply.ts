const brand: unique symbol = Symbol.for('fairlead.route-reply') as never;

export interface RouteReplyOptions {
  /** Default: the lowest 2xx that the route declares. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  /** Data (sent as JSON), text or bytes (with a `content-type` header), or a stream. Default: no body. */
  readonly body?: unknown;
}

/** An answer with a status or headers of its own. Made by {@link reply}. */
export interface RouteReply extends RouteReplyOptions {
  readonly [brand]: true;
}

/** Answers with status and headers, or streams. Plain data needs none of it: return the data. */
export function reply(options: RouteReplyOptions): RouteReply {
  return { ...options, [brand]: true };
}

export function isReply(value: unknown): value is RouteReply {
  return typeof value === 'object' && value !== null && brand in value;
}

/** Data of a resource that can be changed, with its version as `ETag`; `If-Match` of the change brings it back. */
export function versioned(body: unknown, version: number, status?: number): RouteReply {
  return reply({ body, headers: { etag: `"${version}"` }, ...(status === undefined ? {} : { status }) });
}
