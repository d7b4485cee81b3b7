import { type CheckoutRequest, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, type Gateway, order, startGateway } from './gateway.ts';
import { ids, orderObject, refusal } from './paypal-objects.ts';

const path = '/v2/checkout/orders';

async function open(gateway: Gateway, request: Partial<CheckoutRequest> = {}, idempotencyKey?: string) {
  gateway.vendor.on({ method: 'POST', path }, () => ({
    status: 201,
    body: orderObject(caseAt(gateway.clock), { status: 'PAYER_ACTION_REQUIRED' }),
  }));
  const answer = await gateway.plugin.invoke(
    paymentGateway.operations.createCheckout,
    { ...order, ...request },
    idempotencyKey === undefined ? {} : { idempotencyKey },
  );
  const sent = gateway.vendor.requests.filter((each) => each.path === path).at(-1);
  return { answer, sent, body: sent?.json() as Record<string, unknown> };
}

describe('createCheckout', () => {
  it('opens an order that takes the money when it is confirmed, and answers where the customer approves it', async () => {
    await using gateway = await startGateway();
    const { answer, body, sent } = await open(gateway);
    expect(answer).toEqual({
      outcome: 'created',
      providerRef: ids.order,
      redirectUrl: `https://www.sandbox.paypal.com/checkoutnow?token=${ids.order}`,
      expiresAt: new Date(gateway.clock.now() + 3 * 3_600_000).toISOString(),
    });
    expect(body).toEqual({
      intent: 'CAPTURE',
      purchase_units: [
        {
          amount: { currency_code: 'EUR', value: '12.99' },
          custom_id: order.reference,
          invoice_id: order.reference,
          description: 'Order 17',
        },
      ],
      payment_source: {
        paypal: {
          experience_context: {
            return_url: order.returnUrl,
            cancel_url: order.cancelUrl,
            user_action: 'PAY_NOW',
            shipping_preference: 'NO_SHIPPING',
          },
        },
      },
    });
    expect(sent?.headers['prefer']).toBe('return=representation');
  });

  it('asks for an authorization with manual capture, and leaves the invoice out, which several captures would share', async () => {
    await using gateway = await startGateway();
    const { body } = await open(gateway, { capture: 'manual' });
    expect(body).toMatchObject({ intent: 'AUTHORIZE', purchase_units: [{ custom_id: order.reference }] });
    expect(JSON.stringify(body)).not.toContain('invoice_id');
  });

  it('cuts a long description between characters, and leaves out a reference that does not fit', async () => {
    await using gateway = await startGateway();
    const { body } = await open(gateway, { description: `${'x'.repeat(126)}😀😀`, reference: 'r'.repeat(128) });
    const [unit] = body['purchase_units'] as [Record<string, unknown>];
    expect(unit['description']).toBe('x'.repeat(126));
    expect(unit).not.toHaveProperty('custom_id');
    expect(unit).not.toHaveProperty('invoice_id');
  });

  it('gives PayPal the customer’s address when it is a plain one', async () => {
    await using gateway = await startGateway();
    const { body } = await open(gateway, { customer: { email: 'buyer+1@shop.example' } });
    expect(body).toMatchObject({ payment_source: { paypal: { email_address: 'buyer+1@shop.example' } } });
    const odd = await open(gateway, { customer: { email: '"a b"@shop.example' } });
    expect(JSON.stringify(odd.body)).not.toContain('email_address');
  });

  it.each([
    [123_450n, 'HUF', 'amount_not_representable'],
    [1_000n, 'KWD', 'currency_not_supported'],
    [0n, 'EUR', 'amount_not_representable'],
  ])('does not try %s minor units of %s, and PayPal is not asked', async (amountMinor, currency, vendorCode) => {
    await using gateway = await startGateway();
    const { answer } = await open(gateway, { amount: { amountMinor, currency } });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode });
    expect(gateway.vendor.requests).toEqual([]);
  });

  it('does not try a subscription', async () => {
    await using gateway = await startGateway();
    const { answer } = await open(gateway, { subscription: { every: 1, unit: 'month', name: 'Plan' } });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: 'subscriptions_not_offered' });
  });

  it('did not try when PayPal refuses the request; the debug id is in the message', async () => {
    await using gateway = await startGateway();
    gateway.vendor.once({ method: 'POST', path }, refusal('PAYEE_ACCOUNT_RESTRICTED', 'The merchant is restricted.'));
    expect((await open(gateway)).answer).toEqual({
      outcome: 'not_attempted',
      vendorCode: 'PAYEE_ACCOUNT_RESTRICTED',
      message: 'The merchant is restricted. (PayPal debug id f1e2d3c4b5a69)',
    });
  });

  it('sends a key of up to 108 plain characters as it is, and of any other its hash', async () => {
    await using gateway = await startGateway();
    const key = async (text: string) => (await open(gateway, {}, text)).sent?.headers['paypal-request-id'];
    expect(await key('k'.repeat(108))).toBe('k'.repeat(108));
    expect(await key('k'.repeat(109))).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(await key('schlüssel')).toMatch(/^sha256-[0-9a-f]{64}$/);
  });
});
