import { money, paymentGateway } from '@fairlead/sdk';
import { failureOf } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { factsOf, order, providerStage } from './provider-stage.ts';

const { createCheckout, getStatus, receive, capture, refund, getRefund, listEvents, payout, testCredentials } =
  paymentGateway.operations;
const voidPayment = paymentGateway.operations.void;

const stage = providerStage();

describe('a payment', () => {
  it('is paid on the checkout page, told by a signed webhook and by getStatus, and counted once', async () => {
    const id = await stage.open();
    expect(await stage.facts(id)).toEqual(['requires_action']);
    expect((await stage.provider.press(id, 'pay')).headers.get('location')).toBe('https://shop.example/return');
    const events = await stage.received(2);
    expect(events).toMatchObject([
      { type: 'checkout.created', evidence: { fact: 'none' } },
      { providerRef: id, reference: 'attempt-1', evidence: { fact: 'captured', amount: money(1_999n, 'EUR') } },
    ]);
    const status = await stage.gateway.invoke(getStatus, { providerRef: id });
    expect(status).toMatchObject({ vendorStatus: 'paid', final: true, events: [{ evidence: events[1]?.evidence }] });
    expect(await stage.provider.control('/counts')).toMatchObject({
      charges: 1,
      charges_by_reference: { 'attempt-1': 1 },
      charged: { EUR: '1999' },
    });
  });

  it('shows a page without scripts, whose buttons are forms', async () => {
    const id = await stage.open({ description: '<b>Order</b>' });
    const html = await (await fetch(`${stage.provider.url}/pay/${id}`)).text();
    expect(html).toContain('1999 EUR');
    expect(html).toContain('&lt;b&gt;Order');
    expect(html).not.toContain('<script');
    const outcomes = [...html.matchAll(/name="outcome" value="(\w+)"/g)].map(([, outcome]) => outcome);
    expect(outcomes.slice(0, 5)).toEqual(['pay', 'decline', 'three_d_secure', 'delay', 'cancel']);
  });

  it.each([
    ['decline', ['failed']],
    ['cancel', ['cancelled']],
  ])('ends by %s with the facts %j and no charge', async (outcome, expected) => {
    const id = await stage.open();
    await stage.provider.press(id, outcome);
    expect((await stage.facts(id)).filter((fact) => fact !== 'requires_action')).toEqual(expected);
    expect(await stage.provider.control('/counts')).toMatchObject({ charges: 0 });
  });

  it('asks for a 3-D Secure step, which may fail and be tried again', async () => {
    const id = await stage.open();
    expect(await (await stage.provider.press(id, 'three_d_secure')).text()).toContain('authentication_failed');
    await stage.provider.press(id, 'authentication_failed');
    await stage.provider.press(id, 'authenticate');
    const { events } = await stage.gateway.invoke(getStatus, { providerRef: id });
    expect(events.map(({ evidence }) => evidence)).toMatchObject([
      { fact: 'failed', reason: 'authentication_failed' },
      { fact: 'captured' },
    ]);
  });

  it('takes its time when delayed', async () => {
    const id = await stage.open();
    await stage.provider.press(id, 'delay');
    expect(factsOf(await stage.received(3))).toEqual(['none', 'processing', 'captured']);
    expect(await stage.facts(id)).toEqual(['captured']);
  });

  it('expires when nobody pays in time', async () => {
    const id = await stage.open();
    await stage.provider.control('/clock', { skew_ms: 3_600_000 });
    expect(await stage.facts(id)).toEqual(['expired']);
  });

  it('is not attempted for an amount outside the limits', async () => {
    const answer = await stage.gateway.invoke(createCheckout, { ...order, amount: money(0n, 'EUR') });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: 'amount_too_small' });
  });

  it.each([
    ['underpay', 'underpaid'],
    ['expire', 'expired'],
  ])('can be made to %s', async (outcome, fact) => {
    const id = await stage.open();
    await stage.provider.control(`/checkouts/${id}`, { outcome });
    expect(await stage.facts(id)).toContain(fact);
  });

  it('can be disputed, lost, and reversed after it was paid', async () => {
    const id = await stage.open();
    await stage.provider.press(id, 'pay');
    for (const outcome of ['dispute', 'dispute_lost', 'reverse'])
      await stage.provider.control(`/checkouts/${id}`, { outcome });
    const { events } = await stage.gateway.invoke(getStatus, { providerRef: id });
    expect(events.map(({ evidence }) => evidence)).toMatchObject([
      { fact: 'captured' },
      { fact: 'dispute', status: 'lost' },
      { fact: 'reversed' },
    ]);
  });
});

describe('money that is held', () => {
  it('is captured in parts and refunded', async () => {
    const id = await stage.open({ capture: 'manual' });
    await stage.provider.press(id, 'pay');
    expect(await stage.facts(id)).toEqual(['authorized']);
    const part = { providerRef: id, amount: money(1_000n, 'EUR'), final: false };
    expect(await stage.gateway.invoke(capture, part)).toMatchObject({
      outcome: 'succeeded',
      amount: money(1_000n, 'EUR'),
    });
    const rest = { providerRef: id, amount: money(999n, 'EUR'), final: true };
    expect(await stage.gateway.invoke(capture, rest)).toMatchObject({ outcome: 'succeeded' });
    expect(await stage.gateway.invoke(capture, part)).toMatchObject({ outcome: 'declined' });
    const back = await stage.gateway.invoke(refund, {
      providerRef: id,
      amount: money(1_999n, 'EUR'),
      reference: 'r-1',
    });
    expect(back).toMatchObject({ outcome: 'accepted', refund: { status: 'succeeded' } });
    const tooMuch = await stage.gateway.invoke(refund, { providerRef: id, amount: money(1n, 'EUR'), reference: 'r-2' });
    expect(tooMuch).toMatchObject({ outcome: 'declined', vendorCode: 'amount_too_large' });
    expect(await stage.provider.control('/counts')).toMatchObject({ charges: 2, refunds: 1 });
  });

  it('is given back by void, once', async () => {
    const id = await stage.open({ capture: 'manual' });
    await stage.provider.press(id, 'pay');
    for (const idempotencyKey of ['v-1', 'v-2']) {
      const answer = await stage.gateway.invoke(voidPayment, { providerRef: id }, { idempotencyKey });
      expect(answer).toEqual({ outcome: 'succeeded' });
    }
    expect(await stage.facts(id)).toEqual(['authorized', 'voided', 'cancelled']);
  });

  it('tells of a refund that fails later', async () => {
    const id = await stage.open();
    await stage.provider.press(id, 'pay');
    await stage.provider.control('/faults', { operation: 'refund', fault: 'pending' });
    const answer = await stage.gateway.invoke(refund, { providerRef: id, amount: money(5n, 'EUR'), reference: 'r-1' });
    if (answer.outcome !== 'accepted') throw new Error(answer.outcome);
    const { refundRef, status } = answer.refund;
    expect(status).toBe('pending');
    await stage.provider.control(`/refunds/${refundRef}`, { status: 'failed' });
    expect(await stage.gateway.invoke(getRefund, { providerRef: id, refundRef })).toMatchObject({ status: 'failed' });
    expect(factsOf(await stage.received(4))).toEqual(['none', 'captured', 'refund', 'refund']);
  });

  it('is paid out', async () => {
    const request = { reference: 'p-1', amount: money(100n, 'JPY'), destination: 'someone@example.com' };
    expect(await stage.gateway.invoke(payout, request)).toMatchObject({
      outcome: 'succeeded',
      amount: money(100n, 'JPY'),
    });
    expect(await stage.provider.control('/counts')).toMatchObject({ payouts: 1 });
  });
});

describe('faults on demand', () => {
  it.each(['timeout_after_success', 'reset_after_success'])(
    '%s: repeating with the same key finds the checkout that was made',
    async (fault) => {
      await stage.provider.control('/faults', { operation: 'createCheckout', fault });
      const lost = stage.gateway.invoke(createCheckout, order, { idempotencyKey: 'key-1', timeoutMs: 300 });
      expect((await failureOf(lost)).class).toBe('unavailable');
      await stage.open();
      expect(await stage.provider.control('/counts')).toMatchObject({ checkouts: 1 });
    },
  );

  it('timeout_after_success of a capture charges once', async () => {
    const id = await stage.open({ capture: 'manual' });
    await stage.provider.press(id, 'pay');
    await stage.provider.control('/faults', { operation: 'capture', fault: 'timeout_after_success' });
    const input = { providerRef: id, amount: money(1_999n, 'EUR'), final: true };
    const lost = stage.gateway.invoke(capture, input, { idempotencyKey: 'c-1', timeoutMs: 300 });
    expect((await failureOf(lost)).code).toBe('timeout');
    expect(await stage.gateway.invoke(capture, input, { idempotencyKey: 'c-1' })).toMatchObject({
      outcome: 'succeeded',
    });
    expect(await stage.provider.control('/counts')).toMatchObject({ charges: 1 });
  });

  it('a key that was used with another request is a conflict', async () => {
    await stage.open();
    const other = { ...order, amount: money(1n, 'EUR') };
    const failure = await failureOf(stage.gateway.invoke(createCheckout, other, { idempotencyKey: 'key-1' }));
    expect(failure.code).toBe('idempotency_conflict');
  });

  it.each([
    ['rate_limit', { class: 'rate_limited', retryAfterMs: 2_000 }],
    ['error', { code: 'vendor_error' }],
    ['garbage', { code: 'answer_unreadable' }],
  ])('%s', async (fault, expected) => {
    await stage.provider.control('/faults', { operation: '*', fault });
    expect(await failureOf(stage.gateway.invoke(testCredentials, {}))).toMatchObject(expected);
    expect(await stage.gateway.invoke(testCredentials, {})).toMatchObject({ mode: 'test' });
  });

  it('decline and not_attempted are results', async () => {
    await stage.provider.control('/faults', { operation: 'createCheckout', fault: 'decline' });
    await stage.provider.control('/faults', { operation: 'createCheckout', fault: 'not_attempted' });
    expect(await stage.gateway.invoke(createCheckout, order)).toMatchObject({ outcome: 'declined' });
    expect(await stage.gateway.invoke(createCheckout, order)).toMatchObject({ outcome: 'not_attempted' });
  });

  it('an outage lasts until it is over', async () => {
    await stage.provider.control('/outage', { on: true });
    expect(await failureOf(stage.gateway.invoke(testCredentials, {}))).toMatchObject({ class: 'unavailable' });
    await stage.provider.control('/outage', { on: false });
    expect(await stage.gateway.invoke(testCredentials, {})).toMatchObject({ mode: 'test' });
  });

  it('a wrong key is an error of class auth', async () => {
    await using wrong = await stage.connect({ apiKey: 'sk_wrong' });
    expect(await failureOf(wrong.invoke(testCredentials, {}))).toMatchObject({ class: 'auth' });
  });
});

describe('webhooks', () => {
  it('are sent again until they are accepted', async () => {
    await stage.provider.control('/webhooks', { retry_ms: [5, 5] });
    stage.hub.once({ path: '/hooks/1' }, { status: 500 });
    stage.hub.once({ path: '/hooks/1' }, { fault: 'reset' });
    await stage.open();
    const events = await stage.received(3);
    expect(new Set(events.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
  });

  it('may come twice, with the same dedupe key', async () => {
    await stage.provider.control('/webhooks', { mode: 'duplicate' });
    await stage.open();
    const [first, second] = await stage.received(2);
    expect(second).toEqual(first);
  });

  it('may come in another order', async () => {
    await stage.provider.control('/webhooks', { mode: 'hold' });
    const id = await stage.open({ capture: 'manual' });
    await stage.provider.press(id, 'pay');
    await stage.gateway.invoke(capture, { providerRef: id, amount: money(1_999n, 'EUR'), final: true });
    expect(stage.hub.requests).toHaveLength(0);
    await stage.provider.control('/webhooks/release', { order: 'reversed' });
    expect(factsOf(await stage.arrived(3))).toEqual(['captured', 'authorized', 'none']);
  });

  it('may be lost, and are recovered by listEvents', async () => {
    await stage.provider.control('/webhooks', { mode: 'lost' });
    const id = await stage.open();
    await stage.provider.press(id, 'pay');
    expect(stage.hub.requests).toHaveLength(0);
    const since = '2020-01-01T00:00:00Z';
    const { events, nextCursor } = await stage.gateway.invoke(listEvents, { since, undeliveredOnly: true });
    expect([factsOf(events), nextCursor]).toEqual([['none', 'captured'], null]);
  });

  it('are signed by every secret while one is being replaced', async () => {
    const [old] = stage.provider.webhookSecrets;
    await stage.provider.control('/webhook-secrets', { secrets: ['whsec_new', old] });
    await stage.open();
    expect(await stage.received(1)).toHaveLength(1);
    await using fresh = await stage.connect({ webhookSecrets: ['whsec_new'] });
    const [request] = stage.hub.requests;
    if (request === undefined) throw new Error('no webhook');
    expect(await fresh.invoke(receive, stage.toInput(request))).toMatchObject({ outcome: 'events' });
    await using foreign = await stage.connect({ webhookSecrets: ['whsec_other'] });
    expect(await foreign.invoke(receive, stage.toInput(request))).toMatchObject({ outcome: 'invalid' });
  });

  it('of a clock that is wrong by more than five minutes are too old', async () => {
    await stage.provider.control('/clock', { skew_ms: -600_000 });
    await stage.open();
    await stage.hub.received(1);
    const [request] = stage.hub.requests;
    if (request === undefined) throw new Error('no webhook');
    expect(await stage.gateway.invoke(receive, stage.toInput(request))).toMatchObject({
      outcome: 'invalid',
      reason: 'too_old',
    });
  });
});

it('pages through many events', async () => {
  for (let index = 0; index < 60; index++) await stage.open({ reference: `attempt-${index}` }, `key-${index}`);
  const since = '2020-01-01T00:00:00Z';
  const first = await stage.gateway.invoke(listEvents, { since, undeliveredOnly: false });
  const cursor = first.nextCursor ?? '';
  const second = await stage.gateway.invoke(listEvents, { since, undeliveredOnly: false, cursor });
  expect([first.events.length, second.events.length, second.nextCursor]).toEqual([50, 10, null]);
});

it('keeps its books, keys and credentials through a kill', async () => {
  const id = await stage.open();
  await stage.provider.press(id, 'pay');
  const before = await stage.provider.control('/counts');
  await stage.provider.kill();
  expect(await failureOf(stage.gateway.invoke(testCredentials, {}))).toMatchObject({ code: 'unreachable' });
  await stage.restart();
  expect(await stage.facts(id)).toEqual(['captured']);
  expect(await stage.open()).toBe(id);
  expect(await stage.provider.control('/counts')).toMatchObject({ charges: before['charges'], checkouts: 1 });
});
