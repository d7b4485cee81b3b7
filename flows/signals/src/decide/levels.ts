import type { Decimal, ParsedSignal } from '../model/parse-result.ts';
import { compareDecimals } from '../parse/decimal.ts';

type Levels = Pick<ParsedSignal, 'entry' | 'stopLoss' | 'takeProfits'>;

/** What a signal asks for, in one text: equal for two that ask for the same. */
export function termsOf(signal: ParsedSignal): string {
  const {
    symbol,
    side,
    orderType,
    entry,
    stopLoss,
    takeProfits,
    runner,
    origins: _o,
    valid: _v,
    reject: _r,
    ...more
  } = signal;
  return JSON.stringify([
    symbol,
    side,
    orderType,
    entry,
    stopLoss,
    takeProfits,
    runner,
    Object.entries(more).toSorted(),
  ]);
}

/** The same symbol, direction and prices: whether two readers have read the same. */
export function isSameReading(one: ParsedSignal, other: ParsedSignal): boolean {
  const prices = ({ symbol, side, entry, stopLoss, takeProfits }: ParsedSignal) =>
    JSON.stringify([baseOf(symbol), side, entry, stopLoss, takeProfits]);
  return prices(one) === prices(other);
}

function baseOf(symbol: string): string {
  return symbol.split('/')[0] ?? symbol;
}

/** Levels within a thousandth of each other are the same, written once more. */
const near = 0.001;

/** Levels that a channel gives again: a repost, a copy, a reminder. One that names none repeats one that names none. */
export function isNearlyEqual(one: Levels, other: Levels): boolean {
  return (
    isNearRange(one.entry, other.entry) &&
    isNear(one.stopLoss, other.stopLoss) &&
    one.takeProfits.length === other.takeProfits.length &&
    one.takeProfits.every((price, index) => isNear(price, other.takeProfits[index] ?? null))
  );
}

function isNearRange(one: Levels['entry'], other: Levels['entry']): boolean {
  if (one === null || other === null) return one === other;
  return isNear(one[0], other[0]) && isNear(one[1], other[1]);
}

function isNear(one: Decimal | null, other: Decimal | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(Number(one) / Number(other) - 1) <= near;
}

/** Whether a price is beyond another in the direction of a trade: above for a buy. */
export function isBeyond(side: ParsedSignal['side'], price: Decimal, base: Decimal): boolean {
  const order = compareDecimals(price, base);
  return side === 'buy' ? order > 0 : order < 0;
}
