import type { Money, PaymentFact } from '@fairlead/sdk';
import { compareDecimals } from '../decimals.ts';
import { optional } from '../provider.ts';

/** What a notification and a poll say of a payment alike. */
export interface LegacyPayment {
  /** `txn_id`; names the movement too, because a payment here has only one. */
  readonly txnId: string;
  readonly status: number;
  readonly statusText: string | undefined;
  /** What was asked, in the currency of the payment. Undefined when it cannot be told exactly. */
  readonly price: Money | undefined;
  readonly asset: string | undefined;
  /** Of the asset: asked and come in, as decimals. */
  readonly expected: string | undefined;
  readonly received: string | undefined;
}

/** Payment through the network was taken back (a reversal of PayPal’s, in CoinPayments’ words). */
const reversed = -2;
const cancelledOrTimedOut = -1;
/** In the merchant’s nightly payout: as good as 100. */
const queuedForPayout = 2;

export function isComplete(status: number): boolean {
  return status >= 100 || status === queuedForPayout;
}

/** Below 0 failed, 0 to 99 under way, from 100 on complete: https://www.coinpayments.net/merchant-tools-ipn#statuses */
export function legacyFact(payment: LegacyPayment): PaymentFact {
  const { status, statusText } = payment;
  if (isComplete(status)) return completed(payment);
  if (status === reversed) return takenBack(payment);
  if (status === cancelledOrTimedOut) return { fact: 'expired' };
  if (status < 0) {
    return {
      fact: 'failed',
      reason: 'other',
      vendorCode: String(status),
      ...optional('message', statusText?.slice(0, 500)),
    };
  }
  const waiting = status === 0 && !paidInFull(payment);
  if (waiting) return { fact: 'requires_action' };
  return { fact: 'processing', ...optional('detail', statusText?.slice(0, 255)) };
}

/**
 * Complete is CoinPayments’ word, and follows the tolerance that the merchant set there. What came in is compared all the
 * same: less than was asked is told as that.
 */
function completed(payment: LegacyPayment): PaymentFact {
  const { txnId, price, asset } = payment;
  const expected = amountOf(asset, payment.expected);
  const received = amountOf(asset, payment.received);
  if (expected !== undefined && received !== undefined && !paidInFull(payment)) {
    return { fact: 'underpaid', movementRef: txnId, expected, received };
  }
  if (price === undefined) return { fact: 'processing', detail: 'Complete, with a price that cannot be read exactly.' };
  return {
    fact: 'captured',
    movementRef: txnId,
    amount: price,
    final: true,
    ...optional('expected', expected),
    ...optional('received', received),
  };
}

function takenBack({ txnId, price }: LegacyPayment): PaymentFact {
  if (price === undefined) return { fact: 'processing', detail: 'Taken back; the price cannot be read exactly.' };
  return { fact: 'reversed', movementRef: txnId, amount: price };
}

function paidInFull({ expected, received }: LegacyPayment): boolean {
  return expected !== undefined && received !== undefined && compareDecimals(received, expected) >= 0n;
}

function amountOf(asset: string | undefined, amount: string | undefined) {
  return asset === undefined || amount === undefined ? undefined : { amount, asset: asset.slice(0, 64) };
}
