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

export const monthS = 30 * 86_400;

/** As of API version 2025-03-31 and later: periods stand on the items. */
export function subscriptionObject(members: Members = {}): Members {
  return {
    id: 'sub_1',
    object: 'subscription',
    status: 'active',
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    created: createdS + 10,
    currency: 'eur',
    customer: 'cus_1',
    ended_at: null,
    items: {
      object: 'list',
      data: [
        {
          id: 'si_1',
          object: 'subscription_item',
          current_period_start: createdS,
          current_period_end: createdS + monthS,
        },
      ],
      has_more: false,
    },
    latest_invoice: 'in_1',
    metadata: { fairlead_reference: 'attempt-1' },
    pause_collection: null,
    ...members,
  };
}

/** As of API version 2025-03-31 and later: what billed it stands under `parent`, intents under `payments`. */
export function invoiceObject(members: Members = {}): Members {
  return {
    id: 'in_1',
    object: 'invoice',
    amount_due: 1_299,
    amount_paid: 1_299,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
    billing_reason: 'subscription_cycle',
    created: createdS + 20,
    currency: 'eur',
    customer: 'cus_1',
    lines: {
      object: 'list',
      data: [
        {
          id: 'il_1',
          object: 'line_item',
          amount: 1_299,
          period: { start: createdS, end: createdS + monthS },
          parent: { type: 'subscription_item_details' },
        },
      ],
      has_more: false,
    },
    metadata: {},
    next_payment_attempt: null,
    parent: {
      type: 'subscription_details',
      subscription_details: { subscription: 'sub_1', metadata: { fairlead_reference: 'attempt-1' } },
    },
    period_start: createdS - monthS,
    period_end: createdS,
    status: 'paid',
    status_transitions: { finalized_at: createdS + 20, paid_at: createdS + 25 },
    ...members,
  };
}

export function invoicePayment(intent: string, members: Members = {}): Members {
  return {
    id: 'inpay_1',
    object: 'invoice_payment',
    amount_paid: 1_299,
    currency: 'eur',
    invoice: 'in_1',
    is_default: true,
    payment: { type: 'payment_intent', payment_intent: intent },
    status: 'paid',
    ...members,
  };
}

export function payoutObject(members: Members = {}): Members {
  return {
    id: 'po_1',
    object: 'payout',
    amount: 1_299,
    arrival_date: createdS + 172_800,
    automatic: false,
    created: createdS,
    currency: 'eur',
    destination: 'ba_1',
    failure_code: null,
    failure_message: null,
    metadata: { fairlead_payout: 'payout-1' },
    status: 'pending',
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
