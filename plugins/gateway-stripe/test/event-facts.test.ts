import type { Logger } from '@fairlead/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfEvent, paymentEventTypes } from '../src/event-facts.ts';
import {
  charge,
  checkoutSession,
  createdS,
  disputeObject,
  eventOf,
  type Members,
  paymentIntent,
  refundObject,
} from './stripe-objects.ts';

const complaints: string[] = [];
const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message) => void complaints.push(message),
};
const factsOf = (type: string, object: unknown, members: Members = {}) =>
  factsOfEvent(JSON.parse(JSON.stringify(eventOf(type, object, members))) as Members, log);
const evidenceOf = (type: string, object: unknown) => factsOf(type, object)?.map(({ evidence }) => evidence);

const eur = (amountMinor: bigint) => ({ amountMinor, currency: 'EUR' });
const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

describe('events of checkout sessions', () => {
  it('takes money as captured on payment_status paid, under the id of the intent', () => {
    const paid = checkoutSession({ status: 'complete', payment_status: 'paid', payment_intent: 'pi_1' });
    for (const type of ['checkout.session.completed', 'checkout.session.async_payment_succeeded']) {
      expect(factsOf(type, paid)).toEqual([
        {
          dedupeKey: 'evt_1',
          type,
          providerRef: 'cs_test_a1',
          reference: 'attempt-1',
          occurredAt: iso(createdS + 50),
          evidence: { fact: 'captured', movementRef: 'pi_1', amount: eur(1_299n), final: true },
        },
      ]);
    }
  });

  it('does not take a complete session for money while payment_status is unpaid', () => {
    const unpaid = checkoutSession({ status: 'complete', payment_intent: 'pi_1' });
    expect(evidenceOf('checkout.session.completed', unpaid)).toEqual([
      { fact: 'processing', detail: expect.stringContaining('not yet settled') },
    ]);
  });

  it('says expired, and failed for a bank payment that did not arrive', () => {
    expect(evidenceOf('checkout.session.expired', checkoutSession({ status: 'expired' }))).toEqual([
      { fact: 'expired' },
    ]);
    const failed = checkoutSession({ status: 'complete', payment_intent: 'pi_1' });
    expect(evidenceOf('checkout.session.async_payment_failed', failed)).toEqual([
      { fact: 'failed', reason: 'other', vendorCode: 'async_payment_failed' },
    ]);
  });

  it('keeps sessions of set-ups without a fact', () => {
    const other = checkoutSession({ mode: 'setup', status: 'complete', payment_status: 'paid' });
    expect(evidenceOf('checkout.session.completed', other)).toEqual([{ fact: 'none' }]);
  });
});

describe('events of payment intents', () => {
  it('finds the payment by the reference in the metadata, since the session is not named', () => {
    const intent = paymentIntent({ status: 'succeeded', amount_received: 1_299, latest_charge: 'ch_1' });
    expect(factsOf('payment_intent.succeeded', intent)?.[0]).toMatchObject({
      providerRef: null,
      reference: 'attempt-1',
    });
  });

  it('tells the capture by the same reference as the session does, so that both are one movement', () => {
    const intent = paymentIntent({ status: 'succeeded', amount_received: 1_000, latest_charge: 'ch_1' });
    expect(evidenceOf('payment_intent.succeeded', intent)).toEqual([
      { fact: 'captured', movementRef: 'pi_1', amount: eur(1_000n), final: true },
    ]);
  });

  it('tells an authorization by its charge', () => {
    const intent = paymentIntent({ status: 'requires_capture', amount_capturable: 1_299, latest_charge: 'ch_1' });
    expect(evidenceOf('payment_intent.amount_capturable_updated', intent)).toEqual([
      { fact: 'authorized', movementRef: 'ch_1', amount: eur(1_299n) },
    ]);
  });

  it('tells a cancelled authorization as voided, and any other cancelled intent as cancelled', () => {
    const held = { status: 'canceled', capture_method: 'manual', latest_charge: 'ch_1' };
    expect(evidenceOf('payment_intent.canceled', paymentIntent(held))).toEqual([
      { fact: 'voided', movementRef: 'ch_1' },
    ]);
    // The charge of a refused try stays the latest one, beside its error: nothing was held.
    const refused = { ...held, last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' } };
    expect(evidenceOf('payment_intent.canceled', paymentIntent(refused))).toEqual([{ fact: 'cancelled' }]);
    expect(evidenceOf('payment_intent.canceled', paymentIntent({ status: 'canceled' }))).toEqual([
      { fact: 'cancelled' },
    ]);
  });

  it.each([
    ['card_declined', 'insufficient_funds', 'insufficient_funds', 'insufficient_funds'],
    ['card_declined', 'fraudulent', 'fraud', 'fraudulent'],
    ['card_declined', 'never_heard_of', 'declined', 'never_heard_of'],
    ['expired_card', undefined, 'invalid_method', 'expired_card'],
    [
      'payment_intent_authentication_failure',
      undefined,
      'authentication_failed',
      'payment_intent_authentication_failure',
    ],
    ['something_new', undefined, 'other', 'something_new'],
  ])('maps a refusal %s / %s to %s', (code, declineCode, reason, vendorCode) => {
    const error = { code, decline_code: declineCode, message: 'Your card was declined.' };
    const intent = paymentIntent({ last_payment_error: error, latest_charge: 'ch_1' });
    expect(evidenceOf('payment_intent.payment_failed', intent)).toEqual([
      { fact: 'failed', reason, vendorCode, message: 'Your card was declined.' },
    ]);
  });

  it('names an intent that was not made here, so that getStatus can be asked about it', () => {
    const foreign = paymentIntent({ status: 'succeeded', amount_received: 1, metadata: {} });
    expect(factsOf('payment_intent.succeeded', foreign)?.[0]).toMatchObject({ providerRef: 'pi_1' });
    expect(factsOf('payment_intent.succeeded', foreign)?.[0]).not.toHaveProperty('reference');
  });

  it('tells no money of an intent without the reference: an invoice tells it, or it is not ours', () => {
    const metadata = {};
    const intents = {
      'payment_intent.succeeded': paymentIntent({ status: 'succeeded', amount_received: 1_299, metadata }),
      'payment_intent.payment_failed': paymentIntent({ last_payment_error: { code: 'card_declined' }, metadata }),
      'payment_intent.canceled': paymentIntent({ status: 'canceled', metadata }),
    };
    for (const [type, intent] of Object.entries(intents)) expect(evidenceOf(type, intent)).toEqual([{ fact: 'none' }]);
  });
});

describe('events of refunds and disputes', () => {
  it.each([
    ['pending', 'pending'],
    ['requires_action', 'pending'],
    ['succeeded', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    [null, 'pending'],
    ['invented', 'pending'],
    ['toString', 'pending'],
  ])('reads a refund that is %s as %s', (word, status) => {
    expect(evidenceOf('refund.updated', refundObject({ status: word }))).toEqual([
      { fact: 'refund', refundRef: 're_1', amount: eur(300n), status },
    ]);
  });

  it('tells the hub’s own reference of a refund, where the hub began it', () => {
    const metadata = { fairlead_reference: 'attempt-1', fairlead_refund: 'attempt-1-r1' };
    expect(evidenceOf('refund.created', refundObject({ metadata }))).toMatchObject([{ reference: 'attempt-1-r1' }]);
  });

  it('names the intent of a refund that somebody made in the dashboard', () => {
    expect(factsOf('refund.created', refundObject())?.[0]).toMatchObject({ providerRef: 'pi_1' });
    const ours = refundObject({ metadata: { fairlead_reference: 'attempt-1' } });
    expect(factsOf('refund.created', ours)?.[0]).toMatchObject({ providerRef: null, reference: 'attempt-1' });
  });

  it('keeps charge.refunded without a fact unless its API version lists the refunds, and then tells each one', () => {
    expect(evidenceOf('charge.refunded', charge({ refunds: undefined, amount_refunded: 300 }))).toEqual([
      { fact: 'none' },
    ]);
    const refunds = { object: 'list', data: [refundObject(), refundObject({ id: 're_2', amount: 5 })] };
    expect(factsOf('charge.refunded', charge({ refunds }))).toMatchObject([
      { dedupeKey: 'evt_1/re_1', reference: 'attempt-1', evidence: { fact: 'refund', refundRef: 're_1' } },
      { dedupeKey: 'evt_1/re_2', reference: 'attempt-1', evidence: { fact: 'refund', refundRef: 're_2' } },
    ]);
  });

  it.each([
    ['warning_needs_response', 'inquiry'],
    ['warning_under_review', 'inquiry'],
    ['warning_closed', 'closed'],
    ['needs_response', 'needs_response'],
    ['under_review', 'under_review'],
    ['won', 'won'],
    ['lost', 'lost'],
    ['appeal_needs_response', 'needs_response'],
    ['appeal_under_review', 'under_review'],
    ['prevented', 'closed'],
  ])('reads a dispute that is %s as %s', (word, status) => {
    expect(factsOf('charge.dispute.updated', disputeObject({ status: word }))).toEqual([
      {
        dedupeKey: 'evt_1',
        type: 'charge.dispute.updated',
        providerRef: 'pi_1',
        occurredAt: iso(createdS + 50),
        evidence: {
          fact: 'dispute',
          disputeRef: 'du_1',
          amount: eur(1_299n),
          status,
          reason: 'fraudulent',
          respondBy: iso(createdS + 700_000),
        },
      },
    ]);
  });
});

describe('the money of a dispute', () => {
  // Stripe takes the money when it opens and gives it back when it is won; the dispute's own status says which.
  it.each([
    ['charge.dispute.funds_withdrawn', 'needs_response', 'needs_response'],
    ['charge.dispute.funds_withdrawn', 'lost', 'lost'],
    ['charge.dispute.funds_reinstated', 'won', 'won'],
    ['charge.dispute.funds_reinstated', 'warning_closed', 'closed'],
  ])('%s of one that is %s is told as %s, under the dispute’s own id', (type, word, status) => {
    expect(evidenceOf(type, disputeObject({ status: word }))).toMatchObject([
      { fact: 'dispute', disputeRef: 'du_1', status, amount: eur(1_299n) },
    ]);
  });
});

describe('other events', () => {
  it('keeps kinds that say nothing about a payment', () => {
    expect(factsOf('customer.created', { id: 'cus_1', object: 'customer' })).toMatchObject([
      { dedupeKey: 'evt_1', type: 'customer.created', providerRef: null, evidence: { fact: 'none' } },
    ]);
  });

  it('keeps a thin event of API v2, whose time is text and which has no object', () => {
    const thin = {
      id: 'evt_thin',
      object: 'v2.core.event',
      type: 'v1.billing.meter.no_meter_found',
      created: '2026-01-15T12:00:00Z',
    };
    expect(factsOfEvent(thin, log)).toMatchObject([
      { dedupeKey: 'evt_thin', occurredAt: '2026-01-15T12:00:00.000Z', evidence: { fact: 'none' } },
    ]);
  });

  it('keeps an amount that has no exact form as no fact, and says so in the log', () => {
    complaints.length = 0;
    expect(evidenceOf('refund.created', refundObject({ amount: 4_010, currency: 'isk' }))).toEqual([{ fact: 'none' }]);
    expect(complaints).toHaveLength(1);
  });

  it('is no event without an id, a type or a time', () => {
    const without = (member: string) => factsOf('payment_intent.succeeded', paymentIntent(), { [member]: undefined });
    expect(['id', 'type', 'created'].map(without)).toEqual([undefined, undefined, undefined]);
  });

  it('survives any JSON in the place of the object, for every kind of event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paymentEventTypes), fc.jsonValue(), (type, object) => {
        expect(factsOf(type, object)?.length).toBeGreaterThan(0);
      }),
    );
  });

  it('survives any single member of an object being something else', () => {
    const objects = [
      checkoutSession(),
      paymentIntent({ status: 'succeeded' }),
      refundObject(),
      disputeObject(),
      charge(),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...paymentEventTypes),
        fc.constantFrom(...objects),
        fc.nat(),
        fc.jsonValue(),
        (type, object, place, value) => {
          const names = Object.keys(object);
          const broken = { ...object, [names[place % names.length] ?? '']: value };
          expect(factsOf(type, broken)?.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
