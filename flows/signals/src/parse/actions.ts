import type { Decimal, UpdateAction } from '../model/parse-result.ts';
import type { Field } from './fields.ts';
import type { Mark, Reading, Sentence } from './mark.ts';
import { isQuoted } from './sides.ts';
import type { Concept } from './words/index.ts';

/** An action with where it stands, and whether it is to be done now or only when something happens. */
export interface FoundAction {
  readonly action: UpdateAction;
  readonly at: number;
  readonly isConditional: boolean;
  /** Tells that something has happened: a target reached, a trade closed. */
  readonly isFact: boolean;
  /** Only a level by itself: beside a call it is one of the call's. */
  readonly isBare?: true;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
  readonly fields: readonly Field[];
  readonly concepts: ReadonlySet<Concept>;
  readonly isConditional: boolean;
}

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

function spansOf({ marks, sentences }: Reading, fields: readonly Field[]): readonly Span[] {
  const spans: Span[] = [];
  let field = 0;
  for (let from = 0; from < marks.length; ) {
    const sentence = marks[from]?.sentence ?? 0;
    let to = from;
    while (marks[to]?.sentence === sentence) to += 1;
    const first = field;
    while ((fields[field]?.at ?? to) < to) field += 1;
    const { concepts, isQuestion } = sentences[sentence] as Sentence;
    const tells = tellsOfTrade(concepts) && !isQuestion && !concepts.has('example') && !concepts.has('asking');
    if (tells) {
      const within = marks.slice(from, to);
      const isConditional =
        concepts.has('condition') ||
        concepts.has('hypothetical') ||
        concepts.has('prepare') ||
        isInstruction(concepts, within);
      spans.push({ from, to, marks: within, fields: fields.slice(first, field), concepts, isConditional });
    }
    from = to;
  }
  return spans;
}

const telling = 'takeProfit stopLoss stop breakeven close closed secure part half cancel stoppedOut result'.split(
  ' ',
) as Concept[];

function tellsOfTrade(concepts: ReadonlySet<Concept>): boolean {
  return concepts.size > 0 && telling.some((concept) => concepts.has(concept));
}

/** "Close half at TP1": the target is when, not what happened. */
function isInstruction(concepts: ReadonlySet<Concept>, marks: readonly Mark[]): boolean {
  if (concepts.has('hit')) return false;
  return marks.some(
    (mark, at) =>
      mark.kind === 'concept' &&
      mark.concept === 'takeProfit' &&
      marks.slice(Math.max(0, at - 2), at).some((before) => before.kind === 'concept' && before.concept === 'at'),
  );
}

function positionOf({ marks, from, concepts }: Span, concept: Concept): number | undefined {
  if (!concepts.has(concept)) return undefined;
  const at = marks.findIndex(
    (mark, index) => mark.kind === 'concept' && mark.concept === concept && !isNegated(marks, index),
  );
  return at === -1 ? undefined : from + at;
}

/** "Don't close", "no need to move": not across a comma or a dash. */
function isNegated(marks: readonly Mark[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 3); index--) {
    const mark = marks[index] as Mark;
    if (mark.kind === 'sign' || mark.kind === 'emoji') return false;
    if (mark.kind === 'concept' && mark.concept === 'not') return true;
  }
  return false;
}

function found(span: Span, at: number, action: UpdateAction, isFact = false): FoundAction {
  // `TP1 2418 (close half)`: to be done there.
  const isAtTarget =
    !isFact &&
    span.fields.some(
      ({ label, numbers, end }) => label === 'takeProfit' && numbers.length > 0 && isInBrackets(span, end, at),
    );
  return { action, at, isConditional: span.isConditional || (isAtTarget && action.type !== 'set_levels'), isFact };
}

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

function isInBrackets({ marks, from }: Span, start: number, at: number): boolean {
  const signs = marks.slice(start - from, at - from).map((mark) => (mark.kind === 'sign' ? mark.sign : ''));
  return signs[0] === '(' && !signs.includes(')');
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

function stopActions(span: Span): readonly FoundAction[] {
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

/** "Set a limit for a long at 155.20, stop 154.70": what is set is the order, not the stop. */
function isApart({ marks, from }: Span, changed: number, stop: number): boolean {
  const between = marks.slice(Math.min(changed, stop) - from, Math.max(changed, stop) - from);
  return between.some(
    (mark) =>
      mark.kind === 'concept' && (mark.concept === 'buy' || mark.concept === 'sell' || mark.concept === 'entry'),
  );
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
