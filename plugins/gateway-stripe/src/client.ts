import { createHash } from 'node:crypto';
import {
  type Call,
  FairleadError,
  type FetchAnswer,
  type HttpClient,
  type PluginContext,
  type SettingsOf,
} from '@fairlead/sdk';
import type Stripe from 'stripe';
import { mapBareStatus, mapError, type Refusal, refusalOf } from './map-errors.ts';
import { asObject, type Json } from './reading.ts';
import type { settings } from './settings.ts';

export type Context = PluginContext<SettingsOf<typeof settings>>;

/** What an acting request came to: Stripe's answer, or its refusal. Everything else is thrown. */
export type Acted =
  | { readonly done: Json; readonly refused?: never }
  | { readonly done?: never; readonly refused: Refusal };

type Request = (stripe: Stripe, options: Stripe.RequestOptions) => Promise<unknown>;

export interface StripeClient {
  /** A request that changes nothing. @throws FairleadError */
  read(call: Call, request: Request): Promise<Json>;
  /** A POST under the call's idempotency key. @throws FairleadError */
  act(call: Call, request: Request): Promise<Acted>;
}

/**
 * The official SDK, with its network replaced by the hub's. The package is loaded by the first request: it takes a
 * tenth of a second and some 36 MB, which a hub without Stripe payments need not spend.
 */
export function createClient({ settings, http }: Context): StripeClient {
  let loading: Promise<typeof Stripe> | undefined;
  const load = () => (loading ??= import('stripe').then((module) => module.default));

  /** One instance for each call (40 µs), because that is the only place where the SDK takes a signal and a deadline. */
  const open = async (call: Call): Promise<Stripe> => {
    const base = new URL(settings.apiBase);
    const Client = await load();
    return new Client(settings.apiKey.reveal(), {
      // The types know the newest version only; which one is sent is the admin's choice.
      apiVersion: settings.apiVersion as never,
      protocol: base.protocol === 'http:' ? 'http' : 'https',
      host: base.hostname,
      port: base.port === '' ? (base.protocol === 'http:' ? 80 : 443) : base.port,
      httpClient: hubHttpClient(http, settings.apiBase, call),
      // The guard retries, with the same key; the SDK must not.
      maxNetworkRetries: 0,
      telemetry: false,
      appInfo: { name: 'Fairlead' },
    });
  };

  const send = async (call: Call, request: Request, options: Stripe.RequestOptions): Promise<Json> => {
    const answer = asObject(await request(await open(call), options));
    if (answer === undefined) throw new FairleadError('answer_unreadable');
    return answer;
  };

  return {
    async read(call, request) {
      try {
        return await send(call, request, {});
      } catch (error) {
        throw mapError(error, 'read', call.signal);
      }
    },
    async act(call, request) {
      try {
        return { done: await send(call, request, { idempotencyKey: vendorKey(call) }) };
      } catch (error) {
        const refused = refusalOf(error);
        if (refused !== undefined) return { refused };
        throw mapError(error, 'act', call.signal);
      }
    },
  };
}

/** Stripe takes keys of up to 255 characters (https://docs.stripe.com/api/idempotent_requests); others go as their hash. */
function vendorKey({ idempotencyKey }: Call): string {
  if (idempotencyKey === undefined) throw new FairleadError('input_invalid', { message: 'The call needs a key.' });
  if (/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return idempotencyKey;
  return `sha256-${createHash('sha256').update(idempotencyKey).digest('hex')}`;
}

/** Headers that the SDK makes up and Stripe does not need: what machine, what editor, a length the client counts itself. */
const leftOut = new Set(['x-stripe-client-user-agent', 'x-stripe-client-telemetry', 'content-length']);

/** The SDK's network on the hub's HTTP client, so that egress rules, deadlines, cancelling and size limits hold. */
function hubHttpClient(http: HttpClient, apiBase: string, call: Call): Stripe.HttpClient {
  const root = apiBase.replace(/\/+$/, '');
  return {
    getClientName: () => 'fairlead',
    // The signature is the SDK's: host, port, path, method, headers, body, protocol, timeout.
    async makeRequest(_host, _port, path, method, headers, body) {
      const answer = await http.fetch(root + path, {
        method,
        headers: cleanHeaders(headers),
        ...(body === '' || method === 'GET' ? {} : { body }),
        signal: call.signal,
        timeoutMs: call.timeoutMs,
      });
      const json = readAnswer(answer);
      // A notice would be printed as a warning of the process.
      const { 'stripe-notice': _notice, ...kept } = answer.headers;
      return {
        getStatusCode: () => answer.status,
        getHeaders: () => kept,
        getRawResponse: () => ({ headers: kept }),
        toStream: () => {
          throw new FairleadError('feature_unsupported');
        },
        toJSON: async () => json,
      };
    },
  };
}

function cleanHeaders(headers: object): Record<string, string> {
  const entries = Object.entries(headers as Record<string, unknown>)
    .filter(([name, value]) => !leftOut.has(name.toLowerCase()) && value !== undefined && value !== null)
    .map(([name, value]): [string, string] => [name, String(value)]);
  const kept = Object.fromEntries(entries);
  // The SDK looks through the environment for coding tools and names them to Stripe.
  if (kept['User-Agent'] !== undefined) kept['User-Agent'] = kept['User-Agent'].replace(/ AIAgent\/\S*/, '');
  return kept;
}

/**
 * The SDK takes any JSON without a member `error` for success, whatever the status, and loses the status of what is not
 * JSON (a proxy's error page). So both are sorted out before it.
 */
function readAnswer({ status, headers, body }: FetchAnswer): Json {
  const json = parse(body);
  if (status >= 200 && status < 300 && json !== undefined) return json;
  if (status >= 400 && json !== undefined && asObject(json['error']) !== undefined) return json;
  throw mapBareStatus(status, headers);
}

function parse(body: Uint8Array): Json | undefined {
  try {
    return asObject(JSON.parse(new TextDecoder().decode(body)));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
