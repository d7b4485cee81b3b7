import type { FoundAction } from './actions.ts';
import type { Field } from './fields.ts';
import type { Form } from './form.ts';
import { deniesBelow, isDeniedAbove, isFramed, isIntroduced } from './frame.ts';
import type { Mark, Reading } from './mark.ts';
import type { Concept } from './words/index.ts';

export interface Verdict {
  readonly isSignal: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** It has a side, a symbol and a price, and is no signal by the rules: a model (or a person) may see more. */
  readonly isUnsettled: boolean;
  /** The text says itself that it is none: nobody has to look again. */
  readonly isDenied: boolean;
  /** A heading says that it was: what has happened since is no news of a trade that is on. */
  readonly isReport: boolean;
}

export interface Surroundings {
  readonly actions: readonly FoundAction[];
  readonly fields: readonly Field[];
  /** Line at which the first trade of the message begins: what stands before is the heading of all. */
  readonly headingEnd: number;
  /** The message speaks of several trades. */
  readonly isList: boolean;
}

/**
 * Decides whether a form is a call to trade. An update or a story that is taken for a signal costs real money, a signal
 * that goes to review costs a minute: so what speaks against counts first.
 */
export function tellSignal(
  form: Form,
  reading: Reading,
  { actions, fields, headingEnd, isList }: Surroundings,
): Verdict {
  const { symbol, side, entry, stopLoss, takeProfits, distances } = form;
  const hasStop =
    stopLoss !== undefined || distances.stopLossPips !== undefined || distances.stopLossPercent !== undefined;
  const hasTarget =
    takeProfits.length > 0 || distances.takeProfitPips !== undefined || distances.takeProfitPercent !== undefined;
  const hasEntry = entry.length > 0 || form.market !== undefined;
  const isUnsettled =
    symbol !== undefined && form.segment.sides.length > 0 && (hasStop || hasTarget || entry.length > 0);
  const no = { isSignal: false, confidence: 0, isUnsettled, isDenied: false, isReport: false };
  const denied = { ...no, isDenied: true };
  const report = { ...denied, isReport: true };
  if (symbol === undefined) return no;
  if (isDisclaimed(reading)) return denied;
  if (side === undefined) return isToldOf(form, reading) ? denied : no;
  if (
    side.word?.isOwn === true &&
    (reading.sentences.some(({ isQuestion }) => isQuestion) || !(hasStop && hasTarget && hasEntry))
  )
    return no;
  const isComplete = (hasStop && hasTarget) || (hasEntry && (hasStop || hasTarget));
  if (side.isInferred && !(hasStop && hasTarget && entry.length > 0)) return no;
  if (side.isInferred && hasTold(reading)) return no;
  if (isDeniedAbove(reading, headingEnd)) return report;
  if (isManaged(form, reading, actions, fields, isComplete)) return no;
  if (tellsResult(form, reading, hasStop && hasTarget)) return no;
  if (isJourney(form, reading)) return no;
  if (isList && deniesBelow(reading, headingEnd)) return denied;
  if (side.isContradicted && !(hasStop && hasTarget && hasEntry)) return no;
  if (!(hasStop && hasTarget) && (wordsOf(form, reading) > 8 || !standTogether(form, reading))) return no;
  if (isComplete) {
    if (!isIntroduced(form, reading) || isFramed(form, reading)) return no;
    if (isStory(form, reading, hasStop && hasTarget && hasEntry)) return no;
    return {
      isSignal: true,
      confidence: confidenceOf(form, hasStop && hasTarget && hasEntry),
      isUnsettled: false,
      isDenied: false,
      isReport: false,
    };
  }
  const isBrief =
    hasEntry && isShort(form, reading) && (form.market !== undefined || form.order !== undefined || entry.length > 0);
  return isBrief ? { ...no, isSignal: true, confidence: 0.7, isUnsettled: false } : no;
}

/** Every side of it is asked about, told of or an example. */
function isToldOf({ segment }: Form, { marks, sentences }: Reading): boolean {
  return segment.sides.every(({ at }) => {
    const sentence = sentences[marks[at]?.sentence ?? -1];
    return sentence !== undefined && (sentence.isQuestion || told.some((concept) => sentence.concepts.has(concept)));
  });
}

const told = 'past example asking not'.split(' ') as Concept[];

/** Told of what was, anywhere in the message: enough against a side that nobody wrote. */
function hasTold({ sentences }: Reading): boolean {
  return sentences.some(
    ({ concepts, isQuestion }) =>
      isQuestion ||
      concepts.has('hypothetical') ||
      concepts.has('condition') ||
      concepts.has('past') ||
      concepts.has('example') ||
      concepts.has('closed'),
  );
}

/**
 * Whether what the message says of a running trade weighs more than the call in it. Instructions for later (after the
 * levels: "after TP1 move SL to entry") belong to a signal; facts and orders that hold now do not.
 */
function isManaged(
  form: Form,
  reading: Reading,
  all: readonly FoundAction[],
  fields: readonly Field[],
  isComplete: boolean,
): boolean {
  const { marks } = reading;
  if (startsAsUpdate(marks, form)) return true;
  if (keepsLevels(reading)) return true;
  const actions = all.filter(({ isBare }) => !(isBare === true && isComplete));
  if (actions.length === 0) return false;
  if (!isComplete) return true;
  if (actions.some(({ isFact, isConditional }) => isFact && !isConditional)) return !isDecorated(form, actions, marks);
  const lastLevel = form.levelsEnd;
  const trailing = fields.find(({ label }) => label === 'trailing');
  const now = actions.filter(
    ({ isConditional, at }) => !isConditional && !(trailing !== undefined && at > trailing.at),
  );
  if (now.length === 0) return false;
  const opensRules = now.every(({ at }) => {
    const between = marks.slice(Math.max(0, lastLevel), at);
    return (
      at >= lastLevel &&
      between.some(
        (mark) => mark.kind === 'concept' && (mark.concept === 'condition' || mark.concept === 'hypothetical'),
      )
    );
  });
  return !opensRules;
}

/** Says itself that it is no call, or asks what others think of it. */
function isDisclaimed({ sentences }: Reading): boolean {
  return sentences.some(
    ({ concepts, isQuestion }) =>
      concepts.has('disclaimed') ||
      concepts.has('missed') ||
      (isQuestion && (concepts.has('asking') || concepts.has('hypothetical'))),
  );
}

/** "SL stays at 2338": the trade is on. */
function keepsLevels({ sentences }: Reading): boolean {
  return sentences.some(
    ({ concepts }) =>
      concepts.has('stays') && (concepts.has('stopLoss') || concepts.has('takeProfit') || concepts.has('stop')),
  );
}

/** Check marks behind every target of a whole signal are its style, not its story. */
function isDecorated(
  { takeProfits, stopLoss, entry }: Form,
  actions: readonly FoundAction[],
  marks: readonly Mark[],
): boolean {
  const facts = actions.filter(({ isFact }) => isFact);
  if (
    marks.some(
      (mark) =>
        mark.kind === 'concept' && (mark.concept === 'hit' || mark.concept === 'closed' || mark.concept === 'result'),
    )
  )
    return false;
  return (
    stopLoss !== undefined &&
    entry.length > 0 &&
    takeProfits.length > 1 &&
    facts.every(({ action }) => action.type === 'tp_hit') &&
    facts.length === takeProfits.length
  );
}

/** "UPDATE", "reminder" before anything of the trade is said, unless a whole new call follows on its own lines. */
function startsAsUpdate(marks: readonly Mark[], { segment }: Form): boolean {
  for (let at = segment.from; at < segment.to; at++) {
    const mark = marks[at] as Mark;
    if (
      mark.kind === 'number' ||
      (mark.kind === 'concept' && (mark.concept === 'stopLoss' || mark.concept === 'takeProfit'))
    )
      return false;
    if (mark.kind === 'concept' && mark.concept === 'update') return true;
  }
  return false;
}

/** "+120 pips", "running", "profit made" beside the levels: the trade is on already. */
function tellsResult({ segment }: Form, { marks, sentences }: Reading, isWhole: boolean): boolean {
  return marks.slice(segment.from, segment.to).some((mark, index) => {
    const concepts = sentences[mark.sentence]?.concepts;
    if (mark.kind === 'number') {
      const isRemark =
        isBracketed(marks, segment.from + index) &&
        (concepts?.has('takeProfit') === true || concepts?.has('stopLoss') === true);
      const isGain = mark.sign === '+' && (mark.unit === 'pips' || mark.unit === 'percent') && !isRemark;
      const isAlone =
        mark.unit === 'pips' && !isWhole && !isRemark && !segment.fields.some(({ numbers }) => numbers.includes(mark));
      return (
        isGain ||
        isAlone ||
        (mark.unit === 'pips' &&
          concepts?.has('result') === true &&
          !concepts.has('stopLoss') &&
          !concepts.has('takeProfit'))
      );
    }
    return mark.kind === 'concept' && mark.concept === 'stoppedOut' && index > 0;
  });
}

function isBracketed(marks: readonly Mark[], at: number): boolean {
  return marks.slice(Math.max(0, at - 2), at).some((mark) => mark.kind === 'sign' && mark.sign === '(');
}

/** `BUY 3240 → 3340` without a stop: from where to where it went. */
function isJourney({ entry, stopLoss }: Form, { marks }: Reading): boolean {
  const [first] = entry;
  const last = entry.at(-1);
  if (stopLoss !== undefined || first === undefined || last === undefined || first === last) return false;
  return marks.some(
    (mark) => mark.kind === 'sign' && mark.sign === '>' && mark.start >= first.end && mark.end <= last.start,
  );
}

/** Levels that stand in prose, with more talk around them than a call has. */
function isStory({ segment, side }: Form, { marks, sentences }: Reading, isWhole: boolean): boolean {
  const within = marks.slice(segment.from, segment.to);
  const side0 = side?.word === undefined ? undefined : (marks[side.word.at] as Mark);
  const own = side0 === undefined ? undefined : sentences[side0.sentence];
  if (own === undefined) return false;
  const talk = within.filter(
    (mark) =>
      mark.kind === 'concept' &&
      (mark.concept === 'talk' || mark.concept === 'past' || mark.concept === 'asking' || mark.concept === 'result'),
  ).length;
  if (!isWhole && talk >= 2) return true;
  if (own.concepts.has('hypothetical') && !isWhole) return true;
  return own.words > (isWhole ? 30 : 8);
}

/** Symbol and side side by side, or the symbol alone on a line: prose has words between them. */
function standTogether({ symbol, side, segment }: Form, { marks }: Reading): boolean {
  if (symbol?.mark === undefined || side?.word === undefined)
    return symbol?.mark === undefined || side?.isInferred === true;
  const call = marks[side.word.at] as Mark;
  const { line } = symbol.mark;
  if (call.line !== line) return !marks.some((mark) => mark.line === line && mark.kind === 'word');
  const [first, last] = call.start < symbol.mark.start ? [call, symbol.mark] : [symbol.mark, call];
  const between = marks
    .slice(segment.from, segment.to)
    .filter((mark) => mark.start >= first.end && mark.end <= last.start);
  const before = marks[side.word.at - 1];
  const isCounted =
    before?.kind === 'timeframe' || (before?.kind === 'word' && before.line === line && /^\d/.test(before.text));
  return !isCounted && between.filter(({ kind }) => kind === 'word').length <= 1 && between.length <= 6;
}

function wordsOf({ segment }: Form, { marks, sentences }: Reading): number {
  const used = new Set(marks.slice(segment.from, segment.to).map(({ sentence }) => sentence));
  return [...used].reduce((sum, index) => sum + (sentences[index]?.words ?? 0), 0);
}

/** Little else than the call itself. */
function isShort({ segment }: Form, { marks, sentences }: Reading): boolean {
  const used = new Set(marks.slice(segment.from, segment.to).map(({ sentence }) => sentence));
  let words = 0;
  for (const index of used) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    if (sentence.isQuestion) return false;
    for (const concept of [
      'hypothetical',
      'past',
      'asking',
      'example',
      'prepare',
      'talk',
      'result',
      'not',
      'condition',
      'closed',
      'hit',
      'self',
    ] as const) {
      if (sentence.concepts.has(concept)) return false;
    }
    words += sentence.words;
  }
  return words <= 4;
}

function confidenceOf({ side, symbol, stopLoss }: Form, isWhole: boolean): number {
  const base = isWhole ? 0.97 : 0.85;
  const doubts = [
    side?.isInferred === true ? 0.2 : 0,
    side?.isContradicted === true ? 0.5 : 0,
    symbol?.isAmbiguous === true ? 0.15 : 0,
    stopLoss === undefined ? 0.1 : 0,
  ];
  return Math.max(0.1, Math.round((base - doubts.reduce((sum, doubt) => sum + doubt, 0)) * 100) / 100);
}
