import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InputOf, money, paymentGateway, type PaymentEvent, systemClock } from '@fairlead/sdk';
import {
  type Counterparty,
  failureOf,
  readManifest,
  type RecordedRequest,
  startCounterparty,
  type StartedPlugin,
  startPlugin,
} from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { type ProviderProcess, startProviderProcess } from './provider-process.ts';

const { createCheckout, getStatus, receive, capture, refund, getRefund, listEvents, payout, testCredentials } =
  paymentGateway.operations;
const voidPayment = paymentGateway.operations.void;
const manifest = readManifest(new URL('../package.json', import.meta.url));

let folder: string;
let provider: ProviderProcess;
let hub: Counterparty;
let gateway: StartedPlugin;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  provider = await startProviderProcess(join(folder, 'provider.db'), '--delay-ms', '20');
  hub = await startCounterparty();
  hub.on({ path: '/hooks/1' }, {});
  gateway = await connect();
});
afterEach(async () => {
  await gateway.dispose();
  await hub.dispose();
  await provider.kill();
  await rm(folder, { recursive: true });
});

function connect(settings: object = {}): Promise<StartedPlugin> {
  const { url: apiBase, apiKey, webhookSecrets } = provider;
  const webhookUrl = `${hub.url}/hooks/1`;
  return startPlugin({
    plugin,
    manifest,
    clock: systemClock,
    webhookUrl,
    settings: { apiBase, apiKey, webhookSecrets, ...settings },
  });
}

const order: InputOf<typeof createCheckout> = {
  reference: 'attempt-1',
  amount: money(1_999n, 'EUR'),
  capture: 'automatic',
  returnUrl: 'https://shop.example/return',
  cancelUrl: 'https://shop.example/cancel',
};

async function open(more: Partial<typeof order> = {}, idempotencyKey = 'key-1'): Promise<string> {
  const answer = await gateway.invoke(createCheckout, { ...order, ...more }, { idempotencyKey });
  if (answer.outcome !== 'created') throw new Error(answer.outcome);
  return answer.providerRef;
}

async function facts(providerRef: string): Promise<string[]> {
  const { events } = await gateway.invoke(getStatus, { providerRef });
  return events.map(({ evidence }) => evidence.fact);
}

const toInput = ({ method, headers, query, body }: RecordedRequest): InputOf<typeof receive> => ({
  method,
  headers,
  query,
  rawBody: body,
  publicUrl: `${hub.url}/hooks/1`,
});

/** Receives the webhooks that have come, the first `count` of them, and answers their events. */
async function received(count: number): Promise<PaymentEvent[]> {
  await hub.received(count);
  const events: PaymentEvent[] = [];
  for (const request of hub.requests.slice(0, count)) {
    const answer = await gateway.invoke(receive, toInput(request));
    if (answer.outcome !== 'events') throw new Error(`${answer.outcome}: ${answer.reason}`);
    events.push(...answer.events);
  }
  return events;
}

const factsOf = (events: readonly PaymentEvent[]) => events.map(({ evidence }) => evidence.fact);

describe('a payment', () => {
  it('is paid on the checkout page, told by a signed webhook and by getStatus, and counted once', async () => {
    const id = await open();
    expect(await facts(id)).toEqual(['requires_action']);
    expect((await provider.press(id, 'pay')).headers.get('location')).toBe('https://shop.example/return');
    const events = await received(2);
    expect(events).toMatchObject([
      { type: 'checkout.created', evidence: { fact: 'none' } },
      { providerRef: id, reference: 'attempt-1', evidence: { fact: 'captured', amount: money(1_999n, 'EUR') } },
    ]);
    const status = await gateway.invoke(getStatus, { providerRef: id });
    expect(status).toMatchObject({ vendorStatus: 'paid', final: true, events: [{ evidence: events[1]?.evidence }] });
    expect(await provider.control('/counts')).toMatchObject({
      charges: 1,
      charges_by_reference: { 'attempt-1': 1 },
      charged: { EUR: '1999' },
    });
  });

  it('shows a page without scripts, whose buttons are forms', async () => {
    const id = await open({ description: '<b>Order</b>' });
    const html = await (await fetch(`${provider.url}/pay/${id}`)).text();
    expect(html).toContain('1999 EUR');
    expect(html).toContain('&lt;b&gt;Order');
    expect(html).not.toContain('<script');
    const outcomes = [...html.matchAll(/name="outcome" value="(\w+)"/g)].map(([, outcome]) => outcome);
    expect(outcomes).toEqual(['pay', 'decline', 'three_d_secure', 'delay', 'cancel']);
  });

  it.each([
    ['decline', ['failed']],
    ['cancel', ['cancelled']],
  ])('ends by %s with the facts %j and no charge', async (outcome, expected) => {
    const id = await open();
    await provider.press(id, outcome);
    expect((await facts(id)).filter((fact) => fact !== 'requires_action')).toEqual(expected);
    expect(await provider.control('/counts')).toMatchObject({ charges: 0 });
  });

  it('asks for a 3-D Secure step, which may fail and be tried again', async () => {
    const id = await open();
    expect(await (await provider.press(id, 'three_d_secure')).text()).toContain('authentication_failed');
    await provider.press(id, 'authentication_failed');
    await provider.press(id, 'authenticate');
    const { events } = await gateway.invoke(getStatus, { providerRef: id });
    expect(events.map(({ evidence }) => evidence)).toMatchObject([
      { fact: 'failed', reason: 'authentication_failed' },
      { fact: 'captured' },
    ]);
  });

  it('takes its time when delayed', async () => {
    const id = await open();
    await provider.press(id, 'delay');
    expect(factsOf(await received(3))).toEqual(['none', 'processing', 'captured']);
    expect(await facts(id)).toEqual(['captured']);
  });

  it('expires when nobody pays in time', async () => {
    const id = await open();
    await provider.control('/clock', { skew_ms: 3_600_000 });
    expect(await facts(id)).toEqual(['expired']);
  });

  it('is not attempted for an amount outside the limits', async () => {
    const answer = await gateway.invoke(createCheckout, { ...order, amount: money(0n, 'EUR') });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: 'amount_too_small' });
  });

  it.each([
    ['underpay', 'underpaid'],
    ['expire', 'expired'],
  ])('can be made to %s', async (outcome, fact) => {
    const id = await open();
    await provider.control(`/checkouts/${id}`, { outcome });
    expect(await facts(id)).toContain(fact);
  });

  it('can be disputed, lost, and reversed after it was paid', async () => {
    const id = await open();
    await provider.press(id, 'pay');
    for (const outcome of ['dispute', 'dispute_lost', 'reverse'])
      await provider.control(`/checkouts/${id}`, { outcome });
    const { events } = await gateway.invoke(getStatus, { providerRef: id });
    expect(events.map(({ evidence }) => evidence)).toMatchObject([
      { fact: 'captured' },
      { fact: 'dispute', status: 'lost' },
      { fact: 'reversed' },
    ]);
  });
});

describe('money that is held', () => {
  it('is captured in parts and refunded', async () => {
    const id = await open({ capture: 'manual' });
    await provider.press(id, 'pay');
    expect(await facts(id)).toEqual(['authorized']);
    const part = { providerRef: id, amount: money(1_000n, 'EUR'), final: false };
    expect(await gateway.invoke(capture, part)).toMatchObject({ outcome: 'succeeded', amount: money(1_000n, 'EUR') });
    const rest = { providerRef: id, amount: money(999n, 'EUR'), final: true };
    expect(await gateway.invoke(capture, rest)).toMatchObject({ outcome: 'succeeded' });
    expect(await gateway.invoke(capture, part)).toMatchObject({ outcome: 'declined' });
    const back = await gateway.invoke(refund, { providerRef: id, amount: money(1_999n, 'EUR'), reference: 'r-1' });
    expect(back).toMatchObject({ outcome: 'accepted', refund: { status: 'succeeded' } });
    const tooMuch = await gateway.invoke(refund, { providerRef: id, amount: money(1n, 'EUR'), reference: 'r-2' });
    expect(tooMuch).toMatchObject({ outcome: 'declined', vendorCode: 'amount_too_large' });
    expect(await provider.control('/counts')).toMatchObject({ charges: 2, refunds: 1 });
  });

  it('is given back by void, once', async () => {
    const id = await open({ capture: 'manual' });
    await provider.press(id, 'pay');
    for (const idempotencyKey of ['v-1', 'v-2']) {
      const answer = await gateway.invoke(voidPayment, { providerRef: id }, { idempotencyKey });
      expect(answer).toEqual({ outcome: 'succeeded' });
    }
    expect(await facts(id)).toEqual(['authorized', 'voided', 'cancelled']);
  });

  it('tells of a refund that fails later', async () => {
    const id = await open();
    await provider.press(id, 'pay');
    await provider.control('/faults', { operation: 'refund', fault: 'pending' });
    const answer = await gateway.invoke(refund, { providerRef: id, amount: money(5n, 'EUR'), reference: 'r-1' });
    if (answer.outcome !== 'accepted') throw new Error(answer.outcome);
    const { refundRef, status } = answer.refund;
    expect(status).toBe('pending');
    await provider.control(`/refunds/${refundRef}`, { status: 'failed' });
    expect(await gateway.invoke(getRefund, { providerRef: id, refundRef })).toMatchObject({ status: 'failed' });
    expect(factsOf(await received(4))).toEqual(['none', 'captured', 'refund', 'refund']);
  });

  it('is paid out', async () => {
    const request = { reference: 'p-1', amount: money(100n, 'JPY'), destination: 'someone@example.com' };
    expect(await gateway.invoke(payout, request)).toMatchObject({ outcome: 'succeeded', amount: money(100n, 'JPY') });
    expect(await provider.control('/counts')).toMatchObject({ payouts: 1 });
  });
});

describe('faults on demand', () => {
  it.each(['timeout_after_success', 'reset_after_success'])(
    '%s: repeating with the same key finds the checkout that was made',
    async (fault) => {
      await provider.control('/faults', { operation: 'createCheckout', fault });
      const lost = gateway.invoke(createCheckout, order, { idempotencyKey: 'key-1', timeoutMs: 300 });
      expect((await failureOf(lost)).class).toBe('unavailable');
      await open();
      expect(await provider.control('/counts')).toMatchObject({ checkouts: 1 });
    },
  );

  it('timeout_after_success of a capture charges once', async () => {
    const id = await open({ capture: 'manual' });
    await provider.press(id, 'pay');
    await provider.control('/faults', { operation: 'capture', fault: 'timeout_after_success' });
    const input = { providerRef: id, amount: money(1_999n, 'EUR'), final: true };
    const lost = gateway.invoke(capture, input, { idempotencyKey: 'c-1', timeoutMs: 300 });
    expect((await failureOf(lost)).code).toBe('timeout');
    expect(await gateway.invoke(capture, input, { idempotencyKey: 'c-1' })).toMatchObject({ outcome: 'succeeded' });
    expect(await provider.control('/counts')).toMatchObject({ charges: 1 });
  });

  it('a key that was used with another request is a conflict', async () => {
    await open();
    const other = { ...order, amount: money(1n, 'EUR') };
    const failure = await failureOf(gateway.invoke(createCheckout, other, { idempotencyKey: 'key-1' }));
    expect(failure.code).toBe('idempotency_conflict');
  });

  it.each([
    ['rate_limit', { class: 'rate_limited', retryAfterMs: 2_000 }],
    ['error', { code: 'vendor_error' }],
    ['garbage', { code: 'answer_unreadable' }],
  ])('%s', async (fault, expected) => {
    await provider.control('/faults', { operation: '*', fault });
    expect(await failureOf(gateway.invoke(testCredentials, {}))).toMatchObject(expected);
    expect(await gateway.invoke(testCredentials, {})).toMatchObject({ mode: 'test' });
  });

  it('decline and not_attempted are results', async () => {
    await provider.control('/faults', { operation: 'createCheckout', fault: 'decline' });
    await provider.control('/faults', { operation: 'createCheckout', fault: 'not_attempted' });
    expect(await gateway.invoke(createCheckout, order)).toMatchObject({ outcome: 'declined' });
    expect(await gateway.invoke(createCheckout, order)).toMatchObject({ outcome: 'not_attempted' });
  });

  it('an outage lasts until it is over', async () => {
    await provider.control('/outage', { on: true });
    expect(await failureOf(gateway.invoke(testCredentials, {}))).toMatchObject({ class: 'unavailable' });
    await provider.control('/outage', { on: false });
    expect(await gateway.invoke(testCredentials, {})).toMatchObject({ mode: 'test' });
  });

  it('a wrong key is an error of class auth', async () => {
    await using wrong = await connect({ apiKey: 'sk_wrong' });
    expect(await failureOf(wrong.invoke(testCredentials, {}))).toMatchObject({ class: 'auth' });
  });
});

describe('webhooks', () => {
  it('are sent again until they are accepted', async () => {
    await provider.control('/webhooks', { retry_ms: [5, 5] });
    hub.once({ path: '/hooks/1' }, { status: 500 });
    hub.once({ path: '/hooks/1' }, { fault: 'reset' });
    await open();
    const events = await received(3);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
  });

  it('may come twice, with the same dedupe key', async () => {
    await provider.control('/webhooks', { mode: 'duplicate' });
    await open();
    const [first, second] = await received(2);
    expect(second).toEqual(first);
  });

  it('may come in another order', async () => {
    await provider.control('/webhooks', { mode: 'hold' });
    const id = await open({ capture: 'manual' });
    await provider.press(id, 'pay');
    await gateway.invoke(capture, { providerRef: id, amount: money(1_999n, 'EUR'), final: true });
    expect(hub.requests).toHaveLength(0);
    await provider.control('/webhooks/release', { order: 'reversed' });
    expect(factsOf(await received(3))).toEqual(['captured', 'authorized', 'none']);
  });

  it('may be lost, and are recovered by listEvents', async () => {
    await provider.control('/webhooks', { mode: 'lost' });
    const id = await open();
    await provider.press(id, 'pay');
    expect(hub.requests).toHaveLength(0);
    const since = '2020-01-01T00:00:00Z';
    const { events, nextCursor } = await gateway.invoke(listEvents, { since, undeliveredOnly: true });
    expect([factsOf(events), nextCursor]).toEqual([['none', 'captured'], null]);
  });

  it('are signed by every secret while one is being replaced', async () => {
    const [old] = provider.webhookSecrets;
    await provider.control('/webhook-secrets', { secrets: ['whsec_new', old] });
    await open();
    expect(await received(1)).toHaveLength(1);
    await using fresh = await connect({ webhookSecrets: ['whsec_new'] });
    const [request] = hub.requests;
    if (request === undefined) throw new Error('no webhook');
    expect(await fresh.invoke(receive, toInput(request))).toMatchObject({ outcome: 'events' });
    await using foreign = await connect({ webhookSecrets: ['whsec_other'] });
    expect(await foreign.invoke(receive, toInput(request))).toMatchObject({ outcome: 'invalid' });
  });

  it('of a clock that is wrong by more than five minutes are too old', async () => {
    await provider.control('/clock', { skew_ms: -600_000 });
    await open();
    await hub.received(1);
    const [request] = hub.requests;
    if (request === undefined) throw new Error('no webhook');
    expect(await gateway.invoke(receive, toInput(request))).toMatchObject({ outcome: 'invalid', reason: 'too_old' });
  });
});

it('pages through many events', async () => {
  for (let index = 0; index < 60; index++) await open({ reference: `attempt-${index}` }, `key-${index}`);
  const since = '2020-01-01T00:00:00Z';
  const first = await gateway.invoke(listEvents, { since, undeliveredOnly: false });
  const cursor = first.nextCursor ?? '';
  const second = await gateway.invoke(listEvents, { since, undeliveredOnly: false, cursor });
  expect([first.events.length, second.events.length, second.nextCursor]).toEqual([50, 10, null]);
});

it('keeps its books, keys and credentials through a kill', async () => {
  const id = await open();
  await provider.press(id, 'pay');
  const before = await provider.control('/counts');
  await provider.kill();
  expect(await failureOf(gateway.invoke(testCredentials, {}))).toMatchObject({ code: 'unreachable' });
  await gateway.dispose();
  provider = await startProviderProcess(join(folder, 'provider.db'));
  gateway = await connect();
  expect(await facts(id)).toEqual(['captured']);
  expect(await open()).toBe(id);
  expect(await provider.control('/counts')).toMatchObject({ charges: before['charges'], checkouts: 1 });
});
