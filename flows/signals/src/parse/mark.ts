import type { SymbolHit } from './symbols/symbol-of.ts';
import type { Concept } from './words/index.ts';
import type { Decimal } from '../model/parse-result.ts';

interface Place {
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly sentence: number;
}

/** A piece of the text that means something by itself. */
export type Mark = Place &
  (
    | {
        readonly kind: 'concept';
        readonly concept: Concept;
        /** Number that the word itself gives: `T4`, `second`. */
        readonly index?: number | undefined;
      }
    | { readonly kind: 'symbol'; readonly hit: SymbolHit }
    | { readonly kind: 'currency'; readonly code: string }
    | {
        readonly kind: 'number';
        readonly value: Decimal;
        /** Another way to read its digits. */
        readonly other?: Decimal | undefined;
        readonly unit: 'price' | 'percent' | 'pips' | 'money';
        /** `+50` and `-20` tell of gains and losses. */
        readonly sign?: '+' | '-' | undefined;
        /** As written, without separators of thousands: `00` where the value is `0`. */
        readonly raw: string;
        /** Only a space stands between the number before and this one. */
        readonly spaced: boolean;
        /** Glued to the word before it, as in `TP1`. */
        readonly glued: boolean;
      }
    /** ①, 1️⃣, `1)`: counts, and is no price. */
    | { readonly kind: 'index'; readonly index: number }
    | { readonly kind: 'leverage'; readonly times: Decimal }
    | { readonly kind: 'timeframe'; readonly frame: string }
    /** A hashtag or cashtag in capitals that is no known word. */
    | { readonly kind: 'tag'; readonly name: string; readonly sign: '#' | '$' }
    | { readonly kind: 'word'; readonly text: string; readonly isUpper: boolean; readonly isName: boolean }
    | { readonly kind: 'emoji'; readonly emoji: 'check' | 'cross' | 'target' | 'up' | 'down' | 'emoji' }
    | { readonly kind: 'sign'; readonly sign: string }
    | { readonly kind: 'line' }
  );

export type MarkOf<Kind extends Mark['kind']> = Extract<Mark, { readonly kind: Kind }>;

/** What is known of a sentence (or a line, whichever is shorter) as a whole. */
export interface Sentence {
  readonly concepts: ReadonlySet<Concept>;
  readonly isQuestion: boolean;
  /** Words that mean nothing to the parser. */
  readonly words: number;
}

export interface Reading {
  /** Places of quotation marks in the list of marks. */
  readonly quotes: readonly number[];
  readonly marks: readonly Mark[];
  readonly sentences: readonly Sentence[];
}
