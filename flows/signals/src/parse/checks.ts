import type { Decimal, ParsedSignal, RejectCode, Side } from '../model/parse-result.ts';
import { compareDecimals, ratio } from './decimal.ts';
import { type Market, marketOf } from './symbols/symbol-of.ts';

/** By how many times a level may differ from the entry before a digit must be missing or superfluous. */
const farthest: Readonly<
  Record<Market, { readonly takeProfit: number; readonly stopLoss: number; readonly zone: number }>
> = {
  forex: { takeProfit: 1.3, stopLoss: 1.2, zone: 1.03 },
  metal: { takeProfit: 1.6, stopLoss: 1.4, zone: 1.04 },
  index: { takeProfit: 1.6, stopLoss: 1.4, zone: 1.05 },
  energy: { takeProfit: 2, stopLoss: 1.6, zone: 1.2 },
  crypto: { takeProfit: 9, stopLoss: 5, zone: 3 },
  other: { takeProfit: 9, stopLoss: 5, zone: 3 },
};

type Levels = Pick<ParsedSignal, 'symbol' | 'side' | 'entry' | 'stopLoss' | 'takeProfits'>;

/**
 * What is wrong with the levels of a signal, judged by themselves: undefined for nothing. Outranks any confidence.
 * A missing stop is not judged here: such a signal is read, and refused where it would be published.
 */
export function checkSignal(signal: Levels): RejectCode | undefined {
  const { side, entry, stopLoss, takeProfits } = signal;
  const limits = farthest[marketOf(signal.symbol)];
  if (entry !== null && ratio(entry[1], entry[0]) > limits.zone) return 'entry_range';
  const base = entry === null ? undefined : nearest(side, entry);
  if (base !== undefined) {
    if (stopLoss !== null && isFar(stopLoss, base, limits.stopLoss)) return 'sl_magnitude';
    if (takeProfits.some((target) => isFar(target, base, limits.takeProfit))) return 'tp_magnitude';
    if (stopLoss !== null && entry !== null && !isBehind(side, stopLoss, entry[side === 'buy' ? 0 : 1]))
      return 'sl_wrong_side';
    if (takeProfits.some((target) => !isAhead(side, target, base))) return 'tp_wrong_side';
    return undefined;
  }
  if (stopLoss === null) return undefined;
  if (takeProfits.some((target) => isFar(target, stopLoss, limits.takeProfit))) return 'tp_magnitude';
  return takeProfits.some((target) => !isAhead(side, target, stopLoss)) ? 'sl_wrong_side' : undefined;
}

/** The end of the entry that targets have to be beyond at the least. */
function nearest(side: Side, [low, high]: readonly [Decimal, Decimal]): Decimal {
  return side === 'buy' ? low : high;
}

function isFar(level: Decimal, base: Decimal, times: number): boolean {
  const far = ratio(level, base);
  return !(far <= times && far >= 1 / times);
}

function isBehind(side: Side, level: Decimal, base: Decimal): boolean {
  return side === 'buy' ? compareDecimals(level, base) < 0 : compareDecimals(level, base) > 0;
}

function isAhead(side: Side, level: Decimal, base: Decimal): boolean {
  return side === 'buy' ? compareDecimals(level, base) > 0 : compareDecimals(level, base) < 0;
}
