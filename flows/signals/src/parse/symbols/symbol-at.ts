import type { Folded } from '../fold.ts';
import {
  crypto,
  cryptoBase,
  cryptoPair,
  fiatPair,
  forexPair,
  isPair,
  namedSymbol,
  nickname,
  type SymbolHit,
} from './symbol-of.ts';
import { cryptoBases, cryptoQuotes, currencyCodes, sureQuotes } from './tables.ts';

export interface SymbolFound {
  readonly hit: SymbolHit;
  readonly end: number;
}

const run = /[a-z0-9]{1,20}/y;
const separated = /\s?[/\\_-]\s?[$#]?([a-z]{3,5})(?![a-z0-9])|[ ]([a-z]{3,5})(?![a-z0-9])/y;
/** `.P`, `PERP`, `.cash`, `_ecn`: what brokers and exchanges hang onto a symbol. */
const suffix =
  /(?:\.p|[._-]?perp(?:etual)?|[-_]swap|\.(?:cash|raw|ecn|pro|spot|std|r|m|i|c|z|a|s|x|b|v|e)|\+|_(?:ecn|raw|pro|spot))(?![a-z0-9])/y;

/**
 * The symbol that begins at `at`, by its form: a pair in one word or in two, a base in capitals. With `named` the words
 * at this place are known as a symbol's name already, and only what follows is looked at.
 */
export function symbolAt(folded: Folded, at: number, named?: string): SymbolFound | undefined {
  const { text } = folded;
  if (text.charCodeAt(at) > 0x7a) return named === undefined ? undefined : { hit: namedSymbol(named), end: at };
  run.lastIndex = at;
  const word = run.exec(text)?.[0];
  if (named !== undefined) return { ...withQuote(text, at, word, namedSymbol(named)) };
  if (word === undefined) return undefined;
  const end = at + word.length;
  const two = pairOfTwo(folded, at, word, end);
  if (two !== undefined) return { hit: two.hit, end: afterSuffix(text, two.end) };
  const one = oneWord(folded, at, word);
  return one === undefined ? undefined : { hit: one, end: afterSuffix(text, end) };
}

function oneWord(folded: Folded, at: number, word: string): SymbolHit | undefined {
  if (word.length < 2) return undefined;
  const pair = forexPair(word) ?? cryptoPair(word);
  if (pair !== undefined) return pair;
  if (!cryptoBases.has(word) && nickname(word) === undefined) return undefined;
  const isLoud = isUpper(folded, at, at + word.length);
  return cryptoBase(word, isLoud) ?? (isLoud ? nickname(word) : undefined);
}

/** `EUR/USD`, `BTC-USDT`, `HOT / USDT`; with a space only where both are currencies, or the quote is sure. */
function pairOfTwo(
  { text, original, at: offsets }: Folded,
  at: number,
  word: string,
  end: number,
): SymbolFound | undefined {
  if (!leadsToQuote(text, end, word)) return undefined;
  separated.lastIndex = end;
  const found = separated.exec(text);
  const quote = found?.[1] ?? found?.[2];
  if (found === null || quote === undefined) return undefined;
  const close = end + found[0].length;
  if (isPair(word, quote)) {
    // "try usd" and the like: words that are also codes count with a slash or in capitals.
    const written = original.slice(offsets[at], offsets[close]);
    if (found[1] !== undefined || written === written.toUpperCase()) return { hit: fiatPair(word, quote), end: close };
  }
  const bare = quote.replace(/(?<=usd[tc])p$/, '');
  const isQuote = sureQuotes.has(bare) || (cryptoQuotes.includes(bare) && cryptoBases.has(word));
  if (!isQuote || word.length > 15 || (currencyCodes.has(word) && word !== 'try' && bare !== 'usdt')) return undefined;
  if (found[2] !== undefined && !(cryptoBases.has(word) && sureQuotes.has(bare))) return undefined;
  return { hit: crypto(word, bare), end: close };
}

/** Most words are followed by neither: found out without a pattern. */
function leadsToQuote(text: string, end: number, word: string): boolean {
  const next = text.charCodeAt(end);
  if (next !== 32) return next === 47 || next === 45 || next === 95 || next === 92;
  const second = text.charCodeAt(end + 1);
  return second === 47 || second === 45 || second === 92 || currencyCodes.has(word) || cryptoBases.has(word);
}

/** A base known by its name may still be followed by its quote: `BTC/USDT`, `Bitcoin USDT`. */
function withQuote(text: string, at: number, word: string | undefined, hit: SymbolHit): SymbolFound {
  const end = at + (word?.length ?? 0);
  return { hit, end: afterSuffix(text, end) };
}

function afterSuffix(text: string, end: number): number {
  if (!'.-_+p'.includes(text[end] ?? ' ')) return end;
  suffix.lastIndex = end;
  const found = suffix.exec(text);
  return end + (found?.[0].length ?? 0);
}

function isUpper({ original, at: offsets }: Folded, start: number, end: number): boolean {
  const written = original.slice(offsets[start], offsets[end]);
  return written === written.toUpperCase() && written !== written.toLowerCase();
}
