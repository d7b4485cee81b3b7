import { createHmac } from 'node:crypto';
import {
  definePlugin,
  FairleadError,
  type FetchOptions,
  type Implementation,
  isFairleadError,
  type Plugin,
  type PluginContext,
} from '@fairlead/sdk';
import { createPaymentGateway } from '../src/payment-gateway.ts';
import { type SandboxSettings, settings } from '../src/settings.ts';

type Gateway = Implementation<'payment-gateway'>;
type Context = PluginContext<SandboxSettings>;

/** What is wrong with a plugin that is right otherwise. */
interface Mistake {
  /** Changes what the right plugin gets to work with. */
  readonly context?: (context: Context) => Context;
  /** Replaces members of the right plugin. */
  readonly members?: (right: Gateway, context: Context) => Partial<Gateway>;
  /** Titles of the checks that have to fail, and of no others. */
  readonly reason: RegExp;
}

export interface WrongPlugin {
  readonly plugin: Plugin;
  readonly reason: RegExp;
}

/** Only what is required, so that the suite is short. */
const offered = ['createCheckout', 'getStatus', 'receive', 'testCredentials', 'dispose'];

export function wrongPlugin({
  context: change = (same) => same,
  members = () => ({}),
}: Omit<Mistake, 'reason'>): Plugin {
  return definePlugin({ id: 'gateway-sandbox', settings })({
    capabilities: {
      'payment-gateway': (given) => {
        const context = change(given);
        const right = withoutSubscriptions(createPaymentGateway(context));
        const all = Object.entries({ ...right, ...members(right, context) });
        return Object.fromEntries(all.filter(([name]) => offered.includes(name))) as unknown as Gateway;
      },
    },
  });
}

/** Right for a gateway that is not asked to end subscriptions. */
function withoutSubscriptions(whole: Gateway): Gateway {
  return {
    ...whole,
    createCheckout: (input, call) =>
      input.subscription === undefined ? whole.createCheckout(input, call) : { outcome: 'not_attempted' },
  };
}

/** The same context with requests changed on their way. */
function requests(change: (options: FetchOptions, url: string) => FetchOptions, rewrite = (url: string) => url) {
  return (context: Context): Context => ({
    ...context,
    http: {
      ...context.http,
      fetch: (url, options = {}) => context.http.fetch(rewrite(String(url)), change(options, String(url))),
    },
  });
}

function headersWith(options: FetchOptions, name: string, value: string | undefined): FetchOptions {
  const { [name]: _old, ...rest } = { ...options.headers };
  return { ...options, headers: { ...rest, ...(value === undefined ? {} : { [name]: value }) } };
}

/** Ends every call with another error than the right one. */
function errors(change: (error: FairleadError) => FairleadError) {
  return (right: Gateway): Partial<Gateway> => {
    const changed = Object.entries(right).map(([name, member]) => {
      const handler = member as (...args: unknown[]) => unknown;
      const wrapped = async (...args: unknown[]) => {
        try {
          return await handler(...args);
        } catch (error) {
          throw isFairleadError(error) ? change(error) : error;
        }
      };
      return [name, wrapped];
    });
    return Object.fromEntries(changed) as Partial<Gateway>;
  };
}

const utf8 = new TextDecoder();
let counter = 0;

export const wrongPlugins: Readonly<Record<string, WrongPlugin>> = Object.fromEntries(
  Object.entries({
    'sends no idempotency key': {
      reason: /^createCheckout sends the call’s idempotency key/,
      context: requests((options) => headersWith(options, 'idempotency-key', undefined)),
    },
    'makes a new idempotency key for every attempt': {
      reason: /^createCheckout (sends the call’s idempotency key|repeats with the same key)/,
      context: requests((options) =>
        options.method === 'POST' ? headersWith(options, 'idempotency-key', `made-${counter++}`) : options,
      ),
    },
    'throws a refusal': {
      reason: /^createCheckout answers a refusal of the vendor as a result/,
      members: (right) => ({
        createCheckout: async (input, call) => {
          const answer = await right.createCheckout(input, call);
          if (answer.outcome !== 'declined') return answer;
          throw new FairleadError('vendor_rejected');
        },
      }),
    },
    'begins subscriptions that it cannot end': {
      reason: /^createCheckout attempts no subscription/,
      members: (_right, context) => ({ createCheckout: createPaymentGateway(context).createCheckout }),
    },
    'takes a rate limit for a failure': {
      reason: /: a rate limit is class rate_limited/,
      members: errors((error) => (error.class === 'rate_limited' ? new FairleadError('vendor_error') : error)),
    },
    'forgets how long to wait': {
      reason: /: a rate limit is class rate_limited with the wait/,
      members: errors((error) => (error.class === 'rate_limited' ? new FairleadError('rate_limited') : error)),
    },
    'takes refused credentials for a failure': {
      reason: /: refused credentials are class auth/,
      members: errors((error) => (error.class === 'auth' ? new FairleadError('vendor_error') : error)),
    },
    'takes a failure for a refusal': {
      reason: /: (a failure of the vendor|a broken connection) is class unavailable/,
      members: errors((error) => (error.code === 'vendor_error' ? new FairleadError('vendor_rejected') : error)),
    },
    'takes an unreachable vendor for a failure': {
      reason: /: a vendor that cannot be reached is unreachable/,
      members: errors((error) => (error.code === 'unreachable' ? new FairleadError('vendor_error') : error)),
    },
    'ignores the signal': {
      reason: /: (no answer within the deadline|a caller that gives up)/,
      context: requests(({ signal: _signal, timeoutMs: _timeoutMs, ...options }) => options),
    },
    'swallows every error': {
      reason: /^createCheckout: .* (is|are) (class|unreachable)/,
      members: (right) => ({
        createCheckout: async (input, call) => {
          try {
            return await right.createCheckout(input, call);
          } catch {
            return { outcome: 'declined', reason: 'other' };
          }
        },
      }),
    },
    'verifies the parsed body instead of the raw bytes': {
      reason: /^receive: a body with a space after it is not believed/,
      members: (right) => ({
        receive: (input, call) => {
          const text = utf8.decode(input.rawBody).trim();
          return right.receive({ ...input, rawBody: new TextEncoder().encode(text) }, call);
        },
      }),
    },
    'believes every webhook': {
      reason: /^receive: .* is not believed/,
      members: (right, { settings: { webhookSecrets }, clock }) => ({
        receive: ({ receivedAt: _receivedAt, ...input }, call) => {
          const seconds = Math.floor(clock.now() / 1_000);
          const secret = webhookSecrets[0]?.reveal() ?? '';
          const v1 = createHmac('sha256', secret).update(`${seconds}.`).update(input.rawBody).digest('hex');
          return right.receive({ ...input, headers: { 'sandbox-signature': `t=${seconds},v1=${v1}` } }, call);
        },
      }),
    },
    'does not look at the time of a signature': {
      reason: /^receive: a signature older than the tolerance/,
      members: (_right, context) => ({
        receive: (input, call) => {
          const seconds = /t=(\d+)/.exec(input.headers['sandbox-signature'] ?? '')?.[1] ?? '0';
          const clock = { ...context.clock, now: () => Number(seconds) * 1_000 };
          return createPaymentGateway({ ...context, clock }).receive(input, call);
        },
      }),
    },
    'judges the age of a request that had to wait by its own clock': {
      reason: /^receive: a request that had to wait/,
      members: (right) => ({
        receive: ({ receivedAt: _receivedAt, ...input }, call) => right.receive(input, call),
      }),
    },
    'knows the first secret alone': {
      reason: /^receive: a signature by the second secret/,
      context: (context) => ({
        ...context,
        settings: { ...context.settings, webhookSecrets: context.settings.webhookSecrets.slice(0, 1) },
      }),
    },
    'makes a new dedupe key for every delivery': {
      reason: /^receive: the same bytes twice give the same dedupe key/,
      members: (right) => ({
        receive: async (input, call) => {
          const answer = await right.receive(input, call);
          if (answer.outcome !== 'events') return answer;
          return { ...answer, events: answer.events.map((event) => ({ ...event, dedupeKey: `made-${counter++}` })) };
        },
      }),
    },
    'drops events of an unknown kind': {
      reason: /^receive: an event of an unknown kind/,
      members: (right) => ({
        receive: async (input, call) => {
          const answer = await right.receive(input, call);
          if (answer.outcome !== 'events') return answer;
          return { ...answer, events: answer.events.filter(({ evidence }) => evidence.fact !== 'none') };
        },
      }),
    },
    'sends every amount times a hundred': {
      reason: /^createCheckout sends amounts in JPY exactly/,
      members: (right) => ({
        createCheckout: (input, call) => {
          const { amountMinor, currency } = input.amount;
          const scaled = currency === 'JPY' ? amountMinor * 100n : amountMinor;
          return right.createCheckout({ ...input, amount: { amountMinor: scaled, currency } }, call);
        },
      }),
    },
    'reads amounts with two decimals whatever the currency': {
      reason: /^getStatus reads amounts in KWD exactly/,
      members: (right) => ({
        getStatus: async (input, call) => {
          const answer = await right.getStatus(input, call);
          const events = answer.events.map((event) => {
            const { evidence } = event;
            if (evidence.fact !== 'captured' || evidence.amount.currency !== 'KWD') return event;
            const amount = { ...evidence.amount, amountMinor: evidence.amount.amountMinor / 10n };
            return { ...event, evidence: { ...evidence, amount } };
          });
          return { ...answer, events };
        },
      }),
    },
    'names movements otherwise in getStatus than in webhooks': {
      reason: /^receive and getStatus agree on the money/,
      members: (right) => ({
        getStatus: async (input, call) => {
          const answer = await right.getStatus(input, call);
          const events = answer.events.map((event) => {
            const { evidence } = event;
            if (evidence.fact !== 'captured') return event;
            return { ...event, evidence: { ...evidence, movementRef: `status-${evidence.movementRef}` } };
          });
          return { ...answer, events };
        },
      }),
    },
    'writes the key into its log': {
      reason: /^no secret .* in its log/,
      members: (right, { log, settings: { apiKey } }) => ({
        testCredentials: (input, call) => {
          log.debug('testing', { header: `Bearer ${apiKey.reveal()}` });
          return right.testCredentials(input, call);
        },
      }),
    },
    'writes the key into an error': {
      reason: /^no secret .* in an error/,
      members: (right, { settings: { apiKey } }) =>
        errors(
          ({ code, retryAfterMs }) => new FairleadError(code, { message: `refused: ${apiKey.reveal()}`, retryAfterMs }),
        )({
          ...right,
        }),
    },
    'puts the key into the address': {
      reason: /^no secret .* in an address/,
      context: (context) =>
        requests(
          (options) => options,
          (url) => `${url}${url.includes('?') ? '&' : '?'}key=${context.settings.apiKey.reveal()}`,
        )(context),
    },
    'does not encode references in the path': {
      reason: /cannot change the address that is called/,
      context: requests(
        (options) => options,
        (url) => decodeURIComponent(url),
      ),
    },
    'stumbles over an answer without an account': {
      reason: /^testCredentials: (an answer of which|a rate limit|refused credentials)/,
      members: (_right, { http, settings: { apiBase } }) => ({
        testCredentials: async (_input, call) => {
          const { signal } = call;
          const answer = (await http.fetch(`${apiBase}/v1/account`, { signal })).json() as { id: string };
          return { account: { id: answer.id.toString() }, mode: 'test' };
        },
      }),
    },
    'stumbles over an unusual reference': {
      reason: /^createCheckout: no input that the contract allows makes the plugin stumble/,
      members: (right) => ({
        createCheckout: (input, call) => {
          const number = /^[\w-]+$/.exec(input.reference);
          if (number === null) throw new TypeError('the reference has to be a word');
          return right.createCheckout(input, call);
        },
      }),
    },
  } satisfies Readonly<Record<string, Mistake>>).map(([name, mistake]) => [
    name,
    { plugin: wrongPlugin(mistake), reason: mistake.reason },
  ]),
);
