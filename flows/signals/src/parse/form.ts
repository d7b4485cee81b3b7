import type { Decimal, ParserRules, Side } from '../model/parse-result.ts';
import { type ChosenSymbol, chooseSymbol } from './choose-symbol.ts';
import { compareDecimals, rangeOf } from './decimal.ts';
import type { Field } from './fields.ts';
import type { Folded } from './fold.ts';
import { createLevelReader, type Level } from './levels.ts';
import type { Mark, MarkOf, Reading, Sentence } from './mark.ts';
import type { Segment } from './segments.ts';
import { isQuoted, type SideWord } from './sides.ts';

/** What a segment has of a signal. */
export interface Form {
  readonly segment: Segment;
  readonly symbol: ChosenSymbol | undefined;
  readonly side: SideChoice | undefined;
  readonly entry: readonly Level[];
  /** Written behind a label for it. */
  readonly entryIsLabelled: boolean;
  readonly stopLoss: Level | undefined;
  readonly takeProfits: readonly Level[];
  readonly stopField: Field | undefined;
  readonly distances: Distances;
  readonly market: Mark | undefined;
  readonly order: Segment['orders'][number] | undefined;
  readonly runner: boolean;
  /** Place in the list of marks behind the last stop or target that counts; 0 for none. */
  readonly levelsEnd: number;
}

export interface SideChoice {
  readonly side: Side;
  readonly word: SideWord | undefined;
  readonly isInferred: boolean;
  readonly isContradicted: boolean;
}

export interface Distances {
  readonly stopLossPips?: Decimal;
  readonly takeProfitPips?: readonly Decimal[];
  readonly stopLossPercent?: readonly [Decimal, Decimal];
  readonly takeProfitPercent?: readonly Decimal[];
}

export function readForm(reading: Reading, segment: Segment, folded: Folded, rules: ParserRules): Form {
  const { marks } = reading;
  const symbol = chooseSymbol(marks, segment, folded, rules);
  const told = segment.fields.filter((field) => !isTold(reading, field));
  const levels = createLevelReader(told, symbol?.symbol ?? '');
  const entries = told.filter(({ label, numbers }) => label === 'entry' && numbers.length > 0);
  const targets = told.filter(({ label }) => label === 'takeProfit');
  const explicit = entries.filter(({ implicit }) => !implicit);
  const entry = entriesMeant(entries, explicit, { told, marks, segment }).flatMap(levels);
  const stopField = told.find(({ label, numbers }) => label === 'stopLoss' && numbers.length > 0);
  const takeProfits = unique(targets.flatMap(levels));
  const stopLoss = stopField === undefined ? undefined : levels(stopField)[0];
  return {
    segment,
    symbol,
    side: chooseSide(segment, { entry, stopLoss, takeProfits }, marks, rules),
    entry,
    stopLoss,
    takeProfits,
    entryIsLabelled: explicit.length > 0,
    stopField,
    distances: distancesOf(stopField, targets),
    market: marketWord(reading, segment),
    order: segment.orders[0],
    runner: targets.some(({ runner }) => runner),
    levelsEnd: levelsEnd(told),
  };
}

interface Around {
  readonly told: readonly Field[];
  readonly marks: readonly Mark[];
  readonly segment: Segment;
}

/** Behind a label; else beside the side; else before all levels. */
function entriesMeant(
  entries: readonly Field[],
  explicit: readonly Field[],
  { told, marks, segment }: Around,
): readonly Field[] {
  if (explicit.length > 0) return explicit;
  const implied = entries.filter((field) => isBesideSide(marks, segment, field));
  return implied.length > 0 ? implied : leading(entries, told);
}

function levelsEnd(fields: readonly Field[]): number {
  let last = 0;
  for (const { label, numbers, end } of fields) {
    if ((label === 'stopLoss' || label === 'takeProfit') && numbers.length > 0) last = Math.max(last, end);
  }
  return last;
}

/** Fields of sentences that ask, teach or tell of the past are no levels of a call. */
function isTold(reading: Reading, { at, sentence, numbers }: Field): boolean {
  const { sentences } = reading;
  if (isConditionBefore(reading, at) || isQuoted(reading, at)) return true;
  if (isNoCall(sentences[sentence])) return true;
  const first = numbers[0];
  return first !== undefined && first.sentence !== sentence && isNoCall(sentences[first.sentence]);
}

function isNoCall(sentence: Sentence | undefined): boolean {
  if (sentence === undefined) return false;
  return sentence.isQuestion || sentence.concepts.has('example') || sentence.concepts.has('past');
}

/** "If TP1 is not hit within 2 days": what follows a condition in its sentence is none of the call's levels. */
function isConditionBefore({ marks, sentences }: Reading, at: number): boolean {
  const sentence = marks[at]?.sentence ?? 0;
  const concepts = sentences[sentence]?.concepts;
  if (concepts?.has('condition') !== true && concepts?.has('hypothetical') !== true) return false;
  for (let index = at - 1; marks[index]?.sentence === sentence && index >= 0; index--) {
    const mark = marks[index] as Mark;
    if (mark.kind === 'concept' && (mark.concept === 'condition' || mark.concept === 'hypothetical')) return true;
  }
  return false;
}

function isBesideSide(marks: readonly Mark[], { sides }: Segment, { at, numbers }: Field): boolean {
  const line = numbers[0]?.line;
  const mark = marks[at];
  if (mark?.kind === 'concept' && mark.concept === 'more') return true;
  return sides.some((side) => side.at === at || side.line === line || side.line === mark?.line);
}

/** A price between the symbol and the first level, where no side is written at all. */
function leading(entries: readonly Field[], fields: readonly Field[]): readonly Field[] {
  const firstLevel = fields.find(({ label, numbers }) => label !== 'entry' && numbers.length > 0)?.at ?? 0;
  return entries.filter(({ at }) => at < firstLevel);
}

function chooseSide(
  { sides }: Segment,
  levels: Pick<Form, 'entry' | 'stopLoss' | 'takeProfits'>,
  marks: readonly Mark[],
  rules: ParserRules,
): SideChoice | undefined {
  const calls = sides.filter(({ isCall }) => isCall);
  const [first] = calls;
  const fromLevels = sideOfLevels(levels);
  if (first !== undefined) {
    const isContradicted = calls.some(({ side }) => side !== first.side);
    if (!isContradicted || fromLevels === undefined)
      return { side: first.side, word: first, isInferred: false, isContradicted };
    return {
      side: fromLevels,
      word: calls.find(({ side }) => side === fromLevels),
      isInferred: false,
      isContradicted: false,
    };
  }
  if (sides.length > 0 || rules.inferSide === false) return undefined;
  const side = fromLevels ?? emojiSide(marks);
  if (side === undefined || levels.entry.length === 0 || levels.takeProfits.length === 0 || fromLevels === undefined)
    return undefined;
  return { side, word: undefined, isInferred: true, isContradicted: false };
}

/** Every target above the entry and the stop below it, or the other way round. */
function sideOfLevels({
  entry,
  stopLoss,
  takeProfits,
}: Pick<Form, 'entry' | 'stopLoss' | 'takeProfits'>): Side | undefined {
  const base = entry[0]?.value ?? stopLoss?.value;
  if (base === undefined || takeProfits.length === 0) return undefined;
  const isAbove = takeProfits.every(({ value }) => compareDecimals(value, base) > 0);
  const isBelow = takeProfits.every(({ value }) => compareDecimals(value, base) < 0);
  const stop = stopLoss === undefined || entry[0] === undefined ? 0 : compareDecimals(stopLoss.value, base);
  if (isAbove && stop <= 0) return 'buy';
  return isBelow && stop >= 0 ? 'sell' : undefined;
}

function emojiSide(marks: readonly Mark[]): Side | undefined {
  const emoji = marks.find(
    (mark): mark is MarkOf<'emoji'> => mark.kind === 'emoji' && (mark.emoji === 'up' || mark.emoji === 'down'),
  );
  return emoji === undefined ? undefined : emoji.emoji === 'up' ? 'buy' : 'sell';
}

const none: Distances = {};
const isPrice = ({ unit }: MarkOf<'number'>) => unit === 'price';

function distancesOf(stop: Field | undefined, targets: readonly Field[]): Distances {
  if (stop?.numbers.every(isPrice) !== false && targets.every(({ numbers }) => numbers.every(isPrice))) return none;
  const values = (fields: readonly Field[], unit: 'pips' | 'percent') =>
    fields
      .filter(({ numbers }) => numbers.every((number) => number.unit === unit))
      .flatMap(({ numbers }) => numbers.map(({ value }) => value));
  const stops = stop === undefined ? [] : [stop];
  const stopPips = values(stops, 'pips')[0];
  const stopPercent = rangeOf(
    stop?.numbers.some(({ unit }) => unit === 'percent') === true ? stop.numbers.map(({ value }) => value) : [],
  );
  const pips = values(targets, 'pips');
  const percent = values(targets, 'percent');
  return {
    ...(stopPips === undefined ? {} : { stopLossPips: stopPips }),
    ...(pips.length === 0 ? {} : { takeProfitPips: pips }),
    ...(stopPercent === null ? {} : { stopLossPercent: stopPercent }),
    ...(percent.length === 0 ? {} : { takeProfitPercent: percent }),
  };
}

/** "Now", "at market": on the line of the side or the entry, or alone on a line. */
function marketWord({ marks, sentences }: Reading, { from, to, sides, fields }: Segment): Mark | undefined {
  for (let at = from; at < to; at++) {
    const mark = marks[at] as Mark;
    if (mark.kind !== 'concept' || mark.concept !== 'market') continue;
    const { line, sentence } = mark;
    const isMeant =
      (sentences[sentence]?.words ?? 9) <= 2 ||
      sides.some((side) => side.isCall && side.line === line) ||
      fields.some((field) => field.label === 'entry' && marks[field.at]?.line === line);
    if (isMeant) return mark;
  }
  return undefined;
}

function unique(levels: readonly Level[]): readonly Level[] {
  const isFirst = ({ value }: Level, at: number) => levels.findIndex((level) => level.value === value) === at;
  return levels.every(isFirst) ? levels : levels.filter(isFirst);
}
