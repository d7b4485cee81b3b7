import type { UpdateAction } from '../model/parse-result.ts';
import type { Field } from './fields.ts';
import type { Mark, Reading, Sentence } from './mark.ts';
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

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
  readonly fields: readonly Field[];
  readonly concepts: ReadonlySet<Concept>;
  readonly isConditional: boolean;
}

export function spansOf({ marks, sentences }: Reading, fields: readonly Field[]): readonly Span[] {
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

export function found(span: Span, at: number, action: UpdateAction, isFact = false): FoundAction {
  // `TP1 2418 (close half)`: to be done there.
  const isAtTarget =
    !isFact &&
    span.fields.some(
      ({ label, numbers, end }) => label === 'takeProfit' && numbers.length > 0 && isInBrackets(span, end, at),
    );
  return { action, at, isConditional: span.isConditional || (isAtTarget && action.type !== 'set_levels'), isFact };
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
