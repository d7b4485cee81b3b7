import type { Decimal, UpdateAction } from '../model/parse-result.ts';
import type { Field } from './fields.ts';
import { createLevelReader } from './levels.ts';
import type { Mark, MarkOf, Reading, Sentence } from './mark.ts';
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
  /** Something is asked for, and not clear enough to be done without a look at it. */
  readonly isUnsure?: true;
}

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
  readonly fields: readonly Field[];
  readonly concepts: ReadonlySet<Concept>;
  readonly isConditional: boolean;
  /** The prices of a field as they are meant for the symbol of the message: 18.350 of an index is 18350. */
  readonly pricesOf: (field: Field) => readonly Decimal[];
}

export function spansOf({ marks, sentences }: Reading, fields: readonly Field[]): readonly Span[] {
  const spans: Span[] = [];
  let levels: ReturnType<typeof createLevelReader> | undefined;
  const pricesOf = (field: Field) => {
    levels ??= createLevelReader(fields, symbolIn(marks));
    return levels(field).map(({ value }) => value);
  };
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
      const own = fields.slice(first, field);
      spans.push({ from, to, marks: within, fields: own, concepts, isConditional, pricesOf });
    }
    from = to;
  }
  return spans;
}

function symbolIn(marks: readonly Mark[]): string {
  const named = marks.find((mark): mark is MarkOf<'symbol'> => mark.kind === 'symbol');
  return named?.hit.symbol ?? '';
}

const telling =
  'takeProfit stopLoss stop breakeven close closed candle secure takePart takeHalf part half cancel stoppedOut result'.split(
    ' ',
  ) as Concept[];

function tellsOfTrade(concepts: ReadonlySet<Concept>): boolean {
  return concepts.size > 0 && telling.some((concept) => concepts.has(concept));
}

/** "Close half at TP1": the target is when, not what happened. */
function isInstruction(concepts: ReadonlySet<Concept>, marks: readonly Mark[]): boolean {
  if (concepts.has('hit')) return false;
  return marks.some((mark, at) => mark.kind === 'concept' && mark.concept === 'takeProfit' && isPlaceBefore(marks, at));
}

/** "At" before it, and no stop before that: "stop at TP1" is where the stop goes. */
function isPlaceBefore(marks: readonly Mark[], target: number): boolean {
  for (let at = target - 1; at >= Math.max(0, target - 2); at--) {
    if (!isConcept(marks[at], 'at')) continue;
    return !isConcept(marks[at - 1], 'stopLoss') && !isConcept(marks[at - 1], 'stop');
  }
  return false;
}

function isConcept(mark: Mark | undefined, concept: Concept): boolean {
  return mark?.kind === 'concept' && mark.concept === concept;
}

/** What has happened is told so, unless a condition stands before it. */
function isAwaited({ marks, from, isConditional }: Span, at: number): boolean {
  return (
    isConditional &&
    marks
      .slice(0, at - from)
      .some((mark) => isConcept(mark, 'condition') || isConcept(mark, 'hypothetical') || isConcept(mark, 'prepare'))
  );
}

export function positionOf({ marks, from, concepts }: Span, concept: Concept): number | undefined {
  if (!concepts.has(concept)) return undefined;
  const at = marks.findIndex(
    (mark, index) => mark.kind === 'concept' && mark.concept === concept && !isNegated(marks, index),
  );
  return at === -1 ? undefined : from + at;
}

/** "Don't close", "no need to move": not across a comma or a dash. */
export function isNegated(marks: readonly Mark[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 3); index--) {
    const mark = marks[index] as Mark;
    if (mark.kind === 'sign' || mark.kind === 'emoji') return false;
    if (mark.kind === 'concept' && mark.concept === 'not') return true;
  }
  return false;
}

/** "Stop to TP1": the target whose price a stop without one of its own goes to. */
export function targetOfStop({ marks, from, fields }: Span, stop: Field): Field | undefined {
  if (stop.label !== 'stopLoss' || stop.numbers.length > 0 || stop.breakeven) return undefined;
  const target = fields.find(({ label, at }) => label === 'takeProfit' && at > stop.at);
  if (target?.index === undefined || target.numbers.length > 0 || target.at > stop.at + 5) return undefined;
  const between = marks.slice(stop.at + 1 - from, target.at - from);
  return between.every((mark) =>
    mark.kind === 'concept'
      ? towards.has(mark.concept)
      : mark.kind === 'symbol' || (mark.kind === 'sign' && '>-'.includes(mark.sign)),
  )
    ? target
    : undefined;
}

const towards: ReadonlySet<Concept> = new Set<Concept>(
  'at to between from market move newLevel ordinal update'.split(' ') as Concept[],
);

/** `toldAt`: where the word stands that tells of a fact, if not at its place. */
export function found(span: Span, at: number, action: UpdateAction, isFact = false, toldAt = at): FoundAction {
  // `TP1 2418 (close half)`: to be done there.
  const isAtTarget =
    !isFact &&
    span.fields.some(
      ({ label, numbers, end }) => label === 'takeProfit' && numbers.length > 0 && isInBrackets(span, end, at),
    );
  const isLater = isFact ? isAwaited(span, Math.max(at, toldAt)) : span.isConditional;
  return { action, at, isConditional: isLater || (isAtTarget && action.type !== 'set_levels'), isFact };
}

export function isInBrackets({ marks, from }: Span, start: number, at: number): boolean {
  const signs = marks.slice(start - from, at - from).map((mark) => (mark.kind === 'sign' ? mark.sign : ''));
  return signs[0] === '(' && !signs.includes(')');
}

/** "Set a limit for a long at 155.20, stop 154.70": what is set is the order, not the stop. */
export function isApart({ marks, from }: Span, changed: number, stop: number): boolean {
  const between = marks.slice(Math.min(changed, stop) - from, Math.max(changed, stop) - from);
  return between.some(
    (mark) =>
      mark.kind === 'concept' && (mark.concept === 'buy' || mark.concept === 'sell' || mark.concept === 'entry'),
  );
}
