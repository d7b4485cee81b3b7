import type { Evidence, ParsedSignal, ParseResult, ParserRules } from '../model/parse-result.ts';
import { type FoundAction, readActions } from './actions.ts';
import { type ChosenSymbol, chooseSymbol } from './choose-symbol.ts';
import { evidenceOf } from './evidence.ts';
import { type Field, readFields } from './fields.ts';
import { fold, type Folded } from './fold.ts';
import { type Form, readForm } from './form.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mark, Reading } from './mark.ts';
import { readMarks } from './read-marks.ts';
import { readSegments, type Segment } from './segments.ts';
import { settleMarks } from './settle-marks.ts';
import { readSides } from './sides.ts';
import { signalOf } from './signal-of.ts';
import { tellSignal } from './tell-signal.ts';
import type { Concept } from './words/index.ts';

/** Longer texts are read up to here: no signal is as long. */
const longestText = 4_096;

/** Reads one text with a lexicon that has the rules' words in it. Pure; never throws. */
export function parseWith(text: string, rules: ParserRules, lexicon: Lexicon): ParseResult {
  const folded = fold(text.slice(0, longestText));
  const read = readMarks(folded, lexicon);
  const marks = settleMarks(read.marks, folded);
  const reading: Reading = { marks, quotes: quotesIn(marks), sentences: read.sentences };
  const { fields, orders } = readFields(reading.marks);
  const sides = readSides(reading);
  const actions = readActions(reading, fields);
  // Most messages have neither a side nor levels: there is no call to look for.
  const maySpeak = sides.length > 0 || fields.filter(({ numbers }) => numbers.length > 0).length >= 2;
  if (!maySpeak && actions.length === 0) return chatter(false);
  const segments = readSegments({ marks: reading.marks, sides, fields, orders });
  const forms: Form[] = [];
  for (const segment of maySpeak ? segments : []) {
    forms.push(
      readForm(reading, segment, folded, forms.length === 0 ? rules : { ...rules, ...inherited(rules, forms) }),
    );
  }
  const symbol = () =>
    maySpeak
      ? forms.find((form) => form.symbol?.mark !== undefined)?.symbol
      : chooseSymbol(marks, segments[0] as Segment, folded, rules);
  const headingEnd = headingEndOf(reading, forms[0]);
  const told = forms.map((form) =>
    tellSignal(form, reading, { actions, fields, headingEnd, isList: forms.length > 1 }),
  );
  const signals = forms.flatMap((form, index) => {
    const { symbol, side } = form;
    if (told[index]?.isSignal !== true || symbol === undefined || side === undefined) return [];
    return [
      { form, signal: signalOf({ ...form, symbol, side }, reading.marks, rules), confidence: told[index].confidence },
    ];
  });
  if (signals.length > 0) return signalResult(folded, reading, distinctSignals(signals));
  const isUnsettled = told.some(({ isUnsettled: open }) => open);
  const isOpen = told.some(({ isUnsettled: open, isDenied }) => open && !isDenied);
  const isUnsure = actions.some(({ isUnsure: open }) => open === true);
  // An instruction that was not believed may be meant all the same.
  const mayBeMore = isOpen || (isUnsettled && actions.some(({ isFact, isBare }) => !isFact && isBare !== true));
  // Levels beside a side are a call's that was refused, and tell nothing by themselves.
  const isDenied = isUnsettled && !isOpen;
  const telling = actions.filter(
    ({ isBare, isFact }) =>
      !(isUnsettled && isBare === true) && !(isDenied && isFact && told.some(({ isReport }) => isReport)),
  );
  const corrected = telling.length === 0 ? correctionOf(reading, forms) : [];
  if (corrected.length > 0)
    return updateResult(folded, reading, { actions: corrected, symbol: symbol(), isUnsettled: true });
  return telling.length > 0 && areOfTrade(reading, telling, fields)
    ? updateResult(folded, reading, { actions: telling, symbol: symbol(), isUnsettled: isUnsettled || isUnsure })
    : chatter(mayBeMore);
}

function chatter(isUnsettled: boolean): ParseResult {
  const confidence = isUnsettled ? 0.4 : 0.9;
  return { kind: 'chatter', signals: [], actions: [], symbol: null, confidence, evidence: [], unsettled: isUnsettled };
}

function quotesIn(marks: readonly Mark[]): readonly number[] {
  const quotes: number[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at] as Mark;
    if (mark.kind === 'sign' && mark.sign === '"') quotes.push(at);
  }
  return quotes;
}

/** "Update: … SL 2347, TP 2360": the levels as they are now. */
function correctionOf({ marks }: Reading, [form]: readonly Form[]): readonly FoundAction[] {
  if (form === undefined || (form.stopLoss === undefined && form.takeProfits.length === 0)) return [];
  const at = marks.findIndex((mark) => mark.kind === 'concept' && mark.concept === 'update');
  if (at === -1 || marks.findIndex(({ kind }) => kind === 'number') < at) return [];
  const { stopLoss, takeProfits } = form;
  const action = {
    type: 'set_levels' as const,
    ...(stopLoss === undefined ? {} : { stopLoss: stopLoss.value }),
    ...(takeProfits.length === 0 ? {} : { takeProfits: takeProfits.map(({ value }) => value) }),
  };
  return [{ action, at, isConditional: false, isFact: false }];
}

function headingEndOf({ marks }: Reading, form: Form | undefined): number {
  const call = form?.side?.word === undefined ? undefined : marks[form.side.word.at];
  return Math.min(call?.line ?? 0, form?.symbol?.mark?.line ?? call?.line ?? 0);
}

/** A further order without a symbol is for the one named before. */
function inherited(rules: ParserRules, forms: readonly Form[]): ParserRules {
  const before = forms.findLast(({ symbol }) => symbol !== undefined)?.symbol?.symbol;
  return before === undefined ? rules : { defaultSymbol: before };
}

interface Read {
  readonly form: Form;
  readonly signal: ParsedSignal;
  readonly confidence: number;
}

/** A text in two languages says everything twice. */
function distinctSignals(read: readonly Read[]): readonly Read[] {
  if (read.length < 2) return read;
  return read.filter(({ signal }, index) => {
    const levels = (one: ParsedSignal) => JSON.stringify([one.symbol, one.side, one.stopLoss, one.takeProfits]);
    return read.findIndex((other) => levels(other.signal) === levels(signal)) === index;
  });
}

function signalResult(folded: Folded, reading: Reading, read: readonly Read[]): ParseResult {
  const evidence = read.flatMap(({ form }, index) =>
    evidenceOf(folded, reading.marks, form, read.length > 1 ? `signals.${index}.` : ''),
  );
  return {
    kind: read.length > 1 ? 'several' : 'signal',
    signals: read.map(({ signal }) => signal),
    actions: [],
    symbol: null,
    confidence: Math.min(...read.map(({ confidence }) => confidence)),
    evidence,
    unsettled: read.some(({ confidence }) => confidence < 0.5),
  };
}

/** One bare word that could be an action, in a long text without symbol or level, is talk. */
function areOfTrade({ marks, sentences }: Reading, actions: readonly FoundAction[], fields: readonly Field[]): boolean {
  const spoken = new Set(actions.map(({ at }) => marks[at]?.sentence ?? 0));
  const words = [...spoken].reduce((sum, sentence) => sum + (sentences[sentence]?.words ?? 0), 0);
  const talk = marks.filter(
    (mark) => mark.kind === 'concept' && mark.concept === 'talk' && spoken.has(mark.sentence),
  ).length;
  const strong = actions.filter(({ isConditional }) => !isConditional).length;
  const hasAnchor =
    marks.some(({ kind }) => kind === 'symbol') ||
    fields.some(({ label }) => label === 'stopLoss' || label === 'takeProfit');
  const ends = actions.some(
    ({ action, isConditional }) => !isConditional && (action.type === 'cancel' || action.type === 'close'),
  );
  if (!ends && sentences.some(({ concepts }) => concepts.has('disclaimed'))) return false;
  if (!ends && marks.some((mark) => isConcept(mark, 'risk')) && marks.some((mark) => isConcept(mark, 'lot')))
    return false;
  if (isGlossary(marks) || isMarketClose(sentences, actions)) return false;
  if (strong === 0) return hasAnchor && words <= 12 && talk === 0;
  return words <= (hasAnchor ? 25 : 8) && talk <= (hasAnchor ? 2 : 0);
}

/** `SL = stop loss, TP = take profit`. */
function isGlossary(marks: readonly Mark[]): boolean {
  const explained = marks.filter(
    (mark, at) => mark.kind === 'sign' && mark.sign === '=' && marks[at + 1]?.kind !== 'number',
  );
  return explained.length >= 2;
}

/** "Gold closed at 2333. Next week …": the market's close, where plans are all that is said besides. */
function isMarketClose(sentences: Reading['sentences'], actions: readonly FoundAction[]): boolean {
  return (
    actions.every(({ action, isFact }) => isFact && action.type === 'close') &&
    sentences.some(
      ({ concepts }) => !concepts.has('closed') && (concepts.has('prepare') || concepts.has('hypothetical')),
    )
  );
}

function isConcept(mark: Mark, concept: Concept): boolean {
  return mark.kind === 'concept' && mark.concept === concept;
}

interface UpdateParts {
  readonly actions: readonly FoundAction[];
  readonly symbol: ChosenSymbol | undefined;
  readonly isUnsettled: boolean;
}

function updateResult(folded: Folded, reading: Reading, { actions, symbol, isUnsettled }: UpdateParts): ParseResult {
  const evidence: Evidence[] = actions.map(({ action, at }, index) =>
    placed(folded, reading.marks[at] as Mark, `actions.${index}`, action.type),
  );
  if (symbol?.mark !== undefined) evidence.push(placed(folded, symbol.mark, 'symbol', 'names the symbol'));
  return {
    kind: 'update',
    signals: [],
    actions: actions.map(({ action }) => action),
    symbol: symbol?.mark === undefined ? null : symbol.symbol,
    confidence: isUnsettled ? 0.6 : 0.9,
    evidence,
    unsettled: isUnsettled,
  };
}

function placed({ original, at }: Folded, mark: Mark, field: string, why: string): Evidence {
  const start = at[mark.start] ?? 0;
  const end = at[mark.end] ?? original.length;
  return { field, start, end, text: original.slice(start, end), why };
}
