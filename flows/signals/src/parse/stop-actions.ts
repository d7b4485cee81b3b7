import type { Decimal } from '../model/parse-result.ts';
import { found, type FoundAction, isApart, isNegated, positionOf, type Span } from './action-spans.ts';
import type { Field } from './fields.ts';

/** `SL 2396 → 2404`: from one price to another. */
function arrowTo({ marks, from }: Span, { at, end, numbers }: Field): Decimal | undefined {
  const prices = numbers.filter(({ unit }) => unit === 'price');
  const hasArrow = marks
    .slice(at - from, end - from)
    .some(
      (mark, index, all) =>
        mark.kind === 'sign' && mark.sign === '>' && all.slice(0, index).some(({ kind }) => kind === 'number'),
    );
  return prices.length === 2 && hasArrow ? prices[1]?.value : undefined;
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
  const price = stop.numbers.find(({ unit }) => unit === 'price');
  const hit = positionOf(span, 'hit');
  const isTold = hit !== undefined && hit > stop.at - 3 && !span.concepts.has('takeProfit');
  const isHit = isTold || crossBehind(span, stop) || isLossTold(span, stop);
  if (isHit) return [found(span, stop.at, { type: 'sl_hit' }, true)];
  const arrow = arrowTo(span, stop);
  if (arrow !== undefined) return [found(span, stop.at, { type: 'move_sl', price: arrow })];
  if (isNegated(span.marks, stop.at - span.from)) return [];
  if (changed === undefined)
    return price !== undefined && isBareStop(span)
      ? [{ ...found(span, stop.at, { type: 'move_sl', price: price.value }), isBare: true as const }]
      : [];
  if (isApart(span, changed, stop.at)) return [];
  if (price !== undefined) return [found(span, stop.at, { type: 'move_sl', price: price.value as Decimal })];
  return move === undefined ? [] : [found(span, stop.at, { type: 'move_sl' })];
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
  return marks.some((mark) => mark.kind === 'number' && mark.sign === '-' && mark.unit !== 'price');
}

/** "Gold: stop 2398": a stop's price and nothing else of a trade. */
function isBareStop({ fields, concepts, marks }: Span): boolean {
  const hasOther = fields.some(
    ({ label, numbers }) => (label === 'takeProfit' || label === 'entry') && numbers.length > 0,
  );
  const isCall = concepts.has('buy') || concepts.has('sell') || concepts.has('past') || concepts.has('self');
  return !hasOther && !isCall && marks.filter(({ kind }) => kind === 'word').length <= 3;
}

/** "SL ❌": a cross behind the label, with no price or behind it. */
function crossBehind({ marks, from }: Span, { end, numbers }: Field): boolean {
  const next = marks[end - from];
  return numbers.length === 0 && next?.kind === 'emoji' && next.emoji === 'cross';
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
