import { type CheckoutRequest, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { refusal } from './fake-stripe.ts';
import { eur, order, startGateway } from './gateway.ts';

const { createCheckout } = paymentGateway;
const minute = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

describe('createCheckout', () => {
  it('opens a session for the amount, with the reference on session and intent, under the key of the call', async () => {
    await using gateway = await startGateway();
    const answer = await gateway.plugin.invoke(
      createCheckout,
      { ...order, customer: { email: 'a@example.com' }, metadata: { cart: '99' } },
      { idempotencyKey: 'key-1' },
    );
    expect(answer).toEqual({
      outcome: 'created',
      providerRef: 'cs_test_0001',
      redirectUrl: 'https://checkout.stripe.com/c/pay/cs_test_0001#fid',
      expiresAt: iso(gateway.clock.now() + 24 * 60 * minute),
    });
    const [request] = gateway.stripe.counterparty.requests;
    expect(`${request?.method} ${request?.path}`).toBe('POST /v1/checkout/sessions');
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer sk_test_fairlead',
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': 'key-1',
      'stripe-version': '2026-10-28.endive',
    });
    expect(Object.fromEntries(request?.form() ?? [])).toEqual({
      mode: 'payment',
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'eur',
      'line_items[0][price_data][unit_amount]': '1299',
      'line_items[0][price_data][product_data][name]': 'Order 17',
      success_url: order.returnUrl,
      cancel_url: order.cancelUrl,
      client_reference_id: 'attempt-1',
      'metadata[cart]': '99',
      'metadata[fairlead_reference]': 'attempt-1',
      'payment_intent_data[metadata][cart]': '99',
      'payment_intent_data[metadata][fairlead_reference]': 'attempt-1',
      'payment_intent_data[description]': 'Order 17',
      customer_email: 'a@example.com',
    });
  });

  it('asks for an authorization only when capture is manual', async () => {
    await using gateway = await startGateway();
    await gateway.checkout({ capture: 'manual' });
    expect(gateway.stripe.counterparty.requests[0]?.form().get('payment_intent_data[capture_method]')).toBe('manual');
  });

  it.each([
    ['JPY', 500n, '500'],
    ['KWD', 5_120n, '5120'],
    ['ISK', 900n, '90000'],
    ['UGX', 5_000n, '500000'],
    ['MGA', 500_00n, '500'],
  ])('sends %s amounts in Stripe’s units', async (currency, amountMinor, sent) => {
    await using gateway = await startGateway();
    await gateway.checkout({ amount: { amountMinor, currency } });
    const form = gateway.stripe.counterparty.requests[0]?.form();
    expect(form?.get('line_items[0][price_data][unit_amount]')).toBe(sent);
  });

  it.each<[string, Partial<CheckoutRequest>, string]>([
    ['an amount Stripe cannot write', { amount: { amountMinor: 5_124n, currency: 'KWD' } }, 'amount_not_representable'],
    [
      'a currency Stripe does not take',
      { amount: { amountMinor: 1_000n, currency: 'IQD' } },
      'amount_not_representable',
    ],
    [
      'fifty entries of metadata',
      { metadata: Object.fromEntries([...Array(50).keys()].map((n) => [`k${n}`, 'v'])) },
      'too_much_metadata',
    ],
  ])('does not attempt %s, and sends nothing', async (_what, request, vendorCode) => {
    await using gateway = await startGateway();
    const answer = await gateway.plugin.invoke(createCheckout, { ...order, ...request });
    expect(answer).toEqual({ outcome: 'not_attempted', vendorCode, message: expect.any(String) });
    expect(gateway.stripe.counterparty.requests).toHaveLength(0);
  });

  it('answers not_attempted with Stripe’s words when Stripe refuses the parameters', async () => {
    await using gateway = await startGateway();
    const answer = await gateway.plugin.invoke(createCheckout, { ...order, amount: eur(1n) });
    expect(answer).toEqual({
      outcome: 'not_attempted',
      vendorCode: 'amount_too_small',
      message: 'The amount must convert to at least 50 cents.',
    });
  });

  it('is a fault of the settings when the account may not take live payments yet', async () => {
    await using gateway = await startGateway();
    const reply = refusal(
      402,
      'invalid_request_error',
      'testmode_charges_only',
      'Your account cannot make live charges.',
    );
    gateway.stripe.counterparty.once({ path: '/v1/checkout/sessions' }, reply);
    await expect(gateway.plugin.invoke(createCheckout, order)).rejects.toMatchObject({ code: 'settings_invalid' });
  });
});

describe('the time at which a checkout lapses', () => {
  it.each([
    ['in five minutes', 5, 31],
    ['in an hour', 60, 60],
    ['in the past', -60, 31],
    ['in three days', 3 * 24 * 60, 24 * 60],
  ])('asked for %s, is the nearest that Stripe allows', async (_what, wanted, allowed) => {
    await using gateway = await startGateway();
    const nowMs = gateway.clock.now();
    const answer = await gateway.plugin.invoke(createCheckout, { ...order, expiresAt: iso(nowMs + wanted * minute) });
    expect(answer).toMatchObject({ outcome: 'created', expiresAt: iso(nowMs + allowed * minute) });
  });

  it.each([5, 60, 24 * 60, 3 * 24 * 60])(
    'asked for in %i minutes, goes out the same on a repeat hours later, as Stripe demands under one key',
    async (wanted) => {
      await using gateway = await startGateway();
      const request = { ...order, expiresAt: iso(gateway.clock.now() + wanted * minute) };
      const first = await gateway.plugin.invoke(createCheckout, request, { idempotencyKey: 'key-1' });
      await gateway.clock.advance(5 * 60 * minute);
      const second = await gateway.plugin.invoke(createCheckout, request, { idempotencyKey: 'key-1', attempt: 2 });
      expect(second).toEqual(first);
      expect(gateway.stripe.moved.sessions).toBe(1);
    },
  );

  it('does not pile up what it remembers beyond the life of a key', async () => {
    await using gateway = await startGateway();
    const request = () => ({ ...order, expiresAt: iso(gateway.clock.now() + 60 * minute) });
    const remembered = () => {
      const slots = [...gateway.plugin.state.entries.values()].map((json) => JSON.parse(json) as object);
      return { slots: slots.length, newest: slots.map((slot) => Object.keys(slot).length) };
    };
    for (let day = 0; day < 3; day++) {
      await gateway.plugin.invoke(createCheckout, request(), { idempotencyKey: 'same-slot' });
      await gateway.clock.advance(25 * 60 * minute);
    }
    // Stripe has forgotten the key after a day; the entry under it is as old as its first use.
    expect(remembered()).toEqual({ slots: 1, newest: [1] });
  });
});

describe('a checkout whose answer is lost', () => {
  it.each(['late', 'reset', 'cut'] as const)(
    'is not opened twice when the connection breaks (%s) and the call is repeated',
    async (fault) => {
      await using gateway = await startGateway();
      gateway.stripe.counterparty.once({ path: '/v1/checkout/sessions' }, (request) => {
        const reply = gateway.stripe.answer(request);
        return { ...reply, fault };
      });
      const abandoned = gateway.plugin.invoke(createCheckout, order, { idempotencyKey: 'key-1' });
      const failure = abandoned.catch((error: unknown) => error);
      await gateway.stripe.counterparty.received(1);
      await gateway.clock.advance(20_000);
      expect(await failure).toMatchObject({ class: 'unavailable' });
      const repeat = await gateway.plugin.invoke(createCheckout, order, { idempotencyKey: 'key-1', attempt: 2 });
      expect(repeat).toMatchObject({ outcome: 'created', providerRef: 'cs_test_0001' });
      expect(gateway.stripe.moved.sessions).toBe(1);
    },
  );

  it('is a conflict, not a second checkout, when the same key comes with another order', async () => {
    await using gateway = await startGateway();
    await gateway.plugin.invoke(createCheckout, order, { idempotencyKey: 'key-1' });
    const other = { ...order, amount: eur(5_000n) };
    await expect(gateway.plugin.invoke(createCheckout, other, { idempotencyKey: 'key-1' })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
    expect(gateway.stripe.moved.sessions).toBe(1);
  });
});
