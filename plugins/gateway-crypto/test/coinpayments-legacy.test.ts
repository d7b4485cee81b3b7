import { createHmac } from 'node:crypto';
import { paymentGateway, type WebhookRequest } from '@fairlead/sdk';
import type { Reply } from '@fairlead/sdk/testing';
// An independent client of the same API, which hard-codes CoinPayments’ host: only its signing is used.
import { getPrivateHeaders } from 'coinpayments/dist/internal.js';
import { describe, expect, it } from 'vitest';
import { connect, hookUrl, order } from './connection.ts';
import { ipnFields, legacyRefs, legacySecrets, legacySettings, legacyVendor } from './legacy-vendor.ts';

const { createCheckout, getStatus, payout, receive, testCredentials } = paymentGateway;

const start = (more: Record<string, unknown> = {}) =>
  connect((vendor) => ({ ...legacySettings, apiBase: `${vendor.url}/api.php`, ...more }));
const says = (error: string): Reply => ({ body: { error, result: [] } });

function notification(fields: Record<string, string> | string, more: Partial<WebhookRequest> = {}): WebhookRequest {
  const rawBody = Buffer.from(typeof fields === 'string' ? fields : new URLSearchParams(fields).toString());
  const hmac = createHmac('sha512', legacySecrets.first).update(rawBody).digest('hex');
  return { method: 'POST', rawBody, headers: { hmac }, query: {}, publicUrl: hookUrl, ...more };
}

describe('requests', () => {
  it('are signed as another client of the API signs them', async () => {
    await using connection = await start();
    connection.vendor.on({ path: '/api.php' }, says('Invalid transaction ID'));
    await connection.plugin.invoke(getStatus, { providerRef: legacyRefs.providerRef }).catch(() => undefined);
    const [request] = connection.vendor.requests;
    const form = Object.fromEntries(request?.form() ?? []);
    const { publicKey: key, privateKey: secret } = legacySettings;
    expect(request?.headers['hmac']).toBe(getPrivateHeaders({ key, secret }, form as never).HMAC);
    expect(form).toEqual({
      version: '1',
      key,
      cmd: 'get_tx_info',
      format: 'json',
      txid: legacyRefs.providerRef,
      full: '1',
    });
  });

  it('ask for the price in its own currency, to be paid in the coin of the settings', async () => {
    await using connection = await start();
    legacyVendor.succeeds.createCheckout?.(connection.vendor, connection.values);
    const customer = { email: 'jane@example.com', name: 'Jane' };
    const answer = await connection.plugin.invoke(createCheckout, { ...order, customer });
    expect(answer).toMatchObject({ outcome: 'created', providerRef: legacyRefs.providerRef });
    expect(Object.fromEntries(connection.vendor.requests[0]?.form() ?? [])).toMatchObject({
      cmd: 'create_transaction',
      amount: '1299.50',
      currency1: 'EUR',
      currency2: 'LTCT',
      buyer_email: 'jane@example.com',
      invoice: 'attempt-0001',
      ipn_url: hookUrl,
    });
  });

  it.each<[string, object, string]>([
    ['without anybody’s e-mail', { settings: { buyerEmail: undefined } }, 'buyer_email_missing'],
    [
      'in a currency that does not exist',
      { input: { amount: { amountMinor: 1n, currency: 'ZZZ' } } },
      'currency_unknown',
    ],
    ['of nothing', { input: { amount: { amountMinor: 0n, currency: 'EUR' } } }, 'amount_not_positive'],
    ['to be captured later', { input: { capture: 'manual' } }, 'manual_capture_not_offered'],
    ['that repeats', { input: { subscription: { every: 1, unit: 'month', name: 'x' } } }, 'subscription_not_offered'],
  ])(
    'are not made for a payment %s',
    async (_what, { settings, input }: { settings?: object; input?: object }, code) => {
      await using connection = await start({ ...settings });
      const answer = await connection.plugin.invoke(createCheckout, { ...order, ...input });
      expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: code });
      expect(connection.vendor.requests).toEqual([]);
    },
  );

  it.each<[string, string]>([
    ['HMAC signature does not match', 'credentials_invalid'],
    ['Invalid API public key', 'credentials_invalid'],
    ['This API Key does not have permission to use that command!', 'permission_missing'],
    ['Too many errors recently, please try later', 'rate_limited'],
    ['Internal error', 'vendor_error'],
  ])('answered “%s” end with %s', async (sentence, code) => {
    await using connection = await start();
    connection.vendor.on({ path: '/api.php' }, says(sentence));
    await expect(connection.plugin.invoke(createCheckout, order)).rejects.toMatchObject({ code });
    const polled = connection.plugin.invoke(getStatus, { providerRef: 'CPX' });
    await expect(polled).rejects.toMatchObject({ code });
  });

  it.each([
    ['BTC is under maintenance', 'vendor_error'],
    ['Invalid transaction ID', 'not_found_at_vendor'],
    ['Amount has too many decimals', 'vendor_rejected'],
  ])('answered “%s” refuse a payment, and end a poll with %s', async (sentence, code) => {
    await using connection = await start();
    connection.vendor.on({ path: '/api.php' }, says(sentence));
    const answer = await connection.plugin.invoke(createCheckout, order);
    expect(answer).toEqual({ outcome: 'not_attempted', vendorCode: 'create_transaction', message: sentence });
    const polled = connection.plugin.invoke(getStatus, { providerRef: 'CPX' });
    await expect(polled).rejects.toMatchObject({ code });
  });

  it.each(['publicKey', 'privateKey', 'payCurrency'])('name the setting %s when it is missing', async (name) => {
    await using connection = await start({ [name]: undefined });
    const message = expect.stringContaining(name) as string;
    await expect(connection.plugin.invoke(createCheckout, order)).rejects.toMatchObject({
      code: 'settings_invalid',
      message,
    });
  });
});

describe('notifications', () => {
  it('published by another client are believed: its form, PHP’s way of writing it', async () => {
    await using connection = await start();
    // Published in the description of https://github.com/OrahKokos/coinpayments, with our merchant.
    const fields = {
      ipn_version: '1.0',
      ipn_id: '40c7b011f7cfc7d39e03a35a72dd6d5f',
      ipn_mode: 'hmac',
      merchant: legacySettings.merchantId,
      ipn_type: 'api',
      txn_id: '1c592e4ef12297759770c9656f2d509b9135ed4f5f124bd4f2bf1970ac849e83',
      status: '0',
      status_text: 'Waiting for buyer funds... (11.92422732/11.92422732 received, waiting for confirms...)',
      currency1: 'EUR',
      currency2: 'POT',
      amount1: '100',
      amount2: '11.92422732',
      fee: '0.059621',
      buyer_name: 'CoinPayments API',
      received_amount: '11.92422732',
      received_confirms: '0',
    };
    expect(await connection.fact(notification(fields))).toMatchObject({ fact: 'processing' });
  });

  it.each<[status: string, received: string, fact: object]>([
    ['0', '0', { fact: 'requires_action' }],
    ['0', '0.5', { fact: 'requires_action' }],
    ['0', '1.21700023', { fact: 'processing' }],
    ['1', '1.21700023', { fact: 'processing' }],
    ['3', '0', { fact: 'processing' }],
    ['99', '0', { fact: 'processing' }],
    ['2', '1.21700023', { fact: 'captured' }],
    ['100', '1.21700023', { fact: 'captured', received: { amount: '1.21700023', asset: 'LTCT' } }],
    ['101', '1.3', { fact: 'captured', expected: { amount: '1.21700023' }, received: { amount: '1.3' } }],
    ['100', '1.21700022', { fact: 'underpaid', received: { amount: '1.21700022', asset: 'LTCT' } }],
    ['-1', '0.5', { fact: 'expired' }],
    ['-2', '1.21700023', { fact: 'reversed', movementRef: legacyRefs.providerRef }],
    ['-7', '0', { fact: 'failed', vendorCode: '-7' }],
  ])('of status %s with %s received tell %j', async (status, received_amount, fact) => {
    await using connection = await start();
    const fields = { ...ipnFields('paid', connection.values), status, received_amount };
    expect(await connection.fact(notification(fields))).toMatchObject(fact);
  });

  it('count the price asked, in its own currency, however odd the coins are', async () => {
    await using connection = await start();
    const fields = {
      ...ipnFields('paid', connection.values),
      amount1: '1299.5',
      amount2: '0.123456789012345678',
      received_amount: '0.123456789012345678',
    };
    const amount = { amountMinor: 129_950n, currency: 'EUR' };
    expect(await connection.fact(notification(fields))).toMatchObject({ fact: 'captured', amount });
  });

  it('whose price cannot be told exactly count nothing', async () => {
    await using connection = await start();
    for (const odd of [{ amount1: '12.345' }, { currency1: 'BTC' }, { amount1: '' }]) {
      const fact = await connection.fact(notification({ ...ipnFields('paid', connection.values), ...odd }));
      expect(fact).toMatchObject({ fact: 'processing' });
    }
  });

  it('have a key of ipn_id, txn_id and status', async () => {
    await using connection = await start();
    const answer = await connection.plugin.invoke(receive, notification(ipnFields('paid', connection.values)));
    const key = `ipn:139bd7a8a46c2d8009ad3f95329c71110:${legacyRefs.providerRef}:100`;
    expect(answer).toMatchObject({ outcome: 'events', events: [{ dedupeKey: key, reference: 'attempt-0001' }] });
  });

  it.each<[string, (fields: Record<string, string>) => WebhookRequest, string]>([
    ['for another merchant', (fields) => notification({ ...fields, merchant: 'f'.repeat(32) }), 'foreign'],
    [
      'of another mode, which is not signed',
      (fields) => notification({ ...fields, ipn_mode: 'httpauth' }),
      'malformed',
    ],
    [
      'with a field twice',
      (fields) => notification(`${new URLSearchParams(fields).toString()}&status=100`),
      'malformed',
    ],
    ['without an id', ({ ipn_id: _id, ...fields }) => notification(fields), 'malformed'],
    ['with half a signature', (fields) => halved(notification(fields)), 'signature_wrong'],
    ['without a signature', (fields) => notification(fields, { headers: {} }), 'signature_missing'],
    ['signed with an empty secret', (fields) => signedWith('', fields), 'signature_wrong'],
    ['signed with the private key', (fields) => signedWith(legacySettings.privateKey, fields), 'signature_wrong'],
  ])('%s are not believed', async (_what, make, reason) => {
    await using connection = await start();
    expect(await connection.refusal(make(ipnFields('paid', connection.values)))).toBe(reason);
  });

  it.each(['simple', 'button', 'cart', 'donation', 'deposit', 'transfer'])(
    'of type %s, which no checkout of ours makes, change nothing',
    async (ipn_type) => {
      await using connection = await start();
      const fields = { ...ipnFields('paid', connection.values), ipn_type };
      expect(await connection.fact(notification(fields))).toEqual({ fact: 'none' });
    },
  );

  it('wait for settings while secret or merchant id are missing', async () => {
    for (const missing of [{ ipnSecrets: undefined }, { ipnSecrets: [] }, { merchantId: undefined }]) {
      await using connection = await start(missing);
      const call = connection.plugin.invoke(receive, notification(ipnFields('paid', connection.values)));
      await expect(call).rejects.toMatchObject({ code: 'settings_invalid' });
    }
  });
});

function halved(request: WebhookRequest): WebhookRequest {
  return { ...request, headers: { hmac: (request.headers['hmac'] ?? '').slice(0, 64) } };
}

function signedWith(secret: string, fields: Record<string, string>): WebhookRequest {
  const request = notification(fields);
  return { ...request, headers: { hmac: createHmac('sha512', secret).update(request.rawBody).digest('hex') } };
}

describe('payouts', () => {
  const input = {
    reference: 'payout-1',
    amount: { amountMinor: 1_250n, currency: 'EUR' },
    destination: legacyRefs.destination,
  };
  const withdrawal = (status: string, more: Record<string, string> = {}) =>
    notification({
      ipn_version: '1.0',
      ipn_type: 'withdrawal',
      ipn_mode: 'hmac',
      ipn_id: `w${status}`,
      merchant: legacySettings.merchantId,
      id: 'CWBF3UECUQFCBNFIRUS73G3VON',
      status,
      status_text: 'Some text',
      currency: 'LTCT',
      amount: '1.1',
      ...more,
    });

  it('send what the amount is worth to the address, with its tag', async () => {
    await using connection = await start();
    legacyVendor.succeeds.payout?.(connection.vendor, connection.values);
    const answer = await connection.plugin.invoke(payout, {
      ...input,
      destination: `${legacyRefs.destination}?tag=42`,
    });
    expect(answer).toEqual({ outcome: 'pending', movementRef: 'CWBF3UECUQFCBNFIRUS73G3VON', amount: input.amount });
    expect(Object.fromEntries(connection.vendor.requests[0]?.form() ?? [])).toMatchObject({
      cmd: 'create_withdrawal',
      amount: '12.50',
      currency2: 'EUR',
      currency: 'LTCT',
      address: legacyRefs.destination,
      dest_tag: '42',
    });
  });

  it('are told to the end by notifications, with the amount that the hub asked for', async () => {
    await using connection = await start();
    legacyVendor.succeeds.payout?.(connection.vendor, connection.values);
    await connection.plugin.invoke(payout, input);
    const told = {
      fact: 'payout',
      payoutRef: 'CWBF3UECUQFCBNFIRUS73G3VON',
      reference: 'payout-1',
      amount: input.amount,
    };
    expect(await connection.fact(withdrawal('1'))).toEqual({ ...told, status: 'pending' });
    expect(await connection.fact(withdrawal('2'))).toEqual({ ...told, status: 'succeeded' });
    expect(await connection.fact(withdrawal('-1'))).toEqual({ ...told, status: 'failed', reason: 'Some text' });
  });

  it('that were not begun here change nothing', async () => {
    await using connection = await start();
    expect(await connection.fact(withdrawal('2'))).toEqual({ fact: 'none' });
  });

  it('without a balance or to no address are declined', async () => {
    await using connection = await start();
    legacyVendor.declines.payout?.(connection.vendor, connection.values);
    expect(await connection.plugin.invoke(payout, input)).toMatchObject({
      outcome: 'declined',
      reason: 'insufficient_funds',
    });
    for (const destination of [
      'someone@example.com',
      'short',
      'has space in it 123456',
      `${legacyRefs.destination}?x=1`,
    ]) {
      const answer = await connection.plugin.invoke(payout, { ...input, destination });
      expect(answer).toMatchObject({ outcome: 'declined', vendorCode: 'destination_invalid' });
    }
    expect(connection.vendor.requests).toHaveLength(1);
  });
});

it('testCredentials warns of another merchant id and of a missing secret', async () => {
  await using connection = await start({ merchantId: 'f'.repeat(32), ipnSecrets: undefined });
  legacyVendor.succeeds.testCredentials?.(connection.vendor, connection.values);
  const { account, mode, warnings } = await connection.plugin.invoke(testCredentials, {});
  expect({ account, mode }).toEqual({ account: { id: legacySettings.merchantId, label: 'Shop' }, mode: 'test' });
  expect(warnings).toHaveLength(2);
});
