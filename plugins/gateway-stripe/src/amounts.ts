import { AmountError, currencyDecimals, type Money } from '@fairlead/sdk';

/**
 * How Stripe writes amounts, against the ISO 4217 minor units that Fairlead uses.
 * Source: https://docs.stripe.com/currencies#zero-decimal, #three-decimal and #special-cases.
 */

/** Whole units: the amount is the number of yen, won, francs. MGA has two decimals in ISO 4217 and none here. */
const zeroDecimal: ReadonlySet<string> = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);

/** Thousandths, of which the last digit has to be 0. IQD and LYD have three decimals too; Stripe does not name them. */
const threeDecimal: ReadonlySet<string> = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * Written as hundredths although the currency has none: 5 ISK is 500. Stripe refuses hundredths that are not zero.
 * UGX is also in Stripe's list of zero-decimal currencies; the special case below it is what the API does.
 */
const hundredfold: ReadonlySet<string> = new Set(['ISK', 'UGX']);

/** Ordinary two-decimal currencies, except that payouts go in whole units: 1,500 is 15 HUF, and 1,550 is refused. */
const wholePayouts: ReadonlySet<string> = new Set(['HUF', 'TWD']);

/** Decimals of the amounts that Stripe sends and expects; undefined for a currency that it does not document. */
export function stripeDecimals(currency: string): number | undefined {
  if (zeroDecimal.has(currency)) return 0;
  if (threeDecimal.has(currency)) return 3;
  if (hundredfold.has(currency)) return 2;
  return currencyDecimals(currency) === 2 ? 2 : undefined;
}

/** An amount for a request, or why Stripe has no way to write it. */
export type StripeAmount = { readonly amount: number; readonly currency: string } | { readonly refused: string };

/** Money as Stripe wants it: an integer, and the currency in lower case. Exact, or refused. */
export function toStripeAmount({ amountMinor, currency }: Money): StripeAmount {
  const decimals = stripeDecimals(currency);
  if (decimals === undefined) return { refused: `Stripe does not take payments in ${currency}.` };
  if (amountMinor <= 0n) return { refused: 'The amount has to be more than zero.' };
  const factor = 10n ** BigInt(Math.abs(decimals - isoDecimals(currency)));
  const more = decimals >= isoDecimals(currency);
  if (!more && amountMinor % factor !== 0n) return { refused: `Stripe takes whole amounts only in ${currency}.` };
  const units = more ? amountMinor * factor : amountMinor / factor;
  if (decimals === 3 && units % 10n !== 0n) {
    return { refused: `In ${currency} Stripe takes only amounts whose third decimal is 0.` };
  }
  if (units > BigInt(Number.MAX_SAFE_INTEGER)) return { refused: 'The amount is larger than Stripe can take.' };
  return { amount: Number(units), currency: currency.toLowerCase() };
}

/** The same for a payout. */
export function toStripePayout(money: Money): StripeAmount {
  if (wholePayouts.has(money.currency) && money.amountMinor % 100n !== 0n) {
    return { refused: `Stripe pays out only whole amounts of ${money.currency}.` };
  }
  return toStripeAmount(money);
}

/**
 * Reads an amount of Stripe's.
 * @param currency in either case
 * @throws AmountError for a currency that is not documented, a number that is not an integer, or digits that the
 *   currency's minor unit cannot hold (hundredths of a króna in payments from before 2023)
 */
export function fromStripeAmount(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  const decimals = stripeDecimals(code);
  if (decimals === undefined) throw new AmountError(`“${code.slice(0, 8)}” is not a currency that Stripe documents.`);
  if (!Number.isSafeInteger(amount)) throw new AmountError(`“${amount}” is not an amount in minor units.`);
  if (decimals === isoDecimals(code)) return { amountMinor: BigInt(amount), currency: code };
  const factor = 10n ** BigInt(Math.abs(decimals - isoDecimals(code)));
  if (decimals < isoDecimals(code)) return { amountMinor: BigInt(amount) * factor, currency: code };
  if (BigInt(amount) % factor !== 0n) throw new AmountError(`${amount} is not a whole amount of ${code}.`);
  return { amountMinor: BigInt(amount) / factor, currency: code };
}

function isoDecimals(currency: string): number {
  // Every currency for which stripeDecimals answers is in the ISO table; a test walks all of them.
  return currencyDecimals(currency) ?? 2;
}
