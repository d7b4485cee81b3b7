import { paymentGateway, type WebhookRequest } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { eur, startGateway } from './gateway.ts';

const { receive } = paymentGateway;

describe('receive', () => {
  it('answers the facts of an event that the official SDK signed', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid();
    const results = [];
    for (const event of gateway.stripe.events) {
      results.push(await gateway.plugin.invoke(receive, gateway.stripe.webhook(event)));
    }
    const captured = { fact: 'captured', movementRef: intentId, amount: eur(1_299n), final: true };
    expect(results).toEqual([
      {
        outcome: 'events',
        events: [
          expect.objectContaining({
            type: 'payment_intent.succeeded',
            providerRef: null,
            reference: 'attempt-1',
            evidence: captured,
          }),
        ],
      },
      {
        outcome: 'events',
        events: [
          expect.objectContaining({
            type: 'checkout.session.completed',
            providerRef,
            reference: 'attempt-1',
            evidence: captured,
          }),
        ],
      },
    ]);
  });

  it('needs neither the network nor the key of the API', async () => {
    await using gateway = await startGateway();
    const event = gateway.stripe.emit('customer.created', { id: 'cus_1', object: 'customer' });
    await gateway.plugin.invoke(receive, gateway.stripe.webhook(event));
    expect(gateway.stripe.counterparty.requests).toHaveLength(0);
  });

  it('gives an event that is delivered again the same key', async () => {
    await using gateway = await startGateway();
    const event = gateway.stripe.emit('customer.created', { id: 'cus_1', object: 'customer' });
    const once = await gateway.plugin.invoke(receive, gateway.stripe.webhook(event));
    await gateway.clock.advance(3_600_000);
    expect(await gateway.plugin.invoke(receive, gateway.stripe.webhook(event))).toEqual(once);
  });

  it('accepts each secret of the list, and no other', async () => {
    await using gateway = await startGateway({ webhookSecrets: ['whsec_new', 'whsec_old'] });
    const event = gateway.stripe.emit('customer.created', { id: 'cus_1', object: 'customer' });
    const outcome = async (secret: string) =>
      (await gateway.plugin.invoke(receive, gateway.stripe.webhook(event, secret))).outcome;
    expect(await outcome('whsec_new')).toBe('events');
    expect(await outcome('whsec_old')).toBe('events');
    expect(await outcome('whsec_other')).toBe('invalid');
  });

  it('does not believe a body that was changed, re-encoded or is late, nor one without a signature', async () => {
    await using gateway = await startGateway();
    const event = gateway.stripe.emit('customer.created', { id: 'cus_1', object: 'customer' });
    const request = gateway.stripe.webhook(event);
    const reasonOf = async (changed: Partial<WebhookRequest>) => {
      const answer = await gateway.plugin.invoke(receive, { ...request, ...changed });
      return answer.outcome === 'invalid' ? answer.reason : 'believed';
    };
    const text = Buffer.from(request.rawBody).toString();
    expect(await reasonOf({})).toBe('believed');
    expect(await reasonOf({ rawBody: Buffer.from(text.replace('cus_1', 'cus_2')) })).toBe('signature_wrong');
    // The same JSON written without its spaces, as a parser and a serializer in front of the hub would.
    expect(await reasonOf({ rawBody: Buffer.from(JSON.stringify(JSON.parse(text))) })).toBe('signature_wrong');
    expect(await reasonOf({ headers: {} })).toBe('signature_missing');
    expect(await reasonOf({ headers: { 'stripe-signature': 'yes' } })).toBe('malformed');
    await gateway.clock.advance(301_000);
    expect(await reasonOf({})).toBe('too_old');
    // It came in time and had to wait in the hub for its plugin.
    const receivedAt = new Date(gateway.clock.now() - 301_000).toISOString();
    expect(await reasonOf({ receivedAt })).toBe('believed');
  });

  it('calls a signed body that is no event malformed', async () => {
    await using gateway = await startGateway();
    for (const body of [null, [], 17, 'text', {}, { id: 'evt_1' }]) {
      const request = gateway.stripe.webhook(body as never);
      expect(await gateway.plugin.invoke(receive, request)).toMatchObject({ outcome: 'invalid', reason: 'malformed' });
    }
  });

  it('is a fault of the settings, not a forged request, while no signing secret is entered', async () => {
    await using gateway = await startGateway({ webhookSecrets: [] });
    const event = gateway.stripe.emit('customer.created', { id: 'cus_1', object: 'customer' });
    await expect(gateway.plugin.invoke(receive, gateway.stripe.webhook(event))).rejects.toMatchObject({
      code: 'settings_invalid',
    });
  });

  it('tells every event of a payment’s life under the reference or the session, whatever the event names', async () => {
    await using gateway = await startGateway();
    const { providerRef, intentId } = await gateway.paid({ capture: 'manual' });
    await gateway.plugin.invoke(paymentGateway.capture, { providerRef, amount: eur(1_299n), final: true });
    await gateway.plugin.invoke(paymentGateway.refund, { providerRef, amount: eur(99n), reference: 'r' });
    gateway.stripe.dispute(intentId);
    const found = [];
    for (const event of gateway.stripe.events) {
      const answer = await gateway.plugin.invoke(receive, gateway.stripe.webhook(event));
      for (const { type, evidence, reference, providerRef: ref } of answer.outcome === 'events' ? answer.events : []) {
        found.push([type, evidence.fact, reference ?? ref]);
      }
    }
    expect(found).toEqual([
      ['payment_intent.amount_capturable_updated', 'authorized', 'attempt-1'],
      ['checkout.session.completed', 'processing', 'attempt-1'],
      ['payment_intent.succeeded', 'captured', 'attempt-1'],
      ['refund.created', 'refund', 'attempt-1'],
      // A dispute names no more than the intent, and getStatus answers the session for it.
      ['charge.dispute.created', 'dispute', intentId],
    ]);
    const status = await gateway.plugin.invoke(paymentGateway.getStatus, { providerRef: intentId });
    expect(status).toMatchObject({
      providerRef,
      events: expect.arrayContaining([expect.objectContaining({ reference: 'attempt-1' })]),
    });
  });
});
