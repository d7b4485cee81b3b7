import type { Counterparty, PaymentGatewayVendor, RecordedRequest, Reply, Situation } from '@fairlead/sdk/testing';
import Stripe from 'stripe';
import { eventOf, type Members } from './stripe-objects.ts';
import { expanded, ids, payment, payoutOf, perIsoUnit, subscription, type Values } from './stripe-payment.ts';

/** Stripe as its documentation describes it (https://docs.stripe.com/api), one answer at a time, for the conformance suite. */

const secrets = {
  apiKey: 'sk_test_51ConformanceSuiteKey0123456789',
  webhookSecrets: ['whsec_conformance_first_0123456789abcdef', 'whsec_conformance_second_0123456789abcdef'],
};

const stripeError = (status: number, error: Members, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'request-id': 'req_suite', ...headers },
  body: { error: { type: 'invalid_request_error', ...error } },
});
const unexpectedState = stripeError(400, {
  code: 'payment_intent_unexpected_state',
  message: 'The PaymentIntent has another status.',
});

export function stripeVendor(): PaymentGatewayVendor {
  // Captures and refunds carry no currency on the wire: it is that of the payment.
  let currency = 'EUR';
  const known = (counterparty: Counterparty, situation: Situation, values: Values) => {
    currency = values.amount.currency;
    counterparty.on(
      { method: 'GET', path: `/v1/checkout/sessions/${ids.session}` },
      { body: expanded(situation, values) },
    );
    const { dispute } = payment(situation, values) as { dispute?: Members };
    if (dispute !== undefined)
      counterparty.on(
        { method: 'GET', path: '/v1/disputes' },
        { body: { object: 'list', data: [dispute], has_more: false } },
      );
  };
  const onPost = (counterparty: Counterparty, path: string, reply: Reply) =>
    counterparty.on({ method: 'POST', path }, reply);
  const paths = {
    sessions: '/v1/checkout/sessions',
    capture: `/v1/payment_intents/${ids.intent}/capture`,
    cancel: `/v1/payment_intents/${ids.intent}/cancel`,
    refunds: '/v1/refunds',
    subscription: `/v1/subscriptions/${ids.subscription}`,
    payouts: '/v1/payouts',
  };
  return {
    settings: (counterparty) => ({ ...secrets, apiBase: counterparty.url }),
    refs: {
      providerRef: ids.session,
      movementRef: ids.intent,
      refundRef: ids.refund,
      subscriptionRef: ids.subscription,
      destination: 'default',
    },
    currencies: ['EUR', 'JPY', 'KWD', 'ISK'],
    requests: {
      createCheckout: { method: 'POST', path: paths.sessions },
      getStatus: { method: 'GET', path: `/v1/checkout/sessions/${ids.session}` },
      capture: { method: 'POST', path: paths.capture },
      void: { method: 'POST', path: paths.cancel },
      refund: { method: 'POST', path: paths.refunds },
      getRefund: { method: 'GET', path: `/v1/refunds/${ids.refund}` },
      listEvents: { method: 'GET', path: '/v1/events' },
      cancelSubscription: { method: 'DELETE', path: paths.subscription },
      payout: { method: 'POST', path: paths.payouts },
      testCredentials: { method: 'GET', path: '/v1/account' },
    },
    succeeds: {
      createCheckout: (counterparty, values) =>
        onPost(counterparty, paths.sessions, { body: payment('open', values).session }),
      capture(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.capture, { body: payment('paid', values).intent });
      },
      void(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.cancel, { body: payment('cancelled', values).intent });
      },
      refund(counterparty, values) {
        known(counterparty, 'paid', values);
        onPost(counterparty, paths.refunds, { body: (payment('refunded', values) as { refund: Members }).refund });
      },
      getRefund: (counterparty, values) =>
        counterparty.on(
          { method: 'GET', path: `/v1/refunds/${ids.refund}` },
          { body: (payment('refunded', values) as { refund: Members }).refund },
        ),
      cancelSubscription(counterparty, values) {
        counterparty.on({ method: 'GET', path: paths.subscription }, { body: subscription(values, 'active') });
        counterparty.on({ method: 'DELETE', path: paths.subscription }, { body: subscription(values, 'canceled') });
      },
      payout: (counterparty, values) => onPost(counterparty, paths.payouts, { body: payoutOf(values) }),
      testCredentials: (counterparty) =>
        counterparty.on(
          { method: 'GET', path: '/v1/account' },
          { body: { id: 'acct_suite1', object: 'account', charges_enabled: true, business_profile: { name: 'Acme' } } },
        ),
    },
    declines: {
      createCheckout: (counterparty) =>
        onPost(
          counterparty,
          paths.sessions,
          stripeError(400, { code: 'amount_too_small', message: 'The amount must convert to at least 50 cents.' }),
        ),
      capture(counterparty, values) {
        known(counterparty, 'authorized', values);
        onPost(counterparty, paths.capture, unexpectedState);
      },
      void(counterparty, values) {
        known(counterparty, 'paid', values);
        onPost(counterparty, paths.cancel, unexpectedState);
      },
      refund(counterparty, values) {
        known(counterparty, 'paid', values);
        onPost(
          counterparty,
          paths.refunds,
          stripeError(400, { code: 'charge_already_refunded', message: 'Charge has already been refunded.' }),
        );
      },
      cancelSubscription(counterparty, values) {
        counterparty.on({ method: 'GET', path: paths.subscription }, { body: subscription(values, 'active') });
        const message = 'The subscription is managed by a schedule.';
        counterparty.on({ method: 'DELETE', path: paths.subscription }, stripeError(400, { message }));
      },
      payout: (counterparty) =>
        onPost(
          counterparty,
          paths.payouts,
          stripeError(400, { code: 'balance_insufficient', message: 'You have insufficient funds in your account.' }),
        ),
    },
    situations: ['open', 'processing', 'authorized', 'paid', 'failed', 'cancelled', 'expired', 'refunded', 'disputed'],
    knows: known,
    eventPages(counterparty, values) {
      const event = (count: number) => ({ ...payment('paid', values).event, id: `evt_page_${count}` });
      const pages = [[1, 2], [3, 4], [5]].map((page) => page.map(event));
      counterparty.on({ method: 'GET', path: '/v1/events' }, ({ query }) => {
        // Kinds are asked for by name, twenty at a time; those of the other part have no events.
        if (!Object.values(query).includes('checkout.session.completed')) {
          return { body: { object: 'list', data: [], has_more: false } };
        }
        const index = pages.findIndex((page) => page.at(-1)?.id === query['starting_after']) + 1;
        return { body: { object: 'list', data: pages[index] ?? [], has_more: index + 1 < pages.length } };
      });
      return pages.map((page) => page.map(({ id }) => id));
    },
    failures: {
      rateLimited: (seconds) =>
        stripeError(429, { code: 'rate_limit', message: 'Too many requests.' }, { 'retry-after': String(seconds) }),
      unauthorized: () => stripeError(401, { message: 'Invalid API Key provided: sk_test_***' }),
      serverError: () => stripeError(500, { type: 'api_error', message: 'Something went wrong on our end.' }),
    },
    idempotencyKeyOf: ({ headers }) => headers['idempotency-key'],
    amountOf(request: RecordedRequest, operation) {
      const form = request.form();
      const member = {
        createCheckout: 'line_items[0][price_data][unit_amount]',
        capture: 'amount_to_capture',
        refund: 'amount',
        payout: 'amount',
      }[operation];
      const told = form.get('line_items[0][price_data][currency]') ?? form.get('currency');
      const of = told?.toUpperCase() ?? currency;
      return { amountMinor: BigInt(form.get(member) ?? '') / perIsoUnit(of), currency: of };
    },
    webhooks: {
      // `open` has no event. A dispute's event names no more than the intent: webhook.test.ts shows how it is found.
      situations: ['processing', 'authorized', 'paid', 'failed', 'cancelled', 'expired', 'refunded'],
      signatureHeaders: ['stripe-signature'],
      toleranceMs: 300_000,
      rotates: true,
      request(situation, values, { signer, atMs, rawBody }) {
        const event =
          situation === 'unknown'
            ? eventOf('customer.created', { id: 'cus_1', object: 'customer' }, { id: 'evt_unknown' })
            : {
                ...payment(situation, values).event,
                id: `evt_${situation}`,
                created: Math.floor(values.nowMs / 1_000),
              };
        const body = rawBody ?? new TextEncoder().encode(JSON.stringify(event, null, 2));
        const secret =
          { first: secrets.webhookSecrets[0], second: secrets.webhookSecrets[1], stranger: 'whsec_stranger' }[signer] ??
          '';
        const payload = Buffer.from(body).toString('utf8');
        const timestamp = Math.floor(atMs / 1_000);
        const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
        return {
          method: 'POST',
          rawBody: body,
          headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header },
          query: {},
          publicUrl: 'https://hub.example/hooks/test',
        };
      },
    },
  };
}
