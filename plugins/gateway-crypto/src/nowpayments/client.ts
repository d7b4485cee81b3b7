import { type Call, FairleadError, type FetchAnswer, isFairleadError } from '@fairlead/sdk';
import { type JsonObject, type JsonValue, readJson } from '../lossless-json.ts';
import { listNotAllowed, mapStatus, needed, unreadable, type VendorFailure, vendorError } from '../map-errors.ts';
import { asObject, textAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import { signIn } from './sign-in.ts';

const defaultAddress = 'https://api.nowpayments.io/v1';

/** What a request came to: an object, or NOWPayments’ refusal of this one request (400). Everything else is thrown. */
export type Asked =
  | { readonly body: JsonObject; readonly refused?: never }
  | { readonly body?: never; readonly refused: VendorFailure };

export interface NowPaymentsClient {
  /** @param path with its query, from behind `/v1`. @throws FairleadError */
  get(path: string, call: Call): Promise<Asked>;
  /** @param json written already, because amounts in it are numbers with digits of their own. @throws FairleadError */
  post(path: string, json: string, call: Call): Promise<Asked>;
  /** As `get`, for what a signed-in account alone may read. @throws FairleadError */
  getSignedIn(path: string, call: Call): Promise<Asked>;
}

/** Sends requests with the API key: https://documenter.getpostman.com/view/7907941/2s93JusNJt */
export function nowPaymentsClient(context: Context): NowPaymentsClient {
  const { http, settings } = context;
  const base = (settings.apiBase ?? defaultAddress).replace(/\/+$/, '');
  const send = (path: string, call: Call, more: Sending = {}): Promise<FetchAnswer> =>
    http.fetch(base + path, {
      method: more.json === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        'x-api-key': needed(settings.apiKey, 'apiKey').reveal(),
        ...(more.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(more.token === undefined ? {} : { authorization: `Bearer ${more.token}` }),
      },
      ...(more.json === undefined ? {} : { body: more.json }),
      signal: call.signal,
      timeoutMs: call.timeoutMs,
    });
  const session = signIn(context, async (json, call) => {
    const { body, refused } = read(await send('/auth', call, { json }));
    if (refused !== undefined) throw new FairleadError('credentials_invalid', { message: refused.message });
    return body;
  });
  return {
    get: async (path, call) => read(await send(path, call)),
    post: async (path, json, call) => read(await send(path, call, { json })),
    async getSignedIn(path, call) {
      const token = await session.token(call);
      try {
        return read(await send(path, call, token === undefined ? {} : { token }));
      } catch (error) {
        if (!isFairleadError(error, 'auth')) throw error;
        session.forget();
        throw token === undefined ? listNotAllowed() : error;
      }
    },
  };
}

interface Sending {
  readonly json?: string;
  readonly token?: string;
}

function read(answer: FetchAnswer): Asked {
  const json = readJson(answer.text());
  const body = asObject(json);
  if (answer.status >= 200 && answer.status < 300) {
    // Lists are objects here as well: only `{data: […]}` is ever asked for.
    if (body === undefined) throw unreadable('object');
    return { body };
  }
  const failure = failureOf(json);
  if (failure?.code === 'INVALID_API_KEY') throw vendorError('credentials_invalid', failure, answer);
  if (answer.status === 400 && failure !== undefined) return { refused: failure };
  throw mapStatus(answer, failure);
}

/** `{"status":false,"statusCode":400,"code":"…","message":"…"}` */
function failureOf(json: JsonValue | undefined): VendorFailure | undefined {
  const code = textAt(asObject(json), 'code');
  const message = textAt(asObject(json), 'message');
  return code === undefined && message === undefined ? undefined : { code, message };
}
