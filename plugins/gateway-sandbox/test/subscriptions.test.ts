import { money, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { periodEnd } from '../provider/calendar.ts';
import { providerStage } from './provider-stage.ts';

const { createCheckout, cancelSubscription, getStatus, refund } = paymentGateway.operations;
const stage = providerStage();
const subscription = { every: 1, unit: 'month', name: 'Membership' } as const;

async function subscribed(): Promise<{ id: string; subscriptionRef: string; movementRef: string }> {
  const id = await stage.open({ subscription });
  await stage.provider.press(id, 'pay');
  const evidence = (await stage.events(id)).map((event) => event.evidence);
  const captured = evidence.find((each) => each.fact === 'captured');
  const invoice = evidence.find((each) => each.fact === 'invoice_paid');
  if (captured === undefined || invoice === undefined) throw new Error('not subscribed');
  return { id, subscriptionRef: invoice.subscriptionRef, movementRef: captured.movementRef };
}

const bill = (subscriptionRef: string, outcome: string) =>
  stage.provider.control(`/subscriptions/${subscriptionRef}/bill`, { outcome });

const evidenceOf = async (id: string) => (await stage.events(id)).map(({ evidence }) => evidence);
const charges = async () => (await stage.provider.control('/counts'))['charges'];

describe('a subscription', () => {
  it('begins with the checkout’s money, which is its first invoice and one charge', async () => {
    const { id, subscriptionRef, movementRef } = await subscribed();
    expect((await stage.received(4)).map(({ evidence }) => evidence)).toMatchObject([
      { fact: 'none' },
      { fact: 'captured', movementRef },
      { fact: 'subscription', subscriptionRef, status: 'active' },
      { fact: 'invoice_paid', subscriptionRef, invoiceRef: movementRef, first: true, amount: money(1_999n, 'EUR') },
    ]);
    expect(await charges()).toBe(1);
    expect(await stage.gateway.invoke(getStatus, { providerRef: id })).toMatchObject({ final: false });
  });

  it('is billed again, one charge for each period, periods joining without a gap', async () => {
    const { id, subscriptionRef } = await subscribed();
    await bill(subscriptionRef, 'paid');
    await stage.provider.press(id, 'bill_paid');
    expect(await charges()).toBe(3);
    const paid = (await evidenceOf(id)).filter((each) => each.fact === 'invoice_paid');
    expect(paid.map(({ first }) => first)).toEqual([true, false, false]);
    expect(new Set(paid.map(({ invoiceRef }) => invoiceRef)).size).toBe(3);
    expect(paid.slice(1).map(({ periodStartsAt }) => periodStartsAt)).toEqual(
      paid.slice(0, 2).map(({ periodEndsAt }) => periodEndsAt),
    );
  });

  it('is past due when a period cannot be collected, and active when the same invoice is paid', async () => {
    const { id, subscriptionRef } = await subscribed();
    await bill(subscriptionRef, 'failed');
    const failed = (await evidenceOf(id)).find((each) => each.fact === 'invoice_failed');
    expect(failed).toMatchObject({ subscriptionRef, nextAttemptAt: expect.any(String) as string });
    expect(await evidenceOf(id)).toContainEqual(expect.objectContaining({ fact: 'subscription', status: 'past_due' }));
    await bill(subscriptionRef, 'paid');
    const paid = (await evidenceOf(id)).filter((each) => each.fact === 'invoice_paid').at(-1);
    expect(paid?.invoiceRef).toBe(failed?.invoiceRef);
    expect(await evidenceOf(id)).toContainEqual(expect.objectContaining({ fact: 'subscription', status: 'active' }));
  });

  it('ends when the provider gives up', async () => {
    const { id, subscriptionRef } = await subscribed();
    await bill(subscriptionRef, 'given_up');
    const facts = await evidenceOf(id);
    expect(facts.find((each) => each.fact === 'invoice_failed')).not.toHaveProperty('nextAttemptAt');
    expect(facts).toContainEqual(expect.objectContaining({ fact: 'subscription', status: 'cancelled' }));
    expect(await stage.gateway.invoke(getStatus, { providerRef: id })).toMatchObject({ final: true });
  });

  it('is cancelled at the end of its period, or now, and is billed no more', async () => {
    const { subscriptionRef } = await subscribed();
    const answer = await stage.gateway.invoke(cancelSubscription, { subscriptionRef, when: 'period_end' });
    expect(answer).toMatchObject({ outcome: 'succeeded', status: 'active', endsAt: expect.any(String) as string });
    await bill(subscriptionRef, 'paid');
    expect(await charges()).toBe(1);
    expect(await stage.gateway.invoke(cancelSubscription, { subscriptionRef, when: 'now' })).toMatchObject({
      outcome: 'succeeded',
      status: 'cancelled',
    });
  });

  it('gives back a period by its invoice', async () => {
    const { id, subscriptionRef } = await subscribed();
    await bill(subscriptionRef, 'paid');
    const invoice = (await evidenceOf(id)).filter((each) => each.fact === 'invoice_paid').at(-1);
    const input = { providerRef: id, movementRef: invoice?.invoiceRef ?? '', reference: 'r-1' };
    const amount = money(1_999n, 'EUR');
    expect(await stage.gateway.invoke(refund, { ...input, amount })).toMatchObject({ outcome: 'accepted' });
    expect(await stage.gateway.invoke(refund, { ...input, amount })).toMatchObject({ outcome: 'declined' });
  });

  it('is not attempted with manual capture', async () => {
    const input = { reference: 'attempt-1', amount: money(1n, 'EUR'), capture: 'manual' as const, subscription };
    const urls = { returnUrl: 'https://shop.example/return', cancelUrl: 'https://shop.example/cancel' };
    const answer = await stage.gateway.invoke(createCheckout, { ...input, ...urls });
    expect(answer).toMatchObject({ outcome: 'not_attempted', vendorCode: 'subscription_manual' });
  });
});

describe('the end of a period', () => {
  it.each([
    ['2026-01-31T10:00:00.000Z', 1, 'month', 1, '2026-02-28T10:00:00.000Z'],
    ['2026-01-31T10:00:00.000Z', 1, 'month', 2, '2026-03-31T10:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 1, 'year', 1, '2025-02-28T00:00:00.000Z'],
    ['2026-11-30T00:00:00.000Z', 3, 'month', 1, '2027-02-28T00:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 2, 'week', 1, '2026-01-15T00:00:00.000Z'],
    ['2026-02-28T00:00:00.000Z', 1, 'day', 1, '2026-03-01T00:00:00.000Z'],
  ] as const)('from %s, every %i %s, period %i, is %s', (start, every, unit, periods, end) => {
    expect(periodEnd(start, { every, unit, name: 'n' }, periods)).toBe(end);
  });
});
