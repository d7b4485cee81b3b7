import { createHmac } from 'node:crypto';
import { moneyToDecimal } from '@fairlead/sdk';
import type { CaseValues, Counterparty, PaymentGatewayVendor, Reply, Situation } from '@fairlead/sdk/testing';

/** CoinPayments’ present API as https://docs.coinpayments.net describes it, written without the plugin’s code. */
export const coinPaymentsSettings = {
  provider: 'coinpayments',
  clientId: 'dc6a16e545c34187ba21a9edbbe484a5',
  clientSecret: '9ZFHcnGMxawADeXRfDtNkQDCjFUK5998oOMhl51QvzM=',
};
export const invoiceId = '2008d68d-0f66-44ec-8500-68d054b882b9';
export const publicUrl = 'https://hub.example/hooks/test';
const base = '/api';
const expected = '0.123456789012345678';
const short = '0.1';

const currencies = [
  { id: '5057', type: 'fiat', symbol: 'USD', name: 'United States Dollar', decimalPlaces: 2 },
  { id: '5070', type: 'fiat', symbol: 'EUR', name: 'Euro', decimalPlaces: 2 },
  { id: '5080', type: 'fiat', symbol: 'JPY', name: 'Yen', decimalPlaces: 0 },
  { id: '5090', type: 'fiat', symbol: 'KWD', name: 'Kuwaiti Dinar', decimalPlaces: 3 },
];
const currencyOf = (code: string) => currencies.find(({ symbol }) => symbol === code) ?? currencies[0];

const statuses: { readonly [Name in Situation]?: string } = {
  open: 'unpaid',
  processing: 'pending',
  paid: 'completed',
  cancelled: 'cancelled',
  expired: 'timedOut',
  underpaid: 'completed',
};
const receivedOf = (situation: Situation) =>
  situation === 'paid' ? expected : situation === 'underpaid' ? short : undefined;

export function invoice(situation: Situation, { amount, reference, nowMs }: CaseValues): Record<string, unknown> {
  const total = moneyToDecimal(amount);
  const received = receivedOf(situation);
  const at = new Date(nowMs).toISOString();
  return {
    id: invoiceId,
    invoiceId: reference,
    created: at,
    confirmed: received === undefined ? null : at,
    completed: received === undefined ? null : at,
    cancelled: situation === 'cancelled' ? at : null,
    expires: at,
    currency: { id: currencyOf(amount.currency)?.id, symbol: amount.currency, name: 'Currency' },
    items: [{ name: 'Order 1', quantity: { value: 1, type: 'quantity' }, amount: total }],
    amount: { breakdown: { subtotal: total }, total },
    customData: { fairlead_reference: reference, fairlead_currency: amount.currency, fairlead_decimals: '2' },
    status: statuses[situation],
    payments:
      received === undefined
        ? []
        : [
            {
              paymentCurrencyId: '4',
              paymentCurrencySymbol: 'ETH',
              expectedAmount: expected,
              actualAmount: received,
              fees: { buyerFee: { total: '0' }, merchantFee: { total: '0.001' }, gross: expected },
              state: 'completed',
              isActive: true,
            },
          ],
  };
}

const words: { readonly [Name in Situation]?: string } = {
  open: 'InvoiceCreated',
  processing: 'InvoicePending',
  paid: 'InvoiceCompleted',
  cancelled: 'InvoiceCancelled',
  expired: 'InvoiceTimedOut',
  underpaid: 'InvoiceCompleted',
};

/** After the published notification: amounts in smallest units, words capitalised, seven digits of a second. */
export function notification(situation: Situation | 'unknown', { amount, reference, nowMs }: CaseValues) {
  const timestamp = `${new Date(nowMs).toISOString().slice(0, 19)}.8033575+00:00`;
  const id = `8a49a588266246a2ab5f43217ca9${situation.length}d`;
  if (situation === 'unknown') return { id, type: 'PaymentCreated', timestamp, payment: { id: 'x' } };
  const state = statuses[situation] ?? '';
  const wei =
    situation === 'paid' ? '123456789012345678' : situation === 'underpaid' ? '100000000000000000' : undefined;
  const minor = String(amount.amountMinor);
  return {
    id,
    type: words[situation],
    timestamp,
    invoice: {
      invoiceId: reference,
      id: invoiceId,
      merchantClientId: 'dc6a16e5-45c3-4187-ba21-a9edbbe484a5',
      invoiceNumber: reference,
      createdAt: Math.floor(nowMs / 1_000),
      customData: {
        fairlead_reference: reference,
        fairlead_currency: amount.currency,
        fairlead_decimals: String(currencyOf(amount.currency)?.decimalPlaces),
      },
      amount: { currency: { id: 5057, smartContract: null }, subtotal: Number(minor), total: Number(minor) },
      state: state.slice(0, 1).toUpperCase() + state.slice(1),
      payments:
        wei === undefined
          ? []
          : [
              {
                id: 'pay_1',
                state: 'Completed',
                hotWallet: {
                  currency: { id: 4, smartContract: null },
                  paymentSubTotal: '123456789012345678',
                  confirmedAmount: wei,
                },
              },
            ],
      partialAcceptAvailable: false,
    },
  };
}

export function sign(secret: string, parts: { url: string; timestamp: string; body: Uint8Array; clientId?: string }) {
  const { url, timestamp, body, clientId = coinPaymentsSettings.clientId } = parts;
  const text = `\ufeffPOST${url}${clientId}${timestamp}`;
  return createHmac('sha256', secret).update(text).update(body).digest('base64');
}

const created: Reply = {
  status: 201,
  body: {
    invoices: [
      {
        id: invoiceId,
        link: `https://a-checkout.coinpayments.net/invoice/${invoiceId}`,
        checkoutLink: `https://a-checkout.coinpayments.net/checkout/?invoice-id=${invoiceId}`,
        payment: { paymentId: 'pay_1', expires: '2030-01-01T00:00:00+00:00', paymentCurrencies: [] },
      },
    ],
  },
};
const cancel = { method: 'POST', path: `${base}/v1/merchant/invoices/${invoiceId}/cancel` };
const invoices = { method: 'POST', path: `${base}/v2/merchant/invoices` };
const knowsCurrencies = (counterparty: Counterparty) =>
  counterparty.on({ method: 'GET', path: `${base}/v1/currencies`, query: { types: 'fiat' } }, { body: currencies });

function knows(counterparty: Counterparty, situation: Situation, values: CaseValues): void {
  const path = `${base}/v2/merchant/invoices/${invoiceId}`;
  counterparty.on({ method: 'GET', path }, { body: invoice(situation, values) });
}

export const coinPaymentsVendor: PaymentGatewayVendor = {
  settings: ({ url }) => ({ ...coinPaymentsSettings, apiBase: url + base }),
  refs: { providerRef: invoiceId, movementRef: invoiceId, refundRef: 'none' },
  currencies: ['EUR', 'JPY', 'KWD'],
  prepare: knowsCurrencies,
  refuses: ['payout'],
  requests: {
    createCheckout: invoices,
    getStatus: { method: 'GET', path: /^\/api\/v2\/merchant\/invoices\/[^/]+$/ },
    void: cancel,
    testCredentials: { method: 'GET', path: `${base}/v2/merchant/invoices` },
  },
  succeeds: {
    createCheckout: (counterparty) => counterparty.on(invoices, created),
    void(counterparty, values) {
      knows(counterparty, 'open', values);
      counterparty.on(cancel, { status: 200 });
    },
    testCredentials: (counterparty) =>
      counterparty.on({ method: 'GET', path: `${base}/v2/merchant/invoices` }, { body: { items: [], paging: {} } }),
  },
  declines: {
    createCheckout: (counterparty) =>
      counterparty.on(invoices, {
        status: 400,
        headers: { 'content-type': 'application/problem+json' },
        body: { title: 'Bad request', status: 400, detail: 'The invoice total is below the minimum.' },
      }),
    void(counterparty, values) {
      knows(counterparty, 'open', values);
      counterparty.on(cancel, { status: 409, body: { title: 'Conflict', detail: 'A payment is under way.' } });
    },
  },
  situations: ['open', 'processing', 'paid', 'cancelled', 'expired', 'underpaid'],
  knows,
  idempotencyKeyOf: () => undefined,
  amountOf(request) {
    const { currency, amount } = request.json() as { currency: string; amount: { total: string } };
    const symbol = currencies.find(({ id }) => id === currency)?.symbol ?? '';
    return { amountMinor: BigInt(amount.total.replace('.', '')), currency: symbol };
  },
  webhooks: {
    situations: ['open', 'processing', 'paid', 'cancelled', 'expired', 'underpaid'],
    signatureHeaders: ['x-coinpayments-signature', 'x-coinpayments-client', 'x-coinpayments-timestamp'],
    rotates: false,
    request(event, values, { signer, atMs, rawBody }) {
      const secret = signer === 'first' ? coinPaymentsSettings.clientSecret : 'c29tZWJvZHkgZWxzZQ==';
      const body = rawBody ?? Buffer.from(JSON.stringify(notification(event, values), null, 2).replace(/\n/g, '\r\n'));
      const timestamp = new Date(atMs).toISOString().slice(0, 19);
      return {
        method: 'POST',
        rawBody: body,
        headers: {
          'content-type': 'application/json',
          'x-coinpayments-client': coinPaymentsSettings.clientId,
          'x-coinpayments-timestamp': timestamp,
          'x-coinpayments-signature': sign(secret, { url: publicUrl, timestamp, body }),
        },
        query: {},
        publicUrl,
      };
    },
  },
};
