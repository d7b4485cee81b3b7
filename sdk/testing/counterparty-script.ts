/** A request as the counterparty saw it. */
export interface RecordedRequest {
  /** In capital letters. */
  readonly method: string;
  /** Without the query, as it was sent. */
  readonly path: string;
  /** Of a repeated parameter, the last value. */
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case; values of a repeated header are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes of the body, as they came. */
  readonly body: Uint8Array;
  /** The body as UTF-8. */
  text(): string;
  /** The body as JSON. @throws SyntaxError */
  json(): unknown;
  /** The body as a form (`application/x-www-form-urlencoded`). */
  form(): URLSearchParams;
}

/**
 * How the counterparty misbehaves.
 * - `hang`: takes the request and never answers.
 * - `reset`: closes the connection instead of answering.
 * - `cut`: sends the head and a part of the body, then closes.
 * - `stall`: sends the head and the body, and never says that it was all.
 * - `drip`: sends the body one byte at a time, `everyMs` apart (default 10), real time.
 * - `late`: runs `effect`, as if the request had been carried out, and never answers.
 */
export type Fault = 'hang' | 'reset' | 'cut' | 'stall' | 'drip' | 'late';

/** What the counterparty answers. */
export interface Reply {
  /** Default 200. */
  readonly status?: number;
  /** Default: none but what the body needs. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Text and bytes go as they are; anything else as JSON with its content type. */
  readonly body?: unknown;
  /** How it misbehaves. Default: not at all. */
  readonly fault?: Fault;
  /** For `late`: what the request brings about at the vendor. */
  readonly effect?: () => void;
  /** For `drip`. */
  readonly everyMs?: number;
}

/** Which requests a script entry answers. */
export interface RequestMatch {
  /** Default: any. */
  readonly method?: string;
  /** Equal to the path, or matching it. */
  readonly path: string | RegExp;
  /** Parameters that must be there with these values; others may be. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A reply, or what makes one of the request. */
export type Answering = Reply | ((request: RecordedRequest) => Reply | Promise<Reply>);

/** A reply as it goes out. */
export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

export function matchesRequest(match: RequestMatch, request: RecordedRequest): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  const pathFits = typeof match.path === 'string' ? match.path === request.path : match.path.test(request.path);
  return pathFits && Object.entries(match.query ?? {}).every(([name, value]) => request.query[name] === value);
}

export function rawReply({ status = 200, headers = {}, body }: Reply): RawReply {
  if (body === undefined) return { status, headers, body: Buffer.alloc(0) };
  if (typeof body === 'string') return { status, headers, body: Buffer.from(body) };
  if (body instanceof Uint8Array) return { status, headers, body: Buffer.from(body) };
  const typed = { 'content-type': 'application/json', ...headers };
  return { status, headers: typed, body: Buffer.from(JSON.stringify(body)) };
}
