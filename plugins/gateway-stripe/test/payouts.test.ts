import { money, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { eur, startGateway } from './gateway.ts';
import { createdS, type Members, payoutObject } from './stripe-objects.ts';

const { payout, receive, listEvents } = paymentGateway;
const request = { reference: 'payout-1', amount: eur(1_299n), destination: 'default' };

describe('a payout', () => {
  it('goes to the default account or to one that is named, with the hub’s reference', async () => {
    await using gateway = await startGateway();
    const { counterparty } = gateway.stripe;
    counterparty.on({ method: 'POST', path: '/v1/payouts' }, { body: payoutObject() });
    expect(await gateway.plugin.invoke(payout, request)).toEqual({
      outcome: 'pending',
      movementRef: 'po_1',
      amount: eur(1_299n),
    });
    await gateway.plugin.invoke(payout, { ...request, destination: 'ba_1', description: 'Week 3' });
    const forms = counterparty.requests.map((each) => Object.fromEntries(each.form()));
    const both = { amount: '1299', currency: 'eur', 'metadata[fairlead_payout]': 'payout-1' };
    expect(forms).toEqual([both, { ...both, destination: 'ba_1', description: 'Week 3' }]);
  });

  it.each([
    [{ destination: 'someone@example.com' }, 'destination_unsupported'],
    [{ amount: money(1_550n, 'HUF') }, 'amount_not_representable'],
    [{ amount: money(1_550n, 'TWD') }, 'amount_not_representable'],
  ])('is declined before Stripe is asked: %o', async (more, vendorCode) => {
    await using gateway = await startGateway();
    const answer = await gateway.plugin.invoke(payout, { ...request, ...more });
    expect(answer).toMatchObject({ outcome: 'declined', vendorCode });
    expect(gateway.stripe.counterparty.requests).toEqual([]);
  });

  it.each([
    ['payout.created', { status: 'pending' }, { status: 'pending' }],
    ['payout.updated', { status: 'in_transit' }, { status: 'pending' }],
    ['payout.paid', { status: 'paid' }, { status: 'succeeded' }],
    [
      'payout.failed',
      { status: 'failed', failure_code: 'account_closed', failure_message: 'The bank account has been closed.' },
      { status: 'failed', reason: 'The bank account has been closed.' },
    ],
    ['payout.canceled', { status: 'canceled' }, { status: 'cancelled' }],
  ])('%s tells of it, and names no payment', async (type, members: Members, fact) => {
    await using gateway = await startGateway();
    const event = gateway.stripe.emit(type, payoutObject(members));
    const answer = await gateway.plugin.invoke(receive, gateway.stripe.webhook(event));
    const told = {
      fact: 'payout',
      payoutRef: 'po_1',
      reference: 'payout-1',
      amount: eur(1_299n),
      arrivesAt: new Date((createdS + 172_800) * 1_000).toISOString(),
      ...fact,
    };
    expect(answer).toMatchObject({ events: [{ providerRef: null, evidence: told }] });
    expect(answer).not.toHaveProperty('events.0.reference');
  });

  it('that Stripe made by itself has no reference, and is recovered as others are', async () => {
    await using gateway = await startGateway();
    const since = new Date(gateway.clock.now()).toISOString();
    gateway.stripe.emit('payout.paid', payoutObject({ automatic: true, status: 'paid', metadata: {} }));
    await gateway.paid();
    const { events, nextCursor } = await gateway.plugin.invoke(listEvents, { since, undeliveredOnly: true });
    expect(events.map(({ type }) => type)).toContain('payout.paid');
    expect(events.find(({ type }) => type === 'payout.paid')?.evidence).not.toHaveProperty('reference');
    expect(nextCursor).toBeNull();
  });
});
