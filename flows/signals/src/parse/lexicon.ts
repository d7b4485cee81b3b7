import { foldWord } from './fold.ts';
import { type MayBeTriple, tripleFilter } from './symbols/letter-triples.ts';
import { namedSymbol, type SymbolHit } from './symbols/symbol-of.ts';
import { currencyCodes, currencyNames, symbolNames } from './symbols/tables.ts';
import { type Concept, vocabularies } from './words/index.ts';
import { ordinalWords } from './words/ordinals.ts';

/** What a phrase means: a concept, the name of a symbol, or that of a currency. */
export type Meaning =
  /** `counts`: the words give a number as well, as `T4` and `second target` do. */
  | { readonly kind: 'concept'; readonly concept: Concept; readonly counts: boolean }
  | { readonly kind: 'symbol'; readonly hit: SymbolHit }
  | { readonly kind: 'currency'; readonly code: string };

/** Words of a phrase, one after another. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** A bit for the last five bits of each character that a next word begins with: most texts go on otherwise. */
  nextStarts: number;
  meaning: Meaning | undefined;
}

export interface Lexicon {
  readonly root: PhraseNode;
  /** Words that people run together: `buygold`, `shortleverage`. */
  readonly glued: ReadonlySet<string>;
  /** Asked of three letters: whether such a word or a currency may begin with them. Most words begin otherwise. */
  readonly mayBeGlued: MayBeTriple;
  readonly longestGlued: number;
}

/** Further phrases, as an admin writes them. They go before what the parser knows. */
export interface ExtraPhrases {
  readonly concepts?: Readonly<Partial<Record<Concept, readonly string[]>>>;
  readonly symbols?: Readonly<Record<string, string>>;
}

const gluable: ReadonlySet<Concept> = new Set<Concept>(
  'buy sell limit stop stopLoss takeProfit entry market leverage open direction pair'.split(' ') as Concept[],
);
/** What is short and a part of many words is too little to go by. */
const shortGlued: ReadonlySet<string> = new Set(['sl', 'tp']);

const ordinals: ReadonlyMap<string, number> = new Map(
  [...ordinalWords].map(([word, index]) => [foldWord(word), index]),
);

let plain: Lexicon | undefined;

/** The words of all languages and nothing else. Made when it is first asked for: that takes a tenth of a second. */
export function plainLexicon(): Lexicon {
  plain ??= createLexicon();
  return plain;
}

export function createLexicon(extra: ExtraPhrases = {}): Lexicon {
  const root = phraseNode();
  const glued = new Set<string>();
  const add = (phrase: string, meaning: Meaning) => {
    const words = phraseWords(phrase);
    if (words.length === 0) return;
    const node = words.reduce(nodeBehind, root);
    node.meaning ??= meaning;
    const [only = ''] = words;
    const isName = meaning.kind !== 'concept' || gluable.has(meaning.concept);
    const isLong = only.length >= 3 || shortGlued.has(only);
    if (words.length === 1 && isLong && isName && node.meaning === meaning) glued.add(only);
  };
  for (const [name, symbol] of Object.entries(extra.symbols ?? {})) add(name, symbolNamed(symbol));
  for (const [concept, phrases] of Object.entries(extra.concepts ?? {}) as [Concept, readonly string[]][]) {
    for (const phrase of phrases) add(phrase, conceptOf(concept, phrase));
  }
  for (const [symbol, names] of Object.entries(symbolNames)) {
    for (const name of names.split('|')) add(name, symbolNamed(symbol));
  }
  // Phrases that only look like something come first in every language: they are the longer ones anyway.
  for (const vocabulary of vocabularies) {
    for (const [concept, phrases] of Object.entries(vocabulary) as [Concept, string][]) {
      for (const phrase of phrases.split('|')) add(phrase, conceptOf(concept, phrase));
    }
  }
  for (const [code, names] of Object.entries(currencyNames)) {
    for (const name of names.split('|')) add(name, { kind: 'currency', code });
  }
  return { root, glued, ...gluedForm(glued) };
}

function phraseNode(): PhraseNode {
  return { next: new Map(), nextStarts: 0, meaning: undefined };
}

function nodeBehind(node: PhraseNode, word: string): PhraseNode {
  const next = node.next.get(word) ?? phraseNode();
  node.next.set(word, next);
  node.nextStarts |= 1 << (word.charCodeAt(0) & 31);
  return next;
}

function symbolNamed(symbol: string): Meaning {
  return { kind: 'symbol', hit: namedSymbol(symbol) };
}

function conceptOf(concept: Concept, phrase: string): Meaning {
  return { kind: 'concept', concept, counts: concept === 'ordinal' || (concept === 'takeProfit' && saysIndex(phrase)) };
}

function saysIndex(phrase: string): boolean {
  const words = phraseWords(phrase);
  return ordinals.has(words[0] ?? '') || ordinals.has(words.at(-1) ?? '') || countedTarget.test(words.join(''));
}

const countedTarget = /^t(\d)$/;

/** The number that the words of a target or an ordinal give: 4 of `t4`, 2 of `second target` and `الهدف الثاني`. */
export function indexIn(concept: Concept, text: string): number | undefined {
  if (concept === 'ordinal') return ordinals.get(text);
  const counted = countedTarget.exec(text)?.[1];
  if (counted !== undefined) return Number(counted);
  const words = text.split(' ');
  return ordinals.get(words[0] ?? '') ?? ordinals.get(words.at(-1) ?? '');
}

function gluedForm(glued: ReadonlySet<string>): Pick<Lexicon, 'mayBeGlued' | 'longestGlued'> {
  const starts = [...glued, ...currencyCodes].flatMap((word) =>
    word.length >= 3 ? [word.slice(0, 3)] : Array.from({ length: 32 }, (_, code) => word + String.fromCharCode(code)),
  );
  return { mayBeGlued: tripleFilter(starts), longestGlued: Math.max(6, ...[...glued].map(({ length }) => length)) };
}

/** A phrase as the reader sees it: runs of letters and runs of digits. */
export function phraseWords(phrase: string): readonly string[] {
  return foldWord(phrase).match(/\p{L}+|\d+|[@&]/gu) ?? [];
}
