/** The hub's HTTP API for one caller. Every method throws a HubCallError. */
export interface HubClient {
  readonly url: string;
  get<Body>(path: string): Promise<Body>;
  /** Every page of a list. `path` has no cursor. */
  list<Item>(path: string): Promise<readonly Item[]>;
  post<Body>(path: string, body?: object): Promise<Body>;
  put<Body>(path: string, body: object): Promise<Body>;
  patch<Body>(path: string, body: object): Promise<Body>;
  delete(path: string): Promise<void>;
  /** An answer piece by piece, for what is too long to hold. Throws as well when it is cut off. */
  read(method: 'GET' | 'POST', path: string, body?: object): AsyncIterable<Uint8Array>;
}

/** The hub said no, or does not answer; the message is a sentence for the operator, in the hub's own words. */
export class HubCallError extends Error {
  override readonly name = 'HubCallError';
  /** Of the answer; 0 when there was none. */
  readonly status: number;
  /** The problem's code; empty when the answer was not the hub's own. */
  readonly code: string;
  /** What the next step needs, with the codes that say so. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    message: string,
    problem: {
      readonly status: number;
      readonly code: string;
      readonly details?: Readonly<Record<string, unknown>>;
    },
  ) {
    super(message);
    this.status = problem.status;
    this.code = problem.code;
    this.details = problem.details ?? {};
  }
}

/** @param token an access token, an API key, or the local token */
export function createHubClient(url: string, token: string): HubClient {
  const ask = (method: string, path: string, body?: object): Promise<Response> =>
    reach(url, path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await ask(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw refusal(answer.status, text);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  return {
    url,
    get: async <Body>(path: string) => (await call('GET', path)) as Body,
    async list<Item>(path: string) {
      const items: Item[] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const joined = `${path}${path.includes('?') ? '&' : '?'}limit=100${next}`;
        const page = (await call('GET', joined)) as { items: readonly Item[]; nextCursor: string | null };
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return items;
    },
    post: async <Body>(path: string, body?: object) => (await call('POST', path, body)) as Body,
    put: async <Body>(path: string, body: object) => (await call('PUT', path, body)) as Body,
    patch: async <Body>(path: string, body: object) => (await call('PATCH', path, body)) as Body,
    delete: async (path) => void (await call('DELETE', path)),
    async *read(method, path, body) {
      const answer = await ask(method, path, body);
      if (!answer.ok) throw refusal(answer.status, await answer.text());
      try {
        if (answer.body !== null) yield* answer.body;
      } catch (error) {
        throw new HubCallError(`The hub at ${url} broke off: ${(error as Error).message}.`, { status: 0, code: '' });
      }
    },
  };
}

async function reach(url: string, path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(loopback(url) + path, request);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    const sentence = `The hub at ${url} does not answer (${cause?.code ?? cause?.message ?? String(error)}).`;
    throw new HubCallError(sentence, { status: 0, code: '' });
  }
}

/** A hub that listens everywhere is called on this machine, where alone its token counts. */
function loopback(url: string): string {
  return url.replace('://0.0.0.0:', '://127.0.0.1:').replace('://[::]:', '://[::1]:');
}

interface ProblemDocument {
  readonly code?: string;
  readonly detail?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

function refusal(status: number, text: string): HubCallError {
  const { detail = `The hub answered ${status}.`, errors = [], code = '', details = {} } = problemIn(text);
  if (status === 401 && code === 'unauthenticated') {
    const why =
      'The hub does not take this token. That of the data folder counts over 127.0.0.1 alone, without a proxy; set FAIRLEAD_HOST to an address that includes it.';
    return new HubCallError(why, { status, code });
  }
  const faults = errors
    .filter(({ message }) => !detail.includes(message))
    .map(({ path, message }) => `${path.replace(/^\/body/, '') || 'The request'} ${message}`);
  return new HubCallError(faults.length === 0 ? detail : `${detail} (${faults.join('; ')})`, { status, code, details });
}

function problemIn(text: string): ProblemDocument {
  try {
    return JSON.parse(text) as ProblemDocument;
  } catch {
    // Not the hub's own words, so there is nothing in them for the operator.
    return {};
  }
}
