import { createHmac } from 'node:crypto';
import type { CaseValues, PaymentGatewayVendor, Reply, Situation } from '@fairlead/sdk/testing';

/** The provider as provider/README.md describes it, written without the plugin's code. */
const secrets = { first: 'whsec_sandbox_first_0123456789', second: 'whsec_sandbox_second_0123456789' };
const refs = { providerRef: 'co_0001', movementRef: 'cap_0001', refundRef: 're_0001', subscriptionRef: 'sub_0001' };

const iso = (ms: number) => new Date(ms).toISOString();
const amountOf = ({ amount }: CaseValues) => ({ amount: String(amount.amountMinor), currency: amount.currency });

const authorization = (values: CaseValues) => ({
  id: refs.movementRef,
  ...amountOf(values),
  created_at: iso(values.nowMs),
  capturable_until: iso(values.nowMs + 604_800_000),
});
const capture = (values: CaseValues) => ({
  id: refs.movementRef,
  ...amountOf(values),
  fee: '12',
  final: true,
  created_at: iso(values.nowMs),
});
const decline = (values: CaseValues) => ({
  id: 'dec_0001',
  code: 'card_declined',
  reason: 'declined',
  message: 'The bank said no.',
  created_at: iso(values.nowMs),
});
const refund = (values: CaseValues) => ({
  id: refs.refundRef,
  ...amountOf(values),
  status: 'succeeded',
  reference: 'refund-0001',
  reason: 'requested_by_customer',
  created_at: iso(values.nowMs),
  updated_at: iso(values.nowMs),
});
const dispute = (values: CaseValues) => ({
  id: 'dp_0001',
  ...amountOf(values),
  status: 'needs_response',
  reason: 'fraudulent',
  respond_by: iso(values.nowMs + 604_800_000),
  updated_at: iso(values.nowMs),
});
const underpayment = (values: CaseValues) => ({
  id: 'up_0001',
  expected: '0.5',
  received: '0.25',
  asset: 'XBTEST',
  created_at: iso(values.nowMs),
  updated_at: iso(values.nowMs),
});
const subscription = (values: CaseValues, status: string) => ({
  id: refs.subscriptionRef,
  checkout: refs.providerRef,
  every: 1,
  unit: 'month',
  name: 'Membership',
  status,
  started_at: iso(values.nowMs),
  periods: 1,
  period_ends_at: iso(values.nowMs + 2_592_000_000),
  ...(status === 'cancelled' ? { ends_at: iso(values.nowMs) } : {}),
  updated_at: iso(values.nowMs),
  invoices: [],
});

function checkout(values: CaseValues, situation: Situation) {
  const paid = ['paid', 'refunded', 'disputed'].includes(situation);
  const final = !['open', 'approved', 'processing', 'authorized', 'underpaid'].includes(situation);
  return {
    id: refs.providerRef,
    status: situation === 'failed' ? 'open' : situation,
    final,
    reference: values.reference,
    ...amountOf(values),
    url: 'http://127.0.0.1:4010/pay/co_0001',
    created_at: iso(values.nowMs),
    expires_at: iso(values.nowMs + 1_800_000),
    ...(situation === 'approved' ? { approved_at: iso(values.nowMs), confirm_by: iso(values.nowMs + 10_800_000) } : {}),
    ...(situation === 'processing' ? { processing_at: iso(values.nowMs) } : {}),
    ...(situation === 'cancelled' || situation === 'expired' ? { ended_at: iso(values.nowMs) } : {}),
    ...(situation === 'authorized' ? { authorization: authorization(values) } : {}),
    ...(situation === 'underpaid' ? { underpayment: underpayment(values) } : {}),
    captures: paid ? [capture(values)] : [],
    declines: situation === 'failed' ? [decline(values)] : [],
    refunds: situation === 'refunded' ? [refund(values)] : [],
    disputes: situation === 'disputed' ? [dispute(values)] : [],
    reversals: [],
  };
}

const eventOf: { readonly [Name in Situation | 'unknown']: (values: CaseValues) => { type: string; data: object } } = {
  open: () => ({ type: 'checkout.created', data: {} }),
  approved: (values) => ({ type: 'checkout.approved', data: { confirm_by: iso(values.nowMs + 10_800_000) } }),
  processing: () => ({ type: 'checkout.processing', data: {} }),
  authorized: (values) => ({ type: 'checkout.authorized', data: authorization(values) }),
  paid: (values) => ({ type: 'checkout.captured', data: capture(values) }),
  failed: (values) => ({ type: 'checkout.declined', data: decline(values) }),
  cancelled: () => ({ type: 'checkout.cancelled', data: {} }),
  expired: () => ({ type: 'checkout.expired', data: {} }),
  refunded: (values) => ({ type: 'refund.updated', data: refund(values) }),
  disputed: (values) => ({ type: 'dispute.updated', data: dispute(values) }),
  underpaid: (values) => ({ type: 'checkout.underpaid', data: underpayment(values) }),
  unknown: () => ({ type: 'moon.landed', data: { gravity: 1.62 } }),
};

function event(name: Situation | 'unknown', values: CaseValues) {
  const { type, data } = eventOf[name](values);
  return {
    id: `ev_${name}`,
    type,
    created_at: iso(values.nowMs),
    ...(name === 'unknown' ? {} : { checkout: refs.providerRef, reference: values.reference }),
    data,
  };
}

const refused: Reply = {
  status: 402,
  body: { error: { code: 'card_declined', reason: 'insufficient_funds', message: 'Not enough money.' } },
};

export const sandboxVendor: PaymentGatewayVendor = {
  settings: ({ url }) => ({
    apiBase: url,
    apiKey: 'sk_sandbox_0123456789abcdef',
    webhookSecrets: [secrets.first, secrets.second],
  }),
  refs,
  requests: {
    createCheckout: { method: 'POST', path: '/v1/checkouts' },
    getStatus: { method: 'GET', path: /^\/v1\/checkouts\/[^/]+$/ },
    confirm: { method: 'POST', path: /^\/v1\/checkouts\/[^/]+\/confirm$/ },
    capture: { method: 'POST', path: /^\/v1\/checkouts\/[^/]+\/capture$/ },
    void: { method: 'POST', path: /^\/v1\/checkouts\/[^/]+\/void$/ },
    refund: { method: 'POST', path: '/v1/refunds' },
    getRefund: { method: 'GET', path: /^\/v1\/refunds\/[^/]+$/ },
    listEvents: { method: 'GET', path: '/v1/events' },
    cancelSubscription: { method: 'POST', path: /^\/v1\/subscriptions\/[^/]+\/cancel$/ },
    payout: { method: 'POST', path: '/v1/payouts' },
    testCredentials: { method: 'GET', path: '/v1/account' },
  },
  succeeds: {
    createCheckout: (vendor, values) =>
      vendor.on({ method: 'POST', path: '/v1/checkouts' }, { status: 201, body: checkout(values, 'open') }),
    confirm: (vendor, values) =>
      vendor.on({ method: 'POST', path: '/v1/checkouts/co_0001/confirm' }, { body: checkout(values, 'paid') }),
    capture: (vendor, values) =>
      vendor.on({ method: 'POST', path: '/v1/checkouts/co_0001/capture' }, { status: 201, body: capture(values) }),
    void: (vendor, values) =>
      vendor.on({ method: 'POST', path: '/v1/checkouts/co_0001/void' }, { body: checkout(values, 'cancelled') }),
    refund: (vendor, values) =>
      vendor.on({ method: 'POST', path: '/v1/refunds' }, { status: 201, body: refund(values) }),
    getRefund: (vendor, values) => vendor.on({ method: 'GET', path: '/v1/refunds/re_0001' }, { body: refund(values) }),
    cancelSubscription: (vendor, values) =>
      vendor.on(
        { method: 'POST', path: '/v1/subscriptions/sub_0001/cancel' },
        { body: subscription(values, 'cancelled') },
      ),
    payout: (vendor, values) =>
      vendor.on(
        { method: 'POST', path: '/v1/payouts' },
        { status: 201, body: { id: 'po_0001', ...amountOf(values), status: 'succeeded' } },
      ),
    testCredentials: (vendor) =>
      vendor.on({ path: '/v1/account' }, { body: { id: 'acct_sandbox', name: 'Sandbox', mode: 'test' } }),
  },
  declines: {
    createCheckout: (vendor) => vendor.on({ method: 'POST', path: '/v1/checkouts' }, refused),
    confirm: (vendor) => vendor.on({ path: '/v1/checkouts/co_0001/confirm' }, refused),
    capture: (vendor) => vendor.on({ path: '/v1/checkouts/co_0001/capture' }, refused),
    void: (vendor) => vendor.on({ path: '/v1/checkouts/co_0001/void' }, refused),
    refund: (vendor) => vendor.on({ path: '/v1/refunds' }, refused),
    cancelSubscription: (vendor) => vendor.on({ path: '/v1/subscriptions/sub_0001/cancel' }, refused),
    payout: (vendor) => vendor.on({ path: '/v1/payouts' }, refused),
  },
  situations: [
    'open',
    'approved',
    'processing',
    'authorized',
    'paid',
    'failed',
    'cancelled',
    'expired',
    'refunded',
    'disputed',
    'underpaid',
  ],
  knows: (vendor, situation, values) =>
    vendor.on({ method: 'GET', path: '/v1/checkouts/co_0001' }, { body: checkout(values, situation) }),
  eventPages(vendor, values) {
    const pages = [
      { events: [event('authorized', values), event('paid', values)], next_cursor: 'page-2' },
      { events: [event('refunded', values)], next_cursor: null },
    ] as const;
    vendor.on({ path: '/v1/events' }, { body: pages[0] });
    vendor.on({ path: '/v1/events', query: { cursor: 'page-2' } }, { body: pages[1] });
    return pages.map(({ events }) => events.map(({ id }) => id));
  },
  failures: {
    unauthorized: () => ({
      status: 401,
      body: { error: { code: 'key_unknown', message: 'The API key is not known.' } },
    }),
  },
  idempotencyKeyOf: ({ headers }) => headers['idempotency-key'],
  amountOf(request) {
    const { amount, currency } = request.json() as { amount: string; currency: string };
    return { amountMinor: BigInt(amount), currency };
  },
  webhooks: {
    situations: [
      'approved',
      'processing',
      'authorized',
      'paid',
      'failed',
      'cancelled',
      'expired',
      'refunded',
      'disputed',
      'underpaid',
    ],
    signatureHeaders: ['sandbox-signature'],
    toleranceMs: 300_000,
    rotates: true,
    request(name, values, { signer, atMs, rawBody = Buffer.from(JSON.stringify(event(name, values))) }) {
      const secret = signer === 'stranger' ? 'whsec_of_somebody_else' : secrets[signer];
      const seconds = Math.floor(atMs / 1_000);
      const v1 = createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest('hex');
      return {
        method: 'POST',
        rawBody,
        headers: { 'content-type': 'application/json', 'sandbox-signature': `t=${seconds},v1=${v1}` },
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      };
    },
  },
};
