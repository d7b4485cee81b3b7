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
  const counted = folded.text.includes('%') || folded.text.includes('yuzde') ? percents(marks) : marks;
  const paired = counted.some(({ kind }) => kind === 'currency') ? pairs(counted) : counted;
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

/** `%50'sini kapat`, `yüzde 50`: Turkish writes the sign before the number. */
function percents(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark, at): readonly Mark[] => {
    if (isPercentSign(mark) && leadsToShare(mark, marks[at + 1])) return [];
    const sign = marks[at - 1];
    if (mark.kind !== 'number' || !isPercentSign(sign) || !leadsToShare(sign, mark)) return [mark];
    const loss = marks[at - 2];
    const told = loss?.kind === 'sign' && (loss.sign === '-' || loss.sign === '+') ? { sign: loss.sign } : {};
    return [instead(mark, { ...mark, ...told, unit: 'percent', start: sign.start } as BareMark)];
  });
}

function isPercentSign(mark: Mark | undefined): mark is MarkOf<'sign'> | MarkOf<'word'> {
  return (mark?.kind === 'sign' && mark.sign === '%') || (mark?.kind === 'word' && mark.text === 'yuzde');
}

function leadsToShare(sign: Mark, next: Mark | undefined): boolean {
  const gap = sign.kind === 'sign' ? 0 : 1;
  return next?.kind === 'number' && next.unit === 'price' && next.start - sign.end <= gap;
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

/** "BE" is breakeven in capitals, behind a stop or a move, or checked off; else it is the verb. */
function verb(marks: readonly Mark[], index: number, mark: Mark, { original, text, at }: Folded): Mark {
  if (!isConcept(mark, 'breakeven') || text.slice(mark.start, mark.end) !== 'be') return mark;
  const near = marks.slice(Math.max(0, index - 4), index).filter(({ sentence }) => sentence === mark.sentence);
  const after = marks[index + 1];
  const isChecked = after?.kind === 'emoji' && after.emoji === 'check';
  const isMeant = isChecked || near.some((one) => isConcept(one, 'stopLoss', 'stop', 'move'));
  if (isMeant || original.slice(at[mark.start], at[mark.end]) === 'BE') return mark;
  return instead(mark, { kind: 'word', text: 'be', isUpper: false, isName: false, start: mark.start, end: mark.end });
}

/** `EURUSD 1,0931 - 1,0940 arası sat`. */
function isBehindRange(marks: readonly Mark[], index: number): boolean {
  const line = marks[index]?.line;
  const before = marks.slice(Math.max(0, index - 8), index).filter((mark) => mark.line === line);
  return before.some(({ kind }) => kind === 'symbol') && before.some(({ kind }) => kind === 'number');
}

/** `ACHAT OR`, `OR VENTE`: gold, where the side is said in French, or where the message begins with it: `Or TP1 ✅`. */
function french(marks: readonly Mark[], index: number, mark: Mark, { text, original, at }: Folded): Mark {
  if (!isConcept(mark, 'or')) return mark;
  const next = marks[index + 1];
  const opens = index === 0 && original.charAt(at[mark.start] ?? 0) === 'O';
  const isTitle =
    opens &&
    next !== undefined &&
    (next.kind === 'line' || next.kind === 'emoji' || isConcept(next, 'takeProfit', 'stopLoss') || isColon(next));
  const isFrench = [marks[index - 1], next].some(
    (one) =>
      one !== undefined &&
      one.line === mark.line &&
      isConcept(one, 'buy', 'sell', 'limit', 'market') &&
      /^(achat|achet|vend|vente|limite|maintenant)/.test(text.slice(one.start, one.end)),
  );
  if (!(isFrench || isTitle) || text.slice(mark.start, mark.end) !== 'or') return mark;
  return instead(mark, { kind: 'symbol', hit: namedSymbol('XAUUSD'), start: mark.start, end: mark.end });
}

function isColon(mark: Mark): boolean {
  return mark.kind === 'sign' && ':-'.includes(mark.sign);
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
