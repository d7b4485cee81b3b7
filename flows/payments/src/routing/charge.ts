import { type Money, parseDecimal } from '@fairlead/sdk';
import type { GatewayTerms } from './settings.ts';

/** Percent with four decimals: 1% is 10,000. */
const percentDecimals = 4;
const wholeInParts = 100n * 10n ** BigInt(percentDecimals);

/** What the gateway costs for an amount: rate and fixed part, rounded to the minor unit, half up. */
export function chargeFor(amount: Money, { ratePercent, fixed }: GatewayTerms): Money {
  const parts = amount.amountMinor * parseDecimal(ratePercent, percentDecimals);
  const share = (parts + wholeInParts / 2n) / wholeInParts;
  return { amountMinor: share + BigInt(fixed?.[amount.currency] ?? '0'), currency: amount.currency };
}

/** What the customer is asked for there. */
export function totalFor(amount: Money, terms: GatewayTerms): Money {
  if (terms.chargePaidBy === 'merchant') return amount;
  return { amountMinor: amount.amountMinor + chargeFor(amount, terms).amountMinor, currency: amount.currency };
}
