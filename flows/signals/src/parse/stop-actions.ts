import type { Decimal } from '../model/parse-result.ts';
import { found, type FoundAction, isApart, isNegated, positionOf, type Span, targetOfStop } from './action-spans.ts';
import type { Field } from './fields.ts';
import type { Mark } from './mark.ts';
import type { Concept } from './words/index.ts';

/**
 * Where a stop goes: `SL 2396 → 2404`, "from 2396 to 2404". Undefined where the text names no price for it; two prices
 * with nothing that says which is which are for somebody else to read.
 */
function priceOfStop(span: Span, stop: Field): StopPrice {
  const prices = span.pricesOf(stop);
  const [first, second] = prices;
  const number = stop.numbers.find(({ unit }) => unit === 'price' || unit === 'money');
  if (first === undefined || number === undefined) return {};
  const { marks, from } = span;
  const start = marks.indexOf(number);
  const isOld = isConceptAt(marks[start - 1], ['from']);
  if (second === undefined) {
    if (isFollowedByPrice(span, stop)) return { isUnclear: true };
    return isOld ? {} : { price: first };
  }
  const between = marks.slice(start + 1, stop.end - 1 - from);
  const leads = between.some((mark) => isConceptAt(mark, ['to', 'newLevel']) || isArrow(mark));
  const isNamed = leads || (isOld && between.some((mark) => isConceptAt(mark, ['at', 'move'])));
  return isNamed && prices.length === 2 ? { price: second } : { isUnclear: true };
}

interface StopPrice {
  readonly price?: Decimal;
  readonly isUnclear?: true;
}

/** Another price a word further on: of the two, either may be the new one. */
function isFollowedByPrice({ marks, from }: Span, { end }: Field): boolean {
  const [word, number] = marks.slice(end - from, end - from + 2);
  return word?.kind === 'word' && number?.kind === 'number' && number.unit === 'price';
}

function isArrow(mark: Mark): boolean {
  return mark.kind === 'sign' && mark.sign === '>';
}

function isConceptAt(mark: Mark | undefined, concepts: readonly Concept[]): boolean {
  return mark?.kind === 'concept' && concepts.includes(mark.concept);
}

export function stopActions(span: Span): readonly FoundAction[] {
  const outcome = positionOf(span, 'stoppedOut');
  if (outcome !== undefined) return [found(span, outcome, { type: 'sl_hit' }, true)];
  const stops = span.fields.filter(({ label }) => label === 'stopLoss');
  const stop = stops.find((field) => field.breakeven) ?? stops.find(({ numbers }) => numbers.length === 0) ?? stops[0];
  const breakeven = positionOf(span, 'breakeven');
  const move = positionOf(span, 'move');
  const now = span.concepts.has('buy') || span.concepts.has('sell') ? undefined : positionOf(span, 'market');
  const changed = move ?? positionOf(span, 'newLevel') ?? positionOf(span, 'update') ?? now;
  if (stop === undefined) return breakeven === undefined ? [] : breakevenAlone(span, breakeven);
  if (stop.breakeven || (breakeven !== undefined && stop.numbers.length === 0))
    return isNegated(span.marks, stop.at - span.from) ? [] : [found(span, stop.at, { type: 'move_sl_be' })];
  if (targetOfStop(span, stop) !== undefined) return [found(span, stop.at, { type: 'move_sl' })];
  const { price, isUnclear } = priceOfStop(span, stop);
  const hit = positionOf(span, 'hit');
  const isTold = hit !== undefined && hit > stop.at - 3 && !span.concepts.has('takeProfit');
  const isHit = isTold || crossBehind(span, stop) || isLossTold(span, stop);
  if (isHit) return [found(span, stop.at, { type: 'sl_hit' }, true)];
  const action = found(span, stop.at, { type: 'move_sl', ...(price === undefined ? {} : { price }) });
  const moved: FoundAction = isUnclear === true ? { ...action, isUnsure: true } : action;
  if (hasArrow(span, stop)) return [moved];
  if (isNegated(span.marks, stop.at - span.from)) return [];
  if (changed === undefined) return price !== undefined && isBareStop(span) ? [{ ...moved, isBare: true }] : [];
  if (isApart(span, changed, stop.at)) return [];
  return price !== undefined || isUnclear === true || move !== undefined ? [moved] : [];
}

/** From one price to another, of a stop that is on. */
function hasArrow({ marks, from }: Span, { end, numbers }: Field): boolean {
  const [first] = numbers;
  const start = first === undefined ? -1 : marks.indexOf(first);
  return start !== -1 && marks.slice(start + 1, end - from).some((mark) => isArrow(mark));
}

/** "Stop on gold, -50 pips". */
function isLossTold({ marks, concepts }: Span, { numbers }: Field): boolean {
  if (
    numbers.some(({ unit }) => unit === 'price') ||
    concepts.has('buy') ||
    concepts.has('sell') ||
    concepts.has('takeProfit')
  )
    return false;
  return marks.some((mark, at) => {
    if (mark.kind !== 'number' || (mark.unit !== 'pips' && mark.unit !== 'percent')) return false;
    const [first, dash] = [marks[at - 2], marks[at - 1]];
    const isGlued = dash?.kind === 'sign' && dash.sign === '-' && dash.end === mark.start && first?.kind !== 'number';
    return mark.sign === '-' || isGlued;
  });
}

/** "Gold: stop 2398": a stop's price and nothing else of a trade. */
function isBareStop({ fields, concepts, marks }: Span): boolean {
  const hasOther = fields.some(
    ({ label, numbers }) => (label === 'takeProfit' || label === 'entry') && numbers.length > 0,
  );
  const isCall = concepts.has('buy') || concepts.has('sell') || concepts.has('past') || concepts.has('self');
  return !hasOther && !isCall && marks.filter(({ kind }) => kind === 'word').length <= 3;
}

/** "SL ❌": a cross behind the label of a stop without a price. */
function crossBehind({ marks, from }: Span, { at, numbers }: Field): boolean {
  const next = marks[at + 1 - from];
  return !numbers.some(({ unit }) => unit === 'price') && next?.kind === 'emoji' && next.emoji === 'cross';
}

/** "Set BE", "risk free now"; "closed at breakeven" is none. */
function breakevenAlone(span: Span, at: number): readonly FoundAction[] {
  const { concepts } = span;
  if (concepts.has('closed') || concepts.has('past')) return [];
  const isTold = (['move', 'secure', 'market', 'close', 'to', 'all', 'at'] as const).some((concept) =>
    concepts.has(concept),
  );
  return isTold || span.marks.length <= 6 ? [found(span, at, { type: 'move_sl_be' })] : [];
}
