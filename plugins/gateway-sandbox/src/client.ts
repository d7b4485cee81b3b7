import { type Call, FairleadError, type FetchAnswer, type PluginContext } from '@fairlead/sdk';
import type { Static, TSchema } from 'typebox';
import { failureOf, mapFailure, type VendorFailure } from './map-errors.ts';
import type { SandboxSettings } from './settings.ts';
import { readAs } from './vendor-objects.ts';

/** An answer, or the provider's refusal for a business reason. */
export type Answered<Body> =
  | { readonly outcome: 'done'; readonly body: Body }
  | { readonly outcome: 'declined' | 'not_attempted'; readonly failure: VendorFailure };

/** The provider's HTTP API. Every method throws FairleadErrors alone. */
export interface SandboxClient {
  get<Schema extends TSchema>(path: string, schema: Schema, call: Call): Promise<Static<Schema>>;
  /** Carries the call's idempotency key; repeating it with the same key does not act twice. */
  post<Schema extends TSchema>(
    path: string,
    body: object,
    schema: Schema,
    call: Call,
  ): Promise<Answered<Static<Schema>>>;
}

export function createClient({ http, settings }: PluginContext<SandboxSettings>): SandboxClient {
  const base = settings.apiBase.replace(/\/+$/, '');
  const headers = () => ({ authorization: `Bearer ${settings.apiKey.reveal()}`, accept: 'application/json' });
  return {
    async get(path, schema, { signal, timeoutMs }) {
      const answer = await http.fetch(base + path, { headers: headers(), signal, timeoutMs });
      if (!isSuccess(answer)) throw mapFailure(answer);
      return readAs(schema, answer.json());
    },
    async post(path, body, schema, { signal, timeoutMs, idempotencyKey }) {
      const answer = await http.fetch(base + path, {
        method: 'POST',
        headers: {
          ...headers(),
          'content-type': 'application/json',
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        body: JSON.stringify(body),
        signal,
        timeoutMs,
      });
      if (isSuccess(answer)) return { outcome: 'done', body: readAs(schema, answer.json()) };
      return refusal(answer);
    },
  };
}

/**
 * One segment of a path, whatever is in the text.
 * @throws FairleadError `not_found_at_vendor` for the two texts that climb and cannot be encoded otherwise
 */
export function segment(text: string): string {
  if (text === '.' || text === '..') throw new FairleadError('not_found_at_vendor');
  return encodeURIComponent(text);
}

function isSuccess({ status }: FetchAnswer): boolean {
  return status >= 200 && status < 300;
}

/** 402: the provider tried and was refused. 422: it did not try. */
function refusal(answer: FetchAnswer): Answered<never> {
  const failure = answer.status === 402 || answer.status === 422 ? failureOf(answer) : undefined;
  if (failure === undefined) throw mapFailure(answer);
  return { outcome: answer.status === 402 ? 'declined' : 'not_attempted', failure };
}
