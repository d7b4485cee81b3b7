import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, eur, type Gateway, order, startGateway } from './gateway.ts';
import { authorizationObject, captureObject, ids, type Members, orderObject, refusal } from './paypal-objects.ts';

const orderPath = `/v2/checkout/orders/${ids.order}`;
const confirm = (gateway: Gateway, capture: 'automatic' | 'manual' = 'automatic') =>
  gateway.plugin.invoke(
    paymentGateway.operations.confirm,
    { providerRef: ids.order, capture },
    { idempotencyKey: 'confirm-1' },
  );

function answers(gateway: Gateway, body: Members, path = `${orderPath}/capture`) {
  gateway.vendor.on({ method: 'POST', path }, { status: 201, body });
}

const withCapture = (gateway: Gateway, members: Members = {}) =>
  orderObject(caseAt(gateway.clock), {}, { captures: [captureObject(caseAt(gateway.clock), members)] });

describe('confirm', () => {
  it('captures an approved order under the call’s key, and tells the capture with what PayPal kept', async () => {
    await using gateway = await startGateway();
    answers(gateway, withCapture(gateway));
    const answer = await confirm(gateway);
    expect(answer).toMatchObject({
      outcome: 'confirmed',
      events: [
        {
          dedupeKey: `status:${ids.capture}:captured`,
          providerRef: ids.order,
          reference: order.reference,
          evidence: { fact: 'captured', movementRef: ids.capture, amount: eur(1_299n), fee: eur(100n), final: true },
        },
      ],
    });
    const sent = gateway.vendor.requests.at(-1);
    expect(sent?.headers['paypal-request-id']).toBe('confirm-1');
    expect(sent?.json()).toEqual({});
  });

  it('authorizes with manual capture, and says until when the money can be taken', async () => {
    await using gateway = await startGateway();
    const it = caseAt(gateway.clock);
    answers(gateway, orderObject(it, {}, { authorizations: [authorizationObject(it)] }), `${orderPath}/authorize`);
    expect(await confirm(gateway, 'manual')).toMatchObject({
      outcome: 'confirmed',
      events: [
        {
          evidence: {
            fact: 'authorized',
            movementRef: ids.authorization,
            amount: eur(1_299n),
            capturableUntil: new Date(gateway.clock.now() + 29 * 86_400_000).toISOString(),
          },
        },
      ],
    });
  });

  it('tells that a capture which PayPal holds back is on its way, and why', async () => {
    await using gateway = await startGateway();
    answers(gateway, withCapture(gateway, { status: 'PENDING', status_details: { reason: 'ECHECK' } }));
    expect(await confirm(gateway)).toMatchObject({
      outcome: 'confirmed',
      events: [{ evidence: { fact: 'processing', detail: 'ECHECK' } }],
    });
  });

  it.each(['DECLINED', 'FAILED'])('is declined when the capture in the answer is %s', async (status) => {
    await using gateway = await startGateway();
    answers(gateway, withCapture(gateway, { status }));
    expect(await confirm(gateway)).toMatchObject({ outcome: 'declined', reason: 'declined', vendorCode: status });
  });

  it.each([
    ['INSTRUMENT_DECLINED', 'declined'],
    ['TRANSACTION_REFUSED', 'declined'],
    ['PAYER_ACTION_REQUIRED', 'authentication_failed'],
    ['PAYER_ACCOUNT_RESTRICTED', 'invalid_method'],
    ['COMPLIANCE_VIOLATION', 'fraud'],
    ['ORDER_NOT_APPROVED', 'other'],
    ['ACTION_DOES_NOT_MATCH_INTENT', 'other'],
    ['SOMETHING_NEW', 'other'],
  ])('is declined for %s with the reason %s', async (issue, reason) => {
    await using gateway = await startGateway();
    gateway.vendor.on({ method: 'POST', path: `${orderPath}/capture` }, refusal(issue));
    expect(await confirm(gateway)).toMatchObject({ outcome: 'declined', reason, vendorCode: issue });
  });

  it.each(['ORDER_ALREADY_CAPTURED', 'ORDER_ALREADY_AUTHORIZED', 'ORDER_ALREADY_COMPLETED'])(
    'that finds its work done (%s) tells what the order says',
    async (issue) => {
      await using gateway = await startGateway();
      gateway.vendor.on({ method: 'POST', path: `${orderPath}/capture` }, refusal(issue));
      gateway.vendor.on({ method: 'GET', path: orderPath }, { body: withCapture(gateway) });
      expect(await confirm(gateway)).toMatchObject({
        outcome: 'confirmed',
        events: [{ evidence: { fact: 'captured', movementRef: ids.capture } }],
      });
    },
  );

  it('is declined when the approval lapsed and PayPal forgot the order', async () => {
    await using gateway = await startGateway();
    const body = { name: 'RESOURCE_NOT_FOUND', details: [{ issue: 'INVALID_RESOURCE_ID' }] };
    gateway.vendor.on({ method: 'POST', path: `${orderPath}/capture` }, { status: 404, body });
    expect(await confirm(gateway)).toMatchObject({ outcome: 'declined', vendorCode: 'ORDER_LAPSED' });
  });

  it.each([
    [409, 'RESOURCE_CONFLICT', 'PREVIOUS_REQUEST_IN_PROGRESS'],
    [422, 'UNPROCESSABLE_ENTITY', 'ORDER_COMPLETION_IN_PROGRESS'],
  ])('is not known to have failed while another request is under way: %i %s', async (status, name, issue) => {
    await using gateway = await startGateway();
    gateway.vendor.on(
      { method: 'POST', path: `${orderPath}/capture` },
      { status, body: { name, details: [{ issue }] } },
    );
    await expect(confirm(gateway)).rejects.toMatchObject({ class: 'unavailable' });
  });

  it('does not take an order without any movement for a confirmation', async () => {
    await using gateway = await startGateway();
    answers(gateway, orderObject(caseAt(gateway.clock), { status: 'APPROVED' }));
    await expect(confirm(gateway)).rejects.toMatchObject({ code: 'answer_unreadable' });
  });
});
