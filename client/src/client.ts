import createFetch, { type Client } from 'openapi-fetch';
import type { paths } from './generated/api.ts';
import { HubProblem } from './problem.ts';

export interface ClientOptions {
  /** Address of the hub, such as `https://hub.example.com`. Default in a browser: the page’s own. */
  readonly url?: string;
  /** An API key (`fl_…`) or an access token; asked for each call, so that it may be renewed. None: public routes only. */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>);
  /** Default: the platform’s. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every route of the hub, typed: `hub.GET('/api/connections/{id}', { params: { path: { id } } })`. */
export type HubClient = Client<paths>;

/** Makes no call by itself. Calls are not repeated: send an `Idempotency-Key` with what acts, and repeat it yourself. */
export function createClient({ url = '', token, fetch }: ClientOptions = {}): HubClient {
  const client = createFetch<paths>({ baseUrl: url, ...(fetch === undefined ? {} : { fetch }) });
  client.use({
    async onRequest({ request }) {
      const text = typeof token === 'function' ? await token() : token;
      if (text !== undefined) request.headers.set('authorization', `Bearer ${text}`);
      return request;
    },
  });
  return client;
}

/**
 * The body of an answer: `const page = await ok(hub.GET('/api/connections'))`.
 * @throws HubProblem for every refusal; what `fetch` throws when nothing answered
 */
export async function ok<Answer>(call: Promise<{ data?: Answer; error?: unknown; response: Response }>) {
  const { data, error, response } = await call;
  if (!response.ok) throw new HubProblem(response, error);
  return data as Exclude<Answer, undefined>;
}
