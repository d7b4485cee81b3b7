import { createHash } from 'node:crypto';
import type { ProviderDatabase } from './database.ts';
import type { Faults, PlannedFault } from './faults.ts';
import { amountOf, numberOf, optionalTextOf, textOf, timeForm, urlForm, wordOf } from './fields.ts';
import { failureAnswer, type ProviderAnswer, type ProviderRequest, readObject } from './http.ts';
import { ApiFailure, type ProviderEvent, type SubscriptionPlan } from './model.ts';
import type { CheckoutRequest, Payments } from './payments.ts';
import type { PayoutRequest } from './payouts.ts';
import type { Webhooks } from './webhooks.ts';

export interface ApiParts {
  readonly database: ProviderDatabase;
  readonly payments: Payments;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  /** Undefined while it is revoked. */
  readonly apiKey: () => string | undefined;
}

/** What to answer, or not: a fault may swallow the answer of something that was done. */
export interface ApiResult {
  readonly answer: ProviderAnswer;
  readonly fault?: PlannedFault;
}

interface RouteContext {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  readonly fault: PlannedFault | undefined;
}

interface Route {
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  readonly run: (context: RouteContext) => ProviderAnswer;
}

interface Remembered {
  readonly request: string;
  readonly answer: ProviderAnswer;
}

const eventsPerPage = 50;

/** The API that a gateway calls: bearer key, JSON, idempotency keys. */
export function createApi(parts: ApiParts) {
  const { database, faults, webhooks } = parts;
  const routes = createRoutes(parts);

  const once = (key: string, request: string, run: () => ProviderAnswer): ProviderAnswer => {
    const before = database.get<Remembered>('idempotency', key);
    if (before !== undefined) {
      if (before.request === request) return before.answer;
      throw new ApiFailure(409, 'idempotency_conflict', 'This key was used with another request.');
    }
    const answer = settle(run);
    database.put('idempotency', key, { request, answer } satisfies Remembered);
    return answer;
  };

  return (request: ProviderRequest): ApiResult => {
    const route = routes.find(({ method, path }) => method === request.method && path.test(request.path));
    if (route === undefined) return { answer: failureAnswer(new ApiFailure(404, 'route_unknown', 'No such route.')) };
    const known = parts.apiKey();
    if (known === undefined || request.headers.authorization !== `Bearer ${known}`) {
      return { answer: failureAnswer(new ApiFailure(401, 'key_unknown', 'The API key is not known.')) };
    }
    if (faults.outage()) return { answer: failureAnswer(new ApiFailure(503, 'outage', 'The provider is down.')) };
    const fault = faults.take(route.operation);
    const instead = fault === undefined ? undefined : insteadOf(fault);
    if (fault !== undefined && instead !== undefined) return { answer: instead, fault };
    const key = request.headers['idempotency-key'];
    const run = (): ProviderAnswer => {
      const id = decodeURIComponent(route.path.exec(request.path)?.[1] ?? '');
      return route.run({ id, body: readObject(request.body), query: request.query, fault });
    };
    try {
      const fingerprint = createHash('sha256')
        .update(`${request.method} ${request.path}\n${request.body}`)
        .digest('hex');
      const answer = database.transaction(() =>
        typeof key === 'string' && request.method === 'POST' ? once(key, fingerprint, run) : settle(run),
      );
      webhooks.flush();
      return fault === undefined ? { answer } : { answer, fault };
    } catch (error) {
      webhooks.discard();
      if (error instanceof ApiFailure) return { answer: failureAnswer(error) };
      throw error;
    }
  };
}

/** A refusal is an answer like any other: it is kept with its idempotency key, and changes nothing. */
function settle(run: () => ProviderAnswer): ProviderAnswer {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiFailure) return failureAnswer(error);
    throw error;
  }
}

/** The answer of a fault that keeps the call from being carried out. */
function insteadOf({ fault }: PlannedFault): ProviderAnswer | undefined {
  switch (fault) {
    case 'decline':
      return failureAnswer(new ApiFailure(402, 'declined_on_demand', 'Declined on demand.', 'declined'));
    case 'not_attempted':
      return failureAnswer(new ApiFailure(422, 'not_attempted_on_demand', 'Not attempted on demand.'));
    case 'rate_limit':
      return { ...failureAnswer(new ApiFailure(429, 'too_many', 'Too many calls.')), headers: { 'retry-after': '2' } };
    case 'error':
      return failureAnswer(new ApiFailure(500, 'error_on_demand', 'Failed on demand.'));
    case 'garbage':
      return { status: 200, body: '<html><body>Not what you asked for</body></html>' };
    case 'hang':
      return { status: 504 };
    default:
      return undefined;
  }
}

function createRoutes({ database, payments, webhooks }: ApiParts): readonly Route[] {
  const get = (operation: string, path: RegExp, run: Route['run']): Route => ({ operation, method: 'GET', path, run });
  const post = (operation: string, path: RegExp, run: Route['run']): Route => ({
    operation,
    method: 'POST',
    path,
    run,
  });
  return [
    get('testCredentials', /^\/v1\/account$/, () => ok({ id: 'acct_sandbox', name: 'Sandbox account', mode: 'test' })),
    post('createCheckout', /^\/v1\/checkouts$/, ({ body }) => created(payments.create(checkoutRequest(body)))),
    get('getStatus', /^\/v1\/checkouts\/([^/]+)$/, ({ id }) => ok(payments.find(id))),
    post('confirm', /^\/v1\/checkouts\/([^/]+)\/confirm$/, ({ id, body, fault }) => {
      const capture = body['capture'] === undefined ? undefined : wordOf(body, 'capture', ['automatic', 'manual']);
      return ok(payments.confirm(id, capture, fault?.fault === 'pending'));
    }),
    post('capture', /^\/v1\/checkouts\/([^/]+)\/capture$/, ({ id, body }) =>
      created(payments.capture(id, amountOf(body), body['final'] === true)),
    ),
    post('void', /^\/v1\/checkouts\/([^/]+)\/void$/, ({ id }) => ok(payments.void(id))),
    post('refund', /^\/v1\/refunds$/, ({ body, fault }) => {
      const capture = optionalTextOf(body, 'capture');
      const reason = optionalTextOf(body, 'reason', /^[a-z_]{1,64}$/);
      const request = {
        checkout: textOf(body, 'checkout'),
        ...amountOf(body),
        reference: textOf(body, 'reference'),
        ...(capture === undefined ? {} : { capture }),
        ...(reason === undefined ? {} : { reason }),
      };
      return created(payments.refund(request, fault?.fault === 'pending' ? 'pending' : 'succeeded'));
    }),
    get('getRefund', /^\/v1\/refunds\/([^/]+)$/, ({ id }) => ok(payments.findRefund(id))),
    post('payout', /^\/v1\/payouts$/, ({ body, fault }) =>
      created(payments.payout(payoutRequest(body), fault?.fault === 'pending' ? 'pending' : 'succeeded')),
    ),
    get('getSubscription', /^\/v1\/subscriptions\/([^/]+)$/, ({ id }) => ok(payments.subscriptions.find(id))),
    post('cancelSubscription', /^\/v1\/subscriptions\/([^/]+)\/cancel$/, ({ id, body }) =>
      ok(payments.subscriptions.cancel(id, wordOf(body, 'when', ['now', 'period_end']))),
    ),
    get('listEvents', /^\/v1\/events$/, ({ query }) => ok(listEvents(database, webhooks, query))),
    post('registerWebhook', /^\/v1\/webhook-endpoints$/, ({ body }) => {
      const url = textOf(body, 'url', urlForm);
      database.put('endpoint', url, { url });
      return created({ url });
    }),
  ];
}

const ok = (body: unknown): ProviderAnswer => ({ status: 200, body });
const created = (body: unknown): ProviderAnswer => ({ status: 201, body });

function checkoutRequest(body: Readonly<Record<string, unknown>>): CheckoutRequest {
  const optional = {
    webhook_url: optionalTextOf(body, 'webhook_url', urlForm),
    description: optionalTextOf(body, 'description'),
    expires_at: optionalTextOf(body, 'expires_at', timeForm),
    metadata: body['metadata'] as Readonly<Record<string, string>> | undefined,
    confirmation:
      body['confirmation'] === undefined ? undefined : wordOf(body, 'confirmation', ['automatic', 'required']),
    plan: body['subscription'] === undefined ? undefined : planOf(body['subscription']),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    reference: textOf(body, 'reference', /^[\s\S]{1,128}$/),
    ...amountOf(body),
    capture: wordOf(body, 'capture', ['automatic', 'manual']),
    return_url: textOf(body, 'return_url', urlForm),
    cancel_url: textOf(body, 'cancel_url', urlForm),
    ...(Object.fromEntries(given) as Partial<CheckoutRequest>),
  };
}

function planOf(subscription: unknown): SubscriptionPlan {
  const body = typeof subscription === 'object' ? (subscription as Readonly<Record<string, unknown>> | null) : null;
  if (body === null) throw new ApiFailure(400, 'field_invalid', '“subscription” has to be an object.');
  const every = numberOf(body, 'every');
  if (every < 1 || every > 365) throw new ApiFailure(400, 'field_invalid', '“every” has to be from 1 to 365.');
  return { every, unit: wordOf(body, 'unit', ['day', 'week', 'month', 'year']), name: textOf(body, 'name') };
}

function payoutRequest(body: Readonly<Record<string, unknown>>): PayoutRequest {
  const webhook_url = optionalTextOf(body, 'webhook_url', urlForm);
  return {
    reference: textOf(body, 'reference'),
    ...amountOf(body),
    destination: textOf(body, 'destination'),
    ...(webhook_url === undefined ? {} : { webhook_url }),
  };
}

/** Oldest first. The cursor is how many of the list have been given. */
function listEvents(database: ProviderDatabase, webhooks: Webhooks, query: URLSearchParams) {
  const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
  const cursor = query.get('cursor') ?? '0';
  if (Number.isNaN(since) || !/^\d{1,12}$/.test(cursor)) {
    throw new ApiFailure(400, 'field_invalid', '“since” has to be a time, “cursor” one that was given before.');
  }
  const missed = query.get('undelivered') === 'true' ? webhooks.undelivered() : undefined;
  const all = database
    .list<ProviderEvent>('event')
    .filter(({ id, created_at }) => Date.parse(created_at) >= since && (missed === undefined || missed.has(id)));
  const start = Number(cursor);
  const events = all.slice(start, start + eventsPerPage);
  const end = start + events.length;
  return { events, next_cursor: end < all.length ? String(end) : null };
}
