import type { Situation } from '@fairlead/sdk/testing';
import {
  charge,
  checkoutSession,
  disputeObject,
  eventOf,
  type Members,
  paymentIntent,
  payoutObject,
  refundObject,
  subscriptionObject,
} from './stripe-objects.ts';

/** The objects of one payment, as Stripe's documentation describes them (https://docs.stripe.com/api). */

export const ids = {
  session: 'cs_test_suite1',
  intent: 'pi_suite1',
  charge: 'ch_suite1',
  refund: 're_suite1',
  subscription: 'sub_suite1',
};
/** 5 ISK is 500 (https://docs.stripe.com/currencies#special-cases); the others here are as in ISO 4217. */
export const perIsoUnit = (currency: string) => (currency === 'ISK' ? 100n : 1n);

export interface Values {
  readonly reference: string;
  readonly amount: { readonly amountMinor: bigint; readonly currency: string };
  readonly nowMs: number;
}

/** The objects of one payment in a situation. */
export function payment(situation: Situation, { reference, amount, nowMs }: Values) {
  const created = Math.floor(nowMs / 1_000);
  const units = Number(amount.amountMinor * perIsoUnit(amount.currency));
  const common = { created, currency: amount.currency.toLowerCase(), metadata: { fairlead_reference: reference } };
  const session = (members: Members) =>
    checkoutSession({
      ...common,
      id: ids.session,
      client_reference_id: reference,
      amount_total: units,
      expires_at: created + 86_400,
      url: `https://checkout.stripe.com/c/pay/${ids.session}#fid`,
      ...members,
    });
  const intent = (members: Members) =>
    paymentIntent({ ...common, id: ids.intent, amount: units, latest_charge: ids.charge, ...members });
  const held = (members: Members = {}) =>
    charge({ ...common, id: ids.charge, payment_intent: ids.intent, amount: units, ...members });
  const refund = refundObject({
    ...common,
    id: ids.refund,
    payment_intent: ids.intent,
    charge: ids.charge,
    amount: units,
  });
  const dispute = disputeObject({
    ...common,
    metadata: {},
    payment_intent: ids.intent,
    charge: ids.charge,
    amount: units,
  });
  const complete = { status: 'complete', payment_intent: ids.intent, url: null };
  const paid = {
    session: session({ ...complete, payment_status: 'paid' }),
    intent: intent({ status: 'succeeded', amount_received: units }),
  };
  switch (situation) {
    case 'open':
      return { session: session({}), event: eventOf('checkout.session.created', session({})) };
    case 'processing':
      return {
        session: session(complete),
        intent: intent({ status: 'processing', latest_charge: null }),
        event: eventOf('checkout.session.completed', session(complete)),
      };
    case 'authorized': {
      const waiting = intent({ status: 'requires_capture', capture_method: 'manual', amount_capturable: units });
      return {
        session: session(complete),
        intent: waiting,
        charge: held({ captured: false }),
        event: eventOf('payment_intent.amount_capturable_updated', waiting),
      };
    }
    case 'paid':
      return { ...paid, charge: held(), event: eventOf('checkout.session.completed', paid.session) };
    case 'failed': {
      const declined = {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'do_not_honor',
        message: 'Your card was declined.',
      };
      const failed = intent({ last_payment_error: declined });
      return {
        session: session({ payment_intent: ids.intent }),
        intent: failed,
        charge: held({ status: 'failed', captured: false }),
        event: eventOf('payment_intent.payment_failed', failed),
      };
    }
    case 'cancelled': {
      const cancelled = intent({ status: 'canceled', capture_method: 'manual', canceled_at: created });
      return {
        session: session(complete),
        intent: cancelled,
        charge: held({ captured: false }),
        event: eventOf('payment_intent.canceled', cancelled),
      };
    }
    case 'expired': {
      const lapsed = session({ status: 'expired', url: null, expires_at: created });
      return { session: lapsed, event: eventOf('checkout.session.expired', lapsed) };
    }
    case 'refunded': {
      const refunds = { object: 'list', data: [refund], has_more: false };
      return {
        ...paid,
        charge: held({ refunds, amount_refunded: units }),
        refund,
        event: eventOf('refund.created', refund),
      };
    }
    case 'disputed':
      return { ...paid, charge: held({ disputed: true }), dispute, event: eventOf('charge.dispute.created', dispute) };
    case 'underpaid':
      throw new Error('Stripe takes all or nothing.');
    case 'approved':
      throw new Error('Stripe’s checkout page takes the money by itself.');
  }
}

/** The session as Stripe expands it when asked for intent, charge and what hangs on it. */
export function expanded(situation: Situation, values: Values): Members {
  const {
    session,
    intent,
    charge: held,
  } = payment(situation, values) as { session: Members; intent?: Members; charge?: Members };
  if (intent === undefined) return session;
  return { ...session, payment_intent: held === undefined ? intent : { ...intent, latest_charge: held } };
}

export function subscription({ reference, nowMs }: Values, status: string): Members {
  const members = { id: ids.subscription, status, metadata: { fairlead_reference: reference } };
  return subscriptionObject({ ...members, ...(status === 'canceled' ? { ended_at: Math.floor(nowMs / 1_000) } : {}) });
}

export function payoutOf({ reference, amount }: Values): Members {
  const units = Number(amount.amountMinor * perIsoUnit(amount.currency));
  const currency = amount.currency.toLowerCase();
  return payoutObject({ amount: units, currency, metadata: { fairlead_payout: reference } });
}
