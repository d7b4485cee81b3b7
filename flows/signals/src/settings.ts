import type { QuoteOf } from './decide/market.ts';
import type { MakeParser } from './parsers/text-parser.ts';

export interface SignalsSettings {
  /** Where the market is. Default: nobody knows, and decisions say so. */
  readonly quoteOf: QuoteOf;
  /** Compiles a channel's rules. Default: the parser of this package. */
  readonly makeParser: MakeParser;
}
