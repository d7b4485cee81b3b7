import { foldWord } from './fold.ts';
import type { Form } from './form.ts';
import type { Mark, MarkOf, Reading, Sentence } from './mark.ts';
import { fillers, openers } from './words/fillers.ts';
import type { Concept } from './words/index.ts';

/**
 * In one line or in running text, only known words may stand before the side. In a block, with labels on lines of their
 * own, what stands before is a heading.
 */
export function isIntroduced({ segment, side, stopField }: Form, { marks }: Reading): boolean {
  const call = side?.word === undefined ? undefined : (marks[side.word.at] as Mark);
  if (call === undefined) return true;
  const { line } = call;
  const isBlock = stopField !== undefined && marks[stopField.at]?.line !== line;
  if (isBlock) return true;
  const start = marks.findIndex((mark) => mark.line === line && mark.kind !== 'line');
  return marks
    .slice(Math.max(start, segment.from > start ? segment.from : start), side?.word?.at)
    .every((mark) => mark.kind !== 'word' || mark.end > call.start || isFiller(mark.text));
}

const denied = 'past not example result asking hypothetical condition closed hit hold stays cancel'.split(
  ' ',
) as Concept[];

const ended = 'cancel closed stoppedOut'.split(' ') as Concept[];

/**
 * What stands around a call tells what it is: a heading that says it was, is not, or is an example, and behind a block
 * a closing line that says how it ended.
 */
export function isFramed(
  { segment, side, symbol, levelsEnd, stopField }: Form,
  { marks, sentences }: Reading,
): boolean {
  const call = side?.word === undefined ? symbol?.mark : marks[side.word.at];
  if (call === undefined) return false;
  const firstLine = Math.min(call.line, symbol?.mark?.line ?? call.line);
  const within = marks.slice(segment.from, segment.to);
  const says = (sentence: number, concepts: readonly Concept[]) =>
    concepts.some((concept) => sentences[sentence]?.concepts.has(concept));
  const heading = new Set(within.filter(({ line }) => line < firstLine).map(({ sentence }) => sentence));
  const isAnnounced = [...heading].some((sentence) => says(sentence, ['introduced']));
  if (!isAnnounced && [...heading].some((sentence) => deniesCall(sentences[sentence]))) return true;
  if (!isAnnounced && hasProse(within.filter(({ start }) => start < call.start))) return true;
  if (stopField === undefined || marks[stopField.at]?.line === call.line) return false;
  const lastLine = marks[levelsEnd - 1]?.line ?? firstLine;
  const closing = within.filter(({ line }) => line > lastLine);
  return (
    closing.some(({ sentence }) => says(sentence, ended) && !says(sentence, conditional)) || hasGain(closing, says)
  );
}

const toldOf = 'past example result asking not disclaimed'.split(' ') as Concept[];

/** A heading that says outright that what follows was, is an example, or is asked about. */
export function isDeniedAbove({ marks, sentences }: Reading, headingEnd: number): boolean {
  const heading = new Set<Sentence>();
  for (let at = 0; (marks[at]?.line ?? headingEnd) < headingEnd; at++)
    heading.add(sentences[marks[at]?.sentence ?? -1] as Sentence);
  const says = (concept: Concept) => [...heading].some(({ concepts }) => concepts.has(concept));
  return heading.size > 0 && !says('introduced') && toldOf.some((concept) => says(concept));
}

const conditional = 'condition hypothetical above below candle'.split(' ') as Concept[];
const ofLevels = 'risk move condition hypothetical stopLoss stop takeProfit entry leverage'.split(' ') as Concept[];

function deniesCall(sentence: Sentence | undefined): boolean {
  if (sentence === undefined) return false;
  return (
    denied.some((concept) => sentence.concepts.has(concept)) ||
    (sentence.concepts.has('prepare') && !sentence.isQuestion)
  );
}

/** Pips behind the levels that are told of nothing else. */
function hasGain(closing: readonly Mark[], says: (sentence: number, concepts: readonly Concept[]) => boolean): boolean {
  return closing.some((mark) => mark.kind === 'number' && mark.unit === 'pips' && !says(mark.sentence, ofLevels));
}

/** A heading that denies the first trade of a list denies all of them. */
export function deniesBelow({ marks, sentences }: Reading, headingEnd: number): boolean {
  return marks.some(
    ({ line, sentence }) => line < headingEnd && denied.some((concept) => sentences[sentence]?.concepts.has(concept)),
  );
}

/**
 * More than a title has: words that are neither names nor what introductions are made of. What is written in capitals
 * throughout has no names in it, and the first word of a sentence has its capital in any case.
 */
function hasProse(marks: readonly Mark[]): boolean {
  const words = marks.filter((mark): mark is MarkOf<'word'> => mark.kind === 'word');
  // `:red_circle:` is how some clients send an emoji.
  const joined = new Set(
    marks.flatMap((mark, at) => (mark.kind === 'sign' && mark.sign === '_' ? [marks[at - 1], marks[at + 1]] : [])),
  );
  const strange = words.filter((word) => !knownInHeadings.has(word.text) && !joined.has(word));
  if (strange.length < 2) return false;
  return [...new Set(strange.map(({ sentence }) => sentence))].some((sentence) => {
    const own = strange.filter((word) => word.sentence === sentence);
    const first = words.find((word) => word.sentence === sentence);
    const isLoud = own.every(({ isUpper }) => isUpper);
    return own.length > 4 || own.filter((word) => isLoud || !word.isName || word === first).length >= 2;
  });
}

const known: ReadonlySet<string> = new Set(fillers.map(foldWord));
const knownInHeadings: ReadonlySet<string> = new Set([...fillers, ...openers].map(foldWord));

function isFiller(word: string): boolean {
  return known.has(word) || /^\d/.test(word);
}
