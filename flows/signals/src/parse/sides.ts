import type { Side } from '../model/parse-result.ts';
import type { Mark, Reading } from './mark.ts';
import type { Concept } from './words/index.ts';

/** A word for a direction, and whether it tells anybody to take it. */
export interface SideWord {
  readonly side: Side;
  /** In the list of marks. */
  readonly at: number;
  readonly line: number;
  /** It stands for a call, and not for what was, might be, or is asked. */
  readonly isCall: boolean;
  /** Told in the first person: a call where all of its levels are named. */
  readonly isOwn: boolean;
}

/** What makes of a direction something else than a call when it stands before it in the same sentence. */
const spoilers: ReadonlySet<Concept> = new Set<Concept>(
  'hypothetical condition past not asking example prepare cancel closed result close hit hold'.split(' ') as Concept[],
);

export function readSides(reading: Reading): readonly SideWord[] {
  const { marks, sentences } = reading;
  const found: SideWord[] = [];
  marks.forEach((mark, at) => {
    const side = sideOf(marks, mark, at);
    if (side === undefined) return;
    const sentence = sentences[mark.sentence];
    const isSpoilt =
      sentence === undefined ||
      isQuoted(reading, at) ||
      sentence.isQuestion ||
      sentence.concepts.has('example') ||
      isSpoiltBefore(marks, mark, at);
    found.push({
      side,
      at,
      line: mark.line,
      isCall: !isSpoilt && !isFollowedBySpoiler(marks, mark, at),
      isOwn: isOwn(marks, mark, at),
    });
  });
  return found;
}

/** Inside quotation marks, with something said outside of them: somebody else's words, or an example. */
export function isQuoted({ marks, quotes }: Reading, at: number): boolean {
  if (quotes.length < 2) return false;
  const before = quotes.findIndex((place) => place > at);
  const open = quotes[before - 1];
  const close = quotes[before];
  if (before % 2 === 0 || open === undefined || close === undefined) return false;
  const speaks = ({ kind }: Mark) => kind === 'word' || kind === 'concept';
  return marks.slice(0, open).some(speaks) || marks.slice(close + 1).some(speaks);
}

function sideOf(marks: readonly Mark[], mark: Mark, at: number): Side | undefined {
  if (mark.kind !== 'concept') return undefined;
  if (mark.concept === 'buy' || mark.concept === 'sell') return mark.concept;
  if (mark.concept !== 'bullish' && mark.concept !== 'bearish') return undefined;
  // Sees it rise: a direction only where that is what is asked for.
  const before = marks.slice(Math.max(0, at - 4), at).findLast(({ kind }) => kind !== 'sign' && kind !== 'emoji');
  const isLabelled = before?.kind === 'concept' && before.concept === 'direction' && before.line === mark.line;
  return isLabelled ? (mark.concept === 'bullish' ? 'buy' : 'sell') : undefined;
}

function isSpoiltBefore(marks: readonly Mark[], mark: Mark, at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const before = marks[index] as Mark;
    if (before.sentence !== mark.sentence) return false;
    if (before.kind === 'concept' && spoilers.has(before.concept)) return true;
  }
  return false;
}

/** "I buy", "my long". "We buy" is how channels call. */
function isOwn(marks: readonly Mark[], mark: Mark, at: number): boolean {
  return marks
    .slice(Math.max(0, at - 3), at)
    .some((before) => before.kind === 'concept' && before.concept === 'self' && before.sentence === mark.sentence);
}

/** "Buy was a mistake", "sell if it breaks", "buy closed": what follows at once counts as well. */
function isFollowedBySpoiler(marks: readonly Mark[], mark: Mark, at: number): boolean {
  for (let index = at + 1; index < Math.min(marks.length, at + 4); index++) {
    const after = marks[index] as Mark;
    if (after.sentence !== mark.sentence || after.kind === 'number') return false;
    if (
      after.kind === 'concept' &&
      ['past', 'closed', 'hypothetical', 'hit', 'stoppedOut', 'cancel', 'result', 'hold', 'stays'].includes(
        after.concept,
      )
    )
      return true;
  }
  return false;
}
