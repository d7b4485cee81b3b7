import {
  AmountError,
  currencyDecimals,
  formatDecimal,
  type Money,
  moneyFromDecimal,
  moneyToDecimal,
  parseDecimal,
} from '@fairlead/sdk';

/** As many decimals as the contract allows; crypto assets have up to 18. */
const decimals = 38;

/** The form of the contract's decimal texts, with eight digits less before the point, so that sums fit as well. */
const plain = /^-?(0|[1-9]\d{0,29})(\.\d{1,38})?$/;
const scientific = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/;

/** A number as JSON or a form writes it, as plain decimal text with the same value; undefined for anything else. */
export function plainDecimal(text: string): string | undefined {
  if (plain.test(text)) return text;
  const match = text.length > 200 ? null : scientific.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = match;
  const shifted = shift(whole + fraction, whole.length + Number(exponent));
  return plain.test(sign + shifted) ? sign + shifted : undefined;
}

/** Puts the point behind the first `point` digits; a negative count means zeros before them. */
function shift(digits: string, point: number): string {
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(at).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Negative, 0n or positive as the first is less than, equal to or more than the second. Both are plain decimals. */
export function compareDecimals(left: string, right: string): bigint {
  return parseDecimal(left, decimals) - parseDecimal(right, decimals);
}

/** The exact sum, without zeros at the end. */
export function sumDecimals(amounts: readonly string[]): string {
  const sum = amounts.reduce((total, amount) => total + parseDecimal(amount, decimals), 0n);
  return formatDecimal(sum, decimals).replace(/\.?0+$/, '') || '0';
}

/**
 * Money of a decimal text; undefined for a currency that ISO 4217 does not list, for digits that would be lost, and for
 * what is not above zero: no payment is asked for that.
 */
export function priceOf(text: string | undefined, currency: string | undefined): Money | undefined {
  if (text === undefined || currency === undefined || !plain.test(text)) return undefined;
  try {
    const price = moneyFromDecimal(text, currency.toUpperCase());
    return price.amountMinor > 0n ? price : undefined;
  } catch (error) {
    if (error instanceof AmountError) return undefined;
    throw error;
  }
}

/** The decimal text of money; undefined for a currency that ISO 4217 does not list. */
export function decimalOf(money: Money): string | undefined {
  return currencyDecimals(money.currency) === undefined ? undefined : moneyToDecimal(money);
}
