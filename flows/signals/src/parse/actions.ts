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
  targetOfStop,
} from './action-spans.ts';
import type { Field } from './fields.ts';
import type { Mark, Reading } from './mark.ts';
import { isQuoted } from './sides.ts';
import { stopActions } from './stop-actions.ts';
import type { Concept } from './words/index.ts';

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
  const stopped = span.fields.map((field) => targetOfStop(span, field));
  const targets = span.fields.filter((field) => field.label === 'takeProfit' && !stopped.includes(field));
  if (targets.length === 0) return [];
  const hit =
    positionOf(span, 'hit') ??
    (span.concepts.has('closed') && !span.concepts.has('stopLoss') ? positionOf(span, 'closed') : undefined);
  const moved = positionOf(span, 'move') ?? positionOf(span, 'newLevel') ?? Number.MAX_SAFE_INTEGER;
  if (hit !== undefined && (hit < moved || targets.some(({ at }) => at < hit && hit - at <= 3)))
    return reached(span, targets, hit)
      .filter((field) => !isBehindStop(span, field))
      .map((field) => found(span, field.at, hitAction(field), true, hit));
  const isBare = isBareReport(span) && targets.every((field) => isWithoutPrice(field));
  return targets
    .filter((field) => (field.index !== undefined || field.numbers.length > 0) && !field.runner)
    .filter((field) => isChecked(span, field) || isGained(span, field) || (isBare && isWithoutPrice(field)))
    .map((field) => found(span, field.at, hitAction(field), isChecked(span, field) || isGained(span, field)));
}

/**
 * Which of several targets a word for it is about: "TP1 hit, on to TP2" of the one before it, "hit TP1 and TP2" of all
 * that are listed behind it.
 */
function reached({ marks, from }: Span, targets: readonly Field[], hit: number): readonly Field[] {
  const last = from + marks.findLastIndex((mark) => mark.kind === 'concept' && mark.concept === 'hit');
  const before = targets.filter(({ at }) => at < Math.max(hit, last));
  if (before.length > 0) return before;
  const [first, ...others] = targets;
  const listed: Field[] = first === undefined ? [] : [first];
  for (const field of others) {
    const gap = marks.slice((listed.at(-1) as Field).end - from, field.at - from);
    const isApart = gap.some((mark) => mark.kind === 'word' || (mark.kind === 'concept' && mark.concept !== 'to'));
    if (isApart) break;
    listed.push(field);
  }
  return listed;
}

const reportWords: ReadonlySet<Concept> = new Set<Concept>(
  'takeProfit pair ordinal result plain direction number'.split(' ') as Concept[],
);

/** Nothing but a symbol, targets and joy. */
function isBareReport({ concepts, marks }: Span): boolean {
  return (
    [...concepts].every((concept) => reportWords.has(concept)) &&
    marks.filter(({ kind }) => kind === 'word').length <= 1
  );
}

function isWithoutPrice({ numbers }: Field): boolean {
  return numbers.every(({ unit, sign }) => unit === 'pips' && sign !== undefined);
}

/** `TP1 144.10 +70`. */
function isGained({ marks, from }: Span, { end }: Field): boolean {
  const [plus, gain] = marks.slice(end - from, end - from + 2);
  return plus?.kind === 'sign' && plus.sign === '+' && gain?.kind === 'number';
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
  const close = isStory(span) ? undefined : closeAt(span);
  const closed = positionOf(span, 'closed');
  const secure = positionOf(span, 'secure');
  const taken = positionOf(span, 'takePart') ?? positionOf(span, 'takeHalf') ?? halfAlone(span);
  const share = shareOf(span);
  const isPart =
    share !== undefined ||
    taken !== undefined ||
    positionOf(span, 'part') !== undefined ||
    concepts.has('secure') ||
    concepts.has('lot');
  const part: UpdateAction = { type: 'close_part', ...(share === undefined ? {} : { percent: share }) };
  if (close !== undefined) {
    if (isUnclearShare(span)) return [{ ...found(span, close, { type: 'close_part' }), isUnsure: true }];
    if (isPart) return [found(span, close, part)];
    return [found(span, close, concepts.has('limit') ? { type: 'cancel' } : { type: 'close' })];
  }
  if (taken !== undefined) return [found(span, taken, part)];
  if (secure !== undefined && (share !== undefined || !movesStop(span))) return [found(span, secure, part)];
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

/** "Bought at 18120, out at 18310": told of a trade from its beginning to its end. */
function isStory({ marks, concepts }: Span): boolean {
  if (!concepts.has('past')) return false;
  const past = marks.findIndex((mark) => mark.kind === 'concept' && mark.concept === 'past');
  const close = marks.findIndex((mark) => mark.kind === 'concept' && mark.concept === 'close');
  const prices = marks.filter((mark) => mark.kind === 'number' && mark.unit === 'price');
  return past < close && prices.length >= 2;
}

/** "Half off", and nothing that the half could be of but the trade. */
function halfAlone(span: Span): number | undefined {
  const isOther = (['lot', 'risk', 'entry', 'limit', 'buy', 'sell', 'stopLoss', 'stop', 'leverage'] as const).some(
    (concept) => span.concepts.has(concept),
  );
  return isOther || span.marks.length > 4 ? undefined : positionOf(span, 'half');
}

/** "Secure at entry", "secure profits, raise the stop": done with the stop, not with a part of the trade. */
function movesStop({ concepts }: Span): boolean {
  if (concepts.has('part') || concepts.has('half')) return false;
  return concepts.has('breakeven') || (concepts.has('move') && (concepts.has('stopLoss') || concepts.has('stop')));
}

/** "Close the first position", "close 2 of 3", "all but 20%": not the whole trade, and who knows how much of it. */
function isUnclearShare({ concepts, marks, fields }: Span): boolean {
  if (concepts.has('except')) return true;
  const isCounted = marks.some(
    (mark) =>
      (mark.kind === 'number' && mark.unit === 'price' && /^[1-9]$/.test(mark.value) && !mark.glued) ||
      mark.kind === 'index',
  );
  if (fields.some(({ label }) => label === 'takeProfit' || label === 'stopLoss')) return false;
  return isCounted || (concepts.has('ordinal') && !concepts.has('all'));
}

/** "Close" of a trade, not of a candle. */
function closeAt({ marks, from }: Span): number | undefined {
  const at = marks.findIndex((mark, index) => {
    if (mark.kind !== 'concept' || isNegated(marks, index)) return false;
    const share = marks[index + 1];
    // Arabic has one word for a candle's close and a trade's.
    if (mark.concept === 'candle') return share?.kind === 'number' && share.unit === 'percent';
    if (mark.concept !== 'close') return false;
    const before = marks[index - 1];
    return !(before?.kind === 'timeframe' || (before?.kind === 'concept' && before.concept === 'candle'));
  });
  return at === -1 ? undefined : from + at;
}

/** A share of the trade; behind a colon it is a figure of a report: `Profit: 24.5%`. */
function shareOf({ marks, concepts }: Span): Decimal | undefined {
  const percent = marks.find((mark, at) => {
    const [label, before] = [marks[at - 2], marks[at - 1]];
    const isOfTrade = label?.kind === 'symbol' || isSide(label);
    const isFigure = before?.kind === 'sign' && before.sign === ':' && !isOfTrade;
    return mark.kind === 'number' && mark.unit === 'percent' && mark.sign === undefined && !isFigure;
  });
  if (percent?.kind === 'number' && Number(percent.value) < 100) return percent.value;
  return concepts.has('half') || concepts.has('takeHalf') ? '50' : undefined;
}

function isSide(mark: Mark | undefined): boolean {
  return mark?.kind === 'concept' && (mark.concept === 'buy' || mark.concept === 'sell');
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
  const changed = told ?? updated(span) ?? saidNow(span) ?? bareTarget(span);
  const isBare = told === undefined;
  const targets = span.fields.filter(
    (field) =>
      field.label === 'takeProfit' &&
      field.numbers.some(({ unit }) => unit === 'price') &&
      !isChecked(span, field) &&
      !isGained(span, field) &&
      !isKept(span, field),
  );
  const [first] = targets;
  if (changed === undefined || first === undefined || isApart(span, changed, first.at)) return [];
  const action = found(span, first.at, { type: 'set_levels', takeProfits: targets.flatMap(span.pricesOf) });
  return [isBare ? { ...action, isBare } : action];
}

/** "Update: stop 79.20, target 83.50". */
function updated({ concepts, fields, from, marks }: Span): number | undefined {
  const hasStop = fields.some(({ label, numbers }) => label === 'stopLoss' && numbers.length > 0);
  if (!hasStop || concepts.has('buy') || concepts.has('sell') || !concepts.has('update')) return undefined;
  return from + marks.findIndex((mark) => mark.kind === 'concept' && mark.concept === 'update');
}

/** "The final TP is now 42900". */
function saidNow(span: Span): number | undefined {
  const now = span.concepts.has('buy') || span.concepts.has('sell') ? undefined : positionOf(span, 'market');
  if (now === undefined || span.concepts.has('hit') || span.concepts.has('entry')) return undefined;
  const isMeant = span.fields.some(
    ({ label, at, end, numbers }) => label === 'takeProfit' && numbers.length > 0 && now > at && now < end,
  );
  return isMeant ? now : undefined;
}

/** "TP 2424 stays". */
function isKept({ marks, from }: Span, { end }: Field): boolean {
  return marks
    .slice(end - from, end - from + 2)
    .some((mark) => mark.kind === 'concept' && (mark.concept === 'stays' || mark.concept === 'hold'));
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

function distinct(all: readonly FoundAction[]): readonly FoundAction[] {
  // "Tighten the stop … new stop 63200": the first is what the second says how to do.
  const isPriced = all.some(({ action }) => action.type === 'move_sl' && action.price !== undefined);
  const actions = all.filter(({ action }) => !(isPriced && action.type === 'move_sl' && action.price === undefined));
  const seen = new Set<string>();
  return actions.filter(({ action }) => {
    const key = JSON.stringify(action);
    return !seen.has(key) && seen.add(key);
  });
}
