import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, type Gateway, order, startGateway } from './gateway.ts';
import { captureObject, disputeObject, eventObject, ids, type Members, refundObject } from './paypal-objects.ts';
import { authority, signedHeaders } from './signing.ts';

const { leaf } = authority();
const capturePath = `/v2/payments/captures/${ids.capture}`;

async function started() {
  const gateway = await startGateway();
  const path = '/v1/notifications/verify-webhook-signature';
  gateway.vendor.on({ method: 'POST', path }, { body: { verification_status: 'SUCCESS' } });
  return gateway;
}

function receive(gateway: Gateway, event: Members) {
  const rawBody = Buffer.from(JSON.stringify(event));
  return gateway.plugin.invoke(paymentGateway.operations.receive, {
    method: 'POST',
    rawBody,
    headers: signedHeaders(rawBody, leaf.privateKey),
    query: {},
    publicUrl: 'https://hub.example/hooks/test',
  });
}

const bareDispute = ({ clock }: Gateway) => {
  const disputed_transactions = [{ seller_transaction_id: ids.capture }];
  return eventObject('CUSTOMER.DISPUTE.CREATED', disputeObject(caseAt(clock), { disputed_transactions }));
};
const bareRefund = ({ clock }: Gateway) =>
  eventObject('PAYMENT.CAPTURE.REFUNDED', refundObject(caseAt(clock), { custom_id: undefined }), { id: 'WH-REFUND' });

describe('an event that names a capture alone', () => {
  it.each([
    ['a dispute', bareDispute],
    ['a refund made on PayPal’s pages', bareRefund],
  ])('is told with the order and the reference of that capture: %s', async (_title, eventOf) => {
    await using gateway = await started();
    gateway.vendor.on({ path: capturePath }, { body: captureObject(caseAt(gateway.clock)) });
    expect(await receive(gateway, eventOf(gateway))).toMatchObject({
      outcome: 'events',
      events: [{ providerRef: ids.order, reference: order.reference }],
    });
  });

  it('is told with the reference when PayPal names no order', async () => {
    await using gateway = await started();
    gateway.vendor.on({ path: capturePath }, { body: captureObject(caseAt(gateway.clock), { links: [] }) });
    expect(await receive(gateway, bareDispute(gateway))).toMatchObject({
      events: [{ providerRef: null, reference: order.reference }],
    });
  });

  it('is told with the capture when PayPal does not know it', async () => {
    await using gateway = await started();
    gateway.vendor.on({ path: capturePath }, { status: 404, body: { name: 'RESOURCE_NOT_FOUND' } });
    const answer = await receive(gateway, bareDispute(gateway));
    expect(answer).toMatchObject({ events: [{ providerRef: `capture:${ids.capture}` }] });
  });

  it('waits while PayPal cannot be asked', async () => {
    await using gateway = await started();
    gateway.vendor.on({ path: capturePath }, { status: 503, body: '' });
    await expect(receive(gateway, bareDispute(gateway))).rejects.toMatchObject({ class: 'unavailable' });
  });

  it('is looked up once for a page of recovered events', async () => {
    await using gateway = await started();
    gateway.vendor.on({ path: capturePath }, { body: captureObject(caseAt(gateway.clock)) });
    const events = [bareDispute(gateway), bareRefund(gateway)];
    gateway.vendor.on({ path: '/v1/notifications/webhooks-events' }, { body: { events } });
    const input = { since: new Date(gateway.clock.now()).toISOString(), undeliveredOnly: false };
    const answer = await gateway.plugin.invoke(paymentGateway.operations.listEvents, input);
    expect(answer.events.map(({ providerRef }) => providerRef)).toEqual([ids.order, ids.order]);
    expect(gateway.vendor.requests.filter(({ path }) => path === capturePath)).toHaveLength(1);
  });
});
