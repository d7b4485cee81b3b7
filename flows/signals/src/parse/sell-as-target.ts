import type { Mark } from './mark.ts';

/**
 * `BUY: 2.41-2.48 / SELL: 2.6 - 2.75 / STOP: 2.29`: where both sides are labels of prices, the second one is where to
 * take profits.
 */
export function withSellAsTarget(marks: readonly Mark[]): readonly Mark[] {
  const labels = marks.flatMap((mark, at) => {
    const sign = marks[at + 1];
    const isSide = mark.kind === 'concept' && (mark.concept === 'buy' || mark.concept === 'sell');
    const isMarked = sign?.kind === 'sign' && ':=-'.includes(sign.sign) && marks[at + 2]?.kind === 'number';
    const opensLine = sign?.kind === 'number' && (marks[at - 1]?.kind ?? 'line') === 'line';
    const isLabel = isSide && (isMarked || opensLine);
    return isLabel ? [{ at, concept: mark.concept }] : [];
  });
  const [first, second] = labels;
  if (labels.length !== 2 || first === undefined || second === undefined || first.concept === second.concept)
    return marks;
  const hasTarget = marks.some((mark) => mark.kind === 'concept' && mark.concept === 'takeProfit');
  const hasStop = marks.some(
    (mark) => mark.kind === 'concept' && (mark.concept === 'stop' || mark.concept === 'stopLoss'),
  );
  if (hasTarget || !hasStop) return marks;
  return marks.map((mark, at) =>
    at === second.at && mark.kind === 'concept' ? { ...mark, concept: 'takeProfit' as const } : mark,
  );
}
