import { type Call, FairleadError } from '@fairlead/sdk';
import type { Context } from './settings.ts';
import { mapTokenFailure } from './map-errors.ts';
import { type Json, parseObject, textAt } from './reading.ts';

/** A token is not used in its last minutes, so that a slow request does not outlive it. */
const renewalMarginMs = 120_000;
const requestTimeoutMs = 10_000;

/** What PayPal answers a client that it knows; `app_id` names the app. */
export interface TokenAnswer {
  readonly token: string;
  readonly answer: Json;
}

export interface AccessTokens {
  /** The token that is good now. However many calls wait, one request is made. @throws FairleadError */
  current(signal: AbortSignal): Promise<string>;
  /** PayPal refused this token: the next call asks for another. Another one that came meanwhile is kept. */
  discard(token: string): void;
  /** Asks for a token whatever there is, which shows whether the credentials work. @throws FairleadError */
  request(call: Pick<Call, 'signal' | 'timeoutMs'>): Promise<TokenAnswer>;
}

/**
 * OAuth 2 client credentials: `POST /v1/oauth2/token`. A token lasts some nine hours and is kept in memory alone.
 * Source: https://developer.paypal.com/api/rest/authentication/
 */
export function accessTokens({ http, settings, clock, signal: stopping }: Context, base: string): AccessTokens {
  let known: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<TokenAnswer> | undefined;

  const request = async ({ signal, timeoutMs }: Pick<Call, 'signal' | 'timeoutMs'>): Promise<TokenAnswer> => {
    const credentials = `${settings.clientId.reveal()}:${settings.clientSecret.reveal()}`;
    const answer = await http.fetch(`${base}/v1/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      signal,
      timeoutMs,
    });
    if (answer.status < 200 || answer.status > 299) throw mapTokenFailure(answer, settings.environment);
    const json = parseObject(answer.body);
    const token = textAt(json, 'access_token');
    if (json === undefined || token === undefined || !/^[\x21-\x7e]{1,8192}$/.test(token)) {
      throw new FairleadError('answer_unreadable', { message: 'PayPal answered without an access token.' });
    }
    known = { token, until: clock.monotonic() + lifetimeMs(json) - renewalMarginMs };
    return { token, answer: json };
  };

  /** Belongs to the connection and not to the call that happened to be first: that one may give up. */
  const shared = (): Promise<TokenAnswer> => {
    asking ??= request({ signal: stopping, timeoutMs: requestTimeoutMs }).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return {
    async current(signal) {
      if (known !== undefined && clock.monotonic() < known.until) return known.token;
      return (await unlessAborted(shared(), signal)).token;
    },
    discard(token) {
      if (known?.token === token) known = undefined;
    },
    request,
  };
}

function lifetimeMs(json: Json): number {
  const seconds = json['expires_in'];
  // A token without a stated end is used for this once.
  return typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, 86_400) * 1_000 : 0;
}

/** What others wait for as well, and this one only as long as it wants. */
export function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
