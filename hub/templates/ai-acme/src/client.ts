import type { Call, FetchAnswer, StreamAnswer } from '@fairlead/sdk';
import type { Static, TSchema } from 'typebox';
import { mapFailure } from './map-errors.ts';
import type { Context } from './settings.ts';
import { readAs } from './vendor-objects.ts';

/** The vendor's HTTP API. Every method throws FairleadErrors alone. */
export interface Client {
  get<Schema extends TSchema>(path: string, schema: Schema, call: Call): Promise<Static<Schema>>;
  /** JSON that nobody has looked at yet. */
  post(path: string, body: object, call: Call): Promise<unknown>;
  /** The same with an answer that is read piece by piece. */
  open(path: string, body: object, call: Call): Promise<StreamAnswer>;
}

/** Two million characters, the longest answer, with room for escapes. */
const mostBytes = 16 * 1_048_576;
const longestStreamMs = 3_600_000;

/** `context.http` reaches the hosts of the manifest's `egress` and no others, with limits on time and size. */
export function createClient({ http, settings }: Context): Client {
  const base = settings.apiBase.replace(/\/+$/, '');
  const headers = () => ({ authorization: `Bearer ${settings.apiKey.reveal()}`, accept: 'application/json' });
  const posting = (body: object) => ({
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    async get(path, schema, { signal, timeoutMs }) {
      const answer = await http.fetch(base + path, { headers: headers(), signal, timeoutMs });
      if (!isSuccess(answer)) throw mapFailure(answer, parse(answer.text()));
      return readAs(schema, answer.json());
    },
    async post(path, body, { signal, timeoutMs }) {
      const answer = await http.fetch(base + path, { ...posting(body), signal, timeoutMs, maxBytes: mostBytes });
      if (!isSuccess(answer)) throw mapFailure(answer, parse(answer.text()));
      return answer.json();
    },
    async open(path, body, { signal, timeoutMs }) {
      // The deadline of the call is for the vendor's silence: a long answer may take longer as a whole.
      const options = { ...posting(body), signal, silenceMs: timeoutMs, timeoutMs: longestStreamMs };
      const answer = await http.stream(base + path, options);
      if (!isSuccess(answer)) throw mapFailure(answer, parse(await answer.text()));
      return answer;
    },
  };
}

function isSuccess({ status }: Pick<FetchAnswer, 'status'>): boolean {
  return status >= 200 && status < 300;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, not the vendor's words: the status has to do.
    return undefined;
  }
}
