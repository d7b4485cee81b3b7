import { foldWord } from './fold.ts';
import { currencyCodes, currencyNames, symbolNames } from './symbols/tables.ts';
import { type Concept, vocabularies } from './words/index.ts';

/** What a phrase means: a concept, the name of a symbol, or that of a currency. */
export type Meaning = { readonly concept: Concept } | { readonly symbol: string } | { readonly currency: string };

/** Words of a phrase, one after another. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  meaning: Meaning | undefined;
}

export interface Lexicon {
  readonly root: PhraseNode;
  /** Words of at least two letters that people run together: `buygold`, `shortleverage`. */
  readonly glued: ReadonlySet<string>;
  /** What these words begin with, two letters each: most words begin with none of them. */
  readonly gluedStarts: ReadonlySet<string>;
}

/** Further phrases, as an admin writes them. They go before what the parser knows. */
export interface ExtraPhrases {
  readonly concepts?: Readonly<Partial<Record<Concept, readonly string[]>>>;
  readonly symbols?: Readonly<Record<string, string>>;
}

const gluable: ReadonlySet<Concept> = new Set<Concept>(
  'buy sell limit stop stopLoss takeProfit entry market leverage open direction pair'.split(' ') as Concept[],
);

export function createLexicon(extra: ExtraPhrases = {}): Lexicon {
  const root: PhraseNode = { next: new Map(), meaning: undefined };
  const glued = new Set<string>();
  const add = (phrase: string, meaning: Meaning) => {
    const words = phraseWords(phrase);
    let node = root;
    for (const word of words) {
      const known = node.next.get(word) ?? { next: new Map<string, PhraseNode>(), meaning: undefined };
      node.next.set(word, known);
      node = known;
    }
    if (words.length === 0) return;
    node.meaning ??= meaning;
    const only = words.length === 1 ? words[0] : undefined;
    const isName = !('concept' in meaning) || gluable.has(meaning.concept);
    if (only !== undefined && only.length >= 2 && isName && node.meaning === meaning) glued.add(only);
  };
  for (const [name, symbol] of Object.entries(extra.symbols ?? {})) add(name, { symbol });
  for (const [concept, phrases] of Object.entries(extra.concepts ?? {}) as [Concept, readonly string[]][]) {
    for (const phrase of phrases) add(phrase, { concept });
  }
  for (const [symbol, names] of Object.entries(symbolNames)) {
    for (const name of names.split('|')) add(name, { symbol });
  }
  // Phrases that only look like something come first in every language: they are the longer ones anyway.
  for (const vocabulary of vocabularies) {
    for (const [concept, phrases] of Object.entries(vocabulary) as [Concept, string][]) {
      for (const phrase of phrases.split('|')) add(phrase, { concept });
    }
  }
  for (const [currency, names] of Object.entries(currencyNames)) {
    for (const name of names.split('|')) add(name, { currency });
  }
  const starts = [...glued, ...currencyCodes].map((word) => word.slice(0, 2));
  return { root, glued, gluedStarts: new Set(starts) };
}

/** A phrase as the reader sees it: runs of letters and runs of digits. */
export function phraseWords(phrase: string): readonly string[] {
  return foldWord(phrase).match(/\p{L}+|\d+|[@&]/gu) ?? [];
}
