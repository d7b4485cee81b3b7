import { foldWord } from './fold.ts';
import type { Form } from './form.ts';
import type { Mark, Reading } from './mark.ts';
import { fillers } from './words/fillers.ts';
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
 * What stands around a block of levels tells what it is: a heading that says it was, is not, or is an example, and a
 * closing line that says how it ended.
 */
export function isFramed(
  { segment, side, symbol, levelsEnd, stopField }: Form,
  { marks, sentences }: Reading,
): boolean {
  const call = side?.word === undefined ? symbol?.mark : marks[side.word.at];
  if (call === undefined || stopField === undefined || marks[stopField.at]?.line === call.line) return false;
  const firstLine = Math.min(call.line, symbol?.mark?.line ?? call.line);
  const within = marks.slice(segment.from, segment.to);
  const heading = new Set(within.filter(({ line }) => line < firstLine).map(({ sentence }) => sentence));
  const lastLine = marks[levelsEnd - 1]?.line ?? firstLine;
  const closing = new Set(within.filter(({ line }) => line > lastLine).map(({ sentence }) => sentence));
  const says = (sentence: number, concepts: readonly Concept[]) =>
    concepts.some((concept) => sentences[sentence]?.concepts.has(concept));
  const isTeaser = (sentence: number) => says(sentence, ['prepare']) && sentences[sentence]?.isQuestion !== true;
  const isAnnounced = [...heading].some((sentence) => says(sentence, ['introduced']));
  if (
    !isAnnounced &&
    [...heading].some((sentence) => says(sentence, denied) || isTeaser(sentence) || isProse(marks, sentence))
  )
    return true;
  if (
    [...closing].some(
      (sentence) => says(sentence, ended) && !says(sentence, ['condition', 'hypothetical', 'above', 'below', 'candle']),
    )
  )
    return true;
  return within.some(
    (mark) =>
      mark.kind === 'number' &&
      mark.unit === 'pips' &&
      closing.has(mark.sentence) &&
      !says(mark.sentence, [
        'risk',
        'move',
        'condition',
        'hypothetical',
        'stopLoss',
        'stop',
        'takeProfit',
        'entry',
        'leverage',
      ]),
  );
}

/** A heading that denies the first trade of a list denies all of them. */
export function deniesBelow({ marks, sentences }: Reading, headingEnd: number): boolean {
  return marks.some(
    ({ line, sentence }) => line < headingEnd && denied.some((concept) => sentences[sentence]?.concepts.has(concept)),
  );
}

/** More than a title has: three words and more that are neither names nor what introductions are made of. */
function isProse(marks: readonly Mark[], sentence: number): boolean {
  const own = marks.filter((mark) => mark.sentence === sentence && mark.kind === 'word' && !isFiller(mark.text));
  return own.length > 4 || own.filter((mark) => mark.kind === 'word' && !mark.isName).length >= 3;
}

const known: ReadonlySet<string> = new Set(fillers.map(foldWord));

function isFiller(word: string): boolean {
  return known.has(word) || /^\d/.test(word);
}
