import type { PaymentEvent, PaymentFact } from '@fairlead/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unmatchedCollection } from '../src/collections.ts';
import { ledgerCollection } from '../src/ledger/ledger-rows.ts';
import { subscriptionCollection } from '../src/subscriptions/subscription.ts';
import { type FlowHarness, flowHarness, gatewayA, type PaymentView } from './flow-harness.ts';
import { type Follower, follower } from './follow.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 15, 12);
const at = (days: number) => new Date(start + days * day).toISOString();
const amount = { amountMinor: 1200n, currency: 'EUR' };
const fee = { amountMinor: 30n, currency: 'EUR' };

interface Shown {
  readonly status: string;
  readonly currentPeriodEnd: string | null;
  readonly cancelsAt: string | null;
  readonly subscriptionRef: string | null;
  readonly connection: string | null;
  readonly periods: readonly { readonly paymentId: string | null; readonly invoiceRef: string | null }[];
  readonly cancel: { readonly state: string; readonly when: string; readonly problem: object | null } | null;
}

let harness: FlowHarness;
let follow: Follower;
let id: string;

async function begin(): Promise<void> {
  harness = await flowHarness();
  follow = follower(harness);
  ({ id } = await harness.create({
    subscription: { billing: 'provider', every: 1, unit: 'month', name: 'Pro', graceDays: 7 },
    customer: { id: 'c1' },
  }));
}
beforeEach(begin);
afterEach(() => harness.dispose());

const event = (
  dedupeKey: string,
  evidence: PaymentFact,
  days: number,
  part: Partial<PaymentEvent> = {},
): PaymentEvent => ({
  dedupeKey,
  type: `vendor.${evidence.fact}`,
  providerRef: null,
  occurredAt: at(days),
  evidence,
  ...part,
});
const named = () => ({ reference: `${id}-1` });
const subscriptionRef = 'sub_1';
const word = (status: 'active' | 'past_due' | 'paused' | 'cancelled', days: number, part: Partial<PaymentEvent> = {}) =>
  event(`w-${status}-${days}`, { fact: 'subscription', subscriptionRef, status, periodEndsAt: at(31) }, days, part);
const invoice = (number: number, part: Partial<PaymentEvent> = {}, key = `i-${number}`) =>
  event(
    key,
    {
      fact: 'invoice_paid',
      subscriptionRef,
      invoiceRef: `in_${number}`,
      first: number === 1,
      amount,
      fee,
      periodStartsAt: at((number - 1) * 31),
      periodEndsAt: at(number * 31),
    },
    (number - 1) * 31,
    part,
  );
const failed = (number: number, part: Partial<PaymentEvent> = {}) =>
  event(
    `f-${number}`,
    { fact: 'invoice_failed', subscriptionRef, invoiceRef: `in_${number}`, amount },
    (number - 1) * 31,
    part,
  );

async function receive(...events: PaymentEvent[]): Promise<void> {
  await harness.deliver(events);
  await follow();
}
const show = () => harness.call<Shown>('GET', '/api/subscriptions/{id}', { params: { id } });
const renewals = async () =>
  (await harness.call<{ items: PaymentView[] }>('GET', '/api/payments', { query: { subscription: id } })).items;
const unmatched = () => harness.storage.repository(unmatchedCollection).count();
const told = async () =>
  (await follow.events()).filter(({ type }) => type.startsWith('subscription.')).map(({ type }) => type.slice(13));

describe('a subscription that the provider bills', () => {
  it('begins with the first invoice, which is the payment that began it and is counted once', async () => {
    await receive(word('active', 0, named()), invoice(1, named()));
    const payment = await harness.show(id);
    expect([payment.status, payment.captured.amountMinor]).toEqual(['captured', '1200']);
    expect(await show()).toMatchObject({
      status: 'active',
      subscriptionRef,
      connection: gatewayA,
      currentPeriodEnd: at(31),
      periods: [{ paymentId: id, invoiceRef: 'in_1' }],
    });
    expect(await renewals()).toEqual([]);
    expect(await told()).toEqual(['started']);
  });

  it('makes a captured payment with ledger entries of each further invoice, once, however it is told', async () => {
    await receive(invoice(1, named()));
    await receive(invoice(2));
    await receive(invoice(2), invoice(2, {}, 'status:i-2'), invoice(2, named(), 'again'));
    const [renewal, ...others] = await renewals();
    expect(others).toEqual([]);
    expect(renewal).toMatchObject({
      status: 'captured',
      captured: { amountMinor: '1200' },
      customer: { id: 'c1' },
      subscription: { of: id },
      captures: [{ movementRef: 'in_2', fee: { amountMinor: '30' } }],
    });
    const rows = harness.storage.repository(ledgerCollection);
    expect(await rows.count({ paymentId: renewal?.id ?? '', listed: 'yes' })).toBe(2);
    expect(await show()).toMatchObject({ status: 'active', currentPeriodEnd: at(62) });
    expect((await show()).periods.map(({ paymentId }) => paymentId)).toEqual([id, renewal?.id]);
    expect(await told()).toEqual(['started', 'renewed']);
  });

  it('refunds a further period with what the provider calls it, and books the refund there', async () => {
    await receive(invoice(1, named()), invoice(2));
    const [renewal] = await renewals();
    await harness.act(renewal?.id ?? '', 'refund', { amountMinor: '200' }).catch(() => undefined);
    const [call] = harness.provider.callsOf('refund');
    const first = (await harness.state(id)).attempts[0]?.providerRef;
    expect(call?.input).toMatchObject({ providerRef: first, movementRef: 'in_2' });
    const reference = `${renewal?.id}-r1`;
    const refund: PaymentFact = {
      fact: 'refund',
      refundRef: 're_9',
      reference,
      amount: { amountMinor: 200n, currency: 'EUR' },
      status: 'succeeded',
    };
    await receive(event('r-9', refund, 40, { providerRef: first ?? null, ...named() }));
    expect((await harness.show(renewal?.id ?? '')).refunded.amountMinor).toBe('200');
    expect((await harness.show(id)).refunded.amountMinor).toBe('0');
  });

  it('keeps what comes before its subscription is known, and takes it up then', async () => {
    await receive(invoice(2), word('past_due', 40), invoice(3));
    expect(await unmatched()).toBe(3);
    await receive(invoice(1, named()));
    expect(await unmatched()).toBe(0);
    expect(await renewals()).toHaveLength(2);
    expect(await show()).toMatchObject({ currentPeriodEnd: at(93), periods: [{}, {}, {}] });
  });

  it('takes up what names the checkout alone, once the answer that named it is there', async () => {
    const held = harness.provider.hold('createCheckout', 'after');
    const creating = harness.create({
      subscription: { billing: 'provider', every: 1, unit: 'month', name: 'Pro', graceDays: 7 },
    });
    await held.reached;
    const { ref } = [...harness.provider.payments.values()].at(-1) ?? { ref: '' };
    await harness.deliver([invoice(1, { providerRef: ref }), invoice(2)]);
    expect(await unmatched()).toBe(2);
    held.release();
    ({ id } = await creating);
    await follow();
    expect(await unmatched()).toBe(0);
    expect((await harness.show(id)).status).toBe('captured');
    expect((await show()).periods).toHaveLength(2);
  });

  it('of another account or of a payment without a subscription is left alone', async () => {
    const { id: plain } = await harness.create();
    await receive(word('active', 0, { reference: `${plain}-1` }));
    expect((await harness.call<{ items: unknown[] }>('GET', '/api/subscriptions')).items).toHaveLength(1);
    expect((await show()).subscriptionRef).toBeNull();
  });

  it('is past due when the provider could not collect, and active when it did', async () => {
    await receive(invoice(1, named()), failed(2));
    expect((await show()).status).toBe('past_due');
    await receive(invoice(2));
    expect((await show()).status).toBe('active');
    expect(await told()).toEqual(['started', 'past_due', 'renewed']);
  });

  it('expires when nothing is heard until the days of grace are over', async () => {
    await receive(invoice(1, named()));
    await harness.clock.advance(33 * day);
    await harness.runJob('subscriptions');
    expect((await show()).status).toBe('past_due');
    await harness.clock.advance(6 * day);
    await harness.runJob('subscriptions');
    await follow();
    expect(await told()).toEqual(['started', 'past_due', 'expired']);
  });

  it('is asked about before it is said to be unpaid, so that a lost webhook is found', async () => {
    await receive(invoice(1, named()));
    harness.provider.say(invoice(2).evidence, `${id}-1`);
    harness.provider.take();
    await harness.clock.advance(32 * day);
    await harness.runJob('subscriptions');
    await follow();
    expect(await show()).toMatchObject({ status: 'active', currentPeriodEnd: at(62) });
    expect(await renewals()).toHaveLength(1);
    expect(await told()).toEqual(['started', 'renewed']);
  });

  it('whose provider cannot be asked is past due, until it is told otherwise', async () => {
    await receive(invoice(1, named()));
    harness.provider.down.add(gatewayA);
    await harness.clock.advance(32 * day);
    await harness.runJob('subscriptions');
    expect((await show()).status).toBe('past_due');
    await receive(invoice(2));
    expect((await show()).status).toBe('active');
  });

  it('an invoice of nothing makes no payment', async () => {
    await receive(invoice(1, named()));
    const free = invoice(2);
    await receive({
      ...free,
      evidence: { ...free.evidence, amount: { amountMinor: 0n, currency: 'EUR' } } as PaymentFact,
    });
    expect(await renewals()).toEqual([]);
    expect((await show()).currentPeriodEnd).toBe(at(62));
  });
});

describe('cancelling at the provider', () => {
  const cancel = (when: string) =>
    harness.call<Shown>('POST', '/api/subscriptions/{id}/cancel', { params: { id }, body: { when } });
  beforeEach(() => receive(invoice(1, named())));

  it('at once ends it', async () => {
    expect(await cancel('now')).toMatchObject({ status: 'cancelled', cancel: { state: 'done' } });
    expect(harness.provider.callsOf('cancelSubscription')[0]?.input).toEqual({ subscriptionRef, when: 'now' });
    await cancel('now');
    expect(harness.provider.callsOf('cancelSubscription')).toHaveLength(1);
  });

  it('with the period leaves it until then', async () => {
    expect(await cancel('period_end')).toMatchObject({ status: 'active', cancelsAt: at(31) });
    await harness.clock.advance(31 * day);
    await harness.runJob('subscriptions');
    expect((await show()).status).toBe('cancelled');
  });

  it('is asked again with the same key when the answer was lost', async () => {
    harness.provider.faults.push({ fault: 'timeout_after', operation: 'cancelSubscription' });
    expect(await cancel('now')).toMatchObject({ status: 'active', cancel: { state: 'unknown' } });
    await harness.runJob('subscriptions');
    expect(harness.provider.callsOf('cancelSubscription')).toHaveLength(1);
    await harness.clock.advance(120_000);
    await harness.runJob('subscriptions');
    const calls = harness.provider.callsOf('cancelSubscription');
    expect(calls.map(({ end }) => end)).toEqual(['lost', 'replayed']);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
    expect((await show()).status).toBe('cancelled');
  });

  it('goes on after a stop between the commit and the answer', async () => {
    const held = harness.provider.hold('cancelSubscription');
    const first = cancel('now').catch(() => undefined);
    await held.reached;
    const stored = await harness.storage.repository(subscriptionCollection).get(id);
    expect(stored?.state.cancels).toMatchObject([{ state: 'intended', tries: 1 }]);
    await harness.restart();
    await harness.clock.advance(120_000);
    await harness.runJob('subscriptions');
    expect((await show()).status).toBe('cancelled');
    held.release();
    await first;
    expect(harness.provider.callsOf('cancelSubscription').map(({ end }) => end)).toEqual(['replayed', 'acted']);
  });

  it('that surely did not happen can be wished again, with another key', async () => {
    harness.provider.faults.push({ fault: 'unreachable', operation: 'cancelSubscription' });
    expect(await cancel('now')).toMatchObject({ status: 'active', cancel: { state: 'not_made' } });
    expect(await cancel('now')).toMatchObject({ status: 'cancelled', cancel: { state: 'done' } });
  });

  it('that stays unknown is told to a person, until it is settled', async () => {
    harness.provider.faults.push({ fault: 'timeout_before', operation: 'cancelSubscription', times: 3 });
    await cancel('now');
    for (const minutes of [2, 4]) {
      await harness.clock.advance(minutes * 60_000);
      await harness.runJob('subscriptions');
    }
    expect([...harness.incidents.keys()]).toContain(`subscription:${id}:subscription_cancel_unknown`);
    await harness.clock.advance(8 * 60_000);
    await harness.runJob('subscriptions');
    expect((await show()).status).toBe('cancelled');
    expect([...harness.incidents.keys()]).not.toContain(`subscription:${id}:subscription_cancel_unknown`);
  });

  it('is made good at the provider when it was wished before the provider told of the subscription', async () => {
    await harness.dispose();
    await begin();
    await follow();
    await cancel('now');
    await receive(invoice(1, named()));
    await harness.clock.advance(120_000);
    await harness.runJob('subscriptions');
    expect(harness.provider.callsOf('cancelSubscription')).toHaveLength(1);
    expect((await show()).status).toBe('cancelled');
  });
});

it('the events of its life in any order, some of them twice, end in the same state and the same payments', async () => {
  const life = [0, 1, 2, 3, 4, 5, 6];
  const events = () => [
    word('active', 0, named()),
    invoice(1, named()),
    invoice(2),
    failed(3),
    word('past_due', 62),
    invoice(3),
    word('active', 63),
  ];
  const end = async () => {
    await harness.clock.advance(70 * day);
    await harness.runJob('subscriptions');
    await follow();
    const { status, currentPeriodEnd, cancelsAt, periods } = await show();
    const payments = (await renewals()).map((each) => [each.status, each.captures[0]?.movementRef]).sort();
    const first = await harness.show(id);
    return {
      status,
      currentPeriodEnd,
      cancelsAt,
      refs: periods.map(({ invoiceRef }) => invoiceRef),
      payments,
      first: [first.status, first.captured],
      waiting: await unmatched(),
    };
  };
  await receive(...events());
  const expected = await end();
  expect(expected).toMatchObject({ status: 'active', refs: ['in_1', 'in_2', 'in_3'], waiting: 0 });
  const orders = fc.shuffledSubarray([...life, ...life], { minLength: 14, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      await harness.dispose();
      await begin();
      for (const index of order) await receive(events()[index] as PaymentEvent);
      expect(await end()).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 120_000);
