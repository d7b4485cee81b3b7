import type { Folded } from '../fold.ts';
import { codeEnd, isDigitCode } from '../letters.ts';
import { tripleFilter } from './letter-triples.ts';
import {
  crypto,
  cryptoBase,
  cryptoPair,
  fiatPair,
  forexPair,
  isPair,
  nickname,
  pairEndings,
  type SymbolHit,
} from './symbol-of.ts';
import { cryptoBases, cryptoQuotes, currencyCodes, sureQuotes } from './tables.ts';

export interface SymbolFound {
  readonly hit: SymbolHit;
  readonly end: number;
}

const separated = /\s?[/\\_-]\s?[$#]?([a-z]{3,5})(?![a-z0-9])|[ ]([a-z]{3,5})(?![a-z0-9])/y;
/** `.P`, `PERP`, `.cash`, `_ecn`: what brokers and exchanges hang onto a symbol. */
const suffix =
  /(?:\.p|[._-]?perp(?:etual)?|[-_]swap|\.(?:cash|raw|ecn|pro|spot|std|r|m|i|c|z|a|s|x|b|v|e)|\+|_(?:ecn|raw|pro|spot))(?![a-z0-9])/y;

const longestWord = 20;

/** The symbol that begins at `at`, by its form: a pair in one word or in two, a base in capitals. */
export function symbolAt(folded: Folded, at: number): SymbolFound | undefined {
  const { text } = folded;
  const end = Math.min(codeEnd(text, at), at + longestWord);
  if (end === at) return undefined;
  const two = pairOfTwo(folded, at, end);
  if (two !== undefined) return { hit: two.hit, end: afterSuffix(text, two.end) };
  const one = oneWord(folded, at, end);
  return one === undefined ? undefined : { hit: one, end: afterSuffix(text, end) };
}

/** Where a symbol ends that is known by its name: what brokers hang onto it belongs to it. */
export function namedSymbolEnd(text: string, at: number): number {
  return afterSuffix(text, Math.min(codeEnd(text, at), at + longestWord));
}

function oneWord(folded: Folded, at: number, end: number): SymbolHit | undefined {
  const length = end - at;
  if (length < 2) return undefined;
  const { text } = folded;
  if (length >= 6 && mayBeCurrency(text, at) && mayBeCurrency(text, at + 3)) {
    const pair = forexPair(text.slice(at, end));
    if (pair !== undefined) return pair;
  }
  if (length >= 4 && mayEndPair(text, end - 3)) {
    const pair = cryptoPair(text.slice(at, end));
    if (pair !== undefined) return pair;
  }
  const isLoud = beginsUpper(folded, at) && isUpper(folded, at, end);
  if (!isLoud && length !== 3) return undefined;
  const word = text.slice(at, end);
  return cryptoBase(word, isLoud) ?? (isLoud ? nickname(word) : undefined);
}

const mayBeCurrency = tripleFilter(currencyCodes);
const mayEndPair = tripleFilter(pairEndings());
const mayBeQuote = tripleFilter([...currencyCodes, ...[...sureQuotes].map((quote) => quote.slice(0, 3))]);

/** `EUR/USD`, `BTC-USDT`, `HOT / USDT`; with a space only where both are currencies, or the quote is sure. */
function pairOfTwo({ text, original, at: offsets }: Folded, at: number, end: number): SymbolFound | undefined {
  if (!leadsToQuote(text, at, end)) return undefined;
  const word = text.slice(at, end);
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
function leadsToQuote(text: string, at: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next !== space) return next === slash || next === dash || next === underscore || next === backslash;
  const second = text.charCodeAt(end + 1);
  if (second === slash || second === dash || second === backslash) return true;
  if (second !== underscore && !mayBeQuote(text, end + 1)) return false;
  const word = text.slice(at, end);
  return currencyCodes.has(word) || cryptoBases.has(word);
}

const space = 0x20;
const dash = 0x2d;
const slash = 0x2f;
const backslash = 0x5c;
const underscore = 0x5f;

function afterSuffix(text: string, end: number): number {
  if (!'.-_+p'.includes(text[end] ?? ' ')) return end;
  suffix.lastIndex = end;
  const found = suffix.exec(text);
  return end + (found?.[0].length ?? 0);
}

/** Whether the character was written as a capital letter, or is no letter at all. */
function beginsUpper({ original, at: offsets, text }: Folded, at: number): boolean {
  return isDigitCode(text.charCodeAt(at)) || original.charCodeAt(offsets[at] as number) !== text.charCodeAt(at);
}

function isUpper({ original, at: offsets }: Folded, start: number, end: number): boolean {
  const written = original.slice(offsets[start], offsets[end]);
  return written === written.toUpperCase() && written !== written.toLowerCase();
}
