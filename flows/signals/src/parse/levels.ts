import type { Decimal } from '../model/parse-result.ts';
import { canonical } from './decimal.ts';
import type { Field } from './fields.ts';
import type { MarkOf } from './mark.ts';
import { usualPrices } from './symbols/symbol-of.ts';

/** A price with where it stands. */
export interface Level {
  readonly value: Decimal;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the prices of fields as they are meant, which only shows beside the others: `1,085` is 1085 for gold and 1.085
 * for the euro, `134.30/35` ends at 134.35, `Sl 1 7786` beside an entry of 1.7724 is 1.7786.
 */
export function createLevelReader(fields: readonly Field[], symbol: string): (field: Field) => readonly Level[] {
  const reference = referenceOf(fields, symbol);
  return (field) => levelsOf(field, reference);
}

function levelsOf(field: Field, reference: Reference): readonly Level[] {
  const levels: Level[] = [];
  const prices = pricesOf(field);
  for (let at = 0; at < prices.length; at++) {
    const number = prices[at] as MarkOf<'number'>;
    const next = prices[at + 1];
    const joined = next === undefined ? undefined : joinedWith(number.value, next, reference);
    if (joined !== undefined && next !== undefined) {
      levels.push({ value: joined, start: number.start, end: next.end });
      at += 1;
      continue;
    }
    const { start, end } = number;
    const value = indexJoined(field, number, reference, at) ?? asMeant(number, reference);
    const last = levels.at(-1);
    if (last === undefined) levels.push({ value, start, end });
    else {
      const before = prices[at - 1];
      const raw = before !== undefined && last.value === before.value ? pointed(before.raw) : last.value;
      levels.push({ value: fitted(value, pointed(number.raw), { value: last.value, raw }), start, end });
    }
  }
  return thousands(levels);
}

const isPrice = ({ unit }: MarkOf<'number'>) => unit === 'price' || unit === 'money';

function pricesOf({ numbers }: Field): readonly MarkOf<'number'>[] {
  return numbers.every(isPrice) ? numbers : numbers.filter(isPrice);
}

function pointed(raw: string): string {
  return raw.replace(',', '.');
}

/** What prices are about: where the symbol usually trades, else the middle of what the text is sure of. */
function referenceOf(fields: readonly Field[], symbol: string): Reference {
  const usual = usualPrices(symbol);
  if (usual !== undefined) return { low: usual[0], high: usual[1] };
  const sure: number[] = [];
  for (const { label, numbers } of fields) {
    if (label !== 'entry' && label !== 'stopLoss' && label !== 'takeProfit') continue;
    for (const { unit, other, value } of numbers) {
      if (unit === 'price' && other === undefined && Number(value) > 0) sure.push(Number(value));
    }
  }
  sure.sort((left, right) => left - right);
  const middle = sure[Math.floor(sure.length / 2)];
  return middle === undefined ? undefined : { low: middle / 2, high: middle * 2 };
}

type Reference = { readonly low: number; readonly high: number } | undefined;

function distance(value: Decimal, reference: NonNullable<Reference>): number {
  const number = Number(value);
  if (number >= reference.low && number <= reference.high) return 0;
  return Math.min(Math.abs(Math.log(number / reference.low)), Math.abs(Math.log(number / reference.high)));
}

function asMeant({ value, other }: MarkOf<'number'>, reference: Reference): Decimal {
  if (other === undefined || reference === undefined) return value;
  return distance(other, reference) < distance(value, reference) ? other : value;
}

/** `1 7786`: a space where the decimal point belongs. */
function joinedWith(first: Decimal, next: MarkOf<'number'>, reference: Reference): Decimal | undefined {
  if (reference === undefined || !next.spaced || first.includes('.') || !/^\d{2,5}$/.test(next.raw)) return undefined;
  const joined = canonical(`${first}.${next.raw}`);
  const grouped = next.raw.length === 3 && first.length <= 3 ? first + next.raw : undefined;
  const apart = distance(first, reference) + distance(next.value, reference);
  if (apart === 0) return undefined;
  if (grouped !== undefined && distance(grouped, reference) === 0 && distance(next.value, reference) > 0)
    return grouped;
  return distance(joined, reference) === 0 && distance(next.value, reference) > 1 ? joined : undefined;
}

/** `Tp 1 7650`: what looked like the target's number was the price's first digit. */
function indexJoined(field: Field, number: MarkOf<'number'>, reference: Reference, at: number): Decimal | undefined {
  if (reference === undefined || at > 0 || field.index === undefined || !/^\d{3,5}$/.test(number.raw)) return undefined;
  const grouped = `${field.index}${number.raw}`;
  if (number.raw.length === 3 && distance(number.value, reference) > 0 && distance(grouped, reference) === 0)
    return grouped;
  const joined = canonical(`${field.index}.${number.raw}`);
  return distance(number.value, reference) > 3 && distance(joined, reference) === 0 ? joined : undefined;
}

/**
 * `2645/50` is 2645 to 2650, `1.0895/00` ends at 1.0900: the second number gives only its last digits. Of the numbers
 * that end so, the one nearest to the first is meant.
 */
function fitted(value: Decimal, raw: string, before: Before): Decimal {
  if (Number(value) >= Number(before.value) / 2 || !/^\d+(\.\d+)?$/.test(raw)) return value;
  const [whole = '', fraction = ''] = before.raw.includes('.') ? before.raw.split('.') : before.value.split('.');
  const digits = raw.replace('.', '');
  const isShort = digits.length < whole.length + fraction.length && digits.length <= 4;
  if (!isShort || (raw.includes('.') && raw.split('.')[1]?.length !== fraction.length)) return value;
  const base = BigInt(whole + fraction);
  const size = 10n ** BigInt(digits.length);
  const start = (base / size) * size + BigInt(digits);
  const nearest =
    [start - size, start, start + size].toSorted((left, right) => Number(apart(left, base) - apart(right, base)))[0] ??
    start;
  const text = nearest.toString().padStart(fraction.length + 1, '0');
  return canonical(fraction === '' ? text : `${text.slice(0, -fraction.length)}.${text.slice(-fraction.length)}`);
}

interface Before {
  readonly value: Decimal;
  readonly raw: string;
}

function apart(left: bigint, right: bigint): bigint {
  return left > right ? left - right : right - left;
}

/** `65-66k`: the k is meant for both. */
function thousands(levels: readonly Level[]): readonly Level[] {
  return levels.some(isThousands)
    ? levels.map((level, at) => (isThousands(level, at, levels) ? { ...level, value: `${level.value}000` } : level))
    : levels;
}

function isThousands({ value }: Level, at: number, levels: readonly Level[]): boolean {
  const next = levels[at + 1];
  if (next === undefined || value.includes('.')) return false;
  const times = Number(next.value) / Number(value);
  return times > 900 && times < 1_150;
}
