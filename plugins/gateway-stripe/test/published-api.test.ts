import { paymentGateway } from '@fairlead/sdk';
import type { RecordedRequest } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { eur, order, startGateway } from './gateway.ts';
import { faultsOf } from './published-api.ts';
import { invoicePayment, paymentIntent, payoutObject, subscriptionObject } from './stripe-objects.ts';
import { afterTwoPeriods, list, session } from './two-periods.ts';

const { createCheckout, getStatus, capture, refund, getRefund, listEvents, cancelSubscription, payout } =
  paymentGateway;
const since = '2026-01-01T00:00:00Z';

/** Paths that Stripe added after the document was made (2025-03-31); the pinned SDK's types know them. */
const newer = ['/v1/invoice_payments'];

async function requestsOfPayments(): Promise<readonly RecordedRequest[]> {
  await using gateway = await startGateway();
  const { plugin, stripe } = gateway;
  const rich = {
    customer: { email: 'someone@example.com' },
    metadata: { order: '17' },
    expiresAt: new Date(gateway.clock.now() + 3_600_000).toISOString(),
  };
  const { providerRef, intentId } = await gateway.paid(rich);
  stripe.dispute(intentId);
  const back = { providerRef, amount: eur(299n), reference: 'r-1', reason: 'duplicate' } as const;
  const refunded = await plugin.invoke(refund, back);
  if (refunded.outcome !== 'accepted') throw new Error(refunded.vendorCode);
  await plugin.invoke(getRefund, { providerRef, refundRef: refunded.refund.refundRef });
  for (const ref of [providerRef, intentId]) await plugin.invoke(getStatus, { providerRef: ref });
  const held = await gateway.paid({ reference: 'attempt-2', capture: 'manual' });
  await plugin.invoke(capture, { providerRef: held.providerRef, amount: eur(1_000n), final: true });
  const given = await gateway.paid({ reference: 'attempt-3', capture: 'manual' });
  await plugin.invoke(paymentGateway.void, { providerRef: given.providerRef });
  await plugin.invoke(paymentGateway.void, { providerRef: await gateway.checkout({ reference: 'attempt-4' }) });
  for (const undeliveredOnly of [true, false]) await plugin.invoke(listEvents, { since, undeliveredOnly });
  await plugin.invoke(paymentGateway.testCredentials, {});
  return stripe.counterparty.requests;
}

async function requestsOfSubscriptions(): Promise<readonly RecordedRequest[]> {
  await using gateway = await startGateway();
  const { plugin, stripe } = gateway;
  const plan = { every: 3, unit: 'month', name: 'Membership' } as const;
  await plugin.invoke(createCheckout, { ...order, subscription: plan });
  afterTwoPeriods(gateway);
  const { counterparty } = stripe;
  counterparty.on({ path: '/v1/invoice_payments' }, ({ query }) =>
    query['payment[payment_intent]'] === 'pi_b' ? list(invoicePayment('pi_b', { invoice: 'in_2' })) : list(),
  );
  counterparty.on({ path: '/v1/payment_intents/pi_lone' }, { body: paymentIntent({ id: 'pi_lone' }) });
  counterparty.on({ method: 'GET', path: '/v1/checkout/sessions' }, ({ query }) =>
    'subscription' in query ? list(session()) : list(),
  );
  const subscription = '/v1/subscriptions/sub_1';
  for (const method of ['POST', 'DELETE'])
    counterparty.on({ method, path: subscription }, { body: subscriptionObject() });
  counterparty.on({ method: 'POST', path: '/v1/payouts' }, { body: payoutObject() });
  for (const providerRef of ['cs_sub1', 'pi_b', 'pi_lone']) await plugin.invoke(getStatus, { providerRef });
  await plugin
    .invoke(refund, { providerRef: 'cs_sub1', movementRef: 'in_2', amount: eur(1n), reference: 'r' })
    .catch(() => null);
  for (const when of ['now', 'period_end'] as const)
    await plugin.invoke(cancelSubscription, { subscriptionRef: 'sub_1', when });
  await plugin.invoke(payout, { reference: 'p-1', amount: eur(5n), destination: 'ba_1', description: 'Week 3' });
  return counterparty.requests;
}

const nameOf = ({ method, path }: RecordedRequest) => `${method} ${path.replace(/\/(cs|pi|re|in|sub)_\w+/, '/:$1')}`;

describe('every request that the plugin sends', () => {
  it('is one that Stripe’s published OpenAPI document allows, member by member', async () => {
    const requests = [...(await requestsOfPayments()), ...(await requestsOfSubscriptions())];
    const faults = requests.map((request) => ({ request: nameOf(request), faults: faultsOf(request) }));
    const unknown = faults.filter((each) => each.faults === 'unknown').map((each) => each.request);
    expect(new Set(unknown)).toEqual(new Set(newer.map((path) => `GET ${path}`)));
    expect(faults.filter((each) => each.faults !== 'unknown' && each.faults.length > 0)).toEqual([]);
    expect([...new Set(requests.map(nameOf))].sort()).toMatchInlineSnapshot(`
      [
        "DELETE /v1/subscriptions/:sub",
        "GET /v1/account",
        "GET /v1/charges",
        "GET /v1/checkout/sessions",
        "GET /v1/checkout/sessions/:cs",
        "GET /v1/disputes",
        "GET /v1/events",
        "GET /v1/invoice_payments",
        "GET /v1/invoices",
        "GET /v1/invoices/:in",
        "GET /v1/payment_intents/:pi",
        "GET /v1/refunds/:re",
        "GET /v1/subscriptions/:sub",
        "POST /v1/checkout/sessions",
        "POST /v1/checkout/sessions/:cs/expire",
        "POST /v1/payment_intents/:pi/cancel",
        "POST /v1/payment_intents/:pi/capture",
        "POST /v1/payouts",
        "POST /v1/refunds",
        "POST /v1/subscriptions/:sub",
      ]
    `);
  });

  it('carries the version that the plugin was made for', async () => {
    const requests = await requestsOfPayments();
    expect(new Set(requests.map(({ headers }) => headers['stripe-version']))).toEqual(new Set(['2026-10-28.endive']));
  });
});

describe('the check itself', () => {
  const request = (body: string, path = '/v1/refunds') =>
    ({ method: 'POST', path, query: {}, form: () => new URLSearchParams(body) }) as unknown as RecordedRequest;

  it.each([
    ['amount=ten', /amount must be integer/],
    ['amount=1&reason=because', /reason must be equal to one of/],
    ['amount=1&payment=pi_1', /additional/],
  ])('finds fault with %s', (body, fault) => {
    expect(String(faultsOf(request(body)))).toMatch(fault);
  });

  it('finds a member that nobody knows further in', () => {
    const body = 'mode=payment&line_items[0][price_data][currency]=eur&line_items[0][price_data][price]=1';
    expect(String(faultsOf(request(body, '/v1/checkout/sessions')))).toMatch(/price_data must NOT have additional/);
  });

  it('does not know a path that Stripe does not have', () => {
    expect(faultsOf(request('', '/v1/refund'))).toBe('unknown');
  });
});
