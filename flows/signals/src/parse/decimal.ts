import type { Decimal } from '../model/parse-result.ts';

/** The shortest form: `0.03540` → `0.0354`, `007` → `7`. */
export function canonical(digits: string): Decimal {
  const [whole = '', fraction = ''] = digits.split('.');
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  return tail === '' ? head : `${head}.${tail}`;
}

/** Orders two plain decimals without rounding. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [leftWhole = '0', leftFraction = ''] = left.split('.');
  const [rightWhole = '0', rightFraction = ''] = right.split('.');
  if (leftWhole.length !== rightWhole.length) return leftWhole.length - rightWhole.length;
  const length = Math.max(leftFraction.length, rightFraction.length);
  const leftDigits = leftWhole + leftFraction.padEnd(length, '0');
  const rightDigits = rightWhole + rightFraction.padEnd(length, '0');
  return leftDigits < rightDigits ? -1 : leftDigits > rightDigits ? 1 : 0;
}

/** Lowest and highest. */
export function rangeOf(values: readonly Decimal[]): readonly [Decimal, Decimal] | null {
  const sorted = values.toSorted(compareDecimals);
  const low = sorted[0];
  const high = sorted.at(-1);
  return low === undefined || high === undefined ? null : [low, high];
}

/** How many times `value` is `base`, roughly: for comparing magnitudes, never for amounts. */
export function ratio(value: Decimal, base: Decimal): number {
  return Number(value) / Number(base);
}

/** `digits` with the decimal point moved `places` to the right. */
export function shift(digits: Decimal, places: number): Decimal {
  const [whole = '0', fraction = ''] = digits.split('.');
  const moved = fraction.padEnd(places, '0');
  return canonical(`${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}
