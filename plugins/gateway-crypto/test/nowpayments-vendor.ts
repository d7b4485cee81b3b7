import { createHmac } from 'node:crypto';
import { moneyToDecimal } from '@fairlead/sdk';
import type { CaseValues, Counterparty, PaymentGatewayVendor, Situation } from '@fairlead/sdk/testing';

/** NOWPayments as https://documenter.getpostman.com/view/7907941/2s93JusNJt describes it, written without the plugin’s code. */
export const nowSecrets = { first: 'ipn_secret_first_0123456789', second: 'ipn_secret_second_0123456789' };
export const nowSettings = {
  provider: 'nowpayments',
  apiKey: 'B72DQ36-N2W4RZN-GZ5CVDS-KN4WZ8H',
  ipnSecrets: [nowSecrets.first, nowSecrets.second],
  accountEmail: 'shop@example.com',
  accountPassword: 'correct horse battery staple',
};
export const invoiceId = '4522625843';
export const paymentId = '5745459419';
const base = '/v1';
const asked = '0.17070286';

const statuses: { readonly [Name in Situation]?: readonly [status: string, paid: string] } = {
  open: ['waiting', '0'],
  processing: ['confirming', asked],
  paid: ['finished', asked],
  failed: ['failed', '0'],
  expired: ['expired', '0'],
  refunded: ['refunded', asked],
  underpaid: ['partially_paid', '0.17070285'],
};

export type Payment = Record<string, unknown>;

/** Members in the order of the documented notification; numbers as JavaScript writes them. */
export function payment(situation: Situation, { amount, reference, nowMs }: CaseValues): Payment {
  const [payment_status, paid] = statuses[situation] ?? ['', '0'];
  return {
    payment_id: Number(paymentId),
    parent_payment_id: null,
    invoice_id: Number(invoiceId),
    payment_status,
    pay_address: '3EZ2uTdVDAMFXTfc6uLDDKR6o8qKBZXVkj',
    payin_extra_id: null,
    price_amount: Number(moneyToDecimal(amount)),
    price_currency: amount.currency.toLowerCase(),
    pay_amount: Number(asked),
    actually_paid: Number(paid),
    actually_paid_at_fiat: 0,
    pay_currency: 'btc',
    order_id: reference,
    order_description: 'Order 1',
    purchase_id: '5837122679',
    outcome_amount: 0.1687052,
    outcome_currency: 'btc',
    payment_extra_ids: null,
    fee: { currency: 'btc', depositFee: 0.09853637216235617, withdrawalFee: 0, serviceFee: 0 },
    created_at: new Date(nowMs).toISOString(),
    updated_at: new Date(nowMs).toISOString(),
  };
}

/** The signature as the documentation’s prose has it: members sorted at every level, then HMAC-SHA512. */
export function signatureOf(json: unknown, secret: string): string {
  return createHmac('sha512', secret.trim())
    .update(JSON.stringify(sorted(json)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

const list = { method: 'GET', path: `${base}/payment/` };
const withdrawal = { id: '123456789', batch_withdrawal_id: '987654321', status: 'CREATING', amount: '50' };

function prepare(counterparty: Counterparty): void {
  counterparty.on({ method: 'POST', path: `${base}/auth` }, { body: { token: 'eyJhbGciOi.eyJpZCI6.bk8B5Ajo' } });
  counterparty.on({ method: 'GET', path: `${base}/min-amount` }, ({ query }) => ({
    body: { currency_from: query['currency_from'], currency_to: 'trx', min_amount: 0.5 },
  }));
  counterparty.on({ method: 'GET', path: `${base}/estimate` }, ({ query }) => ({
    body: { currency_from: query['currency_from'], amount_from: 1, currency_to: 'btc', estimated_amount: 0.6 },
  }));
}

export const nowPaymentsVendor: PaymentGatewayVendor = {
  settings: ({ url }) => ({ ...nowSettings, apiBase: url + base }),
  refs: { providerRef: invoiceId, movementRef: paymentId, refundRef: `refund-${paymentId}` },
  currencies: ['EUR', 'JPY', 'KWD'],
  prepare,
  refuses: ['void', 'payout'],
  requests: {
    createCheckout: { method: 'POST', path: `${base}/invoice` },
    getStatus: list,
    testCredentials: { method: 'GET', path: `${base}/merchant/coins` },
  },
  succeeds: {
    createCheckout: (counterparty, { reference }) =>
      counterparty.on(
        { method: 'POST', path: `${base}/invoice` },
        {
          body: {
            id: invoiceId,
            token_id: '5566778899',
            order_id: reference,
            invoice_url: `https://nowpayments.io/payment/?iid=${invoiceId}`,
            created_at: '2026-01-01T00:00:00.000Z',
          },
        },
      ),
    testCredentials: (counterparty) =>
      counterparty.on({ method: 'GET', path: `${base}/merchant/coins` }, { body: { selectedCurrencies: ['btc'] } }),
  },
  declines: {
    createCheckout: (counterparty) =>
      counterparty.on(
        { method: 'POST', path: `${base}/invoice` },
        {
          status: 400,
          body: {
            status: false,
            statusCode: 400,
            code: 'AMOUNT_MINIMAL_ERROR',
            message: 'amount is less than minimal',
          },
        },
      ),
  },
  situations: ['open', 'processing', 'paid', 'failed', 'expired', 'refunded', 'underpaid'],
  knows: (counterparty, situation, values) =>
    counterparty.on({ ...list, query: { invoiceId } }, { body: { data: [payment(situation, values)], total: 1 } }),
  failures: {
    unauthorized: () => ({
      status: 401,
      body: { status: false, statusCode: 401, code: 'AUTH_REQUIRED', message: 'Authorization is required' },
    }),
  },
  idempotencyKeyOf: () => undefined,
  amountOf(request) {
    const json = request.text();
    const currency = (/"price_currency":"(\w+)"/.exec(json)?.[1] ?? '').toUpperCase();
    return { amountMinor: BigInt((/"price_amount":([\d.]+)/.exec(json)?.[1] ?? '').replace('.', '')), currency };
  },
  webhooks: {
    situations: ['open', 'processing', 'paid', 'failed', 'expired', 'refunded', 'underpaid'],
    signatureHeaders: ['x-nowpayments-sig'],
    rotates: true,
    signsContent: true,
    request(event, values, { signer, rawBody }) {
      const secret = signer === 'stranger' ? 'somebody_elses_secret' : nowSecrets[signer];
      const json = event === 'unknown' ? withdrawal : payment(event, values);
      const body = rawBody ?? Buffer.from(JSON.stringify(json));
      return {
        method: 'POST',
        rawBody: body,
        headers: { 'content-type': 'application/json', 'x-nowpayments-sig': signed(body, secret) },
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      };
    },
  },
};

/** Of what is no JSON the vendor could make no signature; then any will do. */
function signed(body: Uint8Array, secret: string): string {
  try {
    return signatureOf(JSON.parse(Buffer.from(body).toString('utf8')), secret);
  } catch {
    return createHmac('sha512', secret).update(body).digest('hex');
  }
}
