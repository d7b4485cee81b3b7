import { formatDecimal, type Money, type PaymentFact } from '@fairlead/sdk';
import { compareDecimals, priceOf, sumDecimals } from '../decimals.ts';
import type { JsonObject } from '../lossless-json.ts';
import { optional } from '../provider.ts';
import { asObject, decimalAt, idAt, listAt, objectAt, textAt } from '../reading.ts';

/** An invoice as webhooks and polls tell it alike. Its id names the movement: an invoice is paid by one payment. */
export interface Invoice {
  readonly id: string;
  /** unpaid, pending, paid, completed, cancelled, timedOut, … */
  readonly status: string;
  readonly price: Money | undefined;
  readonly received: Received | undefined;
}

/** What came in for an invoice, against what was to come. */
export interface Received {
  readonly asset: string;
  readonly expected: string;
  readonly received: string;
  readonly enough: boolean;
}

/** https://docs.coinpayments.net, “Webhook Types and Statuses”. Paid is not yet ours: completed is. */
export function invoiceFacts({ id, status, price, received }: Invoice): readonly PaymentFact[] {
  switch (status) {
    case 'draft':
    case 'scheduled':
    case 'unpaid':
      return [{ fact: 'requires_action' }];
    case 'pending':
    case 'paid':
      return [{ fact: 'processing', detail: status }];
    case 'completed':
      return [completed(id, price, received)];
    case 'cancelled':
    case 'deleted':
      return [...short(id, received), { fact: 'cancelled' }];
    case 'timedOut':
      return [...short(id, received), { fact: 'expired' }];
    default:
      return [{ fact: 'none' }];
  }
}

function completed(id: string, price: Money | undefined, received: Received | undefined): PaymentFact {
  const [underpaid] = short(id, received);
  if (underpaid !== undefined) return underpaid;
  if (price === undefined)
    return { fact: 'processing', detail: 'Completed, with a price that cannot be read exactly.' };
  return {
    fact: 'captured',
    movementRef: id,
    amount: price,
    final: true,
    ...optional('expected', received && { amount: received.expected, asset: received.asset }),
    ...optional('received', received && { amount: received.received, asset: received.asset }),
  };
}

/** Money that came in and was not enough, also where the merchant accepted it or the invoice ended without it. */
function short(id: string, received: Received | undefined): PaymentFact[] {
  if (received === undefined || received.enough || compareDecimals(received.received, '0') <= 0n) return [];
  const { asset } = received;
  return [
    {
      fact: 'underpaid',
      movementRef: id,
      expected: { amount: received.expected, asset },
      received: { amount: received.received, asset },
    },
  ];
}

/** The answer of `GET /v2/merchant/invoices/{id}`: amounts are decimal texts. */
export function polledInvoice(json: JsonObject): Invoice | undefined {
  const id = idAt(json, 'id');
  const status = textAt(json, 'status');
  if (id === undefined || status === undefined) return undefined;
  const payments = listAt(json, 'payments').map(asObject).map(polledPayment);
  return {
    id,
    status: lowerFirst(status),
    price: priceOf(decimalAt(objectAt(json, 'amount'), 'total'), textAt(objectAt(json, 'currency'), 'symbol')),
    received: largest(payments),
  };
}

/**
 * Whether `actualAmount` is before or after fees is documented both ways (https://docs.coinpayments.net and its first
 * version), so the fees that are stated with it are added before it counts as too little.
 */
function polledPayment(payment: JsonObject | undefined): Received | undefined {
  const expected = decimalAt(payment, 'expectedAmount');
  const received = decimalAt(payment, 'actualAmount');
  if (expected === undefined || received === undefined) return undefined;
  const fees = objectAt(payment, 'fees');
  const charged = ['buyerFee', 'merchantFee'].map((fee) => decimalAt(objectAt(fees, fee), 'total') ?? '0');
  const asset = textAt(payment, 'paymentCurrencySymbol') ?? idAt(payment, 'paymentCurrencyId') ?? 'unknown';
  return {
    asset: asset.slice(0, 64),
    expected,
    received,
    enough: compareDecimals(sumDecimals([received, ...charged]), expected) >= 0n,
  };
}

/** The member `invoice` of a webhook: amounts are whole numbers of the smallest unit, states are capitalised. */
export function notifiedInvoice(json: JsonObject | undefined): Invoice | undefined {
  const id = idAt(json, 'id');
  const status = textAt(json, 'state');
  if (json === undefined || id === undefined || status === undefined) return undefined;
  const payments = listAt(json, 'payments').map((payment) => notifiedPayment(objectAt(asObject(payment), 'hotWallet')));
  return { id, status: lowerFirst(status), price: notifiedPrice(json), received: largest(payments) };
}

/** The names under which the hub’s own values go into `customData` of an invoice, and come back. */
export const customNames = {
  reference: 'fairlead_reference',
  currency: 'fairlead_currency',
  decimals: 'fairlead_decimals',
} as const;

/** The webhook names the currency by a number alone, so its code and its decimals travel with the invoice. */
function notifiedPrice(json: JsonObject): Money | undefined {
  const custom = objectAt(json, 'customData');
  const total = decimalAt(objectAt(json, 'amount'), 'total');
  const decimals = decimalAt(custom, customNames.decimals);
  if (total === undefined || !/^\d+$/.test(total) || decimals === undefined || !/^\d{1,2}$/.test(decimals)) return;
  return priceOf(formatDecimal(BigInt(total), Number(decimals)), textAt(custom, customNames.currency));
}

/** In whole smallest units: how many decimals the coin has is not said here, only its number at CoinPayments. */
function notifiedPayment(wallet: JsonObject | undefined): Received | undefined {
  const expected = decimalAt(wallet, 'paymentSubTotal');
  const received = decimalAt(wallet, 'confirmedAmount');
  const coin = idAt(objectAt(wallet, 'currency'), 'id');
  if (expected === undefined || received === undefined || coin === undefined) return undefined;
  return {
    asset: `${coin} (smallest units)`,
    expected,
    received,
    enough: compareDecimals(received, expected) >= 0n,
  };
}

/** Of several payments (the customer changed the coin) the one that is enough, or into which something came. */
function largest(payments: readonly (Received | undefined)[]): Received | undefined {
  const known = payments.filter((payment) => payment !== undefined);
  return (
    known.find(({ enough }) => enough) ?? known.find(({ received }) => compareDecimals(received, '0') > 0n) ?? known[0]
  );
}

/** The documentation writes `timedOut`, the wire `TimedOut`. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
