import { currencyDecimals } from './currencies.ts';

/** An amount in minor units (cents, yen, fils) of an ISO 4217 currency. Over JSON the amount is a decimal string. */
export interface Money {
  /** May be negative; never a fraction. */
  readonly amountMinor: bigint;
  /** Three capital letters, ISO 4217. */
  readonly currency: string;
}

/** What {@link parseDecimal} and the money functions throw: bad text, an unknown currency, digits that would be lost. */
export class AmountError extends RangeError {
  /** Always `AmountError`. */
  override readonly name = 'AmountError';
}

const decimalForm = /^(-?)(0|[1-9]\d{0,59})(?:\.(\d{1,38}))?$/;

/**
 * Reads a decimal text ("12.99", "-0.5") as a count of units of 10^-decimals, exactly.
 * @param decimals 0 to 38
 * @throws AmountError for anything but a plain decimal number, or when digits other than zero would be lost
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const match = decimalForm.exec(text);
  if (match === null) throw new AmountError(`“${text.slice(0, 80)}” is not a decimal number.`);
  const [, sign, whole, fraction = ''] = match;
  if (!/^0*$/.test(fraction.slice(decimals))) {
    throw new AmountError(`“${text}” has more than ${decimals} decimals.`);
  }
  const units = BigInt(`${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`);
  return sign === '-' ? -units : units;
}

/** Writes a count of units of 10^-decimals as decimal text, always with all `decimals` digits: (5n, 2) → "0.05". */
export function formatDecimal(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Decimals of the currency. @throws AmountError for a code that ISO 4217 does not list */
export function decimalsOf(currency: string): number {
  const decimals = currencyDecimals(currency);
  if (decimals === undefined) throw new AmountError(`“${currency.slice(0, 8)}” is not an ISO 4217 currency.`);
  return decimals;
}

/** Makes money of minor units. @throws AmountError for an unknown currency */
export function money(amountMinor: bigint, currency: string): Money {
  decimalsOf(currency);
  return { amountMinor, currency };
}

/** Reads "12.99" and "USD" as 1299 minor units. @throws AmountError as {@link parseDecimal} and for an unknown currency */
export function moneyFromDecimal(text: string, currency: string): Money {
  return { amountMinor: parseDecimal(text, decimalsOf(currency)), currency };
}

/** Writes 1299 minor units of USD as "12.99". @throws AmountError for an unknown currency */
export function moneyToDecimal({ amountMinor, currency }: Money): string {
  return formatDecimal(amountMinor, decimalsOf(currency));
}

/** Adds amounts of one currency. @throws AmountError when the currencies differ */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new AmountError(`Cannot add ${right.currency} to ${left.currency}.`);
  return { amountMinor: left.amountMinor + right.amountMinor, currency: left.currency };
}
