import { createHmac } from 'node:crypto';
import { paymentGateway, type WebhookRequest } from '@fairlead/sdk';
import type { Reply } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, hookUrl, order } from './connection.ts';
import {
  invoiceId,
  nowPaymentsVendor,
  nowSecrets,
  nowSettings,
  type Payment,
  payment,
  paymentId,
  signatureOf,
} from './nowpayments-vendor.ts';

const { createCheckout, getStatus, payout, receive, testCredentials } = paymentGateway;

const start = async (more: Record<string, unknown> = {}) => {
  const connection = await connect((vendor) => ({ ...nowSettings, apiBase: `${vendor.url}/v1`, ...more }));
  nowPaymentsVendor.prepare?.(connection.vendor);
  return connection;
};

function ipn(json: object, signature = signatureOf(json, nowSecrets.first)): WebhookRequest {
  return signed(JSON.stringify(json), signature);
}

function signed(body: string, signature: string): WebhookRequest {
  const headers = { 'x-nowpayments-sig': signature };
  return { method: 'POST', rawBody: Buffer.from(body), headers, query: {}, publicUrl: hookUrl };
}

describe('notifications', () => {
  // Bodies from https://documenter.getpostman.com/view/7907941/2s93JusNJt (a comma added that is missing there) and
  // …/S1a32n38, a list added to the second; signatures made with the Python of that page.
  const published = {
    finished:
      '{"payment_id":123456789,"parent_payment_id":987654321,"invoice_id":null,"payment_status":"finished","pay_address":"address","payin_extra_id":null,"price_amount":1,"price_currency":"usd","pay_amount":15,"actually_paid":15,"actually_paid_at_fiat":0,"pay_currency":"trx","order_id":null,"order_description":null,"purchase_id":"123456789","outcome_amount":14.8106,"outcome_currency":"trx","payment_extra_ids":null,"fee":{"currency":"btc","depositFee":0.09853637216235617,"withdrawalFee":0,"serviceFee":0}}',
    waiting:
      '{"payment_id":5077125051,"payment_status":"waiting","pay_address":"0xd1cDE08A07cD25adEbEd35c3867a59228C09B606","price_amount":170,"price_currency":"usd","pay_amount":155.38559757,"actually_paid":0,"pay_currency":"mana","order_id":"2","order_description":"Apple Macbook Pro 2019 x 1","purchase_id":"6084744717","created_at":"2021-04-12T14:22:54.942Z","updated_at":"2021-04-12T14:23:06.244Z","outcome_amount":1131.7812095,"outcome_currency":"trx","payment_extra_ids":[5524759814,5867063509]}',
  };
  const python = {
    finished:
      '4e307778ebfb2428718168a1a2791c6ccf7084224b61857c21959e1bd6071e60ca72457150a1ddc121b2faedd3e767f4529e1bb3605f0a371fb997ce1096283c',
    waiting:
      '3de8077f0e74491570725de128126ee2792f6800d5c8fb5e2fc6dfa3a75369f1bd8fafc8af4e8d92931d9d2c8551c499f537914c87b43ce9616334b95e98075c',
  };

  it('as published are believed by the signature of the published Python; a re-deposit that says finished captures nothing', async () => {
    await using connection = await start({ ipnSecrets: ['  np_ipn_secret\n'] });
    expect(await connection.fact(signed(published.finished, python.finished))).toEqual({
      fact: 'processing',
      detail: '15 trx came later, for payment 987654321 (finished)',
    });
    const answer = await connection.plugin.invoke(receive, signed(published.waiting, python.waiting));
    expect(answer).toMatchObject({
      outcome: 'events',
      events: [
        {
          dedupeKey: '5077125051:waiting:2021-04-12T14:23:06.244Z:0',
          providerRef: null,
          reference: '2',
          occurredAt: '2021-04-12T14:23:06.244Z',
          evidence: { fact: 'requires_action' },
        },
      ],
    });
  });

  it('with a list in them are believed by the published JavaScript too, which makes an object of it', async () => {
    await using connection = await start({ ipnSecrets: ['np_ipn_secret'] });
    const json = JSON.parse(published.waiting) as { payment_extra_ids: number[] };
    const asObject = { ...json, payment_extra_ids: Object.assign({}, json.payment_extra_ids) as object };
    expect(await connection.fact(signed(published.waiting, signatureOf(asObject, 'np_ipn_secret')))).toEqual({
      fact: 'requires_action',
    });
  });

  it('that anybody’s JavaScript wrote and signed are believed, whatever is in them', async () => {
    await using connection = await start();
    // Names as NOWPayments has them; JavaScript puts names that are numbers first, whatever their order.
    const { members } = fc.letrec<{ members: Record<string, unknown>; value: unknown }>((tie) => ({
      members: fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), tie('value'), { maxKeys: 5, noNullPrototype: true }),
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.constantFrom(null, true, false),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('members'),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(members, async (json) => {
        expect(await connection.refusal(ipn(json))).toBe('events');
      }),
      { numRuns: 60 },
    );
  });

  it('are compared to the last digit, which a float would lose', async () => {
    await using connection = await start();
    const text = JSON.stringify(payment('paid', connection.values))
      .replace('"pay_amount":0.17070286', '"pay_amount":0.123456789012345678')
      .replace('"actually_paid":0.17070286', '"actually_paid":0.123456789012345677');
    const sorted = `{${text
      .slice(1, -1)
      .split(/,(?="[a-z_]+":)(?![^{]*\})/)
      .sort()
      .join(',')}}`;
    const nested = sorted.replace(
      /"fee":\{[^}]*\}/,
      '"fee":{"currency":"btc","depositFee":0.09853637216235617,"serviceFee":0,"withdrawalFee":0}',
    );
    const signature = createHmac('sha512', nowSecrets.first).update(nested).digest('hex');
    expect(await connection.fact(signed(text, signature))).toMatchObject({
      fact: 'underpaid',
      expected: { amount: '0.123456789012345678', asset: 'btc' },
      received: { amount: '0.123456789012345677', asset: 'btc' },
    });
  });

  it.each<[string, Payment, object]>([
    ['waiting', {}, { fact: 'requires_action' }],
    ['confirming', {}, { fact: 'processing' }],
    ['confirmed', {}, { fact: 'processing' }],
    ['sending', {}, { fact: 'processing' }],
    ['finished', {}, { fact: 'captured', movementRef: paymentId, amount: { currency: 'EUR' } }],
    [
      'finished',
      { actually_paid: 0.2 },
      { fact: 'captured', expected: { amount: '0.17070286' }, received: { amount: '0.2' } },
    ],
    ['finished', { actually_paid: '0.17070286' }, { fact: 'captured' }],
    ['finished', { actually_paid: 0.17 }, { fact: 'underpaid', received: { amount: '0.17', asset: 'btc' } }],
    ['finished', { actually_paid: 1e-7 }, { fact: 'underpaid', received: { amount: '0.0000001' } }],
    ['finished', { actually_paid: 0, pay_amount: 0 }, { fact: 'underpaid' }],
    ['finished', { actually_paid: null }, { fact: 'processing' }],
    ['finished', { price_amount: 12.345 }, { fact: 'processing' }],
    ['finished', { price_currency: 'btc' }, { fact: 'processing' }],
    ['finished', { parent_payment_id: 1 }, { fact: 'processing' }],
    ['partially_paid', { actually_paid: 0.1 }, { fact: 'underpaid', expected: { amount: '0.17070286', asset: 'btc' } }],
    ['refunded', {}, { fact: 'refund', refundRef: `refund-${paymentId}`, status: 'succeeded' }],
    ['refunded', { actually_paid: 0.1 }, { fact: 'failed', vendorCode: 'refunded' }],
    ['expired', {}, { fact: 'expired' }],
    ['expired', { parent_payment_id: 1 }, { fact: 'none' }],
    ['hovering', {}, { fact: 'none' }],
  ])('of status %s with %j tell %j', async (payment_status, members, fact) => {
    await using connection = await start();
    const json = { ...payment('paid', connection.values), payment_status, ...members };
    expect(await connection.fact(ipn(json))).toMatchObject(fact);
  });

  it('of a re-deposit that names nothing lead to the payment it belongs to', async () => {
    await using connection = await start();
    const json = {
      ...payment('paid', connection.values),
      payment_id: 9,
      parent_payment_id: 8,
      invoice_id: null,
      order_id: null,
    };
    const answer = await connection.plugin.invoke(receive, ipn(json));
    expect(answer).toMatchObject({ events: [{ providerRef: 'payment-8' }] });
  });

  it.each<[string, (json: Payment) => WebhookRequest, string]>([
    ['signed by the API key', (json) => ipn(json, signatureOf(json, nowSettings.apiKey)), 'signature_wrong'],
    ['signed with an empty secret', (json) => ipn(json, signatureOf(json, '')), 'signature_wrong'],
    [
      'signed over the bytes as they came',
      (json) => ipn(json, createHmac('sha512', nowSecrets.first).update(JSON.stringify(json)).digest('hex')),
      'signature_wrong',
    ],
    [
      'with a digit more',
      (json) => signed(JSON.stringify(json).replace('0.17070286', '0.170702860'), signatureOf(json, nowSecrets.first)),
      'signature_wrong',
    ],
    [
      'with a member twice, the last one forged',
      (json) => signed(`${JSON.stringify(json).slice(0, -1)},"actually_paid":9}`, signatureOf(json, nowSecrets.first)),
      'signature_wrong',
    ],
    ['with a member more', (json) => ipn({ ...json, note: 1 }, signatureOf(json, nowSecrets.first)), 'signature_wrong'],
    ['without a signature', (json) => ipn(json, ''), 'signature_missing'],
    ['that are no object', () => signed('[]', signatureOf([], nowSecrets.first)), 'malformed'],
    ['nested without end', () => signed('{"a":'.repeat(50_000), 'aa'), 'malformed'],
  ])('%s are not believed', async (_what, make, reason) => {
    await using connection = await start();
    expect(await connection.refusal(make(payment('paid', connection.values)))).toBe(reason);
  });

  it('wait for settings while no secret is entered, and an empty one verifies nothing', async () => {
    await using without = await start({ ipnSecrets: undefined });
    const json = payment('paid', without.values);
    await expect(without.plugin.invoke(receive, ipn(json))).rejects.toMatchObject({ code: 'settings_invalid' });
    await using blank = await start({ ipnSecrets: ['  '] });
    expect(await blank.refusal(ipn(json, signatureOf(json, '')))).toBe('signature_wrong');
  });
});

describe('checkouts', () => {
  const opens = (connection: Awaited<ReturnType<typeof start>>) =>
    nowPaymentsVendor.succeeds.createCheckout?.(connection.vendor, connection.values);
  const paths = (connection: Awaited<ReturnType<typeof start>>) => connection.vendor.requests.map(({ path }) => path);

  it('are asked for as NOWPayments’ own client asks for them', async () => {
    await using connection = await start();
    opens(connection);
    expect(await connection.plugin.invoke(createCheckout, order)).toMatchObject({
      outcome: 'created',
      providerRef: invoiceId,
    });
    const request = connection.vendor.requests.at(-1);
    expect(request?.headers['x-api-key']).toBe(nowSettings.apiKey);
    // Recorded from @nowpaymentsio/nowpayments-api-js 1.0.5 with the same order.
    const recorded =
      '{"price_amount":1299.5,"price_currency":"eur","ipn_callback_url":"https://hub.example/hooks/test","order_id":"attempt-0001","order_description":"Order 1","success_url":"https://shop.example/return","cancel_url":"https://shop.example/cancel"}';
    expect(request?.json()).toMatchObject(JSON.parse(recorded) as object);
    expect(request?.text()).toContain('"price_amount":1299.50,');
  });

  it.each([
    ['any coin', {}, '0.49', 'NOWPayments takes at least 0.5 eur; 0.49 eur is less.'],
    [
      'one coin',
      { payCurrency: 'btc' },
      '12.34',
      'NOWPayments takes at least 0.7 btc; 12.34 eur (about 0.6 btc) is less.',
    ],
  ])(
    'below the minimum of %s are not attempted, and the answer says what it is',
    async (_what, settings, price, message) => {
      await using connection = await start(settings);
      opens(connection);
      if ('payCurrency' in settings) connection.vendor.on({ path: '/v1/min-amount' }, { body: { min_amount: 0.7 } });
      const amount = { amountMinor: BigInt(price.replace('.', '')), currency: 'EUR' };
      const answer = await connection.plugin.invoke(createCheckout, { ...order, amount });
      expect(answer).toEqual({ outcome: 'not_attempted', vendorCode: 'amount_below_minimum', message });
      expect(paths(connection)).not.toContain('/v1/invoice');
    },
  );

  it('at the minimum are opened', async () => {
    await using connection = await start();
    opens(connection);
    const amount = { amountMinor: 50n, currency: 'EUR' };
    expect(await connection.plugin.invoke(createCheckout, { ...order, amount })).toMatchObject({ outcome: 'created' });
  });

  it('whose minimum NOWPayments does not know are left to it to refuse', async () => {
    await using connection = await start({ payCurrency: 'BTC' });
    opens(connection);
    const unknown: Reply = {
      status: 400,
      body: { statusCode: 400, code: 'BAD_REQUEST', message: 'Can not get estimate' },
    };
    connection.vendor.on({ path: '/v1/min-amount' }, unknown);
    expect(await connection.plugin.invoke(createCheckout, order)).toMatchObject({ outcome: 'created' });
    expect(connection.vendor.requests.at(-1)?.json()).toMatchObject({ pay_currency: 'btc' });
  });

  it('are opened without knowing the minimum while NOWPayments cannot tell it', async () => {
    await using connection = await start();
    opens(connection);
    for (const reply of [{ status: 500, body: 'down' }, { status: 200, body: '<html>' }, { fault: 'reset' }] as const) {
      connection.vendor.once({ path: '/v1/min-amount' }, reply);
      expect(await connection.plugin.invoke(createCheckout, order)).toMatchObject({ outcome: 'created' });
    }
  });

  it('with a wrong key end with credentials_invalid, by whatever status', async () => {
    await using connection = await start();
    const refused = {
      status: 403,
      body: { status: false, statusCode: 403, code: 'INVALID_API_KEY', message: 'Invalid api key' },
    };
    connection.vendor.on({ path: '/v1/min-amount' }, refused);
    await expect(connection.plugin.invoke(createCheckout, order)).rejects.toMatchObject({
      code: 'credentials_invalid',
    });
  });

  it('are not made for payouts, which need a person’s code', async () => {
    await using connection = await start();
    const input = { reference: 'p', amount: order.amount, destination: 'TEmGwPeRTPiLFLVfBxXkSP91yc5GMNQhfS' };
    expect(await connection.plugin.invoke(payout, input)).toMatchObject({
      outcome: 'declined',
      vendorCode: 'payout_not_offered',
    });
  });
});

describe('polls', () => {
  const list = '/v1/payment/';
  const poll = async (connection: Awaited<ReturnType<typeof start>>, providerRef = invoiceId) =>
    connection.plugin.invoke(getStatus, { providerRef, reference: order.reference });
  const child = (parent: Payment, members: Payment): Payment => ({
    ...parent,
    invoice_id: null,
    order_id: null,
    parent_payment_id: Number(paymentId),
    payment_status: 'finished',
    ...members,
  });

  it('of an invoice for which no coin is chosen yet wait for the customer', async () => {
    await using connection = await start();
    connection.vendor.on({ path: list }, { body: { data: [] } });
    expect(await poll(connection)).toMatchObject({
      vendorStatus: 'no payment yet',
      final: false,
      events: [{ evidence: { fact: 'requires_action' }, reference: order.reference }],
    });
  });

  it('add up re-deposits: less is underpaid with the larger sum, enough is captured, with the same movement', async () => {
    await using connection = await start();
    const parent = { ...payment('underpaid', connection.values), actually_paid: 0.1 };
    const first = child(parent, { payment_id: 11, actually_paid: 0.07, payment_status: 'partially_paid' });
    const second = child(parent, { payment_id: 12, actually_paid: 0.00070286, updated_at: '2027-01-01T00:00:00.000Z' });
    connection.vendor.on({ path: list }, { body: { data: [parent, first] } });
    const [short] = (await poll(connection)).events;
    expect(short?.evidence).toMatchObject({
      fact: 'underpaid',
      movementRef: paymentId,
      received: { amount: '0.17', asset: 'btc' },
    });
    connection.vendor.on({ path: list }, { body: { data: [second, parent, first] } });
    const [paid] = (await poll(connection)).events;
    expect(paid).toMatchObject({
      occurredAt: '2027-01-01T00:00:00.000Z',
      evidence: { fact: 'captured', movementRef: paymentId, amount: order.amount, received: { amount: '0.17070286' } },
    });
  });

  it('ask for re-deposits that a payment names and the list leaves out', async () => {
    await using connection = await start();
    const parent = { ...payment('underpaid', connection.values), actually_paid: 0.1, payment_extra_ids: [11] };
    connection.vendor.on({ path: list }, { body: { data: [parent] } });
    connection.vendor.on({ path: '/v1/payment/11' }, { body: child(parent, { payment_id: 11, actually_paid: 0.1 }) });
    const [paid] = (await poll(connection)).events;
    expect(paid?.evidence).toMatchObject({ fact: 'captured', received: { amount: '0.2' } });
  });

  it('do not count a re-deposit of another coin, nor one that is not settled', async () => {
    await using connection = await start();
    const parent = { ...payment('underpaid', connection.values), actually_paid: 0.1 };
    const others = [
      child(parent, { payment_id: 11, actually_paid: 500, pay_currency: 'doge' }),
      child(parent, { payment_id: 12, actually_paid: 1, payment_status: 'confirming' }),
      child(parent, { payment_id: 13, actually_paid: 1, parent_payment_id: 999 }),
    ];
    connection.vendor.on({ path: list }, { body: { data: [parent, ...others] } });
    const { events } = await poll(connection);
    expect(events.map(({ evidence }) => evidence)).toMatchObject([{ fact: 'underpaid', received: { amount: '0.1' } }]);
  });

  it('do not end an invoice because of a coin that the customer left for another', async () => {
    await using connection = await start();
    const left = { ...payment('expired', connection.values), payment_id: 1 };
    const chosen = { ...payment('open', connection.values), payment_id: 2, pay_currency: 'ltc' };
    connection.vendor.on({ path: list }, { body: { data: [left, chosen] } });
    expect(await poll(connection)).toMatchObject({ final: false, events: [{ evidence: { fact: 'requires_action' } }] });
  });

  it('do not take payments of others for ours, should the filter not be understood', async () => {
    await using connection = await start();
    const foreign = { ...payment('paid', connection.values), payment_id: 1, invoice_id: 77 };
    const nameless = { ...payment('paid', connection.values), payment_id: 2, invoice_id: undefined, order_id: 'other' };
    connection.vendor.on({ path: list }, { body: { data: [foreign, nameless] } });
    expect(await poll(connection)).toMatchObject({ vendorStatus: 'no payment yet' });
  });

  it('of a single payment lead to its invoice, from a re-deposit as well', async () => {
    await using connection = await start();
    const parent = payment('paid', connection.values);
    connection.vendor.on({ path: '/v1/payment/11' }, { body: child(parent, { payment_id: 11 }) });
    connection.vendor.on({ path: `/v1/payment/${paymentId}` }, { body: parent });
    connection.vendor.on({ path: list, query: { invoiceId } }, { body: { data: [parent] } });
    const answer = await connection.plugin.invoke(getStatus, { providerRef: 'payment-11' });
    expect(answer).toMatchObject({
      providerRef: invoiceId,
      events: [{ providerRef: invoiceId, reference: order.reference }],
    });
  });

  it('sign in once for five minutes, and anew when the token is refused', async () => {
    await using connection = await start();
    const signIns = () => connection.vendor.requests.filter(({ path }) => path === '/v1/auth').length;
    connection.vendor.on({ path: list }, { body: { data: [] } });
    await poll(connection);
    await poll(connection);
    expect(signIns()).toBe(1);
    expect(connection.vendor.requests.at(-1)?.headers['authorization']).toBe('Bearer eyJhbGciOi.eyJpZCI6.bk8B5Ajo');
    await connection.clock.advance(240_000);
    await poll(connection);
    expect(signIns()).toBe(2);
    connection.vendor.once(
      { path: list },
      { status: 401, body: { statusCode: 401, code: 'AUTH_REQUIRED', message: 'No' } },
    );
    await expect(poll(connection)).rejects.toMatchObject({ class: 'auth' });
    await poll(connection);
    expect(signIns()).toBe(3);
  });

  it('without an account say what is missing when the list is refused', async () => {
    await using connection = await start({ accountEmail: undefined });
    connection.vendor.on(
      { path: list },
      { status: 401, body: { statusCode: 401, code: 'AUTH_REQUIRED', message: 'No' } },
    );
    const message = expect.stringContaining('accountPassword') as string;
    await expect(poll(connection)).rejects.toMatchObject({ code: 'permission_missing', message });
    expect(connection.vendor.requests.map(({ path }) => path)).toEqual([list]);
  });

  it.each(['0x1', 'payment-', '12/34', '-1', '1'.repeat(21)])('of “%s” call nobody', async (providerRef) => {
    await using connection = await start();
    await expect(poll(connection, providerRef)).rejects.toMatchObject({ code: 'not_found_at_vendor' });
    expect(connection.vendor.requests).toEqual([]);
  });
});

it('testCredentials tells two keys apart and gives none away, and warns of what is not entered', async () => {
  await using connection = await start({ ipnSecrets: undefined, accountPassword: undefined });
  nowPaymentsVendor.succeeds.testCredentials?.(connection.vendor, connection.values);
  const { account, warnings } = await connection.plugin.invoke(testCredentials, {});
  expect(account.id).toMatch(/^key-[0-9a-f]{12}$/);
  expect(warnings).toHaveLength(2);
});
