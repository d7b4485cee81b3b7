import type { Lexicon, Meaning } from './lexicon.ts';
import { cryptoPair, forexPair, namedSymbol } from './symbols/symbol-of.ts';

interface Part {
  readonly length: number;
  readonly meaning: Meaning;
}

const longest = 40;

/**
 * Takes a word apart into words that people run together: `buygold`, `shortleverage`, `eurusdsell`. Undefined unless
 * every letter of it belongs to one of at least two.
 */
export function unglue(word: string, lexicon: Lexicon): readonly Part[] | undefined {
  if (word.length < 5 || word.length > longest) return undefined;
  const hasTether = word.includes('usdt');
  if (!hasTether && !lexicon.mayBeGlued(word, 0)) return undefined;
  const longestPart = hasTether ? longest : lexicon.longestGlued;
  const dead = new Set<number>();
  const from = (at: number): readonly Part[] | undefined => {
    if (at === word.length) return [];
    if (dead.has(at)) return undefined;
    const whole = word.length - (at === 0 ? 1 : at);
    for (let length = Math.min(whole, longestPart); length >= 2; length--) {
      const meaning = meaningOf(word.slice(at, at + length), lexicon);
      const rest = meaning === undefined ? undefined : from(at + length);
      if (meaning !== undefined && rest !== undefined) return [{ length, meaning }, ...rest];
    }
    dead.add(at);
    return undefined;
  };
  return from(0);
}

function meaningOf(word: string, lexicon: Lexicon): Meaning | undefined {
  if (lexicon.glued.has(word)) return lexicon.root.next.get(word)?.meaning;
  const pair = word.length === 6 ? forexPair(word) : word.endsWith('usdt') ? cryptoPair(word) : undefined;
  return pair === undefined ? undefined : { kind: 'symbol', hit: namedSymbol(pair.symbol) };
}
