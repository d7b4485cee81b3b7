import { type Call, FairleadError, type FetchAnswer } from '@fairlead/sdk';
import type { Static, TSchema } from 'typebox';
import { failureCode, mapFailure } from './map-errors.ts';
import type { Context } from './settings.ts';
import { readAs } from './vendor-objects.ts';

/** An answer, or a refusal for a business reason, which is a result and not an error. */
export type Answered<Body> =
  | { readonly outcome: 'done'; readonly body: Body }
  | { readonly outcome: 'declined'; readonly code: string };

/** The vendor's HTTP API. Both methods throw FairleadErrors alone. */
export interface Client {
  get<Schema extends TSchema>(path: string, schema: Schema, call: Call): Promise<Static<Schema>>;
  /** Carries the call's idempotency key, so that a repeat does not act twice. */
  post<Schema extends TSchema>(
    path: string,
    body: object,
    schema: Schema,
    call: Call,
  ): Promise<Answered<Static<Schema>>>;
}

/** `context.http` reaches the hosts of the manifest's `egress` and no others, with limits on time and size. */
export function createClient({ http, settings }: Context): Client {
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
      const code = answer.status === 402 ? failureCode(answer) : undefined;
      if (code === undefined) throw mapFailure(answer);
      return { outcome: 'declined', code };
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
