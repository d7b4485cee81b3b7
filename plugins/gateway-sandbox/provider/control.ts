import type { ProviderClock } from './clock.ts';
import type { ProviderDatabase } from './database.ts';
import { type Faults, faultKinds } from './faults.ts';
import { numberOf, optionalTextOf, textOf, wordOf } from './fields.ts';
import { type ProviderAnswer, type ProviderRequest, readObject } from './http.ts';
import { type Amount, ApiFailure, type Capture, type ProviderEvent } from './model.ts';
import { outcomes } from './outcomes.ts';
import type { Payments } from './payments.ts';
import { billingOutcomes, subscriptionStates } from './subscriptions.ts';
import { deliveryModes, type Webhooks } from './webhooks.ts';

export interface ControlParts {
  readonly database: ProviderDatabase;
  readonly clock: ProviderClock;
  readonly payments: Payments;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  readonly setSecrets: (secrets: readonly string[]) => void;
  readonly setRevoked: (revoked: boolean) => void;
}

type Run = (id: string, body: Readonly<Record<string, unknown>>) => ProviderAnswer | Promise<ProviderAnswer>;

/** Of refunds and of payouts. */
const transferStates = ['pending', 'succeeded', 'failed', 'cancelled'] as const;

/** Routes by which a test decides what happens, and learns what did. They need no key: the provider listens locally. */
export function createControl(parts: ControlParts) {
  const { database, clock, payments, webhooks, faults } = parts;
  const write = (work: () => unknown): ProviderAnswer => {
    try {
      const body = database.transaction(work);
      webhooks.flush();
      return { status: 200, body };
    } catch (error) {
      webhooks.discard();
      throw error;
    }
  };
  const done: ProviderAnswer = { status: 200, body: {} };
  const routes: readonly (readonly [method: string, path: RegExp, run: Run])[] = [
    ['GET', /^\/control\/counts$/, () => ({ status: 200, body: countsOf(database, webhooks) })],
    ['GET', /^\/control\/events$/, () => ({ status: 200, body: { events: database.list<ProviderEvent>('event') } })],
    ['GET', /^\/control\/checkouts$/, () => ({ status: 200, body: { checkouts: database.list('checkout') } })],
    [
      'POST',
      /^\/control\/checkouts\/([^/]+)$/,
      (id, body) => write(() => payments.act(id, wordOf(body, 'outcome', outcomes), otherAmount(body))),
    ],
    [
      'POST',
      /^\/control\/refunds\/([^/]+)$/,
      (id, body) => write(() => payments.settleRefund(id, wordOf(body, 'status', transferStates))),
    ],
    [
      'POST',
      /^\/control\/payouts\/([^/]+)$/,
      (id, body) => write(() => payments.settlePayout(id, wordOf(body, 'status', transferStates))),
    ],
    [
      'POST',
      /^\/control\/subscriptions\/([^/]+)\/bill$/,
      (id, body) => write(() => payments.subscriptions.bill(id, wordOf(body, 'outcome', billingOutcomes))),
    ],
    [
      'POST',
      /^\/control\/subscriptions\/([^/]+)$/,
      (id, body) => write(() => payments.subscriptions.setStatus(id, wordOf(body, 'status', subscriptionStates))),
    ],
    [
      'POST',
      /^\/control\/credentials$/,
      (_id, body) => {
        parts.setRevoked(body['revoked'] === true);
        return done;
      },
    ],
    [
      'POST',
      /^\/control\/faults$/,
      (_id, body) => {
        faults.plan({
          operation: textOf(body, 'operation'),
          fault: wordOf(body, 'fault', faultKinds),
          ...(body['times'] === undefined ? {} : { times: numberOf(body, 'times') }),
          ...(body['delay_ms'] === undefined ? {} : { delay_ms: numberOf(body, 'delay_ms') }),
        });
        return done;
      },
    ],
    [
      'DELETE',
      /^\/control\/faults$/,
      () => {
        faults.clear();
        return done;
      },
    ],
    [
      'POST',
      /^\/control\/outage$/,
      (_id, body) => {
        faults.setOutage(body['on'] === true);
        return done;
      },
    ],
    [
      'POST',
      /^\/control\/clock$/,
      (_id, body) => {
        const skewMs = numberOf(body, 'skew_ms');
        clock.setSkew(skewMs, body['signing_skew_ms'] === undefined ? skewMs : numberOf(body, 'signing_skew_ms'));
        return done;
      },
    ],
    [
      'POST',
      /^\/control\/webhooks$/,
      (_id, body) => {
        if (body['mode'] !== undefined) webhooks.setMode(wordOf(body, 'mode', deliveryModes));
        if (Array.isArray(body['retry_ms'])) webhooks.setRetries((body['retry_ms'] as unknown[]).map(Number));
        return done;
      },
    ],
    [
      'POST',
      /^\/control\/webhooks\/release$/,
      async (_id, body) => ({ status: 200, body: { sent: await webhooks.release(body['order'] === 'reversed') } }),
    ],
    [
      'POST',
      /^\/control\/events\/([^/]+)\/redeliver$/,
      async (id) => ({ status: 200, body: { sent: await webhooks.redeliver(id) } }),
    ],
    [
      'POST',
      /^\/control\/webhook-secrets$/,
      (_id, body) => {
        const secrets = Array.isArray(body['secrets']) ? (body['secrets'] as unknown[]).map(String) : [];
        if (secrets.length === 0) throw new ApiFailure(400, 'field_invalid', '“secrets” has to be a list of texts.');
        parts.setSecrets(secrets);
        return done;
      },
    ],
  ];
  return (request: ProviderRequest): ProviderAnswer | Promise<ProviderAnswer> => {
    const route = routes.find(([method, path]) => method === request.method && path.test(request.path));
    if (route === undefined) throw new ApiFailure(404, 'route_unknown', 'No such route.');
    const [, path, run] = route;
    return run(decodeURIComponent(path.exec(request.path)?.[1] ?? ''), readObject(request.body));
  };
}

/** What is taken instead of what was asked for; undefined when the body does not say. */
function otherAmount(body: Readonly<Record<string, unknown>>): Partial<Amount> | undefined {
  const amount = optionalTextOf(body, 'amount', /^[1-9]\d{0,14}$/);
  const currency = optionalTextOf(body, 'currency', /^[A-Z]{3}$/);
  if (amount === undefined && currency === undefined) return undefined;
  return { ...(amount === undefined ? {} : { amount }), ...(currency === undefined ? {} : { currency }) };
}

/** Every charge is counted here, where a fault of the hub cannot reach. */
function countsOf(database: ProviderDatabase, webhooks: Webhooks) {
  const byReference: Record<string, number> = {};
  const charged: Record<string, string> = {};
  for (const charge of database.list<Capture & { reference: string }>('charge')) {
    byReference[charge.reference] = (byReference[charge.reference] ?? 0) + 1;
    charged[charge.currency] = String(BigInt(charged[charge.currency] ?? '0') + BigInt(charge.amount));
  }
  return {
    charges: database.count('charge'),
    charges_by_reference: byReference,
    charged,
    checkouts: database.count('checkout'),
    confirms: database.count('confirm'),
    repeated_confirms: database.count('repeated-confirm'),
    subscriptions: database.count('subscription'),
    refunds: database.count('refund'),
    payouts: database.count('payout'),
    events: database.count('event'),
    webhooks: webhooks.counts(),
  };
}
