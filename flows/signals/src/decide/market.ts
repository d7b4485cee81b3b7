import type { ParsedSignal } from '../model/parse-result.ts';

/** Where the market is for a symbol, as a decimal text; undefined where nobody knows. Asked before a decision. */
export type QuoteOf = (symbol: string) => Promise<string | undefined>;

/** How far the entry may be from the market. Wide: what is tighter is for whoever trades it. */
const farthest = 0.2;

/** Compares magnitudes; an amount is never made of it. */
export function isFarFrom({ entry }: Pick<ParsedSignal, 'entry'>, quote: string): boolean {
  if (entry === null) return false;
  const market = Number(quote);
  return entry.every((price) => Math.abs(Number(price) / market - 1) > farthest);
}
