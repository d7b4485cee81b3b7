import { createHmac } from 'node:crypto';
import type { CaseValues, PaymentGatewayVendor, Reply, Situation } from '@fairlead/sdk/testing';

// The vendor, for the conformance suite to play over real HTTP. Write it from the vendor's documentation and not from the
// plugin's code, so that the two can disagree.

const secrets = { first: 'whsec_first_0123456789abcdef', second: 'whsec_second_0123456789abcdef' };
const refs = { providerRef: 'co_0001', movementRef: 'pay_0001', refundRef: 're_0001' };

const iso = (ms: number) => new Date(ms).toISOString();
const amountOf = ({ amount }: CaseValues) => ({ amount: String(amount.amountMinor), currency: amount.currency });

const payment = (values: CaseValues) => ({
  id: refs.movementRef,
  ...amountOf(values),
  created_at: iso(values.nowMs),
});

const refund = (values: CaseValues) => ({
  id: refs.refundRef,
  ...amountOf(values),
  status: 'succeeded',
  updated_at: iso(values.nowMs),
});

function checkout(values: CaseValues, situation: Situation) {
  const isPaid = situation === 'paid' || situation === 'refunded';
  return {
    id: refs.providerRef,
    status: isPaid ? 'paid' : situation,
    reference: values.reference,
    url: 'https://pay.acme.example/co_0001',
    created_at: iso(values.nowMs - 60_000),
    expires_at: iso(situation === 'expired' ? values.nowMs : values.nowMs + 1_800_000),
    ...(situation === 'failed' ? { failure: { code: 'card_declined', at: iso(values.nowMs) } } : {}),
    ...(isPaid ? { payment: payment(values) } : {}),
    refunds: situation === 'refunded' ? [refund(values)] : [],
  };
}

function event(name: Situation | 'unknown', values: CaseValues) {
  const what = name === 'unknown' ? {} : { checkout: checkout(values, name) };
  return { id: `ev_${name}`, type: `checkout.${name}`, created_at: iso(values.nowMs), ...what };
}

const refusal: Reply = { status: 402, body: { error: { code: 'insufficient_funds' } } };

export const vendor: PaymentGatewayVendor = {
  settings: ({ url }) => ({
    apiBase: url,
    apiKey: 'sk_test_0123456789abcdef',
    webhookSecrets: [secrets.first, secrets.second],
  }),
  refs,
  requests: {
    createCheckout: { method: 'POST', path: '/v1/checkouts' },
    getStatus: { method: 'GET', path: /^\/v1\/checkouts\/[^/]+$/ },
    refund: { method: 'POST', path: '/v1/refunds' },
    getRefund: { method: 'GET', path: /^\/v1\/refunds\/[^/]+$/ },
    testCredentials: { method: 'GET', path: '/v1/account' },
  },
  succeeds: {
    createCheckout: (counterparty, values) =>
      counterparty.on({ method: 'POST', path: '/v1/checkouts' }, { status: 201, body: checkout(values, 'open') }),
    refund: (counterparty, values) =>
      counterparty.on({ method: 'POST', path: '/v1/refunds' }, { status: 201, body: refund(values) }),
    getRefund: (counterparty, values) =>
      counterparty.on({ method: 'GET', path: '/v1/refunds/re_0001' }, { body: refund(values) }),
    testCredentials: (counterparty) =>
      counterparty.on({ path: '/v1/account' }, { body: { id: 'acct_0001', live: false } }),
  },
  declines: {
    createCheckout: (counterparty) => counterparty.on({ method: 'POST', path: '/v1/checkouts' }, refusal),
    refund: (counterparty) => counterparty.on({ path: '/v1/refunds' }, refusal),
  },
  situations: ['open', 'paid', 'failed', 'expired', 'refunded'],
  knows: (counterparty, situation, values) =>
    counterparty.on({ method: 'GET', path: '/v1/checkouts/co_0001' }, { body: checkout(values, situation) }),
  idempotencyKeyOf: ({ headers }) => headers['idempotency-key'],
  amountOf(request) {
    const { amount, currency } = request.json() as { amount: string; currency: string };
    return { amountMinor: BigInt(amount), currency };
  },
  webhooks: {
    situations: ['paid', 'failed', 'expired', 'refunded'],
    signatureHeaders: ['x-signature'],
    toleranceMs: 300_000,
    rotates: true,
    request(name, values, { signer, atMs, rawBody = Buffer.from(JSON.stringify(event(name, values))) }) {
      const secret = signer === 'stranger' ? 'whsec_of_somebody_else' : secrets[signer];
      const seconds = Math.floor(atMs / 1_000);
      const v1 = createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest('hex');
      return {
        method: 'POST',
        rawBody,
        headers: { 'content-type': 'application/json', 'x-signature': `t=${seconds},v1=${v1}` },
        query: {},
        publicUrl: 'https://hub.example/hooks/test',
      };
    },
  },
};
