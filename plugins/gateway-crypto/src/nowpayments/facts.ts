import type { Money, PaymentFact } from '@fairlead/sdk';
import { compareDecimals, priceOf } from '../decimals.ts';
import type { JsonObject } from '../lossless-json.ts';
import { optional } from '../provider.ts';
import { decimalAt, idAt, idOf, listAt, textAt, timeAt } from '../reading.ts';

/** One payment of NOWPayments’: a coin, an address, and what came in there. An invoice may have several. */
export interface NowPayment {
  readonly id: string;
  readonly status: string;
  readonly invoiceId: string | undefined;
  /** What the hub called the checkout. */
  readonly orderId: string | undefined;
  /** Set on a re-deposit: money that came to the address of an earlier payment, with an id of its own. */
  readonly parentId: string | undefined;
  /** Of this payment’s re-deposits, where it tells them. */
  readonly childIds: readonly string[];
  readonly price: Money | undefined;
  readonly asset: string | undefined;
  readonly expected: string | undefined;
  readonly received: string | undefined;
  readonly updatedAt: string | undefined;
  /** `updated_at` as it was written, for keys. */
  readonly revision: string;
}

/** A notification, an entry of a list and the answer for one payment have the same members. Undefined without id and status. */
export function readPayment(json: JsonObject | undefined): NowPayment | undefined {
  const id = idAt(json, 'payment_id');
  const status = textAt(json, 'payment_status');
  if (id === undefined || status === undefined || !/^\w{1,64}$/.test(status)) return undefined;
  const parentId = idAt(json, 'parent_payment_id');
  return {
    id,
    status,
    invoiceId: idAt(json, 'invoice_id'),
    orderId: textAt(json, 'order_id')?.slice(0, 128),
    parentId: parentId === id ? undefined : parentId,
    childIds: listAt(json, 'payment_extra_ids')
      .map(idOf)
      .filter((child) => child !== undefined),
    price: priceOf(decimalAt(json, 'price_amount'), textAt(json, 'price_currency')),
    asset: textAt(json, 'pay_currency')?.slice(0, 64),
    expected: decimalAt(json, 'pay_amount'),
    received: decimalAt(json, 'actually_paid'),
    updatedAt: timeAt(json, 'updated_at') ?? timeAt(json, 'created_at'),
    revision: (decimalAt(json, 'updated_at') ?? textAt(json, 'updated_at') ?? '').slice(0, 64),
  };
}

/**
 * Status is only the beginning: a merchant can set a payment to finished by hand, and re-deposits and wrong assets arrive as
 * finished whatever their amount. So money counts when what came in is at least what was asked.
 * Source: https://documenter.getpostman.com/view/7907941/2s93JusNJt#repeated-deposits-and-wrong-asset-deposits
 */
export function paymentFact(payment: NowPayment): PaymentFact {
  if (payment.parentId !== undefined) return redeposit(payment);
  switch (payment.status) {
    case 'waiting':
      return { fact: 'requires_action' };
    case 'confirming':
    case 'confirmed':
    case 'sending':
      return { fact: 'processing', detail: payment.status };
    case 'finished':
    case 'partially_paid':
      return moneyFact(payment);
    case 'failed':
      return { fact: 'failed', reason: 'other', vendorCode: 'failed' };
    case 'refunded':
      return refundFact(payment);
    case 'expired':
      return { fact: 'expired' };
    default:
      return { fact: 'none' };
  }
}

/** What came in against what was asked. The payment’s id names the movement, whatever is added to it later. */
export function moneyFact({ id, status, price, asset, expected, received }: NowPayment): PaymentFact {
  if (price === undefined || asset === undefined || expected === undefined || received === undefined) {
    return { fact: 'processing', detail: `${status}, with amounts that cannot be read exactly` };
  }
  const amounts = { expected: { amount: expected, asset }, received: { amount: received, asset } };
  if (compareDecimals(expected, '0') <= 0n || compareDecimals(received, expected) < 0n) {
    return { fact: 'underpaid', movementRef: id, ...amounts };
  }
  return { fact: 'captured', movementRef: id, amount: price, final: true, ...amounts };
}

/**
 * More money for an earlier payment. Its own amounts say nothing of the sum; a poll adds it up (`status.ts`), and until then
 * it is on its way.
 */
function redeposit({ status, parentId, asset, received }: NowPayment): PaymentFact {
  if (status === 'waiting' || status === 'expired') return { fact: 'none' };
  const amount = received === undefined || asset === undefined ? 'more' : `${received} ${asset}`;
  return { fact: 'processing', detail: `${amount} came later, for payment ${parentId} (${status})` };
}

/** Funds went back to the customer. Of what was not paid in full no part of the price was ever ours. */
function refundFact(payment: NowPayment): PaymentFact {
  const paid = moneyFact(payment);
  if (paid.fact !== 'captured') {
    return { fact: 'failed', reason: 'other', vendorCode: 'refunded', message: 'What came in was sent back.' };
  }
  return { fact: 'refund', refundRef: `refund-${payment.id}`, amount: paid.amount, status: 'succeeded' };
}

export function whereOf({ invoiceId, orderId, parentId, id }: NowPayment) {
  // A re-deposit may name neither invoice nor order; getStatus finds both from the payment that it belongs to.
  const providerRef = invoiceId ?? (orderId === undefined ? paymentRef(parentId ?? id) : null);
  return { providerRef, ...optional('reference', orderId) };
}

/** How a payment is named where its invoice is not known: both are plain numbers at NOWPayments. */
export function paymentRef(id: string): string {
  return `payment-${id}`;
}
