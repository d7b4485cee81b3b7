import type { PaymentIntent } from '../model/payment.ts';
import { moneyOf } from '../model/stored.ts';
import type { Wanted } from './choose.ts';

/** What a payment needs of a gateway. */
export function wantedOf({ amount, customer, connections, subscription, capture }: PaymentIntent): Wanted {
  return {
    amount: moneyOf(amount),
    country: customer?.country,
    connections,
    providerBilling: subscription?.billing === 'provider',
    manualCapture: capture === 'manual',
  };
}
