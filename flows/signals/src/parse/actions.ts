import type { Decimal, UpdateAction } from '../model/parse-result.ts';
import {
  found,
  type FoundAction,
  isApart,
  isInBrackets,
  isNegated,
  positionOf,
  type Span,
  spansOf,
} from './action-spans.ts';
import type { Field } from './fields.ts';
import type { Reading } from './mark.ts';
import { isQuoted } from './sides.ts';
import { stopActions } from './stop-actions.ts';

export type { FoundAction } from './action-spans.ts';

/** What the sentences of a message tell to do with a trade that is on, or say of it. In the order of the text. */
export function readActions(reading: Reading, fields: readonly Field[]): readonly FoundAction[] {
  const spans = spansOf(reading, fields);
  const found = spans.flatMap((span) => [
    ...targetsHit(span),
    ...stopActions(span),
    ...closings(span),
    ...cancellations(span),
    ...newTargets(span),
  ]);
  // What stands in quotation marks somebody else has said.
  const own = found.filter(({ at }) => !isQuoted(reading, at));
  return distinct(own.sort((left, right) => left.at - right.at));
}

/** "TP1 hit", "target 2 reached", "TP1 ✅", and a bare "TP 1" that has no price. */
function targetsHit(span: Span): readonly FoundAction[] {
  const targets = span.fields.filter(({ label }) => label === 'takeProfit');
  if (targets.length === 0) return [];
  const hit =
    positionOf(span, 'hit') ??
    (span.concepts.has('closed') && !span.concepts.has('stopLoss') ? positionOf(span, 'closed') : undefined);
  const moved = positionOf(span, 'move') ?? positionOf(span, 'newLevel') ?? Number.MAX_SAFE_INTEGER;
  const told = hit !== undefined && hit < moved;
  if (told)
    return targets
      .filter((field) => !isBehindStop(span, field))
      .map((field) => found(span, field.at, hitAction(field), true));
  const isBusy = (['move', 'newLevel', 'entry', 'update', 'to', 'condition'] as const).some((concept) =>
    span.concepts.has(concept),
  );
  return targets
    .filter((field) => (field.index !== undefined || field.numbers.length > 0) && !field.runner)
    .filter(
      (field) =>
        isChecked(span, field) || field.numbers.every(({ unit, sign }) => unit === 'pips' && sign !== undefined),
    )
    .filter((field) => !isBusy || isChecked(span, field))
    .map((field) => found(span, field.at, hitAction(field), isChecked(span, field)));
}

function hitAction({ index }: Field): UpdateAction {
  return index === undefined ? { type: 'tp_hit' } : { type: 'tp_hit', index };
}

function isBehindStop({ fields }: Span, field: Field): boolean {
  return fields.some(
    ({ label, at, numbers }) => label === 'stopLoss' && at < field.at && numbers.length === 0 && at >= field.at - 2,
  );
}

/** A check mark directly behind. */
function isChecked({ marks, from }: Span, { end }: Field): boolean {
  return marks.slice(end - from, end - from + 2).some((mark) => mark.kind === 'emoji' && mark.emoji === 'check');
}

function closings(span: Span): readonly FoundAction[] {
  const { concepts, marks, from } = span;
  const close = closeAt(span);
  const closed = positionOf(span, 'closed');
  const secure = positionOf(span, 'secure');
  const share = shareOf(span);
  const isPart =
    share !== undefined || positionOf(span, 'part') !== undefined || concepts.has('half') || concepts.has('secure');
  const part: UpdateAction = { type: 'close_part', ...(share === undefined ? {} : { percent: share }) };
  const ofOrder = concepts.has('limit');
  if (close !== undefined)
    return [found(span, close, ofOrder && !isPart ? { type: 'cancel' } : isPart ? part : { type: 'close' })];
  if (secure !== undefined) return [found(span, secure, part)];
  if (closed !== undefined && !concepts.has('takeProfit') && !concepts.has('past')) {
    return [found(span, closed, isPart ? part : { type: 'close' }, true)];
  }
  const isTaken =
    share !== undefined &&
    concepts.has('result') &&
    !concepts.has('takeProfit') &&
    !concepts.has('stopLoss') &&
    !marks.some((mark) => mark.kind === 'number' && mark.unit === 'price') &&
    marks.length <= 8;
  if (isTaken) return [found(span, from, part)];
  const hit = positionOf(span, 'hit');
  const partAt = positionOf(span, 'part') ?? positionOf(span, 'half');
  if (
    partAt !== undefined &&
    (hit !== undefined || concepts.has('result')) &&
    marks.slice(0, partAt - from).length > 0
  ) {
    return [found(span, partAt, part)];
  }
  return [];
}

/** "Close" of a trade, not of a candle. */
function closeAt({ marks, from }: Span): number | undefined {
  const at = marks.findIndex((mark, index) => {
    if (mark.kind !== 'concept' || mark.concept !== 'close' || isNegated(marks, index)) return false;
    const before = marks[index - 1];
    return !(before?.kind === 'timeframe' || (before?.kind === 'concept' && before.concept === 'candle'));
  });
  return at === -1 ? undefined : from + at;
}

/** A share of the trade; behind a colon it is a figure of a report: `Profit: 24.5%`. */
function shareOf({ marks, concepts }: Span): Decimal | undefined {
  const percent = marks.find((mark, at) => {
    const before = marks[at - 1];
    const isFigure = before?.kind === 'sign' && before.sign === ':';
    return mark.kind === 'number' && mark.unit === 'percent' && mark.sign === undefined && !isFigure;
  });
  if (percent?.kind === 'number' && Number(percent.value) < 100) return percent.value;
  return concepts.has('half') ? '50' : undefined;
}

function cancellations(span: Span): readonly FoundAction[] {
  const at = positionOf(span, 'cancel');
  if (at === undefined) return [];
  const isOfTrade =
    (['limit', 'entry', 'direction', 'buy', 'sell', 'pair', 'all', 'stop', 'stopLoss'] as const).some((concept) =>
      span.concepts.has(concept),
    ) ||
    span.marks.some(({ kind }) => kind === 'symbol') ||
    span.marks.length <= 8;
  return isOfTrade ? [found(span, at, { type: 'cancel' })] : [];
}

/** "TP3 changed to 1.0950", "new target 2360". */
function newTargets(span: Span): readonly FoundAction[] {
  const said = positionOf(span, 'move') ?? positionOf(span, 'newLevel');
  const hit = positionOf(span, 'hit');
  if (hit !== undefined && said !== undefined && hit < said) return [];
  const told =
    said !== undefined &&
    span.fields.some(({ label, end }) => label === 'takeProfit' && end <= said && isInBrackets(span, end, said))
      ? undefined
      : said;
  const changed = told ?? bareTarget(span);
  const isBare = told === undefined;
  const targets = span.fields.filter(
    ({ label, numbers }) => label === 'takeProfit' && numbers.some(({ unit }) => unit === 'price'),
  );
  const [first] = targets;
  if (changed === undefined || first === undefined || isApart(span, changed, first.at)) return [];
  const takeProfits = targets.flatMap(({ numbers }) => numbers.map(({ value }) => value as Decimal));
  const action = found(span, first.at, { type: 'set_levels', takeProfits });
  return [isBare ? { ...action, isBare } : action];
}

/** "TP 2360" on its own, or with nothing but a symbol and a word for where. */
function bareTarget({ fields, concepts, marks, from }: Span): number | undefined {
  const target = fields.find(({ label, numbers }) => label === 'takeProfit' && numbers.length > 0);
  const hasEntry = fields.some(({ label, numbers }) => label === 'entry' && numbers.length > 0);
  const isOther = (['buy', 'sell', 'hit', 'past', 'closed', 'result', 'talk', 'self', 'entry', 'market'] as const).some(
    (concept) => concepts.has(concept),
  );
  if (target === undefined || hasEntry || isOther) return undefined;
  return marks.filter(({ kind }) => kind === 'word').length <= 2 &&
    !marks.slice(target.end - from).some(({ kind }) => kind === 'emoji')
    ? target.at
    : undefined;
}

function distinct(actions: readonly FoundAction[]): readonly FoundAction[] {
  const seen = new Set<string>();
  return actions.filter(({ action }) => {
    const key = JSON.stringify(action);
    return !seen.has(key) && seen.add(key);
  });
}
