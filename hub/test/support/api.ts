import { ownerEmail, ownerPassword } from './hub-process.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json<Body>(): Body;
}

export interface CallOptions {
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the token of the sign-in. Null sends none. */
  readonly token?: string | null;
}

export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

export interface ConnectionView {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly locked?: { readonly reason: string; readonly keyId: string; readonly secret: string };
}

export interface HealthView {
  readonly status: string;
  readonly reasons: readonly { readonly source: string; readonly code: string; readonly text: string }[];
}

export interface InboxView {
  readonly id: string;
  readonly connection: string;
  readonly eventId: string;
  readonly type: string;
  readonly status: string;
  readonly duplicates: number;
  readonly attempts: number;
}

export interface CloudEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly data: { readonly inboxId?: string; readonly eventId?: string; readonly connection?: string };
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The hub as a client of its HTTP API sees it. */
export interface Api {
  readonly url: string;
  token: string | undefined;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** A call that must succeed. @throws Error with the answer when it does not */
  ok<Body>(method: string, path: string, options?: CallOptions): Promise<Body>;
  signIn(): Promise<string>;
  /** All items of a list, page by page. */
  all<Item>(path: string, query?: Readonly<Record<string, string>>): Promise<readonly Item[]>;
  /** All events after a place. */
  eventsAfter(sequence: number, types?: readonly string[]): Promise<readonly CloudEvent[]>;
}

/** @param heard told of every answer, its headers included */
export function createApi(url: string, heard?: (text: string) => void): Api {
  const api: Api = {
    url,
    token: undefined,
    async call(method, path, { body, headers = {}, token = api.token } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined || token === null ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      heard?.(`${JSON.stringify([...response.headers])}\n${text}`);
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: <Body>() => JSON.parse(text) as Body,
      };
    },
    async ok<Body>(method: string, path: string, options?: CallOptions) {
      const answer = await api.call(method, path, options);
      if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
      return (answer.text === '' ? undefined : answer.json()) as Body;
    },
    async signIn() {
      const body = { email: ownerEmail, password: ownerPassword };
      const { accessToken } = await api.ok<{ accessToken: string }>('POST', '/api/auth/sign-in', { body, token: null });
      api.token = accessToken;
      return accessToken;
    },
    async all<Item>(path: string, query: Readonly<Record<string, string>> = {}) {
      const found: Item[] = [];
      let cursor: string | null = null;
      do {
        const parameters = new URLSearchParams({ ...query, limit: '200', ...(cursor === null ? {} : { cursor }) });
        const page: Page<Item> = await api.ok('GET', `${path}?${parameters.toString()}`);
        found.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return found;
    },
    async eventsAfter(sequence, types = []) {
      const found: CloudEvent[] = [];
      let after: string | null = String(sequence);
      do {
        const parameters = new URLSearchParams({ after, limit: '1000' });
        for (const type of types) parameters.append('type', type);
        const page: Page<CloudEvent> = await api.ok('GET', `/api/events?${parameters.toString()}`);
        found.push(...page.items);
        after = page.nextCursor;
      } while (after !== null);
      return found;
    },
  };
  return api;
}

/** Asks again and again until the answer is as wished. For what the hub does in the background. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  wished: (value: Value) => boolean,
  withinMs = 60_000,
): Promise<Value> {
  const endAt = performance.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (wished(value)) return value;
    if (performance.now() > endAt)
      throw new Error(`It did not come about within ${withinMs} ms; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
