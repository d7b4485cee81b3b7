import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { eur, type Gateway, startGateway } from './gateway.ts';

const statusOf = (gateway: Gateway, providerRef: string) =>
  gateway.plugin.invoke(paymentGateway.getStatus, { providerRef });
const factsOf = async (gateway: Gateway, providerRef: string) =>
  (await statusOf(gateway, providerRef)).events.map(({ evidence }) => evidence);

describe('getStatus', () => {
  it('tells an open checkout with its address', async () => {
    await using gateway = await startGateway();
    const providerRef = await gateway.checkout();
    expect(await statusOf(gateway, providerRef)).toEqual({
      providerRef,
      vendorStatus: 'open/unpaid',
      final: false,
      events: [
        {
          dedupeKey: `${providerRef}:requires_action`,
          type: 'polled.checkout.session',
          providerRef,
          reference: 'attempt-1',
          occurredAt: '2026-01-15T12:00:00.000Z',
          evidence: {
            fact: 'requires_action',
            url: `https://checkout.stripe.com/c/pay/${providerRef}#fid`,
            expiresAt: '2026-01-16T12:00:00.000Z',
          },
        },
      ],
    });
  });

  it('asks once, with everything expanded, for a payment without disputes', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    gateway.stripe.counterparty.reset();
    gateway.stripe.counterparty.on({ path: /./ }, (request) => gateway.stripe.answer(request));
    await statusOf(gateway, providerRef);
    expect(gateway.stripe.counterparty.requests.map(({ query }) => query)).toEqual([
      {
        'expand[0]': 'payment_intent.latest_charge.balance_transaction',
        'expand[1]': 'payment_intent.latest_charge.refunds',
      },
    ]);
  });

  it('tells a capture by the intent, with Stripe’s fee, and that only refunds and disputes can follow', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid();
    expect(await statusOf(gateway, providerRef)).toMatchObject({ vendorStatus: 'complete/succeeded', final: true });
    expect(await factsOf(gateway, providerRef)).toEqual([
      { fact: 'captured', movementRef: intentId, amount: eur(1_299n), fee: eur(63n), final: true },
    ]);
  });

  it('tells an authorization and until when it can be captured', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid({ capture: 'manual' });
    expect(await factsOf(gateway, providerRef)).toEqual([
      {
        fact: 'authorized',
        movementRef: expect.stringMatching(/^ch_/),
        amount: eur(1_299n),
        capturableUntil: expect.stringMatching(/Z$/),
      },
    ]);
  });

  it('tells a refused try beside the checkout that is still open', async () => {
    await using gateway = await startGateway();
    const providerRef = await gateway.checkout();
    gateway.stripe.decline(providerRef);
    expect(await statusOf(gateway, providerRef)).toMatchObject({ final: false });
    expect(await factsOf(gateway, providerRef)).toMatchObject([
      { fact: 'requires_action' },
      { fact: 'failed', reason: 'insufficient_funds', vendorCode: 'insufficient_funds' },
    ]);
  });

  it('tells of a complete checkout whose money is still on its way', async () => {
    await using gateway = await startGateway();
    const providerRef = await gateway.checkout();
    gateway.stripe.startProcessing(providerRef);
    expect(await statusOf(gateway, providerRef)).toMatchObject({ final: false });
    expect(await factsOf(gateway, providerRef)).toEqual([{ fact: 'processing' }]);
  });

  it('tells a lapsed checkout as expired and final', async () => {
    await using gateway = await startGateway();
    const providerRef = await gateway.checkout();
    gateway.stripe.lapse(providerRef);
    expect(await statusOf(gateway, providerRef)).toMatchObject({
      final: true,
      events: [{ evidence: { fact: 'expired' } }],
    });
  });

  it('lists refunds beyond the ten that a charge shows, and disputes', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid();
    for (let count = 0; count < 12; count++) {
      await gateway.plugin.invoke(paymentGateway.refund, { providerRef, amount: eur(1n), reference: `r-${count}` });
    }
    gateway.stripe.dispute(intentId, { status: 'lost' });
    const facts = await factsOf(gateway, providerRef);
    expect(facts.filter(({ fact }) => fact === 'refund')).toHaveLength(12);
    expect(facts.at(-1)).toMatchObject({ fact: 'dispute', status: 'lost' });
  });

  it('answers the same keys when asked again, so that a poll adds nothing the second time', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    expect(await statusOf(gateway, providerRef)).toEqual(await statusOf(gateway, providerRef));
  });

  it('finds the session of an intent, which is all that a dispute names', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid();
    expect(await statusOf(gateway, intentId)).toEqual(await statusOf(gateway, providerRef));
  });

  it('answers for an intent that belongs to no session', async () => {
    await using gateway = await startGateway();
    const { intentId } = await gateway.paid();
    gateway.stripe.sessions.clear();
    expect(await statusOf(gateway, intentId)).toMatchObject({
      providerRef: intentId,
      vendorStatus: 'succeeded',
      events: [{ providerRef: intentId, reference: 'attempt-1', evidence: { fact: 'captured' } }],
    });
  });

  it('fails aloud for an amount that has no exact form', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid({ amount: { amountMinor: 40n, currency: 'ISK' } });
    Object.assign(gateway.stripe.intents.get(intentId) ?? {}, { amount_received: 4_010 });
    await expect(statusOf(gateway, providerRef)).rejects.toMatchObject({ code: 'answer_unreadable' });
  });

  it.each(['pi', 'cs_../../refunds', 'in_1', 'cs_1?x', 'pi_'])(
    'sends nothing for “%s”, which is no id of a payment',
    async (providerRef) => {
      await using gateway = await startGateway();
      await expect(statusOf(gateway, providerRef)).rejects.toMatchObject({ code: 'not_found_at_vendor' });
      expect(gateway.stripe.counterparty.requests).toHaveLength(0);
    },
  );

  it('says that Stripe does not know the payment', async () => {
    await using gateway = await startGateway();
    await expect(statusOf(gateway, 'cs_test_none')).rejects.toMatchObject({ code: 'not_found_at_vendor' });
  });
});
