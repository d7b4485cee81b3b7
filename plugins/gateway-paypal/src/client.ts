import { createHash } from 'node:crypto';
import { type Call, FairleadError, type FetchAnswer } from '@fairlead/sdk';
import { type AccessTokens, accessTokens } from './access-token.ts';
import { mapFailure, type Refusal, refusalOf } from './map-errors.ts';
import { type Json, parseObject } from './reading.ts';
import type { Context } from './settings.ts';

/** What an acting request came to: PayPal's answer, or its refusal. Everything else is thrown. */
export type Acted =
  | { readonly done: Json; readonly refused?: never }
  | { readonly done?: never; readonly refused: Refusal };

export interface PayPalClient {
  readonly tokens: AccessTokens;
  /** A GET. @throws FairleadError, `not_found_at_vendor` for 404 */
  read(call: Call, path: string): Promise<Json>;
  /** A POST under the call's idempotency key, answered with the whole resource. @throws FairleadError */
  act(call: Call, path: string, body: Json): Promise<Acted>;
  /** A POST that changes nothing, with bytes as they are. @throws FairleadError */
  ask(call: Call, path: string, body: Uint8Array): Promise<Acted>;
}

/** https://developer.paypal.com/api/rest/requests/ */
const bases = { live: 'https://api-m.paypal.com', sandbox: 'https://api-m.sandbox.paypal.com' } as const;

/**
 * A thin client on the hub's HTTP client, so that egress rules, deadlines, cancelling and size limits hold on both hosts.
 * Why not the vendor's SDK: docs/decisions/0070-paypal-is-spoken-to-without-its-sdk.md.
 */
export function createClient(context: Context): PayPalClient {
  const { http, settings } = context;
  const base = (settings.apiBase ?? bases[settings.environment]).replace(/\/+$/, '');
  const tokens = accessTokens(context, base);

  const once = (call: Call, path: string, request: Outgoing, token: string): Promise<FetchAnswer> =>
    http.fetch(base + path, {
      method: request.method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: call.signal,
      timeoutMs: call.timeoutMs,
    });

  /** A refused token is renewed once: PayPal did not act on a request that it did not let in. */
  const send = async (call: Call, path: string, request: Outgoing): Promise<FetchAnswer> => {
    const token = await tokens.current(call.signal);
    const answer = await once(call, path, request, token);
    if (answer.status !== 401) return answer;
    tokens.discard(token);
    return once(call, path, request, await tokens.current(call.signal));
  };

  const actedOn = (answer: FetchAnswer): Acted => {
    if (isSuccess(answer)) return { done: answer.status === 204 ? {} : objectOf(answer) };
    const refused = refusalOf(answer);
    if (refused === undefined) throw mapFailure(answer);
    return { refused };
  };

  return {
    tokens,
    async read(call, path) {
      const answer = await send(call, path, { method: 'GET', headers: {} });
      if (!isSuccess(answer)) throw mapFailure(answer);
      return objectOf(answer);
    },
    async act(call, path, body) {
      const headers = {
        'content-type': 'application/json',
        'paypal-request-id': vendorKey(call),
        // Else the answer holds no amounts and no fees.
        prefer: 'return=representation',
      };
      return actedOn(await send(call, path, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    async ask(call, path, body) {
      return actedOn(await send(call, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
    },
  };
}

interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Orders take keys of up to 108 characters (`paypal_request_id` of Orders v2); others go as their hash. */
export function vendorKey({ idempotencyKey }: Call): string {
  if (idempotencyKey === undefined) throw new FairleadError('input_invalid', { message: 'The call needs a key.' });
  if (/^[\x21-\x7e]{1,108}$/.test(idempotencyKey)) return idempotencyKey;
  return `sha256-${createHash('sha256').update(idempotencyKey).digest('hex')}`;
}

function isSuccess({ status }: FetchAnswer): boolean {
  return status >= 200 && status < 300;
}

function objectOf({ body }: FetchAnswer): Json {
  const json = parseObject(body);
  if (json === undefined) throw new FairleadError('answer_unreadable');
  return json;
}
