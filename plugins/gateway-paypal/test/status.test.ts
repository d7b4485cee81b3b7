import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, eur, type Gateway, order, startGateway } from './gateway.ts';
import { authorizationObject, captureObject, ids, type Members, orderObject, refundObject } from './paypal-objects.ts';

const path = `/v2/checkout/orders/${ids.order}`;
const getStatus = (gateway: Gateway, providerRef: string = ids.order) =>
  gateway.plugin.invoke(paymentGateway.operations.getStatus, { providerRef });

async function statusOf(gateway: Gateway, members: Members, payments?: Members) {
  gateway.vendor.on({ method: 'GET', path }, { body: orderObject(caseAt(gateway.clock), members, payments) });
  const status = await getStatus(gateway);
  return { ...status, facts: status.events.map(({ evidence }) => evidence) };
}

const missing = { status: 404, body: { name: 'RESOURCE_NOT_FOUND', details: [{ issue: 'INVALID_RESOURCE_ID' }] } };

describe('the status of an order', () => {
  it.each(['CREATED', 'SAVED', 'PAYER_ACTION_REQUIRED'])(
    '%s asks the customer to act, for three hours',
    async (status) => {
      await using gateway = await startGateway();
      const { facts, final, vendorStatus } = await statusOf(gateway, { status });
      expect(facts).toEqual([
        {
          fact: 'requires_action',
          url: `https://www.sandbox.paypal.com/checkoutnow?token=${ids.order}`,
          expiresAt: new Date(gateway.clock.now() + 3 * 3_600_000).toISOString(),
        },
      ]);
      expect({ final, vendorStatus }).toEqual({ final: false, vendorStatus: status });
    },
  );

  it('APPROVED is not money: it is approved, to be confirmed within three hours', async () => {
    await using gateway = await startGateway();
    const { facts, final } = await statusOf(gateway, { status: 'APPROVED' });
    const confirmBy = new Date(gateway.clock.now() + 3 * 3_600_000).toISOString();
    expect(facts).toEqual([{ fact: 'approved', confirmBy }]);
    expect(final).toBe(false);
  });

  it('COMPLETED is what its captures are', async () => {
    await using gateway = await startGateway();
    const pending = captureObject(caseAt(gateway.clock), { status: 'PENDING' });
    const waiting = await statusOf(gateway, {}, { captures: [pending] });
    expect(waiting.facts).toEqual([{ fact: 'processing' }]);
    expect(waiting.final).toBe(false);
    const paid = await statusOf(gateway, {}, { captures: [captureObject(caseAt(gateway.clock))] });
    expect(paid.facts).toMatchObject([{ fact: 'captured', amount: eur(1_299n) }]);
    expect(paid.final).toBe(true);
    const nothing = await statusOf(gateway, {});
    expect(nothing.facts).toEqual([]);
    expect(nothing.final).toBe(false);
  });

  it.each(['PARTIALLY_REFUNDED', 'REFUNDED'])('keeps a capture that is %s, beside its refunds', async (status) => {
    await using gateway = await startGateway();
    const it = caseAt(gateway.clock);
    const refunds = [
      refundObject(it),
      refundObject(it, { id: '9AA000000000000A1', status: 'PENDING', custom_id: 'x' }),
    ];
    const { events } = await statusOf(gateway, {}, { captures: [captureObject(it, { status })], refunds });
    expect(events.map(({ dedupeKey }) => dedupeKey)).toEqual([
      `status:${ids.capture}:captured`,
      `status:${ids.refund}:refund:succeeded`,
      'status:9AA000000000000A1:refund:pending',
    ]);
    expect(events[1]?.evidence).toMatchObject({ refundRef: ids.refund, reference: order.reference });
    // Made on PayPal's pages: it carries no reference of a refund of ours.
    expect(events[2]?.evidence).not.toHaveProperty('reference');
  });

  it('tells an authorization and every capture of it; it is final when all of it is captured', async () => {
    await using gateway = await startGateway();
    const it = caseAt(gateway.clock, '5.00');
    const first = captureObject(it, { final_capture: false });
    const second = captureObject(it, { id: '7AA000000000000A2' });
    const held = (status: string) => [authorizationObject(caseAt(gateway.clock), { status })];
    const part = await statusOf(gateway, {}, { authorizations: held('PARTIALLY_CAPTURED'), captures: [first] });
    expect(part.facts).toMatchObject([{ fact: 'authorized' }, { fact: 'captured', amount: eur(500n), final: false }]);
    expect(part.final).toBe(false);
    const whole = await statusOf(gateway, {}, { authorizations: held('CAPTURED'), captures: [first, second] });
    expect(whole.facts.map(({ fact }) => fact)).toEqual(['authorized', 'captured', 'captured']);
    expect(whole.final).toBe(true);
  });

  it.each(['VOIDED', 'EXPIRED'])('tells that an authorization which is %s was given back', async (status) => {
    await using gateway = await startGateway();
    const authorizations = [authorizationObject(caseAt(gateway.clock), { status })];
    const { facts, final } = await statusOf(gateway, { status: 'VOIDED' }, { authorizations });
    expect(facts).toMatchObject([{ fact: 'authorized' }, { fact: 'voided', movementRef: ids.authorization }]);
    expect(final).toBe(true);
  });

  it('takes an authorization for given back a day after its end, whatever PayPal still calls it', async () => {
    await using gateway = await startGateway();
    const authorizations = [authorizationObject(caseAt(gateway.clock))];
    const until = gateway.clock.now() + 29 * 86_400_000;
    gateway.vendor.on({ method: 'GET', path }, { body: orderObject(caseAt(gateway.clock), {}, { authorizations }) });
    await gateway.clock.advance(29.9 * 86_400_000);
    expect((await getStatus(gateway)).events.map(({ evidence }) => evidence.fact)).toEqual(['authorized']);
    await gateway.clock.advance(0.2 * 86_400_000);
    const [, voided] = (await getStatus(gateway)).events;
    expect(voided).toMatchObject({ occurredAt: new Date(until).toISOString(), evidence: { fact: 'voided' } });
  });

  it('VOIDED without anything authorized is cancelled', async () => {
    await using gateway = await startGateway();
    expect((await statusOf(gateway, { status: 'VOIDED' })).facts).toEqual([{ fact: 'cancelled' }]);
  });

  it('a declined capture is a failed try, and the order can still be approved anew', async () => {
    await using gateway = await startGateway();
    const captures = [captureObject(caseAt(gateway.clock), { status: 'DECLINED' })];
    const { facts, final } = await statusOf(gateway, { status: 'PAYER_ACTION_REQUIRED' }, { captures });
    expect(facts.map(({ fact }) => fact)).toEqual(['requires_action', 'failed']);
    expect(final).toBe(false);
  });

  it('fails aloud for an amount that cannot be told exactly', async () => {
    await using gateway = await startGateway();
    const captures = [captureObject(caseAt(gateway.clock, '12.995'))];
    await expect(statusOf(gateway, {}, { captures })).rejects.toMatchObject({ code: 'answer_unreadable' });
  });
});

describe('an order that PayPal no longer knows', () => {
  async function made() {
    const gateway = await startGateway();
    const body = orderObject(caseAt(gateway.clock), { status: 'CREATED' });
    gateway.vendor.on({ method: 'POST', path: '/v2/checkout/orders' }, { status: 201, body });
    await gateway.plugin.invoke(paymentGateway.operations.createCheckout, order);
    gateway.vendor.on({ method: 'GET', path }, missing);
    return { gateway, madeMs: gateway.clock.now() };
  }

  it('lapsed, when it was made here three hours ago', async () => {
    const { gateway, madeMs } = await made();
    await using _ = gateway;
    await gateway.clock.advance(3 * 3_600_000);
    expect(await getStatus(gateway)).toMatchObject({
      vendorStatus: 'RESOURCE_NOT_FOUND',
      final: true,
      events: [{ occurredAt: new Date(madeMs + 3 * 3_600_000).toISOString(), evidence: { fact: 'expired' } }],
    });
  });

  it('is not found, when it cannot have lapsed yet', async () => {
    const { gateway } = await made();
    await using _ = gateway;
    await gateway.clock.advance(2.9 * 3_600_000);
    await expect(getStatus(gateway)).rejects.toMatchObject({ code: 'not_found_at_vendor' });
  });

  it('is not found, when it was not made here', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'GET', path }, missing);
    await expect(getStatus(gateway)).rejects.toMatchObject({ code: 'not_found_at_vendor' });
  });
});

describe('a payment that is known by its capture or authorization', () => {
  it.each([
    ['capture', 'captures', ids.capture],
    ['authorization', 'authorizations', ids.authorization],
  ])('is answered as its order: %s', async (kind, collection, id) => {
    await using gateway = await startGateway();
    const related = { supplementary_data: { related_ids: { order_id: ids.order } } };
    gateway.vendor.on({ method: 'GET', path: `/v2/payments/${collection}/${id}` }, { body: { id, ...related } });
    gateway.vendor.on({ method: 'GET', path }, { body: orderObject(caseAt(gateway.clock), { status: 'APPROVED' }) });
    expect(await getStatus(gateway, `${kind}:${id}`)).toMatchObject({ providerRef: ids.order });
  });

  it('is told alone when PayPal names no order, or forgot it', async () => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'GET', path }, missing);
    const body = captureObject(caseAt(gateway.clock));
    gateway.vendor.on({ method: 'GET', path: `/v2/payments/captures/${ids.capture}` }, { body });
    const ref = `capture:${ids.capture}`;
    expect(await getStatus(gateway, ref)).toMatchObject({
      providerRef: ref,
      final: true,
      events: [{ reference: order.reference, evidence: { fact: 'captured', movementRef: ids.capture } }],
    });
  });

  it.each(['x', 'refund:3C679366HH908993F', 'capture:', 'capture:../x', '5o190127tn364715t'])(
    'is not asked for by %j, which cannot be an id of PayPal’s',
    async (ref) => {
      await using gateway = await startGateway();
      await expect(getStatus(gateway, ref)).rejects.toMatchObject({ code: 'not_found_at_vendor' });
      expect(gateway.vendor.requests).toEqual([]);
    },
  );
});
