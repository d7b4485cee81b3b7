import { fullMark } from './full-mark.ts';
import type { Mark, MarkOf } from './mark.ts';

/**
 * Words for gain and loss are labels where a price follows at once: `Ganancia 1: 19900`, `loss 39150`, `Take: 194.40`.
 * Only a number near another price of the message is one: `profit 600` is not.
 */
export function withPriceLabels(marks: readonly Mark[], text: string): readonly Mark[] {
  if (!marks.some((mark) => isCandidate(mark))) return marks;
  const prices = marks.filter(
    (mark): mark is MarkOf<'number'> => mark.kind === 'number' && mark.unit === 'price' && mark.sign === undefined,
  );
  return marks.map((mark, at) => {
    const label = isCandidate(mark) ? labelOf(text.slice(mark.start, mark.end)) : undefined;
    if (label === undefined) return mark;
    const price = priceBehind(marks, at);
    const isNear =
      price !== undefined && prices.some((other) => other !== price && other.start < mark.start && near(other, price));
    const { start, end, line, sentence } = mark;
    return isNear ? fullMark({ kind: 'concept', concept: label, start, end }, line, sentence) : mark;
  });
}

const lossWords = /^(loss|perda|perdida|verlust|убыток|خسارة|zarar)$/;

function isCandidate(mark: Mark): boolean {
  if (mark.kind === 'word')
    return mark.text === 'take' || lossWords.test(mark.text) || /^(gain|profit|фиксация)$/.test(mark.text);
  return mark.kind === 'concept' && (mark.concept === 'result' || mark.concept === 'part' || mark.concept === 'close');
}

function labelOf(word: string): 'takeProfit' | 'stopLoss' {
  return lossWords.test(word) ? 'stopLoss' : 'takeProfit';
}

/** The price right behind, or behind a number that only counts. */
function priceBehind(marks: readonly Mark[], at: number): MarkOf<'number'> | undefined {
  const line = marks[at]?.line;
  const after = marks.slice(at + 1, at + 6).filter((mark) => mark.line === line);
  const rest = after.filter(
    (mark) =>
      !(mark.kind === 'sign' && ':=->@'.includes(mark.sign)) &&
      !(mark.kind === 'concept' && mark.concept === 'at') &&
      mark.kind !== 'index',
  );
  const [first, second] = rest;
  if (first?.kind !== 'number' || first.unit !== 'price' || first.sign !== undefined) return undefined;
  return /^[1-9]$/.test(first.value) && second?.kind === 'number' && second.unit === 'price' ? second : first;
}

function near(left: MarkOf<'number'>, right: MarkOf<'number'>): boolean {
  const times = Number(left.value) / Number(right.value);
  return times > 0.8 && times < 1.25;
}
