/** Objects as Stripe sends them, cut down to the members that matter, with the surroundings that real ones have. */
export type Members = Record<string, unknown>;

export const createdS = Date.UTC(2026, 0, 15, 11, 59) / 1_000;

export function checkoutSession(members: Members = {}): Members {
  return {
    id: 'cs_test_a1',
    object: 'checkout.session',
    mode: 'payment',
    status: 'open',
    payment_status: 'unpaid',
    amount_total: 1_299,
    currency: 'eur',
    client_reference_id: 'attempt-1',
    metadata: { fairlead_reference: 'attempt-1' },
    payment_intent: null,
    created: createdS,
    expires_at: createdS + 86_400,
    url: 'https://checkout.stripe.com/c/pay/cs_test_a1#fid',
    livemode: false,
    ...members,
  };
}

export function paymentIntent(members: Members = {}): Members {
  return {
    id: 'pi_1',
    object: 'payment_intent',
    amount: 1_299,
    amount_capturable: 0,
    amount_received: 0,
    capture_method: 'automatic_async',
    currency: 'eur',
    created: createdS + 10,
    canceled_at: null,
    latest_charge: null,
    last_payment_error: null,
    metadata: { fairlead_reference: 'attempt-1' },
    status: 'requires_payment_method',
    ...members,
  };
}

export function charge(members: Members = {}): Members {
  return {
    id: 'ch_1',
    object: 'charge',
    amount: 1_299,
    amount_captured: 1_299,
    amount_refunded: 0,
    captured: true,
    currency: 'eur',
    created: createdS + 20,
    disputed: false,
    metadata: { fairlead_reference: 'attempt-1' },
    payment_intent: 'pi_1',
    payment_method_details: { type: 'card', card: { capture_before: createdS + 604_800 } },
    balance_transaction: {
      id: 'txn_1',
      object: 'balance_transaction',
      fee: 63,
      currency: 'eur',
      created: createdS + 21,
    },
    refunds: { object: 'list', data: [], has_more: false, url: '/v1/charges/ch_1/refunds' },
    status: 'succeeded',
    ...members,
  };
}

export function refundObject(members: Members = {}): Members {
  return {
    id: 're_1',
    object: 'refund',
    amount: 300,
    charge: 'ch_1',
    payment_intent: 'pi_1',
    currency: 'eur',
    created: createdS + 30,
    metadata: {},
    reason: null,
    status: 'succeeded',
    ...members,
  };
}

export function disputeObject(members: Members = {}): Members {
  return {
    id: 'du_1',
    object: 'dispute',
    amount: 1_299,
    charge: 'ch_1',
    payment_intent: 'pi_1',
    currency: 'eur',
    created: createdS + 40,
    evidence_details: { due_by: createdS + 700_000, has_evidence: false },
    metadata: {},
    reason: 'fraudulent',
    status: 'needs_response',
    ...members,
  };
}

export function eventOf(type: string, object: unknown, members: Members = {}): Members {
  return {
    id: 'evt_1',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: createdS + 50,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...members,
  };
}
