import { readFileSync } from 'node:fs';
import { paymentGateway, type WebhookRequest } from '@fairlead/sdk';
import type { CaseValues } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import {
  coinPaymentsSettings,
  coinPaymentsVendor,
  invoice,
  invoiceId,
  notification,
  publicUrl,
  sign,
} from './coinpayments-vendor.ts';
import { connect, order } from './connection.ts';

const { createCheckout, getStatus, payout, receive } = paymentGateway;
const { clientId, clientSecret } = coinPaymentsSettings;

const start = (more: Record<string, unknown> = {}) =>
  connect((vendor) => ({ ...coinPaymentsSettings, apiBase: `${vendor.url}/api`, ...more }));

interface Forging {
  readonly url?: string;
  readonly secret?: string;
  readonly timestamp?: string;
  readonly method?: string;
}

function webhook(
  json: object | string,
  { url = publicUrl, secret = clientSecret, ...more }: Forging = {},
): WebhookRequest {
  const body = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
  const timestamp = more.timestamp ?? '2026-01-01T00:00:00';
  const headers = {
    'x-coinpayments-client': clientId,
    'x-coinpayments-timestamp': timestamp,
    'x-coinpayments-signature': sign(secret, { url, timestamp, body }),
  };
  return { method: more.method ?? 'POST', rawBody: body, headers, query: {}, publicUrl };
}

describe('the webhook that CoinPayments’ documentation publishes with its secret', () => {
  // https://docs.coinpayments.net, “Authenticate Webhooks from CoinPayments to Your Server”. The signature there is that of
  // these bytes: lines end as on Windows, and the plus sign of the e-mail address is escaped.
  const url = 'http://localhost:9004/api/invoices/callbacks';
  const text = readFileSync(new URL('published-webhook.json', import.meta.url), 'utf8').trimEnd();
  const published: WebhookRequest = {
    method: 'POST',
    rawBody: Buffer.from(text.replaceAll('\n', '\r\n')),
    headers: {
      'x-coinpayments-client': clientId,
      'x-coinpayments-timestamp': '2024-07-01T11:04:10',
      'x-coinpayments-signature': '60NsOvvOwtWxtNBpkrY615Y3iPNGDAWReegr2LUwIpY=',
    },
    query: {},
    publicUrl: url,
  };

  it('is believed, and says nothing of ours, because the hub did not make its invoice', async () => {
    await using connection = await start();
    const answer = await connection.plugin.invoke(receive, published);
    expect(answer).toEqual({
      outcome: 'events',
      events: [
        {
          dedupeKey: '8a49a588266246a2ab5f43217ca993bd:invoiceCreated',
          type: 'invoiceCreated',
          providerRef: null,
          occurredAt: '2024-07-01T11:04:06.803Z',
          evidence: { fact: 'none' },
        },
      ],
    });
  });

  it('is not believed at another address, after another time, or by another method', async () => {
    await using connection = await start();
    const later = { ...published.headers, 'x-coinpayments-timestamp': '2024-07-01T11:04:11' };
    for (const forged of [
      { ...published, publicUrl: `${url}/` },
      { ...published, headers: later },
      { ...published, method: 'PUT' },
      { ...published, rawBody: Buffer.from(text) },
    ]) {
      expect(await connection.refusal(forged)).toBe('signature_wrong');
    }
  });

  it('is not believed for another integration', async () => {
    await using connection = await start({ clientId: 'cc7caaa431d54ad6accfd28b20170ee4' });
    expect(await connection.refusal(published)).toBe('foreign');
  });
});

describe('webhooks', () => {
  it('count the price that was asked, in its own currency and its own smallest unit', async () => {
    await using connection = await start();
    for (const amount of [
      { amountMinor: 129_950n, currency: 'EUR' },
      { amountMinor: 500n, currency: 'JPY' },
      { amountMinor: 12_345n, currency: 'KWD' },
    ]) {
      const fact = await connection.fact(webhook(notification('paid', { ...connection.values, amount })));
      expect(fact).toMatchObject({ fact: 'captured', movementRef: invoiceId, amount });
    }
  });

  it('tell what was asked and received to the last of 18 decimals', async () => {
    await using connection = await start();
    const text = JSON.stringify(notification('paid', connection.values)).replaceAll(
      '"123456789012345678"',
      '123456789012345678',
    );
    const amount = { amount: '123456789012345678', asset: '4 (smallest units)' };
    expect(await connection.fact(webhook(text))).toMatchObject({
      fact: 'captured',
      expected: amount,
      received: amount,
    });
    const short = text.replace('"confirmedAmount":123456789012345678', '"confirmedAmount":123456789012345677');
    expect(await connection.fact(webhook(short))).toMatchObject({
      fact: 'underpaid',
      expected: amount,
      received: { amount: '123456789012345677' },
    });
  });

  it.each<[string, (values: CaseValues) => object]>([
    ['paid but not completed', (values) => changed(values, { type: 'InvoicePaid', state: 'Paid' })],
    ['of type completed, with an invoice that is not', (values) => changed(values, { state: 'Paid' })],
    ['of type paid, with an invoice that is completed', (values) => changed(values, { type: 'InvoicePaid' })],
    ['completed, of an invoice made elsewhere', (values) => changed(values, { customData: null })],
    [
      'completed, at a price without its currency',
      (values) => changed(values, { customData: { fairlead_reference: 'x' } }),
    ],
    ['completed, at a price that is no number', (values) => changed(values, { amount: { total: '12.5.0' } })],
  ])('%s count nothing', async (_what, make) => {
    await using connection = await start();
    const { fact } = await connection.fact(webhook(make(connection.values)));
    expect(['none', 'processing']).toContain(fact);
  });

  it('of an invoice that ended with less than was asked tell of that money as well', async () => {
    await using connection = await start();
    const ended = changed(connection.values, { type: 'InvoiceTimedOut', state: 'TimedOut' }, 'underpaid');
    const answer = await connection.plugin.invoke(receive, webhook(ended));
    const events = answer.outcome === 'events' ? answer.events : [];
    expect(events.map(({ evidence }) => evidence.fact)).toEqual(['underpaid', 'expired']);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
  });

  it.each<[string, (values: CaseValues) => WebhookRequest, string]>([
    [
      'signed over the address of another connection',
      (values) => webhook(notification('paid', values), { url: 'https://hub.example/hooks/other' }),
      'signature_wrong',
    ],
    [
      'signed with a secret decoded from base64',
      (values) =>
        webhook(notification('paid', values), { secret: Buffer.from(clientSecret, 'base64').toString('latin1') }),
      'signature_wrong',
    ],
    ['sent as GET', (values) => webhook(notification('paid', values), { method: 'GET' }), 'signature_wrong'],
    ['without an id', () => webhook({ type: 'InvoiceCompleted', invoice: {} }), 'malformed'],
    ['that are a list', () => webhook('[]'), 'malformed'],
    ['nested without end', () => webhook('['.repeat(100_000)), 'malformed'],
  ])('%s are not believed', async (_what, make, reason) => {
    await using connection = await start();
    expect(await connection.refusal(make(connection.values))).toBe(reason);
  });

  it('are believed over the registered address where a proxy shows the hub another', async () => {
    await using connection = await start();
    const request = {
      ...webhook(notification('paid', connection.values)),
      publicUrl: 'http://10.0.0.7:8080/hooks/test',
    };
    expect(await connection.fact(request)).toMatchObject({ fact: 'captured' });
  });
});

function changed(
  values: CaseValues,
  { type, ...members }: Record<string, unknown>,
  situation: 'paid' | 'underpaid' = 'paid',
): object {
  const sent = notification(situation, values);
  return { ...sent, ...(type === undefined ? {} : { type }), invoice: { ...sent.invoice, ...members } };
}

describe('requests', () => {
  it('are signed over what is sent, with a time without milliseconds', async () => {
    await using connection = await start();
    coinPaymentsVendor.prepare?.(connection.vendor);
    coinPaymentsVendor.succeeds.createCheckout?.(connection.vendor, connection.values);
    await connection.plugin.invoke(createCheckout, order);
    const [list, post] = connection.vendor.requests;
    const timestamp = new Date(connection.clock.now()).toISOString().slice(0, 19);
    expect(post?.headers).toMatchObject({
      'x-coinpayments-client': clientId,
      'x-coinpayments-timestamp': timestamp,
      'x-coinpayments-signature': sign(clientSecret, {
        url: `${connection.vendor.url}/api/v2/merchant/invoices`,
        timestamp,
        body: post?.body ?? new Uint8Array(),
      }),
    });
    expect(list?.query).toEqual({ types: 'fiat' });
  });

  it('ask for the price as decimals in CoinPayments’ number of the currency, and carry what webhooks need', async () => {
    await using connection = await start();
    coinPaymentsVendor.prepare?.(connection.vendor);
    coinPaymentsVendor.succeeds.createCheckout?.(connection.vendor, connection.values);
    const answer = await connection.plugin.invoke(createCheckout, {
      ...order,
      customer: { email: 'jane@example.com' },
    });
    expect(answer).toMatchObject({ outcome: 'created', providerRef: invoiceId, expiresAt: '2030-01-01T00:00:00.000Z' });
    expect(connection.vendor.requests.at(-1)?.json()).toMatchObject({
      currency: '5070',
      invoiceId: 'attempt-0001',
      amount: { breakdown: { subtotal: '1299.50' }, total: '1299.50' },
      payment: { refundEmail: 'jane@example.com' },
      customData: { fairlead_reference: 'attempt-0001', fairlead_currency: 'EUR', fairlead_decimals: '2' },
      webhooks: [{ notificationsUrl: publicUrl }],
      successUrl: order.returnUrl,
    });
  });

  it('ask for the list of currencies once a day, not for each checkout', async () => {
    await using connection = await start();
    coinPaymentsVendor.prepare?.(connection.vendor);
    coinPaymentsVendor.succeeds.createCheckout?.(connection.vendor, connection.values);
    const lists = () => connection.vendor.requests.filter(({ path }) => path.endsWith('/currencies')).length;
    await connection.plugin.invoke(createCheckout, order);
    await connection.plugin.invoke(createCheckout, order);
    expect(lists()).toBe(1);
    await connection.clock.advance(86_400_000);
    await connection.plugin.invoke(createCheckout, order);
    expect(lists()).toBe(2);
  });

  it('that fail before the invoice say that nothing was begun; with the list of the day before they go on', async () => {
    await using connection = await start();
    coinPaymentsVendor.succeeds.createCheckout?.(connection.vendor, connection.values);
    connection.vendor.on({ path: '/api/v1/currencies' }, { status: 500, body: 'down' });
    await expect(connection.plugin.invoke(createCheckout, order)).rejects.toMatchObject({ code: 'unreachable' });
    expect(connection.vendor.requests.map(({ method }) => method)).toEqual(['GET']);
    coinPaymentsVendor.prepare?.(connection.vendor);
    await connection.plugin.invoke(createCheckout, order);
    await connection.clock.advance(86_400_000);
    connection.vendor.on({ path: '/api/v1/currencies' }, { status: 500, body: 'down' });
    expect(await connection.plugin.invoke(createCheckout, order)).toMatchObject({ outcome: 'created' });
  });

  it('are not made in a currency that CoinPayments does not list', async () => {
    await using connection = await start();
    coinPaymentsVendor.prepare?.(connection.vendor);
    const amount = { amountMinor: 1_000n, currency: 'CHF' };
    const answer = await connection.plugin.invoke(createCheckout, { ...order, amount });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: 'currency_unsupported' });
  });

  it('are not made for payouts, which need the other API', async () => {
    await using connection = await start();
    const input = { reference: 'p', amount: order.amount, destination: 'mtxASJZHNmGeUPQ3DxLvJeKja6Lh7TcJM9' };
    expect(await connection.plugin.invoke(payout, input)).toMatchObject({
      outcome: 'declined',
      vendorCode: 'payout_not_offered',
    });
  });

  it.each(['clientId', 'clientSecret'])('name the setting %s when it is missing', async (name) => {
    await using connection = await start({ [name]: undefined });
    const expected = { code: 'settings_invalid', message: expect.stringContaining(name) as string };
    await expect(connection.plugin.invoke(createCheckout, order)).rejects.toMatchObject(expected);
    await expect(connection.plugin.invoke(receive, webhook({}))).rejects.toMatchObject(expected);
  });
});

describe('void', () => {
  const path = `/api/v2/merchant/invoices/${invoiceId}`;

  it.each([
    ['cancelled', { outcome: 'succeeded' }],
    ['pending', { outcome: 'declined', vendorCode: 'invoice_pending' }],
    ['completed', { outcome: 'declined', vendorCode: 'invoice_completed' }],
    ['timedOut', { outcome: 'declined', vendorCode: 'invoice_timedOut' }],
  ])('of an invoice that is %s asks for nothing and answers %j', async (status, answer) => {
    await using connection = await start();
    connection.vendor.on({ method: 'GET', path }, { body: { ...invoice('open', connection.values), status } });
    expect(await connection.plugin.invoke(paymentGateway.void, { providerRef: invoiceId })).toMatchObject(answer);
    expect(connection.vendor.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('polls', () => {
  const path = `/api/v2/merchant/invoices/${invoiceId}`;

  it('tell a payment that is short by less than the stated fees as paid, for they may be taken off already', async () => {
    await using connection = await start();
    const answer = invoice('paid', connection.values);
    for (const [actualAmount, fact] of [
      ['0.122456789012345678', 'captured'],
      ['0.122456789012345677', 'underpaid'],
    ] as const) {
      const [payment] = answer['payments'] as [Record<string, unknown>];
      connection.vendor.on({ path }, { body: { ...answer, payments: [{ ...payment, actualAmount }] } });
      const { events } = await connection.plugin.invoke(getStatus, { providerRef: invoiceId });
      expect(events[0]?.evidence).toMatchObject({ fact, received: { amount: actualAmount, asset: 'ETH' } });
    }
  });

  it('find the payment that came among the coins that the customer tried', async () => {
    await using connection = await start();
    const answer = invoice('paid', connection.values);
    const [payment] = answer['payments'] as [Record<string, unknown>];
    const tried = { ...payment, paymentCurrencySymbol: 'BTC', actualAmount: '0.01' };
    connection.vendor.on({ path }, { body: { ...answer, payments: [tried, payment] } });
    const { events, final } = await connection.plugin.invoke(getStatus, { providerRef: invoiceId });
    expect(events[0]?.evidence).toMatchObject({ fact: 'captured', amount: order.amount, received: { asset: 'ETH' } });
    expect(final).toBe(true);
  });

  it('of a completed invoice whose price cannot be read fail aloud', async () => {
    await using connection = await start();
    connection.vendor.on({ path }, { body: { ...invoice('paid', connection.values), amount: { total: '12.999' } } });
    const polled = connection.plugin.invoke(getStatus, { providerRef: invoiceId });
    await expect(polled).rejects.toMatchObject({ code: 'answer_unreadable' });
  });
});
