import { type Money, paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, eur, type Gateway, startGateway } from './gateway.ts';
import {
  authorizationObject,
  captureObject,
  ids,
  type Members,
  orderObject,
  refundObject,
  refusal,
} from './paypal-objects.ts';

const { capture, void: voidOperation, refund, getRefund } = paymentGateway.operations;
const refundReference = '0198c0de-7000-7000-8000-000000000001-r1';

async function started(payments: (gateway: Gateway) => Members) {
  const gateway = await startGateway();
  const body = orderObject(caseAt(gateway.clock), {}, payments(gateway));
  gateway.vendor.on({ method: 'GET', path: `/v2/checkout/orders/${ids.order}` }, { body });
  return gateway;
}

const authorized = (status = 'CREATED') =>
  started(({ clock }) => ({ authorizations: [authorizationObject(caseAt(clock), { status })] }));
const paid = () => started(({ clock }) => ({ captures: [captureObject(caseAt(clock))] }));
const sent = ({ vendor }: Gateway) =>
  vendor.requests.filter(({ method, path }) => method === 'POST' && !path.includes('oauth2'));

describe('capture', () => {
  const take = (gateway: Gateway, amount: Money = eur(500n), final = false) =>
    gateway.plugin.invoke(capture, { providerRef: ids.order, amount, final });
  const path = `/v2/payments/authorizations/${ids.authorization}/capture`;

  it('takes a part, and says whether more will follow', async () => {
    await using gateway = await authorized();
    const body = captureObject(caseAt(gateway.clock, '5.00'), { final_capture: false });
    gateway.vendor.on({ method: 'POST', path }, { status: 201, body });
    expect(await take(gateway)).toEqual({
      outcome: 'succeeded',
      movementRef: ids.capture,
      amount: eur(500n),
      fee: eur(100n),
    });
    expect(sent(gateway)[0]?.json()).toEqual({ amount: { currency_code: 'EUR', value: '5.00' }, final_capture: false });
  });

  it('is pending when PayPal holds the money back', async () => {
    await using gateway = await authorized();
    const body = captureObject(caseAt(gateway.clock, '5.00'), {
      status: 'PENDING',
      seller_receivable_breakdown: undefined,
    });
    gateway.vendor.on({ method: 'POST', path }, { status: 201, body });
    expect(await take(gateway)).toEqual({ outcome: 'pending', movementRef: ids.capture, amount: eur(500n) });
  });

  it('is declined when the capture that was made is', async () => {
    await using gateway = await authorized();
    const body = captureObject(caseAt(gateway.clock), { status: 'DECLINED' });
    gateway.vendor.on({ method: 'POST', path }, { status: 201, body });
    expect(await take(gateway)).toMatchObject({ outcome: 'declined', reason: 'declined' });
  });

  it('is repeated at PayPal although the authorization is used up, so that a lost answer is found', async () => {
    await using gateway = await authorized('CAPTURED');
    gateway.vendor.on({ method: 'POST', path }, { status: 200, body: captureObject(caseAt(gateway.clock)) });
    expect(await take(gateway, eur(1_299n), true)).toMatchObject({ outcome: 'succeeded', movementRef: ids.capture });
  });

  it('is declined without asking PayPal when nothing is authorized, or in another currency', async () => {
    await using nothing = await paid();
    expect(await take(nothing)).toMatchObject({ outcome: 'declined', vendorCode: 'nothing_authorized' });
    await using gateway = await authorized();
    const answer = await take(gateway, { amountMinor: 500n, currency: 'USD' });
    expect(answer).toMatchObject({ outcome: 'declined', vendorCode: 'currency_mismatch' });
    expect([...sent(nothing), ...sent(gateway)]).toEqual([]);
  });
});

describe('void', () => {
  const giveBack = (gateway: Gateway) => gateway.plugin.invoke(voidOperation, { providerRef: ids.order });
  const path = `/v2/payments/authorizations/${ids.authorization}/void`;

  it.each([
    ['without a body', { status: 204 }],
    ['with the authorization', { status: 200, body: { id: ids.authorization, status: 'VOIDED' } }],
    ['that it was done before', refusal('PREVIOUSLY_VOIDED')],
  ])('succeeds when PayPal answers %s', async (_title, reply) => {
    await using gateway = await authorized();
    gateway.vendor.on({ method: 'POST', path }, reply);
    expect(await giveBack(gateway)).toEqual({ outcome: 'succeeded' });
  });

  it('is declined when everything was captured', async () => {
    await using gateway = await authorized('CAPTURED');
    gateway.vendor.on({ method: 'POST', path }, refusal('PREVIOUSLY_CAPTURED'));
    expect(await giveBack(gateway)).toMatchObject({ outcome: 'declined', vendorCode: 'PREVIOUSLY_CAPTURED' });
  });

  it('is declined for an order that nobody paid: PayPal has no way to end it', async () => {
    await using gateway = await started(() => ({}));
    expect(await giveBack(gateway)).toMatchObject({ outcome: 'declined', vendorCode: 'nothing_authorized' });
  });
});

describe('refund', () => {
  const send = (gateway: Gateway, members: { movementRef?: string; amount?: Money; reference?: string } = {}) =>
    gateway.plugin.invoke(refund, {
      providerRef: ids.order,
      amount: eur(500n),
      reference: refundReference,
      ...members,
    });
  const path = `/v2/payments/captures/${ids.capture}/refund`;

  it('sends a part back, and carries its own reference and the order along', async () => {
    await using gateway = await paid();
    gateway.vendor.on({ method: 'POST', path }, { status: 201, body: refundObject(caseAt(gateway.clock, '5.00')) });
    expect(await send(gateway)).toEqual({
      outcome: 'accepted',
      refund: { refundRef: ids.refund, status: 'succeeded', amount: eur(500n) },
    });
    expect(sent(gateway)[0]?.json()).toEqual({
      amount: { currency_code: 'EUR', value: '5.00' },
      custom_id: `${refundReference}.${ids.order}`,
    });
  });

  it('leaves out a reference that PayPal would not take whole', async () => {
    await using gateway = await paid();
    gateway.vendor.on({ method: 'POST', path }, { status: 201, body: refundObject(caseAt(gateway.clock, '5.00')) });
    await send(gateway, { reference: 'r'.repeat(128) });
    expect(sent(gateway)[0]?.json()).not.toHaveProperty('custom_id');
  });

  it('takes the capture that covers the amount when there are several and none is named', async () => {
    const second = '7AA000000000000A2';
    await using gateway = await started(({ clock }) => ({
      captures: [captureObject(caseAt(clock, '2.00')), captureObject(caseAt(clock, '10.00'), { id: second })],
    }));
    gateway.vendor.on(
      { method: 'POST', path: `/v2/payments/captures/${second}/refund` },
      { status: 201, body: refundObject(caseAt(gateway.clock, '5.00')) },
    );
    expect(await send(gateway)).toMatchObject({ outcome: 'accepted' });
    expect(await send(gateway, { amount: eur(1_100n) })).toMatchObject({ vendorCode: 'several_captures' });
  });

  it('does not refund a capture of another payment', async () => {
    await using gateway = await paid();
    const answer = await send(gateway, { movementRef: '7AA000000000000A2' });
    expect(answer).toMatchObject({ outcome: 'declined', vendorCode: 'no_such_capture' });
    expect(sent(gateway)).toEqual([]);
  });

  it.each([
    ['REFUND_AMOUNT_EXCEEDED', 'other'],
    ['REFUND_FAILED_INSUFFICIENT_FUNDS', 'insufficient_funds'],
    ['REFUND_TIME_LIMIT_EXCEEDED', 'other'],
  ])('is declined for %s', async (issue, reason) => {
    await using gateway = await paid();
    gateway.vendor.on({ method: 'POST', path }, refusal(issue));
    expect(await send(gateway)).toMatchObject({ outcome: 'declined', reason, vendorCode: issue });
  });

  it.each([
    ['COMPLETED', 'succeeded'],
    ['PENDING', 'pending'],
    ['FAILED', 'failed'],
    ['CANCELLED', 'cancelled'],
    ['SOMETHING_NEW', 'pending'],
  ])('that is %s at PayPal is %s', async (word, status) => {
    await using gateway = await startGateway();
    const body = refundObject(caseAt(gateway.clock, '5.00'), { status: word });
    gateway.vendor.on({ method: 'GET', path: `/v2/payments/refunds/${ids.refund}` }, { body });
    const answer = await gateway.plugin.invoke(getRefund, { providerRef: ids.order, refundRef: ids.refund });
    expect(answer).toEqual({ refundRef: ids.refund, status, amount: eur(500n) });
  });
});
