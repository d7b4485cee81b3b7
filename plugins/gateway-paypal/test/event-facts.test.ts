import type { LogFields, Logger, PaymentEvent } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { factsOfEvent, paymentEventTypes } from '../src/event-facts.ts';
import { caseAt, eur, order } from './gateway.ts';
import {
  authorizationObject,
  captureObject,
  disputeObject,
  eventObject,
  ids,
  type Members,
  orderObject,
  refundObject,
} from './paypal-objects.ts';

const clock = new FakeClock();
const it1 = caseAt(clock);
const eventId = 'WH-58D329510W468432D-8HN650336L201105X';
const related = (ofOrder: Members) => ({ supplementary_data: { related_ids: ofOrder } });

function logger() {
  const errors: LogFields[] = [];
  const ignore = () => undefined;
  const log: Logger = {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (_m, fields) => void errors.push(fields ?? {}),
  };
  return { log, errors };
}

function told(type: string, resource: Members, members: Members = {}): PaymentEvent {
  const [event, ...more] = factsOfEvent(eventObject(type, resource, members), logger().log) ?? [];
  if (event === undefined || more.length > 0) throw new Error(`There are ${more.length} facts more than one.`);
  return event;
}

describe('events of orders', () => {
  it('approved: the customer agreed, and the money is to be asked for within three hours', () => {
    expect(told('CHECKOUT.ORDER.APPROVED', orderObject(it1, { status: 'APPROVED' }))).toEqual({
      dedupeKey: eventId,
      type: 'CHECKOUT.ORDER.APPROVED',
      providerRef: ids.order,
      reference: order.reference,
      occurredAt: new Date(it1.at).toISOString(),
      evidence: { fact: 'approved', confirmBy: new Date(Date.parse(it1.at) + 3 * 3_600_000).toISOString() },
    });
  });

  it('approved, delivered late with the capture in it: it is still no more than approved', () => {
    const late = orderObject(it1, { status: 'COMPLETED' }, { captures: [captureObject(it1)] });
    expect(told('CHECKOUT.ORDER.APPROVED', late).evidence).toMatchObject({ fact: 'approved' });
  });

  it('completed: is kept, because each capture and authorization has an event of its own', () => {
    expect(told('CHECKOUT.ORDER.COMPLETED', orderObject(it1)).evidence).toEqual({ fact: 'none' });
  });

  it('an approval that was taken back: the try failed', () => {
    const resource = { order_id: ids.order, purchase_units: [{ custom_id: order.reference }] };
    expect(told('CHECKOUT.PAYMENT-APPROVAL.REVERSED', resource)).toMatchObject({
      providerRef: ids.order,
      reference: order.reference,
      evidence: { fact: 'failed', vendorCode: 'PAYMENT_APPROVAL_REVERSED' },
    });
  });
});

describe('events of captures', () => {
  it('completed: the money came, on the order that the link or the related ids name', () => {
    const byLink = told('PAYMENT.CAPTURE.COMPLETED', captureObject(it1));
    expect(byLink).toMatchObject({
      providerRef: ids.order,
      reference: order.reference,
      evidence: { fact: 'captured', movementRef: ids.capture, amount: eur(1_299n), fee: eur(100n), final: true },
    });
    const byIds = told(
      'PAYMENT.CAPTURE.COMPLETED',
      captureObject(it1, { links: [], ...related({ order_id: ids.order }) }),
    );
    expect(byIds.providerRef).toBe(ids.order);
  });

  it('completed, of an authorization: no order is named, and the reference leads to the payment', () => {
    const event = told('PAYMENT.CAPTURE.COMPLETED', captureObject(it1, { links: [] }));
    expect(event).toMatchObject({ providerRef: null, reference: order.reference });
  });

  it('completed, of a payment that carries no reference: the capture leads to it', () => {
    const event = told('PAYMENT.CAPTURE.COMPLETED', captureObject(it1, { links: [], custom_id: undefined }));
    expect(event.providerRef).toBe(`capture:${ids.capture}`);
    expect(event).not.toHaveProperty('reference');
  });

  it('pending: on its way, with the reason', () => {
    const resource = captureObject(it1, { status: 'PENDING', status_details: { reason: 'UNILATERAL' } });
    expect(told('PAYMENT.CAPTURE.PENDING', resource).evidence).toEqual({ fact: 'processing', detail: 'UNILATERAL' });
  });

  it.each(['PAYMENT.CAPTURE.DECLINED', 'PAYMENT.CAPTURE.DENIED'])('%s: the try failed', (type) => {
    const resource = captureObject(it1, { status: 'DECLINED', status_details: { reason: 'INSTRUMENT_DECLINED' } });
    expect(told(type, resource).evidence).toEqual({
      fact: 'failed',
      reason: 'declined',
      vendorCode: 'INSTRUMENT_DECLINED',
    });
  });

  it('reversed: money was taken back, by a movement of its own', () => {
    const id = '9RV00000000000000';
    const resource = refundObject(it1, {
      id,
      custom_id: order.reference,
      amount: { currency_code: 'EUR', value: '-12.99' },
    });
    expect(told('PAYMENT.CAPTURE.REVERSED', resource)).toMatchObject({
      reference: order.reference,
      evidence: { fact: 'reversed', movementRef: id, amount: eur(1_299n) },
    });
  });

  it('reversed, told by the capture itself: the movement is not mistaken for the capture', () => {
    const event = told('PAYMENT.CAPTURE.REVERSED', captureObject(it1));
    expect(event).toMatchObject({
      providerRef: ids.order,
      evidence: { fact: 'reversed', movementRef: `reversal:${ids.capture}`, amount: eur(1_299n) },
    });
  });
});

describe('events of authorizations', () => {
  it('created: the money is held', () => {
    expect(told('PAYMENT.AUTHORIZATION.CREATED', authorizationObject(it1))).toMatchObject({
      providerRef: ids.order,
      evidence: { fact: 'authorized', movementRef: ids.authorization, amount: eur(1_299n) },
    });
  });

  it('voided, by us or by its age: it was given back', () => {
    expect(told('PAYMENT.AUTHORIZATION.VOIDED', authorizationObject(it1, { status: 'VOIDED' })).evidence).toEqual({
      fact: 'voided',
      movementRef: ids.authorization,
    });
  });
});

describe('events of refunds', () => {
  it('of ours: name the order and the refund, which its custom id carries', () => {
    expect(told('PAYMENT.CAPTURE.REFUNDED', refundObject(it1))).toMatchObject({
      providerRef: ids.order,
      evidence: { fact: 'refund', refundRef: ids.refund, reference: order.reference, status: 'succeeded' },
    });
  });

  it('made on PayPal’s pages: name the capture', () => {
    const event = told('PAYMENT.CAPTURE.REFUNDED', refundObject(it1, { custom_id: undefined }));
    expect(event.providerRef).toBe(`capture:${ids.capture}`);
    expect(event.evidence).not.toHaveProperty('reference');
  });

  it('that failed later: say so', () => {
    const event = told('PAYMENT.REFUND.FAILED', refundObject(it1, { status: 'FAILED' }));
    expect(event.evidence).toMatchObject({ refundRef: ids.refund, status: 'failed' });
  });
});

describe('events of disputes', () => {
  it('are found by the reference that the transaction carries', () => {
    expect(told('CUSTOMER.DISPUTE.CREATED', disputeObject(it1))).toMatchObject({
      providerRef: null,
      reference: order.reference,
      evidence: {
        fact: 'dispute',
        disputeRef: ids.dispute,
        amount: eur(1_299n),
        status: 'needs_response',
        reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
        respondBy: new Date(Date.parse(it1.at) + 10 * 86_400_000).toISOString(),
      },
    });
  });

  it('are found by the capture when it carries none', () => {
    const resource = disputeObject(it1, { disputed_transactions: [{ seller_transaction_id: ids.capture }] });
    expect(told('CUSTOMER.DISPUTE.CREATED', resource).providerRef).toBe(`capture:${ids.capture}`);
  });

  it.each([
    ['OPEN', 'INQUIRY', undefined, 'inquiry'],
    ['WAITING_FOR_SELLER_RESPONSE', 'INQUIRY', undefined, 'inquiry'],
    ['WAITING_FOR_SELLER_RESPONSE', 'CHARGEBACK', undefined, 'needs_response'],
    ['WAITING_FOR_BUYER_RESPONSE', 'CHARGEBACK', undefined, 'under_review'],
    ['UNDER_REVIEW', 'INQUIRY', undefined, 'under_review'],
    ['RESOLVED', 'CHARGEBACK', 'RESOLVED_BUYER_FAVOUR', 'lost'],
    ['RESOLVED', 'CHARGEBACK', 'RESOLVED_SELLER_FAVOUR', 'won'],
    ['RESOLVED', 'CHARGEBACK', 'RESOLVED_WITH_PAYOUT', 'closed'],
    ['RESOLVED', 'INQUIRY', 'CANCELED_BY_BUYER', 'closed'],
    ['RESOLVED', 'INQUIRY', 'SOMETHING_NEW', 'closed'],
    ['RESOLVED', 'INQUIRY', undefined, 'closed'],
  ])('%s in %s with the outcome %s is %s', (status, dispute_life_cycle_stage, outcome_code, expected) => {
    const outcome = outcome_code === undefined ? {} : { dispute_outcome: { outcome_code } };
    const resource = disputeObject(it1, { status, dispute_life_cycle_stage, ...outcome });
    expect(told('CUSTOMER.DISPUTE.UPDATED', resource).evidence).toMatchObject({ status: expected });
  });
});

describe('events of payouts', () => {
  const item = (transaction_status: string, members: Members = {}) => ({
    payout_item_id: '8AELMXH8UB2P8',
    payout_batch_id: ids.batch,
    transaction_status,
    payout_item: { amount: { currency: 'EUR', value: '5.00' }, receiver: 'a@b.example', sender_item_id: 'payout-1' },
    ...members,
  });

  it.each([
    ['SUCCEEDED', 'SUCCESS', 'succeeded'],
    ['UNCLAIMED', 'UNCLAIMED', 'pending'],
    ['HELD', 'ONHOLD', 'pending'],
    ['FAILED', 'FAILED', 'failed'],
    ['RETURNED', 'RETURNED', 'failed'],
    ['CANCELED', 'CANCELED', 'cancelled'],
  ])('PAYMENT.PAYOUTS-ITEM.%s: %s is %s, by the batch that the payout answered', (name, word, status) => {
    expect(told(`PAYMENT.PAYOUTS-ITEM.${name}`, item(word))).toMatchObject({
      providerRef: null,
      evidence: { fact: 'payout', payoutRef: ids.batch, reference: 'payout-1', amount: eur(500n), status },
    });
  });

  it('a batch that was denied: failed', () => {
    const batch_header = {
      payout_batch_id: ids.batch,
      batch_status: 'DENIED',
      amount: { currency: 'EUR', value: '5.00' },
    };
    expect(told('PAYMENT.PAYOUTSBATCH.DENIED', { batch_header }).evidence).toMatchObject({ status: 'failed' });
  });
});

describe('any event', () => {
  it('of another kind is kept and says nothing', () => {
    expect(told('BILLING.PLAN.CREATED', { id: 'P-1' })).toMatchObject({
      providerRef: null,
      evidence: { fact: 'none' },
    });
  });

  it.each(paymentEventTypes)('%s with an empty resource says nothing, and does not stumble', (type) => {
    const facts = factsOfEvent(eventObject(type, {}), logger().log)?.map(({ evidence }) => evidence.fact);
    expect(facts).toHaveLength(1);
    expect(['none', 'approved', 'failed', 'cancelled']).toContain(facts?.[0]);
  });

  it('with an amount that cannot be told exactly is kept, and a person is told', () => {
    const { log, errors } = logger();
    const resource = captureObject({ ...it1, amount: { currency_code: 'EUR', value: '12.995' } });
    const [event] = factsOfEvent(eventObject('PAYMENT.CAPTURE.COMPLETED', resource), log) ?? [];
    expect(event?.evidence).toEqual({ fact: 'none' });
    expect(errors).toMatchObject([{ event: eventId }]);
  });

  it.each([{ id: undefined }, { id: 'a/b' }, { event_type: undefined }, { create_time: 'yesterday' }])(
    'that lacks what every event has is none: %j',
    (members) => {
      const event = eventObject('PAYMENT.CAPTURE.COMPLETED', captureObject(it1), members);
      expect(factsOfEvent(event, logger().log)).toBeUndefined();
    },
  );
});
