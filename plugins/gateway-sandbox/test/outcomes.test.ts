import { money, paymentGateway } from '@fairlead/sdk';
import { failureOf } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { factsOf, providerStage } from './provider-stage.ts';

const { refund, receive, payout, testCredentials, listEvents } = paymentGateway.operations;
const stage = providerStage();
const evidenceOf = async (id: string) => (await stage.events(id)).map(({ evidence }) => evidence);

describe('money that is not what was asked for', () => {
  it.each([
    ['pay_less', money(999n, 'EUR')],
    ['pay_more', money(2_099n, 'EUR')],
    ['pay_other_currency', money(1_999n, 'USD')],
  ])('%s is told as it was taken', async (outcome, amount) => {
    const id = await stage.open();
    await stage.provider.press(id, outcome);
    expect(await evidenceOf(id)).toMatchObject([{ fact: 'captured', amount }]);
    expect(await stage.provider.control('/counts')).toMatchObject({ charges: 1 });
  });

  it('may be any amount in any currency by the control route', async () => {
    const id = await stage.open();
    await stage.provider.control(`/checkouts/${id}`, { outcome: 'pay', amount: '1', currency: 'JPY' });
    expect(await evidenceOf(id)).toMatchObject([{ fact: 'captured', amount: money(1n, 'JPY') }]);
  });

  it.each([
    ['pay_late', 'captured', money(1_999n, 'EUR')],
    ['pay_late_less', 'captured', money(999n, 'EUR')],
  ])('%s comes after the checkout has expired', async (outcome, fact, amount) => {
    const id = await stage.open();
    await stage.provider.press(id, 'expire');
    await stage.provider.press(id, outcome);
    expect(await evidenceOf(id)).toMatchObject([{ fact, amount }]);
    expect(factsOf(await stage.received(3))).toEqual(['none', 'expired', fact]);
  });
});

describe('money in crypto', () => {
  const asset = (amount: string) => ({ amount, asset: 'SBX' });

  it('may come in parts: told under one reference, larger each time, and captured once', async () => {
    const id = await stage.open();
    for (const outcome of ['underpay', 'top_up_part', 'top_up']) await stage.provider.press(id, outcome);
    const told = (await stage.received(4)).map(({ evidence }) => evidence);
    const expected = asset('19.990000');
    expect(told).toMatchObject([
      { fact: 'none' },
      { fact: 'underpaid', expected, received: asset('14.992500') },
      { fact: 'underpaid', expected, received: asset('17.491250') },
      { fact: 'captured', amount: money(1_999n, 'EUR'), expected, received: expected },
    ]);
    const refs = told.map((evidence) => ('movementRef' in evidence ? evidence.movementRef : undefined));
    expect(new Set(refs.slice(1)).size).toBe(1);
    expect(await evidenceOf(id)).toEqual([told[3]]);
    expect(await stage.provider.control('/counts')).toMatchObject({ charges: 1 });
  });

  it('may be more than was asked for', async () => {
    const id = await stage.open();
    await stage.provider.press(id, 'overpay');
    expect(await evidenceOf(id)).toMatchObject([
      { fact: 'captured', amount: money(1_999n, 'EUR'), expected: asset('19.990000'), received: asset('24.987500') },
    ]);
  });

  it('may be late and too little, and still be topped up', async () => {
    const id = await stage.open();
    for (const outcome of ['expire', 'underpay_late', 'top_up']) await stage.provider.press(id, outcome);
    expect(factsOf(await stage.received(4))).toEqual(['none', 'expired', 'underpaid', 'captured']);
  });
});

describe('a dispute', () => {
  it('goes from an inquiry to a loss under one reference', async () => {
    const id = await stage.open();
    for (const outcome of ['pay', 'inquiry', 'dispute', 'dispute_review', 'dispute_lost'])
      await stage.provider.press(id, outcome);
    const told = (await stage.received(6)).map(({ evidence }) => evidence).slice(2);
    expect(told.map((evidence) => 'status' in evidence && evidence.status)).toEqual([
      'inquiry',
      'needs_response',
      'under_review',
      'lost',
    ]);
    expect(new Set(told.map((evidence) => 'disputeRef' in evidence && evidence.disputeRef)).size).toBe(1);
  });
});

describe('a refund', () => {
  it('is told with the reference that it was given, and may fail after it succeeded', async () => {
    const id = await stage.open();
    await stage.provider.press(id, 'pay');
    const input = { providerRef: id, amount: money(5n, 'EUR'), reference: 'attempt-1-r1' };
    const answer = await stage.gateway.invoke(refund, input);
    if (answer.outcome !== 'accepted') throw new Error(answer.outcome);
    await stage.provider.control(`/refunds/${answer.refund.refundRef}`, { status: 'failed' });
    const told = (await stage.received(4)).slice(2).map(({ evidence }) => evidence);
    const same = { fact: 'refund', refundRef: answer.refund.refundRef, reference: 'attempt-1-r1' };
    expect(told).toMatchObject([
      { ...same, status: 'succeeded' },
      { ...same, status: 'failed' },
    ]);
  });

  it('of one capture goes no further than that capture', async () => {
    const id = await stage.open({ capture: 'manual' });
    await stage.provider.press(id, 'pay');
    const part = { providerRef: id, amount: money(1_000n, 'EUR'), final: false };
    const first = await stage.gateway.invoke(paymentGateway.operations.capture, part);
    if (first.outcome === 'declined') throw new Error(first.vendorCode);
    const input = { providerRef: id, movementRef: first.movementRef, reference: 'r' };
    const tooMuch = { ...input, amount: money(1_001n, 'EUR') };
    expect(await stage.gateway.invoke(refund, tooMuch)).toMatchObject({ outcome: 'declined' });
    const whole = { ...input, amount: money(1_000n, 'EUR') };
    expect(await stage.gateway.invoke(refund, whole)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a payout', () => {
  const request = { reference: 'p-1', amount: money(100n, 'JPY'), destination: 'someone@example.com' };

  it.each(['succeeded', 'failed'])('that was pending is told as %s by a webhook', async (status) => {
    await stage.provider.control('/faults', { operation: 'payout', fault: 'pending' });
    const answer = await stage.gateway.invoke(payout, request);
    if (answer.outcome === 'declined') throw new Error(answer.vendorCode);
    expect(answer.outcome).toBe('pending');
    await stage.provider.control(`/payouts/${answer.movementRef}`, { status });
    const same = { fact: 'payout', payoutRef: answer.movementRef, reference: 'p-1', amount: money(100n, 'JPY') };
    const told = await stage.received(2);
    expect(told.map(({ evidence }) => evidence)).toMatchObject([
      { ...same, status: 'pending' },
      { ...same, status },
    ]);
    expect(told.map(({ providerRef, reference }) => [providerRef, reference])).toEqual([
      [null, undefined],
      [null, undefined],
    ]);
  });
});

describe('credentials', () => {
  it('that are revoked are refused until they are given back, also after a start', async () => {
    await stage.provider.control('/credentials', { revoked: true });
    expect((await failureOf(stage.gateway.invoke(testCredentials, {}))).class).toBe('auth');
    await stage.provider.kill();
    await stage.restart();
    expect((await failureOf(stage.gateway.invoke(testCredentials, {}))).class).toBe('auth');
    await stage.provider.control('/credentials', { revoked: false });
    expect(await stage.gateway.invoke(testCredentials, {})).toMatchObject({ mode: 'test' });
  });
});

describe('a clock that is wrong by an hour', () => {
  const hour = 3_600_000;

  it.each([hour, -hour])('%i ms: webhooks are refused as too old, and asking tells the same', async (skew_ms) => {
    await stage.provider.control('/clock', { skew_ms });
    const id = await stage.open({ expiresAt: new Date(Date.parse('2100-01-01T00:00:00Z')).toISOString() });
    await stage.provider.press(id, 'pay');
    await stage.hub.received(2);
    for (const request of stage.hub.requests) {
      const answer = await stage.gateway.invoke(receive, stage.toInput(request));
      expect(answer).toMatchObject({ outcome: 'invalid', reason: 'too_old' });
    }
    expect(await stage.facts(id)).toEqual(['captured']);
  });

  it('is no reason to refuse a webhook whose signature has the right time', async () => {
    await stage.provider.control('/clock', { skew_ms: -hour, signing_skew_ms: 0 });
    const id = await stage.open();
    await stage.provider.press(id, 'pay');
    const [, captured] = await stage.received(2);
    const [polled] = await stage.events(id);
    expect(captured?.evidence).toMatchObject({ fact: 'captured' });
    expect(captured?.occurredAt.slice(0, 16)).toBe(polled?.occurredAt.slice(0, 16));
  });
});

it('lists events that nobody took, payouts among them', async () => {
  await stage.provider.control('/webhooks', { mode: 'lost' });
  const request = { reference: 'p-1', amount: money(100n, 'JPY'), destination: 'someone@example.com' };
  await stage.gateway.invoke(payout, request);
  const { events } = await stage.gateway.invoke(listEvents, { since: '2020-01-01T00:00:00Z', undeliveredOnly: true });
  expect(factsOf(events)).toEqual(['payout']);
});
