import {
  AmountError,
  currencyDecimals,
  FairleadError,
  formatDecimal,
  type Money,
  moneyFromDecimal,
} from '@fairlead/sdk';
import { type Json, objectAt, textAt } from './reading.ts';

/**
 * PayPal writes amounts as decimal text in the currency's main unit.
 * Source of both lists: https://developer.paypal.com/api/rest/reference/currency-codes/
 */
const currencies: ReadonlySet<string> = new Set(
  'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD'.split(' '),
);

/** Whole units only. HUF and TWD have two decimals in ISO 4217, JPY has none there either. */
const withoutDecimals: ReadonlySet<string> = new Set(['HUF', 'JPY', 'TWD']);

/** Digits before the point that `amount.value` takes (https://developer.paypal.com/docs/api/orders/v2/). */
const mostWholeDigits = 15;

/** `{currency_code, value}` of a request, or why PayPal has no way to take the amount. */
export type PayPalAmount =
  | { readonly value: string; readonly currency: string }
  | { readonly refused: string; readonly code: 'currency_not_supported' | 'amount_not_representable' };

/** Money as PayPal wants it: exact, or refused. */
export function toPayPalAmount({ amountMinor, currency }: Money): PayPalAmount {
  const iso = currencyDecimals(currency);
  if (iso === undefined || !currencies.has(currency)) {
    return { code: 'currency_not_supported', refused: `PayPal does not take payments in ${currency}.` };
  }
  const decimals = withoutDecimals.has(currency) ? 0 : iso;
  const factor = 10n ** BigInt(iso - decimals);
  const refuse = (refused: string) => ({ code: 'amount_not_representable' as const, refused });
  if (amountMinor <= 0n) return refuse('The amount has to be more than zero.');
  if (amountMinor % factor !== 0n) return refuse(`PayPal takes whole amounts only in ${currency}.`);
  const value = formatDecimal(amountMinor / factor, decimals);
  if ((value.split('.')[0] ?? '').length > mostWholeDigits) return refuse('The amount is larger than PayPal can take.');
  return { value, currency };
}

/**
 * Reads `{currency_code, value}` (v2) or `{currency, value}` (payouts).
 * @throws AmountError for an unknown currency, or digits that the minor unit cannot hold
 */
export function moneyAt(object: Json | undefined, member: string): Money | undefined {
  const amount = objectAt(object, member);
  const value = textAt(amount, 'value');
  const currency = textAt(amount, 'currency_code') ?? textAt(amount, 'currency');
  // The documented pattern allows “.5”.
  return value === undefined || currency === undefined
    ? undefined
    : moneyFromDecimal(value.replace(/^(-?)\./, '$10.'), currency);
}

/** @throws FairleadError `answer_unreadable` for an amount that cannot be told exactly */
export function exactly<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    throw new FairleadError('answer_unreadable', { message: error.message, cause: error });
  }
}
