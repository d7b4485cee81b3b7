import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { refusal } from './fake-stripe.ts';
import { eur, startGateway } from './gateway.ts';

const { capture, refund, getRefund } = paymentGateway;
const voidOperation = paymentGateway.operations.void;

describe('capture', () => {
  it('takes all of an authorization, or a part of it, once for one key', async () => {
    for (const amountMinor of [1_299n, 800n]) {
      await using gateway = await startGateway();
      const { providerRef, intentId } = await gateway.paid({ capture: 'manual' });
      const take = () =>
        gateway.plugin.invoke(
          capture,
          { providerRef, amount: eur(amountMinor), final: true },
          { idempotencyKey: 'key-c' },
        );
      const answer = { outcome: 'succeeded', movementRef: intentId, amount: eur(amountMinor) };
      expect([await take(), await take()]).toEqual([answer, answer]);
      expect(gateway.stripe.moved.captured).toBe(Number(amountMinor));
    }
  });

  it('is declined in another currency, because Stripe would take the number in the payment’s own', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid({ capture: 'manual' });
    const amount = { amountMinor: 1_299n, currency: 'JPY' };
    expect(await gateway.plugin.invoke(capture, { providerRef, amount, final: true })).toMatchObject({
      outcome: 'declined',
      vendorCode: 'currency_mismatch',
    });
    expect(gateway.stripe.moved.captured).toBe(0);
  });

  it('is declined before anybody has paid, for too much, and after it was taken', async () => {
    await using gateway = await startGateway();
    const open = await gateway.checkout();
    const take = (providerRef: string, amountMinor: bigint) =>
      gateway.plugin.invoke(capture, { providerRef, amount: eur(amountMinor), final: true });
    expect(await take(open, 1_299n)).toMatchObject({ outcome: 'declined', vendorCode: 'nothing_authorized' });
    const { providerRef } = await gateway.paid({ capture: 'manual' });
    expect(await take(providerRef, 1_300n)).toMatchObject({ outcome: 'declined', vendorCode: 'amount_too_large' });
    await take(providerRef, 1_299n);
    expect(await take(providerRef, 1_299n)).toMatchObject({ vendorCode: 'payment_intent_unexpected_state' });
  });

  it('is pending while the bank works on it', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid({ capture: 'manual' });
    gateway.stripe.counterparty.once(
      { path: /capture$/ },
      { body: { id: intentId, object: 'payment_intent', status: 'processing' } },
    );
    expect(await gateway.plugin.invoke(capture, { providerRef, amount: eur(1_299n), final: true })).toEqual({
      outcome: 'pending',
      movementRef: intentId,
      amount: eur(1_299n),
    });
  });
});

describe('void', () => {
  it('cancels an authorization, and repeating it is harmless even under a new key', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid({ capture: 'manual' });
    for (const idempotencyKey of ['key-1', 'key-1', 'key-2']) {
      expect(await gateway.plugin.invoke(voidOperation, { providerRef }, { idempotencyKey })).toEqual({
        outcome: 'succeeded',
      });
    }
    expect(gateway.stripe.intents.get(intentId)).toMatchObject({ status: 'canceled' });
  });

  it('ends an open checkout, and repeating it is harmless', async () => {
    await using gateway = await startGateway();
    const providerRef = await gateway.checkout();
    for (const idempotencyKey of ['key-1', 'key-2']) {
      expect(await gateway.plugin.invoke(voidOperation, { providerRef }, { idempotencyKey })).toEqual({
        outcome: 'succeeded',
      });
    }
    expect(gateway.stripe.sessions.get(providerRef)).toMatchObject({ status: 'expired' });
  });

  it('is declined for money that was captured', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    expect(await gateway.plugin.invoke(voidOperation, { providerRef })).toMatchObject({
      outcome: 'declined',
      vendorCode: 'payment_intent_unexpected_state',
    });
  });
});

describe('refund', () => {
  it('sends a part back once for one key, naming the hub’s refund and payment in the metadata', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid();
    const send = () =>
      gateway.plugin.invoke(
        refund,
        { providerRef, movementRef: intentId, amount: eur(300n), reference: 'refund-1', reason: 'duplicate' },
        { idempotencyKey: 'key-r' },
      );
    const first = await send();
    expect(first).toEqual({
      outcome: 'accepted',
      refund: { refundRef: expect.stringMatching(/^re_/), status: 'succeeded', amount: eur(300n) },
    });
    expect(await send()).toEqual(first);
    expect(gateway.stripe.moved.refunded).toBe(300);
    expect([...gateway.stripe.refunds.values()]).toMatchObject([
      { reason: 'duplicate', metadata: { fairlead_refund: 'refund-1', fairlead_reference: 'attempt-1' } },
    ]);
  });

  it('takes the charge of the payment for its capture as well', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid();
    const movementRef = String(gateway.stripe.intents.get(intentId)?.['latest_charge']);
    await gateway.plugin.invoke(refund, { providerRef, movementRef, amount: eur(1n), reference: 'r' });
    expect(gateway.stripe.moved.refunded).toBe(1);
  });

  it('is declined for more than was taken, twice over, in another currency, and before anybody paid', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    const send = (amount: { amountMinor: bigint; currency: string }, of = providerRef) =>
      gateway.plugin.invoke(refund, { providerRef: of, amount, reference: 'r' });
    expect(await send(eur(1_300n))).toMatchObject({
      outcome: 'declined',
      message: expect.stringContaining('greater than'),
    });
    expect(await send({ amountMinor: 1_299n, currency: 'USD' })).toMatchObject({ vendorCode: 'currency_mismatch' });
    expect(await send(eur(1_299n))).toMatchObject({ outcome: 'accepted' });
    expect(await send(eur(1n))).toMatchObject({ outcome: 'declined', vendorCode: 'charge_already_refunded' });
    expect(await send(eur(1n), await gateway.checkout())).toMatchObject({ vendorCode: 'nothing_captured' });
  });

  it('says when the balance is not enough', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    const reply = refusal(
      400,
      'invalid_request_error',
      'balance_insufficient',
      'Insufficient funds in your Stripe balance.',
    );
    gateway.stripe.counterparty.once({ path: '/v1/refunds' }, reply);
    expect(await gateway.plugin.invoke(refund, { providerRef, amount: eur(1n), reference: 'r' })).toMatchObject({
      outcome: 'declined',
      reason: 'insufficient_funds',
    });
  });

  it('does not refund what is no capture of the payment: Stripe would take the charge of another one', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    const other = await gateway.paid();
    const otherCharge = String(gateway.stripe.intents.get(other.intentId)?.['latest_charge']);
    for (const movementRef of [other.intentId, otherCharge, 'anything']) {
      const request = { providerRef, movementRef, amount: eur(1n), reference: 'r' };
      expect(await gateway.plugin.invoke(refund, request)).toMatchObject({ vendorCode: 'no_such_capture' });
    }
    expect(gateway.stripe.moved.refunded).toBe(0);
  });
});

describe('getRefund', () => {
  it('tells what became of a refund, a failure after success included', async () => {
    await using gateway = await startGateway();
    const { providerRef } = await gateway.paid();
    const made = await gateway.plugin.invoke(refund, { providerRef, amount: eur(300n), reference: 'r' });
    const refundRef = made.outcome === 'accepted' ? made.refund.refundRef : '';
    const ask = () => gateway.plugin.invoke(getRefund, { providerRef, refundRef });
    expect(await ask()).toEqual({ refundRef, status: 'succeeded', amount: eur(300n) });
    Object.assign(gateway.stripe.refunds.get(refundRef) ?? {}, { status: 'failed' });
    expect(await ask()).toMatchObject({ status: 'failed' });
  });

  it('sends nothing for what is no id of a refund', async () => {
    await using gateway = await startGateway();
    const ask = gateway.plugin.invoke(getRefund, { providerRef: 'cs_test_1', refundRef: '../charges/ch_1' });
    await expect(ask).rejects.toMatchObject({ code: 'not_found_at_vendor' });
    expect(gateway.stripe.counterparty.requests).toHaveLength(0);
  });
});
