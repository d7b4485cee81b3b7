import { paymentGateway } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { caseAt, eur, type Gateway, order, startGateway } from './gateway.ts';
import { disputeObject, eventObject, ids, type Members, refundObject } from './paypal-objects.ts';
import { authority, signedHeaders } from './signing.ts';

const { leaf } = authority();

async function started() {
  const gateway = await startGateway();
  const path = '/v1/notifications/verify-webhook-signature';
  gateway.vendor.on({ method: 'POST', path }, { body: { verification_status: 'SUCCESS' } });
  return gateway;
}

async function receive(gateway: Gateway, event: Members) {
  const rawBody = Buffer.from(JSON.stringify(event));
  const answer = await gateway.plugin.invoke(paymentGateway.operations.receive, {
    method: 'POST',
    rawBody,
    headers: signedHeaders(rawBody, leaf.privateKey),
    query: {},
    publicUrl: 'https://hub.example/hooks/test',
  });
  return answer.outcome === 'events' ? answer.events.map(({ evidence }) => evidence) : answer;
}

const lost = ({ clock }: Gateway) =>
  eventObject(
    'CUSTOMER.DISPUTE.RESOLVED',
    disputeObject(caseAt(clock), { status: 'RESOLVED', dispute_outcome: { outcome_code: 'RESOLVED_BUYER_FAVOUR' } }),
    { id: 'WH-LOST' },
  );
const reversed = ({ clock }: Gateway, members: Members = {}) =>
  eventObject(
    'PAYMENT.CAPTURE.REVERSED',
    refundObject(caseAt(clock), { id: '9RV00000000000000', custom_id: order.reference, ...members }),
    { id: 'WH-REVERSED' },
  );

describe('a loss that PayPal tells twice', () => {
  it('counts once when the dispute comes first', async () => {
    await using gateway = await started();
    expect(await receive(gateway, lost(gateway))).toMatchObject([{ fact: 'dispute', status: 'lost' }]);
    expect(await receive(gateway, reversed(gateway))).toEqual([{ fact: 'none' }]);
  });

  it('counts once when the reversal comes first, and the dispute is closed', async () => {
    await using gateway = await started();
    expect(await receive(gateway, reversed(gateway))).toMatchObject([{ fact: 'reversed', amount: eur(1_299n) }]);
    expect(await receive(gateway, lost(gateway))).toMatchObject([{ fact: 'dispute', status: 'closed' }]);
  });

  it('says the same when it is delivered again, or listed', async () => {
    await using gateway = await started();
    const [first, second] = [reversed(gateway), lost(gateway)];
    const once = [await receive(gateway, first), await receive(gateway, second)];
    expect([await receive(gateway, first), await receive(gateway, second)]).toEqual(once);
    gateway.vendor.on({ path: '/v1/notifications/webhooks-events' }, { body: { events: [second, first] } });
    const input = { since: new Date(gateway.clock.now()).toISOString(), undeliveredOnly: false };
    const { events } = await gateway.plugin.invoke(paymentGateway.operations.listEvents, input);
    expect(events.map(({ evidence }) => evidence)).toEqual(once.flat().toReversed());
  });

  it('does not hide the loss of another capture', async () => {
    await using gateway = await started();
    await receive(gateway, lost(gateway));
    const links = [{ rel: 'up', href: 'https://api.sandbox.paypal.com/v2/payments/captures/7AA000000000000A2' }];
    expect(await receive(gateway, reversed(gateway, { links }))).toMatchObject([{ fact: 'reversed' }]);
  });
});

it('money that is held for a dispute is not reversed: it may come back', async () => {
  await using gateway = await started();
  const held = reversed(gateway, { id: ids.capture, status_details: { reason: 'CHARGEBACK' } });
  expect(await receive(gateway, held)).toEqual([{ fact: 'none' }]);
});
