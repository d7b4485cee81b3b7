import type { Call } from '@fairlead/sdk';
import { type JsonValue, readJson } from '../lossless-json.ts';
import { mapStatus, needed, unreadable, type VendorFailure, vendorError } from '../map-errors.ts';
import { asObject, textAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import { signatureOf } from './signature.ts';

const defaultAddress = 'https://a-api.coinpayments.net/api';

/** What a request came to: JSON, or CoinPayments’ refusal of this one request (400, 409, 422). Everything else is thrown. */
export type Asked =
  | { readonly body: JsonValue; readonly refused?: never }
  | { readonly body?: never; readonly refused: VendorFailure };

export interface CoinPaymentsClient {
  /** @param path with its query, from behind `/api`. @throws FairleadError */
  get(path: string, call: Call): Promise<JsonValue>;
  /** @throws FairleadError */
  post(path: string, body: object, call: Call): Promise<Asked>;
  /** Without a body, and whatever the answer of a success is. @returns the refusal, if it is one. @throws FairleadError */
  act(path: string, call: Call): Promise<VendorFailure | undefined>;
}

/** https://docs.coinpayments.net: errors are problem documents (RFC 7807). */
export function coinPaymentsClient({ http, settings, clock }: Context): CoinPaymentsClient {
  const send = async (method: string, path: string, body: string, { signal, timeoutMs }: Call): Promise<Answered> => {
    const url = (settings.apiBase ?? defaultAddress).replace(/\/+$/, '') + path;
    const clientId = needed(settings.clientId, 'clientId');
    const secret = needed(settings.clientSecret, 'clientSecret');
    const timestamp = new Date(clock.now()).toISOString().slice(0, 19);
    const answer = await http.fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
        'x-coinpayments-client': clientId,
        'x-coinpayments-timestamp': timestamp,
        'x-coinpayments-signature': signatureOf(secret.reveal(), { method, url, clientId, timestamp, body }),
      },
      ...(body === '' ? {} : { body }),
      signal,
      timeoutMs,
    });
    const json = readJson(answer.text());
    if (answer.status >= 200 && answer.status < 300) return { json };
    const failure = failureOf(json);
    if ([400, 409, 422].includes(answer.status) && failure !== undefined) return { refused: failure };
    throw mapStatus(answer, failure);
  };
  return {
    async get(path, call) {
      const { json, refused } = await send('GET', path, '', call);
      if (refused !== undefined) throw vendorError('vendor_rejected', refused, { status: 400, headers: {} });
      return readable(json);
    },
    async post(path, body, call) {
      const { json, refused } = await send('POST', path, JSON.stringify(body), call);
      return refused === undefined ? { body: readable(json) } : { refused };
    },
    act: async (path, call) => (await send('POST', path, '', call)).refused,
  };
}

interface Answered {
  /** Undefined for what is no JSON. */
  readonly json?: JsonValue | undefined;
  readonly refused?: VendorFailure;
}

function readable(json: JsonValue | undefined): JsonValue {
  if (typeof json !== 'object' || json === null) throw unreadable('JSON');
  return json;
}

function failureOf(json: JsonValue | undefined): VendorFailure | undefined {
  const problem = asObject(json);
  const code = textAt(problem, 'code') ?? textAt(problem, 'type');
  const message = textAt(problem, 'detail') ?? textAt(problem, 'title');
  return code === undefined && message === undefined ? undefined : { code, message };
}
