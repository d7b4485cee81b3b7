import type { Decimal, OrderType, Origin, ParsedSignal, ParserRules, Side } from '../model/parse-result.ts';
import { checkSignal } from './checks.ts';
import { type ChosenSymbol, chooseSymbol } from './choose-symbol.ts';
import { compareDecimals, rangeOf } from './decimal.ts';
import type { Field } from './fields.ts';
import type { Folded } from './fold.ts';
import { createLevelReader, type Level } from './levels.ts';
import type { Mark, MarkOf, Reading } from './mark.ts';
import type { Segment } from './segments.ts';
import { isQuoted, type SideWord } from './sides.ts';
import { isCheap } from './symbols/symbol-of.ts';

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
  const of = (label: Field['label']) => told.filter((field) => field.label === label);
  const explicit = of('entry').filter(({ implicit, numbers }) => !implicit && numbers.length > 0);
  const implied = of('entry').filter(
    (field) => field.implicit && field.numbers.length > 0 && isBesideSide(marks, segment, field),
  );
  const entry = (explicit.length > 0 ? explicit : implied.length > 0 ? implied : leading(of('entry'), told)).flatMap(
    levels,
  );
  const stops = of('stopLoss').filter(({ numbers }) => numbers.length > 0);
  const stopField = stops[0];
  const takeProfits = unique(of('takeProfit').flatMap(levels));
  const stopLoss = stopField === undefined ? undefined : levels(stopField)[0];
  const base = { entry, stopLoss, takeProfits };
  return {
    segment,
    symbol,
    side: chooseSide(segment, base, marks, rules),
    ...base,
    entryIsLabelled: explicit.length > 0,
    stopField,
    distances: distancesOf(stopField, of('takeProfit')),
    market: marketWord(reading, segment),
    order: segment.orders[0],
    runner: told.some(({ label, runner }) => label === 'takeProfit' && runner),
    levelsEnd: Math.max(
      0,
      ...told
        .filter(({ label, numbers }) => (label === 'stopLoss' || label === 'takeProfit') && numbers.length > 0)
        .map(({ end }) => end),
    ),
  };
}

/** Fields of sentences that ask, teach or tell of the past are no levels of a call. */
function isTold(reading: Reading, { at, sentence, numbers }: Field): boolean {
  const { marks, sentences } = reading;
  if (isConditionBefore(marks, at) || isQuoted(reading, at)) return true;
  const spoken = sentences[sentence];
  const own = numbers[0] === undefined ? undefined : sentences[numbers[0].sentence];
  return [spoken, own].some(
    (one) => one !== undefined && (one.isQuestion || one.concepts.has('example') || one.concepts.has('past')),
  );
}

/** "If TP1 is not hit within 2 days": what follows a condition in its sentence is none of the call's levels. */
function isConditionBefore(marks: readonly Mark[], at: number): boolean {
  const sentence = marks[at]?.sentence;
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
  return entries.filter(({ numbers, at }) => numbers.length > 0 && at < firstLevel);
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

function distancesOf(stop: Field | undefined, targets: readonly Field[]): Distances {
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
  const lines = new Set<number>(sides.filter(({ isCall }) => isCall).map(({ line }) => line));
  for (const { label, at } of fields) if (label === 'entry') lines.add(marks[at]?.line ?? -1);
  return marks.slice(from, to).find((mark) => {
    if (mark.kind !== 'concept' || mark.concept !== 'market') return false;
    return lines.has(mark.line) || (sentences[mark.sentence]?.words ?? 9) <= 2;
  });
}

function unique(levels: readonly Level[]): readonly Level[] {
  const seen = new Set<string>();
  return levels.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** The signal of a form that has a symbol and a side. */
export function signalOf(
  form: Form & { readonly symbol: ChosenSymbol; readonly side: SideChoice },
  marks: readonly Mark[],
  rules: ParserRules,
): ParsedSignal {
  const { symbol, side, stopLoss, takeProfits, runner, distances } = form;
  const entry = rangeOf(form.entry.map(({ value }) => value));
  const isSatoshi = saysSatoshi(form, marks) || inSatoshi(form, rules);
  const signal = {
    symbol: isSatoshi && !symbol.symbol.includes('/') ? `${symbol.symbol}/BTC` : symbol.symbol,
    side: side.side,
    orderType: orderType(form, rules),
    entry,
    stopLoss: stopLoss?.value ?? null,
    takeProfits: takeProfits.map(({ value }) => value),
    runner,
  };
  const reject = side.isContradicted ? 'ambiguous' : (checkSignal(signal) ?? orderFault(form));
  return {
    ...signal,
    valid: reject === undefined,
    ...(reject === undefined ? {} : { reject }),
    ...(isSatoshi ? { unit: 'sat' as const } : {}),
    ...distances,
    ...extras(form, marks),
    origins: originsOf(form),
  };
}

/** Targets that the text numbers rise or fall throughout. */
function orderFault({ segment, takeProfits }: Form): 'tp_order' | undefined {
  const numbered = segment.fields.filter(
    ({ label, index, numbers }) => label === 'takeProfit' && index !== undefined && numbers.length === 1,
  );
  if (numbered.length !== takeProfits.length || takeProfits.length < 3) return undefined;
  const steps = takeProfits
    .slice(1)
    .map(({ value }, at) => Math.sign(compareDecimals(value, takeProfits[at]?.value ?? value)));
  return new Set(steps).size > 1 ? 'tp_order' : undefined;
}

function orderType({ market, order, entry, segment }: Form, { defaultOrderType }: ParserRules): OrderType {
  if (market !== undefined) return 'market';
  if (order !== undefined && segment.sides.length > 0)
    return segment.orders.some(({ kind }) => kind === 'stop') ? 'stop' : order.kind;
  return entry.length === 0 ? 'market' : (defaultOrderType ?? null);
}

function saysSatoshi({ segment }: Form, marks: readonly Mark[]): boolean {
  return marks
    .slice(segment.from, segment.to)
    .some((mark) => mark.kind === 'word' && /^(sats|satoshis?|сатоши)$/.test(mark.text));
}

/** Whole numbers in the hundreds and thousands for an asset that costs cents: satoshi. */
function inSatoshi({ symbol, entry, stopLoss, takeProfits }: Form, { defaultQuote }: ParserRules): boolean {
  if (symbol === undefined || defaultQuote !== undefined || !isCheap(symbol.symbol)) return false;
  if (symbol.market !== 'crypto' && symbol.market !== 'other') return false;
  const prices = [...entry, ...takeProfits, ...(stopLoss === undefined ? [] : [stopLoss])];
  return entry.length > 0 && prices.every(({ value }) => /^\d{2,7}$/.test(value));
}

type Extras = Pick<
  ParsedSignal,
  'dca' | 'leverage' | 'riskPercent' | 'timeframe' | 'stopCondition' | 'breakevenAfterTp'
>;

function extras({ segment, stopField }: Form, marks: readonly Mark[]): Partial<Extras> {
  const within = marks.slice(segment.from, segment.to);
  const of = (label: Field['label']) =>
    segment.fields.filter((field) => field.label === label).flatMap(({ numbers }) => numbers);
  const times = within.flatMap((mark, at) => (mark.kind === 'leverage' ? [...rangeStart(within, at), mark.times] : []));
  const leverage = rangeOf(
    times.length > 0
      ? times.slice(0, 2)
      : of('leverage')
          .map(({ value }) => value)
          .slice(0, 2),
  );
  const dca = of('dca').map(({ value }) => value);
  const risk = rangeOf(
    of('risk')
      .filter(({ unit }) => unit === 'percent')
      .map(({ value }) => value)
      .slice(0, 2),
  );
  const stopStart = stopField === undefined ? -1 : (marks[stopField.at]?.line ?? -1);
  const frame = within.find(
    (mark): mark is MarkOf<'timeframe'> => mark.kind === 'timeframe' && mark.line !== stopStart,
  )?.frame;
  const trailing = segment.fields.find(({ label }) => label === 'trailing');
  const after =
    trailing === undefined
      ? undefined
      : segment.fields.find(({ label, at, index }) => label === 'takeProfit' && at > trailing.at && index !== undefined)
          ?.index;
  const condition = stopField?.onClose === true ? `${stopField.frame ?? ''} close`.trim() : undefined;
  return {
    ...(dca.length === 0 ? {} : { dca }),
    ...(leverage === null ? {} : { leverage }),
    ...(risk === null ? {} : { riskPercent: risk }),
    ...(frame === undefined ? {} : { timeframe: frame }),
    ...(condition === undefined ? {} : { stopCondition: condition }),
    ...(after === undefined ? {} : { breakevenAfterTp: after }),
  };
}

/** `10-25x`: the x is meant for both. */
function rangeStart(marks: readonly Mark[], at: number): readonly Decimal[] {
  const sign = marks[at - 1];
  const first = marks[at - 2];
  return sign?.kind === 'sign' && sign.sign === '-' && first?.kind === 'number' && /^\d{1,3}$/.test(first.value)
    ? [first.value]
    : [];
}

function originsOf({ symbol, side, market, order, entry }: Form): Readonly<Record<string, Origin>> {
  return {
    symbol: symbol?.mark === undefined ? 'inferred' : 'stated',
    side: side?.isInferred === true ? 'inferred' : 'stated',
    orderType: market === undefined && order === undefined && entry.length === 0 ? 'inferred' : 'stated',
  };
}
