import type { ParserRules } from '../model/parse-result.ts';
import type { Folded } from './fold.ts';
import type { Mark, MarkOf } from './mark.ts';
import { partOf, type Segment } from './segments.ts';
import { cryptoBases, wordBases } from './symbols/tables.ts';
import { marketOf, type SymbolHit } from './symbols/symbol-of.ts';

export interface ChosenSymbol {
  readonly symbol: string;
  readonly market: SymbolHit['market'];
  /** Undefined for the channel's default. */
  readonly mark: Mark | undefined;
  /** More than one symbol could be meant, and nothing says which. */
  readonly isAmbiguous: boolean;
}

/** The symbol that a segment is about: the one beside its side, else the first that is sure. */
export function chooseSymbol(
  marks: readonly Mark[],
  segment: Segment,
  folded: Folded,
  rules: ParserRules,
): ChosenSymbol | undefined {
  const within = partOf(marks, segment);
  const symbols = within.filter((mark): mark is MarkOf<'symbol'> => mark.kind === 'symbol');
  const call = segment.sides.find(({ isCall }) => isCall);
  const beside = call === undefined ? undefined : nearestOf(symbols, marks[call.at] as Mark);
  const found = beside ?? symbols.find(({ hit }) => hit.sure || hit.symbol.includes('/')) ?? symbols[0];
  const labelled = afterLabel(within);
  if (found !== undefined && (labelled === undefined || found.start <= labelled.start)) {
    const symbol = withQuote(found.hit.symbol, symbols, rules);
    const isAmbiguous = beside === undefined && areDifferent(symbols);
    return { symbol, market: found.hit.market, mark: found, isAmbiguous };
  }
  const named = labelled ?? within.find((mark): mark is MarkOf<'tag'> => mark.kind === 'tag' && isTicker(mark.name));
  if (named !== undefined) {
    const name =
      named.kind === 'tag'
        ? named.name
        : folded.original.slice(folded.at[named.start], folded.at[named.end]).toUpperCase();
    return {
      symbol: withQuote(name, symbols, rules),
      market: cryptoBases.has(name.toLowerCase()) ? 'crypto' : 'other',
      mark: named,
      isAmbiguous: false,
    };
  }
  const alone = loneCurrency(within);
  if (alone !== undefined) return alone;
  if (rules.defaultSymbol === undefined) return undefined;
  return { symbol: rules.defaultSymbol, market: marketOf(rules.defaultSymbol), mark: undefined, isAmbiguous: false };
}

/** "Euro sell 1.0931": a currency that stands alone is meant against the dollar. */
function loneCurrency(marks: readonly Mark[]): ChosenSymbol | undefined {
  const codes = marks.filter((mark): mark is MarkOf<'currency'> => mark.kind === 'currency' && mark.code !== 'USD');
  const [mark] = codes;
  if (mark === undefined || new Set(codes.map(({ code }) => code)).size > 1) return undefined;
  const symbol = /^(EUR|GBP|AUD|NZD)$/.test(mark.code) ? `${mark.code}USD` : `USD${mark.code}`;
  return { symbol, market: 'forex', mark, isAmbiguous: false };
}

/** On the line of the side. */
function nearestOf(symbols: readonly MarkOf<'symbol'>[], side: Mark): MarkOf<'symbol'> | undefined {
  let nearest: MarkOf<'symbol'> | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const symbol of symbols) {
    const apart = symbol.start < side.start ? side.start - symbol.end : symbol.start - side.end;
    if (symbol.line !== side.line || apart >= least) continue;
    nearest = symbol;
    least = apart;
  }
  return nearest;
}

/** More than one base. */
function areDifferent([first, ...others]: readonly MarkOf<'symbol'>[]): boolean {
  return first !== undefined && others.some(({ hit }) => baseOf(hit.symbol) !== baseOf(first.hit.symbol));
}

/** `COIN: XYZ`, `Pair - ABC`, and `PAIR ABC` at the end of its line: French `par` and Spanish `par` are words as well. */
function afterLabel(marks: readonly Mark[]): MarkOf<'word'> | MarkOf<'tag'> | undefined {
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] as Mark;
    if (mark.kind !== 'concept' || mark.concept !== 'pair') continue;
    const place = marks.slice(at + 1, at + 4).findIndex(({ kind }) => kind !== 'sign' && kind !== 'emoji');
    const next = place === -1 ? undefined : marks[at + 1 + place];
    if (next?.kind === 'tag') return next;
    if (next?.kind !== 'word' || !next.isUpper || next.line !== mark.line) continue;
    const isLast = (marks[at + 2 + place]?.kind ?? 'line') === 'line';
    if ((place > 0 || isLast) && isTicker(next.text.toUpperCase())) return next;
  }
  return undefined;
}

function isTicker(name: string): boolean {
  return /^[A-Z0-9]{2,10}$/.test(name) && !/^\d+$/.test(name);
}

/** The same base may stand with its quote elsewhere in the message, or the channel has a usual one. */
function withQuote(symbol: string, symbols: readonly MarkOf<'symbol'>[], { defaultQuote }: ParserRules): string {
  if (symbol.includes('/')) return symbol;
  const whole = symbols.find(({ hit }) => hit.symbol.includes('/') && baseOf(hit.symbol) === symbol)?.hit.symbol;
  if (whole !== undefined || defaultQuote === undefined) return whole ?? symbol;
  const isCrypto = cryptoBases.has(symbol.toLowerCase()) || marketOf(symbol) === 'other';
  return isCrypto ? `${symbol}/${defaultQuote}` : symbol;
}

function baseOf(symbol: string): string {
  return symbol.split('/')[0] ?? symbol;
}

/** Whether the text can be said to name this symbol: for what a model claims. */
export function isWordBase(base: string): boolean {
  return wordBases.has(base.toLowerCase());
}
