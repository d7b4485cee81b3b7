import type { Decimal, MessageTemplate, Side } from '../model/parse-result.ts';
import { fold } from './fold.ts';
import { plainLexicon } from './lexicon.ts';
import { readNumber } from './numbers.ts';
import { readMarks } from './read-marks.ts';
import { settleMarks } from './settle-marks.ts';

/** A message with what it means, as an admin says. */
export interface TemplateExample {
  readonly text: string;
  readonly symbol: string;
  readonly side: Side;
  readonly entry: readonly [Decimal, Decimal] | null;
  readonly stopLoss: Decimal | null;
  readonly takeProfits: readonly Decimal[];
}

/** The examples do not have one shape; `example` counts from 0. */
export class TemplateMismatch extends Error {
  override readonly name = 'TemplateMismatch';
  readonly example: number;

  constructor(example: number, message: string) {
    super(message);
    this.example = example;
  }
}

type GapName = 'symbol' | 'side' | 'entry' | 'stopLoss' | 'takeProfits';

interface Place {
  readonly gap: GapName;
  readonly start: number;
  readonly end: number;
}

/** An example cut at its gaps: one text more than there are gaps. */
interface Cut {
  readonly gaps: readonly GapName[];
  readonly texts: readonly (readonly string[])[];
}

/**
 * Makes a template of examples that have one shape: where the values stand become gaps, words that all have between
 * them stay, and what differs may be anything. Two examples will do; three show what differs.
 * @throws TemplateMismatch that says which example does not fit, and why
 */
export function templateFrom(examples: readonly TemplateExample[], name = 'learnt'): MessageTemplate {
  const [first] = examples;
  if (first === undefined || examples.length < 2)
    throw new TemplateMismatch(0, 'A template needs two examples at the least.');
  const fixed = fixedOf(examples);
  const cuts = examples.map((example, index) => cut(example, index, fixed));
  const [model] = cuts;
  cuts.forEach(({ gaps }, index) => {
    if (gaps.join() === model?.gaps.join()) return;
    throw new TemplateMismatch(
      index,
      `Example ${index + 1} names ${gaps.join(', ')}, the first one ${model?.gaps.join(', ')}: they need one order.`,
    );
  });
  const parts: MessageTemplate['parts'][number][] = [];
  for (let at = 0; at <= (model?.gaps.length ?? 0); at++) {
    parts.push(...common(cuts.map(({ texts }) => texts[at] ?? [])));
    const gap = model?.gaps[at];
    if (gap !== undefined) parts.push({ gap });
  }
  return { name, parts, ...(Object.keys(fixed).length === 0 ? {} : { fixed }) };
}

/** What no example writes, and is the same in all of them. */
function fixedOf(examples: readonly TemplateExample[]): NonNullable<MessageTemplate['fixed']> {
  const [first] = examples as readonly [TemplateExample];
  const isSame = <Name extends 'symbol' | 'side'>(member: Name) =>
    examples.every((example) => example[member] === first[member]);
  const isUnwritten = (member: 'symbol' | 'side') =>
    examples.every((example) => placeOfWord(example, member) === undefined);
  return {
    ...(isSame('symbol') && isUnwritten('symbol') ? { symbol: first.symbol } : {}),
    ...(isSame('side') && isUnwritten('side') ? { side: first.side } : {}),
  };
}

function cut(example: TemplateExample, index: number, fixed: NonNullable<MessageTemplate['fixed']>): Cut {
  const places: Place[] = [];
  for (const member of ['symbol', 'side'] as const) {
    const place = placeOfWord(example, member);
    if (place !== undefined) places.push(place);
    else if (fixed[member] === undefined)
      throw new TemplateMismatch(index, `Example ${index + 1} does not say its ${member} “${example[member]}”.`);
  }
  const taken = new Set<number>();
  const add = (gap: GapName, values: readonly Decimal[]) => {
    if (values.length === 0) return;
    const found = values.map((value) => numberPlace(example.text, value, taken, index));
    places.push({
      gap,
      start: Math.min(...found.map(({ start }) => start)),
      end: Math.max(...found.map(({ end }) => end)),
    });
  };
  add('stopLoss', example.stopLoss === null ? [] : [example.stopLoss]);
  add('takeProfits', example.takeProfits);
  add('entry', example.entry === null ? [] : [...new Set(example.entry)]);
  const sorted = places.toSorted((left, right) => left.start - right.start);
  sorted.forEach((place, at) => {
    const before = sorted[at - 1];
    if (before !== undefined && before.end > place.start)
      throw new TemplateMismatch(
        index,
        `In example ${index + 1} ${before.gap} and ${place.gap} are mixed with each other.`,
      );
  });
  const texts = [...sorted, undefined].map((place, at) =>
    tokens(example.text.slice(sorted[at - 1]?.end ?? 0, place?.start)),
  );
  return { gaps: sorted.map(({ gap }) => gap), texts };
}

function placeOfWord({ text, symbol, side }: TemplateExample, member: 'symbol' | 'side'): Place | undefined {
  const folded = fold(text);
  const marks = settleMarks(readMarks(folded, plainLexicon()).marks, folded);
  const mark = marks.find((one) => {
    if (member === 'side')
      return (
        one.kind === 'concept' && (one.concept === side || one.concept === (side === 'buy' ? 'bullish' : 'bearish'))
      );
    return (
      (one.kind === 'symbol' && (one.hit.symbol === symbol || one.hit.symbol === symbol.split('/')[0])) ||
      (one.kind === 'tag' && one.name === symbol)
    );
  });
  const at = mark === undefined ? text.toUpperCase().indexOf(symbol) : -1;
  if (mark === undefined)
    return member === 'symbol' && at !== -1 ? { gap: member, start: at, end: at + symbol.length } : undefined;
  return { gap: member, start: folded.at[mark.start] ?? 0, end: folded.at[mark.end] ?? text.length };
}

/** Where a number stands that nothing else was found at, in whichever way its digits are read. */
function numberPlace(
  text: string,
  value: Decimal,
  taken: Set<number>,
  index: number,
): { readonly start: number; readonly end: number } {
  for (const { index: start } of text.matchAll(/(?<![\d.,])\d/g)) {
    const read = readNumber(text, start);
    if (read === undefined || taken.has(start) || (read.value !== value && read.other !== value)) continue;
    taken.add(start);
    return { start, end: start + read.length };
  }
  throw new TemplateMismatch(index, `The number ${value} does not stand in example ${index + 1}.`);
}

/** Words, and each sign by itself. */
function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** What all begin and end with; anything where they differ between. */
function common(texts: readonly (readonly string[])[]): readonly MessageTemplate['parts'][number][] {
  const [first = []] = texts;
  const shortest = Math.min(...texts.map(({ length }) => length));
  const isSame = (left: string | undefined, right: string | undefined) => left?.toLowerCase() === right?.toLowerCase();
  let head = 0;
  while (head < shortest && texts.every((text) => isSame(text[head], first[head]))) head += 1;
  let tail = 0;
  while (tail < shortest - head && texts.every((text) => isSame(text.at(-1 - tail), first.at(-1 - tail)))) tail += 1;
  const differs = texts.some(({ length }) => length > head + tail);
  const parts: MessageTemplate['parts'][number][] = [];
  if (head > 0) parts.push({ text: first.slice(0, head).join(' ') });
  if (differs) parts.push({ gap: 'anything' });
  if (tail > 0) parts.push({ text: first.slice(first.length - tail).join(' ') });
  return parts;
}
