import type { Folded } from './fold.ts';
import { type BareMark, fullMark } from './full-mark.ts';
import type { Mark, MarkOf } from './mark.ts';
import { withPriceLabels } from './price-labels.ts';
import { withSellAsTarget } from './sell-as-target.ts';
import { fiatPair, namedSymbol } from './symbols/symbol-of.ts';
import { cryptoBases, wordBases } from './symbols/tables.ts';

/**
 * Settles what single marks leave open, by what stands beside them: two currencies are a pair, Turkish `al` beside a
 * symbol is to buy, French `or` beside a side is gold, `sol` beside a side is a coin.
 */
export function settleMarks(marks: readonly Mark[], folded: Folded): readonly Mark[] {
  const paired = marks.some(({ kind }) => kind === 'currency') ? pairs(marks) : marks;
  if (!paired.some((mark) => isOpen(mark))) return withPriceLabels(withSellAsTarget(paired), folded.text);
  const settled = paired
    .map((mark, index) => french(paired, index, mark, folded))
    .map((mark, index, all) => coin(all, index, verb(all, index, turkish(all, index, mark, folded), folded)));
  return withPriceLabels(withSellAsTarget(settled), folded.text);
}

/** Marks whose meaning depends on what is beside them. */
function isOpen(mark: Mark): boolean {
  if (mark.kind === 'word') return besideSymbol.has(mark.text) || cryptoBases.has(mark.text);
  return mark.kind === 'concept' && (mark.concept === 'or' || mark.concept === 'breakeven');
}

function pairs(marks: readonly Mark[]): readonly Mark[] {
  const settled: Mark[] = [];
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index] as Mark;
    const pair = mark.kind === 'currency' ? pairFrom(marks, index) : undefined;
    settled.push(pair?.mark ?? mark);
    if (pair !== undefined) index = pair.last;
  }
  return settled;
}

function pairFrom(marks: readonly Mark[], index: number): { readonly mark: Mark; readonly last: number } | undefined {
  const base = marks[index];
  const next = marks[index + 1];
  const last = next?.kind === 'sign' && '/-_\\'.includes(next.sign) ? index + 2 : index + 1;
  const quote = marks[last];
  if (base?.kind !== 'currency' || quote?.kind !== 'currency' || quote.line !== base.line) return undefined;
  if (base.code === quote.code) return undefined;
  const hit = fiatPair(base.code.toLowerCase(), quote.code.toLowerCase());
  return { mark: fullMark({ kind: 'symbol', hit, start: base.start, end: quote.end }, base.line, base.sentence), last };
}

const besideSymbol: ReadonlyMap<string, 'buy' | 'sell'> = new Map([
  ['al', 'buy'],
  ['sat', 'sell'],
]);

function turkish(marks: readonly Mark[], index: number, mark: Mark, { original, at }: Folded): Mark {
  const concept = mark.kind === 'word' ? besideSymbol.get(mark.text) : undefined;
  if (concept === undefined) return mark;
  const [before, after] = [marks[index - 1], marks[index + 1]];
  const isBeside = [before, after].some(
    (one) => one?.line === mark.line && (one.kind === 'symbol' || isConcept(one, 'market')),
  );
  const leads =
    after?.line === mark.line && (after.kind === 'number' || isConcept(after, 'limit', 'market', 'stop', 'direction'));
  const written = original.slice(at[mark.start], at[mark.end]);
  if (!isBeside && !(leads && written === written.toUpperCase()) && !isBehindRange(marks, index)) return mark;
  return instead(mark, { kind: 'concept', concept, start: mark.start, end: mark.end });
}

/** "BE" is breakeven in capitals, or behind a stop or a move; else it is the verb. */
function verb(marks: readonly Mark[], index: number, mark: Mark, { original, text, at }: Folded): Mark {
  if (!isConcept(mark, 'breakeven') || text.slice(mark.start, mark.end) !== 'be') return mark;
  const near = marks.slice(Math.max(0, index - 4), index).filter(({ sentence }) => sentence === mark.sentence);
  const isMeant = near.some((one) => isConcept(one, 'stopLoss', 'stop', 'move'));
  if (isMeant || original.slice(at[mark.start], at[mark.end]) === 'BE') return mark;
  return instead(mark, { kind: 'word', text: 'be', isUpper: false, isName: false, start: mark.start, end: mark.end });
}

/** `EURUSD 1,0931 - 1,0940 arası sat`. */
function isBehindRange(marks: readonly Mark[], index: number): boolean {
  const line = marks[index]?.line;
  const before = marks.slice(Math.max(0, index - 8), index).filter((mark) => mark.line === line);
  return before.some(({ kind }) => kind === 'symbol') && before.some(({ kind }) => kind === 'number');
}

/** `ACHAT OR`, `OR VENTE`: gold, where the side is said in French. */
function french(marks: readonly Mark[], index: number, mark: Mark, { text }: Folded): Mark {
  if (!isConcept(mark, 'or')) return mark;
  const isFrench = [marks[index - 1], marks[index + 1]].some(
    (one) =>
      one !== undefined &&
      one.line === mark.line &&
      isConcept(one, 'buy', 'sell', 'limit', 'market') &&
      /^(achat|achet|vend|vente|limite|maintenant)/.test(text.slice(one.start, one.end)),
  );
  if (!isFrench || text.slice(mark.start, mark.end) !== 'or') return mark;
  return instead(mark, { kind: 'symbol', hit: namedSymbol('XAUUSD'), start: mark.start, end: mark.end });
}

const spokenBases: ReadonlySet<string> = new Set(['sol', 'ton', 'arb', 'uni', 'atom', 'gala', 'neo', 'kite']);

/** `sol long 212.5`: in small letters a coin only beside a side. */
function coin(marks: readonly Mark[], index: number, mark: Mark): Mark {
  if (mark.kind !== 'word' || !cryptoBases.has(mark.text)) return mark;
  if (wordBases.has(mark.text) && !spokenBases.has(mark.text)) return mark;
  const isBeside = [marks[index - 1], marks[index + 1]].some(
    (one) => one !== undefined && one.line === mark.line && isConcept(one, 'buy', 'sell'),
  );
  if (!isBeside) return mark;
  const hit = { symbol: mark.text.toUpperCase(), market: 'crypto', sure: true } as const;
  return instead(mark, { kind: 'symbol', hit, start: mark.start, end: mark.end });
}

function isConcept(mark: Mark, ...concepts: readonly MarkOf<'concept'>['concept'][]): boolean {
  return mark.kind === 'concept' && concepts.includes(mark.concept);
}

function instead({ line, sentence }: Mark, mark: BareMark): Mark {
  return fullMark(mark, line, sentence);
}
