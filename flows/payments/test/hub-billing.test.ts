import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { methodKey } from '../src/checkout-page/methods.ts';
import { subscriptionCollection } from '../src/subscriptions/subscription.ts';
import { type FlowHarness, flowHarness, gatewayA } from './flow-harness.ts';
import { type Follower, follower } from './follow.ts';

const day = 86_400_000;

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly currentPeriodEnd: string | null;
  readonly cancelsAt: string | null;
  readonly periods: readonly { readonly number: number; readonly endsAt: string; readonly paymentId: string }[];
  readonly due: { readonly period: number; readonly paymentId: string; readonly checkoutUrl: string } | null;
}

let harness: FlowHarness;
let follow: Follower;
let id: string;

/** A monthly subscription that the hub bills, paid on 15 January at noon. */
beforeEach(async () => {
  harness = await flowHarness();
  follow = follower(harness);
  id = await begin();
});
afterEach(() => harness.dispose());

async function begin(part: object = {}): Promise<string> {
  const { id: payment } = await harness.create({
    subscription: { billing: 'hub', every: 1, unit: 'month', name: 'Pro', graceDays: 7, ...part },
    customer: { id: 'c1', email: 'c1@example.com' },
    metadata: { plan: 'pro' },
  });
  return payment;
}

async function pay(paymentId: string): Promise<void> {
  const state = await harness.state(paymentId);
  if (state.attempts.length === 0) {
    await capturedOnPage(paymentId);
  } else {
    harness.provider.pay(state.attempts.at(-1)?.providerRef ?? '');
    await harness.deliver();
  }
  await follow();
}

/** The customer opens the page and chooses the only gateway. */
async function choose(paymentId: string): Promise<void> {
  const { checkoutToken: token } = await harness.state(paymentId);
  await harness.answer('POST', '/pay/{token}', { params: { token }, body: { method: methodKey(token, gatewayA) } });
}

async function capturedOnPage(paymentId: string): Promise<void> {
  await choose(paymentId);
  harness.provider.pay((await harness.state(paymentId)).attempts.at(-1)?.providerRef ?? '');
  await harness.deliver();
}

const show = () => harness.call<Shown>('GET', '/api/subscriptions/{id}', { params: { id } });
async function wait(days: number): Promise<void> {
  await harness.clock.advance(days * day);
  await harness.runJob('subscriptions');
  await follow();
}
const told = async () =>
  (await follow.events()).filter(({ type }) => type.startsWith('subscription.')).map(({ type }) => type.slice(13));
const cancel = (when: string) =>
  harness.call<Shown>('POST', '/api/subscriptions/{id}/cancel', { params: { id }, body: { when } });
const periodPayments = async () =>
  (
    await harness.call<{ items: { id: string; status: string }[] }>('GET', '/api/payments', {
      query: { subscription: id },
    })
  ).items;

describe('a subscription that the hub bills', () => {
  it('is pending until its first payment is captured, and runs a month from then', async () => {
    await follow();
    expect((await show()).status).toBe('pending');
    await pay(id);
    expect(await show()).toMatchObject({ status: 'active', currentPeriodEnd: '2026-02-15T12:00:00.000Z' });
    expect(await told()).toEqual(['started']);
  });

  it('asks for the next period three days before the end, once, and tells of the link', async () => {
    await pay(id);
    await wait(27.9);
    expect((await show()).due).toBeNull();
    await wait(0.1);
    await wait(1);
    const { due } = await show();
    const state = await harness.state(due?.paymentId ?? '');
    expect(state.intent).toMatchObject({
      amount: { amountMinor: '1200', currency: 'EUR' },
      customer: { id: 'c1' },
      metadata: { plan: 'pro' },
      subscription: { of: id, period: 2 },
      expiresAt: '2026-02-22T12:00:00.000Z',
    });
    const [event] = await follow.events('subscription.payment_due');
    expect(event?.data).toMatchObject({ paymentId: due?.paymentId, checkoutUrl: due?.checkoutUrl, status: 'active' });
    expect(due?.checkoutUrl).toBe(`https://hub.example/pay/${state.checkoutToken}`);
    expect(await told()).toEqual(['started', 'payment_due']);
    expect(await periodPayments()).toHaveLength(1);
  });

  it('is prolonged from the old end when the next period is paid early or in grace', async () => {
    await pay(id);
    await wait(29);
    await pay((await show()).due?.paymentId ?? '');
    expect(await show()).toMatchObject({ status: 'active', currentPeriodEnd: '2026-03-15T12:00:00.000Z', due: null });
    await wait(27);
    await wait(4);
    expect((await show()).status).toBe('past_due');
    await pay((await show()).due?.paymentId ?? '');
    expect(await show()).toMatchObject({ status: 'active', currentPeriodEnd: '2026-04-15T12:00:00.000Z' });
    expect((await show()).periods.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await told()).toEqual(['started', 'payment_due', 'renewed', 'payment_due', 'past_due', 'renewed']);
  });

  it('expires when the days of grace pass unpaid, and comes back when it is paid late', async () => {
    await pay(id);
    await wait(29);
    const due = (await show()).due?.paymentId ?? '';
    await choose(due);
    await wait(3);
    await wait(7);
    expect(await show()).toMatchObject({ status: 'expired', due: null });
    expect(await told()).toEqual(['started', 'payment_due', 'past_due', 'expired']);
    await pay(due);
    expect(await show()).toMatchObject({ status: 'active', currentPeriodEnd: '2026-03-15T12:00:00.000Z' });
  });

  it('makes one payment when two nodes bill at once, and when the hub is stopped before it is written down', async () => {
    await pay(id);
    await harness.clock.advance(29 * day);
    await Promise.all([harness.runJob('subscriptions'), harness.runJob('subscriptions')]);
    // As after a kill: the payment is there, the subscription does not know of it.
    const subscriptions = harness.storage.repository(subscriptionCollection);
    await subscriptions.update(id, (state) => ({
      state: { ...state, known: { ...state.known, billed: [] }, dueAt: harness.clock.now() },
    }));
    await harness.restart();
    await harness.runJob('subscriptions');
    expect(await periodPayments()).toHaveLength(1);
    expect((await show()).due?.paymentId).toBe((await periodPayments())[0]?.id);
  });

  it('asks as early as an admin says', async () => {
    await harness.call('PUT', '/api/subscriptions/settings', { body: { reminderDays: 10 } });
    await pay(id);
    await wait(21);
    expect((await show()).due).toMatchObject({ period: 2 });
  });

  it('asks at once for the period after one that is shorter than the reminder', async () => {
    id = await begin({ unit: 'day', graceDays: 0 });
    await pay(id);
    await harness.runJob('subscriptions');
    expect((await show()).due).toMatchObject({ period: 2 });
    await wait(1);
    expect((await show()).status).toBe('expired');
  });

  it('ends with its period when cancelled so, and asks for no other', async () => {
    await pay(id);
    expect(await cancel('period_end')).toMatchObject({ status: 'active', cancelsAt: '2026-02-15T12:00:00.000Z' });
    await wait(30);
    expect(await periodPayments()).toEqual([]);
    await wait(1);
    expect((await show()).status).toBe('cancelled');
    await wait(40);
    expect(await told()).toEqual(['started', 'changed', 'cancelled']);
  });

  it('ends at once when cancelled so, with the payment that waits; money that comes all the same is told to a person', async () => {
    await pay(id);
    await wait(29);
    const due = (await show()).due?.paymentId ?? '';
    await choose(due);
    expect(await cancel('now')).toMatchObject({ status: 'cancelled', due: null });
    expect((await harness.state(due)).status).toBe('cancelled');
    await pay(due);
    expect((await show()).status).toBe('cancelled');
    expect([...harness.incidents.keys()]).toContain(`subscription:${id}:subscription_paid_after_end`);
    expect(await cancel('now')).toMatchObject({ status: 'cancelled' });
  });

  it('that is cancelled before it was paid ends its first payment', async () => {
    await follow();
    await cancel('now');
    expect((await harness.state(id)).status).toBe('cancelled');
    await follow();
    expect((await show()).status).toBe('cancelled');
    expect(await told()).toEqual([]);
  });

  it('takes the same events again without a change', async () => {
    await pay(id);
    await wait(29);
    await pay((await show()).due?.paymentId ?? '');
    const [before, count] = [await show(), (await told()).length];
    await follow.again();
    await follow();
    expect(await show()).toEqual(before);
    expect(await told()).toHaveLength(count);
  });

  it('is listed by status, customer and who bills', async () => {
    await pay(id);
    const list = async (query: object) =>
      (await harness.call<{ items: Shown[] }>('GET', '/api/subscriptions', { query })).items.map((each) => each.id);
    expect(await list({ status: 'active', customer: 'c1', billing: 'hub' })).toEqual([id]);
    expect(await list({ billing: 'provider' })).toEqual([]);
    expect(await list({ status: 'expired' })).toEqual([]);
  });
});
