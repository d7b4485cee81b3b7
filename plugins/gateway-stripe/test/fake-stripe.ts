import { type Clock } from '@fairlead/sdk';
import { type Counterparty, type RecordedRequest, type Reply, startCounterparty } from '@fairlead/sdk/testing';
import Stripe from 'stripe';
import {
  charge,
  checkoutSession,
  disputeObject,
  eventOf,
  type Members,
  paymentIntent,
  refundObject,
} from './stripe-objects.ts';

export const apiKey = 'sk_test_fairlead';
export const webhookSecret = 'whsec_fairlead';

interface Answer {
  readonly status: number;
  readonly body: Members;
}

/**
 * The part of Stripe that the gateway talks to, with its rules: idempotency keys bound to endpoint and parameters for a
 * day, the states in which a session or an intent can be acted on, what is expanded and what is only an id.
 * Sources: https://docs.stripe.com/api/idempotent_requests, /api/checkout/sessions, /api/payment_intents, /api/refunds
 */
export class FakeStripe implements AsyncDisposable {
  readonly counterparty: Counterparty;
  readonly sessions = new Map<string, Members>();
  readonly intents = new Map<string, Members>();
  readonly charges = new Map<string, Members>();
  readonly refunds = new Map<string, Members>();
  readonly disputes = new Map<string, Members>();
  /** Newest last. */
  readonly events: Members[] = [];
  /** Ids of events that a webhook endpoint acknowledged. */
  readonly delivered = new Set<string>();
  readonly #keys = new Map<string, { request: string; answer: Answer; at: number }>();
  readonly #clock: Clock;
  #count = 0;

  private constructor(counterparty: Counterparty, clock: Clock) {
    this.counterparty = counterparty;
    this.#clock = clock;
    counterparty.on({ path: /^\/v1\// }, (request) => this.answer(request));
  }

  static async start(clock: Clock): Promise<FakeStripe> {
    return new FakeStripe(await startCounterparty(), clock);
  }

  get url(): string {
    return this.counterparty.url;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.counterparty.dispose();
  }

  /** Sums of what Stripe really moved, to catch anything done twice. */
  get moved(): { captured: number; refunded: number; sessions: number } {
    const sum = (objects: Map<string, Members>, member: string) =>
      [...objects.values()].reduce((total, object) => total + Number(object[member] ?? 0), 0);
    return {
      captured: sum(this.intents, 'amount_received'),
      refunded: [...this.refunds.values()].reduce(
        (total, { amount, status }) => total + (status === 'failed' ? 0 : Number(amount)),
        0,
      ),
      sessions: this.sessions.size,
    };
  }

  /** The customer pays on the checkout page. */
  pay(sessionId: string): Members {
    const session = this.#session(sessionId);
    const manual = session['capture_method'] === 'manual';
    const intent = this.#intentOf(session);
    const made = charge({
      id: this.#id('ch'),
      amount: intent['amount'],
      currency: intent['currency'],
      captured: !manual,
      metadata: intent['metadata'],
      payment_intent: intent['id'],
      created: this.#nowS(),
    });
    this.charges.set(String(made['id']), made);
    Object.assign(intent, { latest_charge: made['id'], last_payment_error: null });
    if (manual) Object.assign(intent, { status: 'requires_capture', amount_capturable: intent['amount'] });
    else Object.assign(intent, { status: 'succeeded', amount_received: intent['amount'] });
    Object.assign(session, { status: 'complete', payment_status: manual ? 'unpaid' : 'paid', url: null });
    this.emit(manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', intent);
    this.emit('checkout.session.completed', session);
    return intent;
  }

  /** The customer's bank refuses; the checkout stays open. */
  decline(sessionId: string, declineCode = 'insufficient_funds'): void {
    const intent = this.#intentOf(this.#session(sessionId));
    const error = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: declineCode,
      message: 'Your card has insufficient funds.',
    };
    const failed = charge({
      id: this.#id('ch'),
      status: 'failed',
      captured: false,
      payment_intent: intent['id'],
      created: this.#nowS(),
      balance_transaction: null,
    });
    this.charges.set(String(failed['id']), failed);
    Object.assign(intent, {
      status: 'requires_payment_method',
      last_payment_error: error,
      latest_charge: failed['id'],
    });
    this.emit('payment_intent.payment_failed', intent);
  }

  /** A payment whose money takes days, as with a bank debit. */
  startProcessing(sessionId: string): void {
    const session = this.#session(sessionId);
    Object.assign(this.#intentOf(session), { status: 'processing' });
    Object.assign(session, { status: 'complete', url: null });
    this.emit('checkout.session.completed', session);
  }

  lapse(sessionId: string): void {
    const session = this.#session(sessionId);
    Object.assign(session, { status: 'expired', url: null });
    this.emit('checkout.session.expired', session);
  }

  dispute(intentId: string, members: Members = {}): Members {
    const intent = this.intents.get(intentId) ?? {};
    const held = this.charges.get(String(intent['latest_charge'])) ?? {};
    held['disputed'] = true;
    const made = disputeObject({
      id: this.#id('du'),
      charge: held['id'],
      payment_intent: intentId,
      amount: intent['amount'],
      currency: intent['currency'],
      ...members,
    });
    this.disputes.set(String(made['id']), made);
    this.emit('charge.dispute.created', made);
    return made;
  }

  /** The webhook request for an event, signed by the official SDK. */
  webhook(event: Members | undefined, secret = webhookSecret) {
    const payload = JSON.stringify(event, null, 2);
    const timestamp = this.#nowS();
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    return {
      method: 'POST',
      rawBody: new Uint8Array(Buffer.from(payload)),
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header },
      query: {},
      publicUrl: 'https://hub.example/hooks/test',
    };
  }

  emit(type: string, object: Members): Members {
    const snapshot = JSON.parse(JSON.stringify(object)) as Members;
    const event = eventOf(type, snapshot, { id: this.#id('evt'), created: this.#nowS() });
    this.events.push(event);
    return event;
  }

  /** Answers a request; a test that scripts a fault calls it for the effect. */
  answer(request: RecordedRequest): Reply {
    const { status, body } = this.#keyed(request);
    return { status, body, headers: { 'request-id': this.#id('req') } };
  }

  #keyed(request: RecordedRequest): Answer {
    if (request.headers['authorization'] !== `Bearer ${apiKey}`) {
      return refusal(401, 'invalid_request_error', undefined, 'Invalid API Key provided: sk_test_***');
    }
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return this.#route(request);
    const text = `${request.path}?${request.text()}`;
    const known = this.#keys.get(key);
    if (known !== undefined && this.#clock.now() - known.at < 86_400_000) {
      if (known.request === text) return known.answer;
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with.';
      return refusal(400, 'idempotency_error', undefined, message);
    }
    const answer = JSON.parse(JSON.stringify(this.#route(request))) as Answer;
    this.#keys.set(key, { request: text, answer, at: this.#clock.now() });
    return answer;
  }

  #route(request: RecordedRequest): Answer {
    const [, , ...parts] = request.path.split('/');
    const route = `${request.method} ${parts.map((part) => (/^(cs|pi|re)_/.test(part) ? ':id' : part)).join('/')}`;
    const id = parts.find((part) => /^(cs|pi|re)_/.test(part)) ?? '';
    switch (route) {
      case 'POST checkout/sessions':
        return this.#createSession(request.form());
      case 'GET checkout/sessions':
        return list(
          [...this.sessions.values()].filter(
            (session) => session['payment_intent'] === request.query['payment_intent'],
          ),
        );
      case 'GET checkout/sessions/:id':
        return this.#found(this.sessions, id, 'checkout.session', (session) => this.#expanded(session));
      case 'POST checkout/sessions/:id/expire':
        return this.#found(this.sessions, id, 'checkout.session', (session) => {
          if (session['status'] !== 'open')
            return refusal(
              400,
              'invalid_request_error',
              undefined,
              'Only Checkout Sessions with a status in ["open"] can be expired.',
            );
          this.lapse(id);
          return { status: 200, body: session };
        });
      case 'GET payment_intents/:id':
        return this.#found(this.intents, id, 'payment_intent', (intent) => ({
          status: 200,
          body: this.#withCharge(intent),
        }));
      case 'POST payment_intents/:id/capture':
        return this.#found(this.intents, id, 'payment_intent', (intent) => this.#capture(intent, request.form()));
      case 'POST payment_intents/:id/cancel':
        return this.#found(this.intents, id, 'payment_intent', (intent) => this.#cancel(intent));
      case 'POST refunds':
        return this.#refund(request.form());
      case 'GET refunds/:id':
        return this.#found(this.refunds, id, 'refund', (refund) => ({ status: 200, body: refund }));
      case 'GET refunds':
        return list(this.#refundsOf(request.query['payment_intent'] ?? ''));
      case 'GET disputes':
        return list(
          [...this.disputes.values()].filter(
            ({ payment_intent }) => payment_intent === request.query['payment_intent'],
          ),
        );
      case 'GET invoice_payments':
        return list([]);
      case 'GET events':
        return this.#listEvents(request.query);
      case 'GET account':
        return {
          status: 200,
          body: {
            id: 'acct_1',
            object: 'account',
            charges_enabled: true,
            settings: { dashboard: { display_name: 'Acme' } },
          },
        };
      case 'GET balance':
        return { status: 200, body: { object: 'balance', livemode: false, available: [] } };
      default:
        return refusal(404, 'invalid_request_error', undefined, `Unrecognized request URL (${route})`);
    }
  }

  #createSession(form: URLSearchParams): Answer {
    const amount = Number(form.get('line_items[0][price_data][unit_amount]'));
    const expiresAt = form.has('expires_at') ? Number(form.get('expires_at')) : this.#nowS() + 86_400;
    const ahead = expiresAt - this.#nowS();
    if (ahead < 1_800 || ahead > 86_400) {
      return refusal(
        400,
        'invalid_request_error',
        undefined,
        'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.',
        'expires_at',
      );
    }
    if (amount < 50)
      return refusal(400, 'invalid_request_error', 'amount_too_small', 'The amount must convert to at least 50 cents.');
    const id = this.#id('cs_test');
    const session = checkoutSession({
      id,
      amount_total: amount,
      currency: form.get('line_items[0][price_data][currency]'),
      client_reference_id: form.get('client_reference_id'),
      metadata: metadataOf(form, 'metadata'),
      capture_method: form.get('payment_intent_data[capture_method]') ?? 'automatic_async',
      intent_metadata: metadataOf(form, 'payment_intent_data[metadata]'),
      created: this.#nowS(),
      expires_at: expiresAt,
      url: `https://checkout.stripe.com/c/pay/${id}#fid`,
    });
    this.sessions.set(id, session);
    return { status: 200, body: session };
  }

  /** Stripe makes the intent when the customer submits the page, not with the session. */
  #intentOf(session: Members): Members {
    const known = this.intents.get(String(session['payment_intent']));
    if (known !== undefined) return known;
    const made = paymentIntent({
      id: this.#id('pi'),
      amount: session['amount_total'],
      currency: session['currency'],
      capture_method: session['capture_method'],
      metadata: session['intent_metadata'] ?? {},
      created: this.#nowS(),
    });
    this.intents.set(String(made['id']), made);
    session['payment_intent'] = made['id'];
    return made;
  }

  #capture(intent: Members, form: URLSearchParams): Answer {
    if (intent['status'] !== 'requires_capture') {
      return refusal(
        400,
        'invalid_request_error',
        'payment_intent_unexpected_state',
        `This PaymentIntent could not be captured because it has a status of ${String(intent['status'])}.`,
      );
    }
    const amount = Number(form.get('amount_to_capture'));
    if (amount > Number(intent['amount_capturable']))
      return refusal(400, 'invalid_request_error', 'amount_too_large', 'The remaining amount is less.');
    Object.assign(intent, { status: 'succeeded', amount_capturable: 0, amount_received: amount });
    this.emit('payment_intent.succeeded', intent);
    return { status: 200, body: intent };
  }

  #cancel(intent: Members): Answer {
    if (['succeeded', 'canceled'].includes(String(intent['status']))) {
      return refusal(
        400,
        'invalid_request_error',
        'payment_intent_unexpected_state',
        `You cannot cancel this PaymentIntent because it has a status of ${String(intent['status'])}.`,
      );
    }
    Object.assign(intent, { status: 'canceled', amount_capturable: 0, canceled_at: this.#nowS() });
    this.emit('payment_intent.canceled', intent);
    return { status: 200, body: intent };
  }

  #refund(form: URLSearchParams): Answer {
    const held = this.charges.get(form.get('charge') ?? '');
    const intentId = form.get('payment_intent') ?? String(held?.['payment_intent']);
    const intent = this.intents.get(intentId);
    if (intent === undefined)
      return refusal(404, 'invalid_request_error', 'resource_missing', 'No such payment_intent');
    const amount = Number(form.get('amount'));
    const refunded = this.#refundsOf(intentId).reduce((total, { amount: part }) => total + Number(part), 0);
    if (refunded >= Number(intent['amount_received']))
      return refusal(400, 'invalid_request_error', 'charge_already_refunded', 'Charge has already been refunded.');
    if (refunded + amount > Number(intent['amount_received']))
      return refusal(
        400,
        'invalid_request_error',
        undefined,
        'Refund amount is greater than unrefunded amount on charge',
        'amount',
      );
    const made = refundObject({
      id: this.#id('re'),
      amount,
      currency: intent['currency'],
      payment_intent: intentId,
      charge: intent['latest_charge'],
      metadata: metadataOf(form, 'metadata'),
      reason: form.get('reason'),
      created: this.#nowS(),
    });
    this.refunds.set(String(made['id']), made);
    this.emit('refund.created', made);
    return { status: 200, body: made };
  }

  #refundsOf(intentId: string): Members[] {
    return [...this.refunds.values()].filter(({ payment_intent }) => payment_intent === intentId);
  }

  #expanded(session: Members): Answer {
    const intent = this.intents.get(String(session['payment_intent']));
    return {
      status: 200,
      body: intent === undefined ? session : { ...session, payment_intent: this.#withCharge(intent) },
    };
  }

  #withCharge(intent: Members): Members {
    const held = this.charges.get(String(intent['latest_charge']));
    if (held === undefined) return intent;
    const refunds = this.#refundsOf(String(intent['id']));
    return {
      ...intent,
      latest_charge: {
        ...held,
        refunds: { object: 'list', data: refunds.slice(0, 10), has_more: refunds.length > 10 },
      },
    };
  }

  #listEvents(query: Readonly<Record<string, string>>): Answer {
    const types = Object.entries(query)
      .filter(([name]) => name.startsWith('types['))
      .map(([, type]) => type);
    if (types.length > 20) return refusal(400, 'invalid_request_error', undefined, 'types: at most 20');
    const newestFirst = [...this.events]
      .reverse()
      .filter(({ id }) => query['delivery_success'] !== 'false' || !this.delivered.has(String(id)))
      .filter(({ type }) => types.length === 0 || types.includes(String(type)))
      .filter(({ created }) => Number(created) >= Number(query['created[gte]'] ?? 0));
    const start = newestFirst.findIndex(({ id }) => id === query['starting_after']) + 1;
    const limit = Number(query['limit'] ?? 10);
    const page = newestFirst.slice(start, start + limit);
    return {
      status: 200,
      body: { object: 'list', data: page, has_more: start + limit < newestFirst.length, url: '/v1/events' },
    };
  }

  #found(objects: Map<string, Members>, id: string, kind: string, then: (object: Members) => Answer): Answer {
    const object = objects.get(id);
    return object === undefined
      ? refusal(404, 'invalid_request_error', 'resource_missing', `No such ${kind}: '${id}'`, 'id')
      : then(object);
  }

  #session(id: string): Members {
    const session = this.sessions.get(id);
    if (session === undefined) throw new Error(`No session ${id}`);
    return session;
  }

  #nowS(): number {
    return Math.floor(this.#clock.now() / 1_000);
  }

  #id(prefix: string): string {
    return `${prefix}_${String(++this.#count).padStart(4, '0')}`;
  }
}

export function refusal(
  status: number,
  type: string,
  code: string | undefined,
  message: string,
  param?: string,
): Answer {
  return { status, body: { error: { type, code, message, param, doc_url: 'https://docs.stripe.com/error-codes' } } };
}

function list(data: readonly Members[]): Answer {
  return { status: 200, body: { object: 'list', data, has_more: false } };
}

function metadataOf(form: URLSearchParams, prefix: string): Members {
  const entries = [...form].filter(
    ([name]) => name.startsWith(`${prefix}[`) && !name.slice(prefix.length + 1).includes('['),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length + 1, -1), value]));
}
