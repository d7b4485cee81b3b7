import type { Money, PaymentFact } from '@fairlead/sdk';
import { moneyAt } from './amounts.ts';
import { declineReason } from './decline-reasons.ts';
import { idOf, type Json, linkTo, objectAt, objectsAt, optional, textAt, timeAt } from './reading.ts';

/**
 * What one object of PayPal's says about a payment. Webhooks and polls read the same objects through here, so that both
 * name a movement alike: authorizations, captures and refunds by their own ids.
 */

export const nothing: PaymentFact = { fact: 'none' };

/**
 * An order lapses when it is not approved and captured within three hours; PayPal's account managers can make it 24 to 72.
 * Source: https://developer.paypal.com/docs/api/orders/v2/#orders_create, `links` of the answer
 */
export const orderLifeMs = 3 * 3_600_000;

export function after(time: string | undefined, ms: number): string | undefined {
  return time === undefined ? undefined : new Date(Date.parse(time) + ms).toISOString();
}

/** The one purchase unit that orders here have. */
export function unitOf(order: Json | undefined): Json | undefined {
  return objectsAt(order, 'purchase_units')[0];
}

/** A payment's `custom_id` is the hub's reference. */
export function referenceOf(object: Json | undefined): string | undefined {
  return textAt(object, 'custom_id')?.slice(0, 128);
}

/**
 * The states of an order before money moves. `APPROVED` is not money.
 * Source: https://developer.paypal.com/docs/api/orders/v2/#orders_get
 */
export function orderFact(order: Json): PaymentFact {
  switch (textAt(order, 'status')) {
    case 'CREATED':
    case 'SAVED':
    case 'PAYER_ACTION_REQUIRED':
      return {
        fact: 'requires_action',
        ...optional('url', linkTo(order, 'payer-action', 'approve')),
        ...optional('expiresAt', after(timeAt(order, 'create_time'), orderLifeMs)),
      };
    case 'APPROVED': {
      const since = timeAt(order, 'update_time') ?? timeAt(order, 'create_time');
      return { fact: 'approved', ...optional('confirmBy', after(since, orderLifeMs)) };
    }
    case 'VOIDED':
      return { fact: 'cancelled' };
    default:
      return nothing;
  }
}

/** https://developer.paypal.com/docs/api/payments/v2/#captures_get */
export function captureFact(capture: Json): PaymentFact {
  switch (textAt(capture, 'status')) {
    case 'COMPLETED':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return captured(capture);
    case 'PENDING':
      return { fact: 'processing', ...optional('detail', reasonOf(capture)?.slice(0, 255)) };
    case 'DECLINED':
    case 'DENIED':
    case 'FAILED':
      return failedTry(capture);
    default:
      return nothing;
  }
}

function captured(capture: Json): PaymentFact {
  const movementRef = idOf(capture);
  const amount = moneyAt(capture, 'amount');
  if (movementRef === undefined || amount === undefined) return nothing;
  // Of an order that is captured at once there is one capture; PayPal says so, or says nothing.
  const final = capture['final_capture'] !== false;
  return { fact: 'captured', movementRef, amount, final, ...optional('fee', feeOf(capture)) };
}

/** In the currency of the payment; `seller_receivable_breakdown` is missing while a capture is pending. */
export function feeOf(capture: Json): Money | undefined {
  return moneyAt(objectAt(capture, 'seller_receivable_breakdown'), 'paypal_fee');
}

function reasonOf(object: Json): string | undefined {
  return textAt(objectAt(object, 'status_details'), 'reason');
}

/** A capture or an authorization that PayPal, or a bank behind it, refused. */
export function failedTry(object: Json): PaymentFact & { readonly fact: 'failed' } {
  const code = reasonOf(object) ?? textAt(objectAt(object, 'processor_response'), 'response_code');
  const reason = declineReason(code);
  return {
    fact: 'failed',
    reason: reason === 'other' ? 'declined' : reason,
    vendorCode: (code ?? textAt(object, 'status') ?? 'DECLINED').slice(0, 128),
  };
}

/**
 * The facts of an authorization: that it was given, and what became of it. What was captured of it is told by the captures.
 * Source: https://developer.paypal.com/docs/api/payments/v2/#authorizations_get
 */
export function authorizationFacts(authorization: Json): readonly PaymentFact[] {
  const movementRef = idOf(authorization);
  const amount = moneyAt(authorization, 'amount');
  if (movementRef === undefined || amount === undefined) return [];
  const given: PaymentFact = {
    fact: 'authorized',
    movementRef,
    amount,
    ...optional('capturableUntil', timeAt(authorization, 'expiration_time')),
  };
  switch (textAt(authorization, 'status')) {
    case 'CREATED':
    case 'CAPTURED':
    case 'PARTIALLY_CAPTURED':
      return [given];
    // PayPal voids what its seller gives back, and what nobody captured in 29 days.
    case 'VOIDED':
    case 'EXPIRED':
      return [given, { fact: 'voided', movementRef }];
    case 'DENIED':
      return [failedTry(authorization)];
    case 'PENDING':
      return [{ fact: 'processing', ...optional('detail', reasonOf(authorization)?.slice(0, 255)) }];
    default:
      return [];
  }
}

const refundStatuses = {
  PENDING: 'pending',
  COMPLETED: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
} as const;

export interface RefundState {
  readonly refundRef: string;
  readonly amount: Money;
  readonly status: (typeof refundStatuses)[keyof typeof refundStatuses];
}

/** https://developer.paypal.com/docs/api/payments/v2/#refunds_get; undefined for what is no refund. */
export function refundOf(refund: Json): RefundState | undefined {
  const refundRef = idOf(refund);
  const amount = moneyAt(refund, 'amount');
  const word = textAt(refund, 'status') ?? '';
  if (refundRef === undefined || amount === undefined) return undefined;
  // A new word of PayPal's would not be an end.
  const status = Object.hasOwn(refundStatuses, word) ? refundStatuses[word as keyof typeof refundStatuses] : 'pending';
  return { refundRef, amount, status };
}

export function refundFact(refund: Json): PaymentFact {
  const read = refundOf(refund);
  if (read === undefined) return nothing;
  const reason = reasonOf(refund) ?? textAt(refund, 'note_to_payer');
  const reference = refundTagOf(refund)?.reference;
  return { fact: 'refund', ...read, ...optional('reference', reference), ...optional('reason', reason?.slice(0, 500)) };
}

/**
 * A refund's own `custom_id`: the hub's reference of the refund, a dot, and the id of the order, because an event of a
 * refund names neither the order nor the payment. Of the characters that PayPal takes there the dot is the one left.
 */
export function refundTag(reference: string, orderId: string): string | undefined {
  const tag = `${reference}.${orderId}`;
  return /^[A-Za-z0-9_.,-]{1,127}$/.test(tag) ? tag : undefined;
}

export function refundTagOf(refund: Json): { readonly reference: string; readonly orderId: string } | undefined {
  const [, reference, orderId] = /^(.{1,128})\.([A-Z0-9]{8,36})$/.exec(textAt(refund, 'custom_id') ?? '') ?? [];
  return reference === undefined || orderId === undefined ? undefined : { reference, orderId };
}
