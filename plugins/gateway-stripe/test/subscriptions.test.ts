import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { eur, order, startGateway, type Gateway } from './gateway.ts';
import {
  createdS,
  invoiceObject,
  invoicePayment,
  type Members,
  monthS,
  refundObject,
  subscriptionObject,
} from './stripe-objects.ts';
import { afterTwoPeriods, first, list, session, withPayments } from './two-periods.ts';

const { createCheckout, getStatus, refund, cancelSubscription, receive, capture } = paymentGateway;
const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();
const plan = { every: 3, unit: 'month', name: 'Membership' } as const;

async function told(gateway: Gateway, type: string, object: Members) {
  const answer = await gateway.plugin.invoke(receive, gateway.stripe.webhook(gateway.stripe.emit(type, object)));
  if (answer.outcome !== 'events') throw new Error(answer.reason);
  return answer.events;
}

describe('a checkout of a subscription', () => {
  it('asks for a recurring price, with the hub’s reference on session and subscription', async () => {
    await using gateway = await startGateway();
    const answer = await gateway.plugin.invoke(createCheckout, { ...order, subscription: plan });
    expect(answer.outcome).toBe('created');
    const form = Object.fromEntries(gateway.stripe.counterparty.requests[0]?.form() ?? []);
    expect(form).toMatchObject({
      mode: 'subscription',
      'line_items[0][price_data][unit_amount]': '1299',
      'line_items[0][price_data][product_data][name]': 'Membership',
      'line_items[0][price_data][recurring][interval]': 'month',
      'line_items[0][price_data][recurring][interval_count]': '3',
      'metadata[fairlead_reference]': 'attempt-1',
      'subscription_data[metadata][fairlead_reference]': 'attempt-1',
    });
    expect(Object.keys(form).filter((name) => name.startsWith('payment_intent_data'))).toEqual([]);
  });

  it.each([
    { subscription: { ...plan, every: 37 } },
    { subscription: { ...plan, every: 4, unit: 'year' as const } },
    { subscription: plan, capture: 'manual' as const },
  ])('is not attempted where Stripe has no such thing: %j', async (more) => {
    await using gateway = await startGateway();
    const answer = await gateway.plugin.invoke(createCheckout, { ...order, ...more });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: 'subscription_unsupported' });
    expect(gateway.stripe.counterparty.requests).toEqual([]);
  });
});

describe('webhooks of subscriptions', () => {
  it('name the first period’s money by its invoice, in the session’s event and in invoice.paid alike', async () => {
    await using gateway = await startGateway();
    const [completed] = await told(gateway, 'checkout.session.completed', session());
    const [paid] = await told(gateway, 'invoice.paid', first());
    expect(completed).toMatchObject({
      providerRef: 'cs_sub1',
      evidence: { fact: 'captured', movementRef: 'in_1', amount: eur(1_299n), final: true },
    });
    expect(paid).toMatchObject({
      providerRef: null,
      reference: 'attempt-1',
      evidence: {
        fact: 'invoice_paid',
        subscriptionRef: 'sub_1',
        invoiceRef: 'in_1',
        first: true,
        amount: eur(1_299n),
        periodStartsAt: iso(createdS),
        periodEndsAt: iso(createdS + monthS),
      },
    });
  });

  it('take the period from the line that ends last, and begins first among those', async () => {
    await using gateway = await startGateway();
    const [start, end] = [createdS + monthS, createdS + 2 * monthS];
    const period = (from: number, to: number) => ({ period: { start: from, end: to } });
    const data = [period(start + 9, end), period(createdS, start), period(start, end)];
    const [paid] = await told(gateway, 'invoice.paid', invoiceObject({ id: 'in_2', lines: { object: 'list', data } }));
    const times = { periodStartsAt: iso(start), periodEndsAt: iso(end) };
    expect(paid?.evidence).toMatchObject({ fact: 'invoice_paid', first: false, ...times });
  });

  it('read invoices of API versions before 2025-03-31', async () => {
    await using gateway = await startGateway();
    const old = { parent: undefined, subscription: 'sub_1' };
    const details = { metadata: { fairlead_reference: 'attempt-1' } };
    const [paid] = await told(gateway, 'invoice.paid', invoiceObject({ ...old, subscription_details: details }));
    expect(paid).toMatchObject({
      reference: 'attempt-1',
      evidence: { fact: 'invoice_paid', subscriptionRef: 'sub_1' },
    });
  });

  it('tell of a period that could not be collected, with the next attempt while there is one', async () => {
    await using gateway = await startGateway();
    const unpaid = { status: 'open', amount_paid: 0, amount_remaining: 1_299 };
    const again = invoiceObject({ ...unpaid, next_payment_attempt: createdS + 86_400 });
    const of = { fact: 'invoice_failed', subscriptionRef: 'sub_1', invoiceRef: 'in_1', amount: eur(1_299n) };
    const [failed] = await told(gateway, 'invoice.payment_failed', again);
    expect(failed?.evidence).toEqual({ ...of, nextAttemptAt: iso(createdS + 86_400) });
    const [last] = await told(gateway, 'invoice.payment_failed', invoiceObject(unpaid));
    expect(last?.evidence).toEqual(of);
    const [onThePage] = await told(gateway, 'invoice.payment_failed', first(unpaid));
    expect(onThePage?.evidence).toMatchObject({ fact: 'failed' });
  });

  it.each([
    [{ status: 'active' }, { status: 'active', periodEndsAt: iso(createdS + monthS) }],
    [{ status: 'trialing' }, { status: 'active' }],
    [{ status: 'past_due' }, { status: 'past_due' }],
    [{ status: 'unpaid' }, { status: 'past_due' }],
    [{ status: 'paused' }, { status: 'paused' }],
    [{ pause_collection: { behavior: 'void' } }, { status: 'paused' }],
    [
      { cancel_at_period_end: true, cancel_at: createdS + monthS },
      { status: 'active', endsAt: iso(createdS + monthS) },
    ],
    [
      { status: 'canceled', ended_at: createdS + 5 },
      { status: 'cancelled', endsAt: iso(createdS + 5) },
    ],
    [{ status: 'incomplete_expired' }, { status: 'cancelled' }],
  ])('read a subscription with %j as %j', async (members, fact) => {
    await using gateway = await startGateway();
    const [event] = await told(gateway, 'customer.subscription.updated', subscriptionObject(members));
    expect(event).toMatchObject({ providerRef: null, reference: 'attempt-1' });
    expect(event?.evidence).toMatchObject({ fact: 'subscription', subscriptionRef: 'sub_1', ...fact });
  });

  it.each(['incomplete', 'invented', 'toString'])('keep a subscription that is %s without a fact', async (status) => {
    await using gateway = await startGateway();
    const [event] = await told(gateway, 'customer.subscription.created', subscriptionObject({ status }));
    expect(event?.evidence).toEqual({ fact: 'none' });
  });
});

describe('getStatus of a subscription', () => {
  it('tells the first money, every invoice, and refunds and disputes of their money alone', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const status = await gateway.plugin.invoke(getStatus, { providerRef: 'cs_sub1' });
    expect(status).toMatchObject({ providerRef: 'cs_sub1', vendorStatus: 'complete/active', final: false });
    expect(status.events.map(({ evidence }) => evidence)).toMatchObject([
      { fact: 'captured', movementRef: 'in_1', amount: eur(1_299n) },
      { fact: 'subscription', status: 'active' },
      { fact: 'invoice_paid', invoiceRef: 'in_2', first: false },
      { fact: 'invoice_paid', invoiceRef: 'in_1', first: true },
      { fact: 'refund', refundRef: 're_1', reference: 'attempt-1-r1' },
      { fact: 'dispute', disputeRef: 'du_ch_a' },
    ]);
    const keys = status.events.map(({ dedupeKey }) => dedupeKey);
    expect(new Set(keys).size).toBe(keys.length);
    for (const event of status.events) expect(event).toMatchObject({ providerRef: 'cs_sub1', reference: 'attempt-1' });
  });

  it('agrees with the webhooks on the money', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const { events } = await gateway.plugin.invoke(getStatus, { providerRef: 'cs_sub1' });
    const polled = events.map(({ evidence }) => evidence);
    const [completed] = await told(gateway, 'checkout.session.completed', session());
    const [paid] = await told(gateway, 'invoice.paid', first());
    expect(polled).toContainEqual(completed?.evidence);
    expect(polled).toContainEqual(paid?.evidence);
  });

  it('is final when the subscription has ended', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway, { status: 'canceled', ended_at: createdS + 9 });
    expect(await gateway.plugin.invoke(getStatus, { providerRef: 'cs_sub1' })).toMatchObject({ final: true });
  });

  it('finds it by the intent of a period, which is all that a dispute names', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const { counterparty } = gateway.stripe;
    counterparty.on({ path: '/v1/invoice_payments' }, list(invoicePayment('pi_b', { invoice: 'in_2' })));
    counterparty.on({ path: '/v1/checkout/sessions' }, ({ query }) =>
      query['subscription'] === 'sub_1' ? list(session()) : list(),
    );
    expect(await gateway.plugin.invoke(getStatus, { providerRef: 'pi_b' })).toMatchObject({ providerRef: 'cs_sub1' });
    const asked = counterparty.requests.find(({ path }) => path === '/v1/invoice_payments')?.query;
    expect(asked).toMatchObject({ 'payment[type]': 'payment_intent', 'payment[payment_intent]': 'pi_b' });
  });
});

describe('money of a subscription', () => {
  const input = { providerRef: 'cs_sub1', amount: eur(300n), reference: 'attempt-1-r1' };

  it.each([
    [undefined, 'pi_a'],
    ['in_1', 'pi_a'],
    ['in_2', 'pi_b'],
  ])('goes back from the movement %s by the intent %s', async (movementRef, intent) => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    gateway.stripe.counterparty.on({ method: 'POST', path: '/v1/refunds' }, { body: refundObject() });
    const named = movementRef === undefined ? {} : { movementRef };
    const answer = await gateway.plugin.invoke(refund, { ...input, ...named });
    expect(answer).toMatchObject({ outcome: 'accepted', refund: { refundRef: 're_1', amount: eur(300n) } });
    const form = Object.fromEntries(gateway.stripe.counterparty.requests.at(-1)?.form() ?? []);
    expect(form).toMatchObject({
      payment_intent: intent,
      amount: '300',
      'metadata[fairlead_reference]': 'attempt-1',
      'metadata[fairlead_refund]': 'attempt-1-r1',
    });
  });

  it('does not go back for an invoice of another subscription, nor for one that is unpaid', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const { counterparty } = gateway.stripe;
    const parent = { subscription_details: { subscription: 'sub_other' } };
    counterparty.on({ path: '/v1/invoices/in_3' }, { body: withPayments(invoiceObject({ parent }), 'pi_c') });
    counterparty.on({ path: '/v1/invoices/in_4' }, { body: invoiceObject({ status: 'open' }) });
    const codeOf = (movementRef: string) => gateway.plugin.invoke(refund, { ...input, movementRef });
    expect(await codeOf('in_3')).toMatchObject({ outcome: 'declined', vendorCode: 'no_such_capture' });
    expect(await codeOf('pi_b')).toMatchObject({ outcome: 'declined', vendorCode: 'no_such_capture' });
    expect(await codeOf('in_4')).toMatchObject({ outcome: 'declined', vendorCode: 'nothing_captured' });
    expect(counterparty.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('is not captured by the hub', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const answer = await gateway.plugin.invoke(capture, {
      providerRef: 'cs_sub1',
      amount: eur(300n),
      final: true,
    });
    expect(answer).toMatchObject({ outcome: 'declined' });
  });
});

describe('cancelSubscription', () => {
  const path = '/v1/subscriptions/sub_1';
  const end = { subscriptionRef: 'sub_1' };

  it('ends it now', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const ended = subscriptionObject({ status: 'canceled', ended_at: createdS + 60 });
    gateway.stripe.counterparty.on({ method: 'DELETE', path }, { body: ended });
    expect(await gateway.plugin.invoke(cancelSubscription, { ...end, when: 'now' })).toEqual({
      outcome: 'succeeded',
      status: 'cancelled',
      endsAt: iso(createdS + 60),
    });
  });

  it('ends it with its period', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway);
    const ending = subscriptionObject({ cancel_at_period_end: true, cancel_at: createdS + monthS });
    gateway.stripe.counterparty.on({ method: 'POST', path }, { body: ending });
    expect(await gateway.plugin.invoke(cancelSubscription, { ...end, when: 'period_end' })).toEqual({
      outcome: 'succeeded',
      status: 'active',
      endsAt: iso(createdS + monthS),
    });
    const form = Object.fromEntries(gateway.stripe.counterparty.requests.at(-1)?.form() ?? []);
    expect(form).toEqual({ cancel_at_period_end: 'true' });
  });

  it('answers at once for one that has ended, so that a lost answer can be asked for again', async () => {
    await using gateway = await startGateway();
    afterTwoPeriods(gateway, { status: 'canceled', ended_at: createdS + 60 });
    const answer = await gateway.plugin.invoke(cancelSubscription, { ...end, when: 'now' });
    expect(answer).toMatchObject({ outcome: 'succeeded', status: 'cancelled' });
    expect(gateway.stripe.counterparty.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});
