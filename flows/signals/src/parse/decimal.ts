import type { Decimal } from '../model/parse-result.ts';

/** The shortest form: `0.03540` → `0.0354`, `007` → `7`. */
export function canonical(digits: string): Decimal {
  if (isCanonical(digits)) return digits;
  const [whole = '', fraction = ''] = digits.split('.');
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  return tail === '' ? head : `${head}.${tail}`;
}

/** Most are. Says no to some that are. */
function isCanonical(digits: string): boolean {
  const point = digits.indexOf('.');
  if (digits === '' || point === 0 || (digits.startsWith('0') && point !== 1)) return false;
  if (point === -1) return true;
  return !digits.endsWith('0') && !digits.endsWith('.') && !digits.includes('.', point + 1);
}

/** Orders two plain decimals without rounding. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left === right) return 0;
  const wholes = wholeLength(left) - wholeLength(right);
  if (wholes !== 0) return wholes;
  // With the points at the same place the texts are ordered as the numbers are, but for zeros at their ends.
  if (left.length !== right.length && (isPadded(left, right) || isPadded(right, left))) return 0;
  return left < right ? -1 : 1;
}

function wholeLength(digits: Decimal): number {
  const point = digits.indexOf('.');
  return point === -1 ? digits.length : point;
}

function isPadded(long: Decimal, short: Decimal): boolean {
  return long.startsWith(short) && /^[.0]*$/.test(long.slice(short.length));
}

/** Lowest and highest. */
export function rangeOf(values: readonly Decimal[]): readonly [Decimal, Decimal] | null {
  const [first] = values;
  if (first === undefined) return null;
  let low = first;
  let high = first;
  for (const value of values) {
    if (compareDecimals(value, low) < 0) low = value;
    if (compareDecimals(value, high) >= 0) high = value;
  }
  return [low, high];
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
