import type { Mark } from './mark.ts';

type Bare<One> = One extends Mark ? Omit<One, 'line' | 'sentence'> : never;
/** A mark without its line and sentence. */
export type BareMark = Bare<Mark>;

interface AnyMark {
  kind: Mark['kind'];
  start: number;
  end: number;
  line: number;
  sentence: number;
  concept: unknown;
  index: unknown;
  hit: unknown;
  code: unknown;
  value: unknown;
  other: unknown;
  unit: unknown;
  sign: unknown;
  raw: unknown;
  spaced: unknown;
  glued: unknown;
  times: unknown;
  frame: unknown;
  name: unknown;
  text: unknown;
  isUpper: unknown;
  isName: unknown;
  emoji: unknown;
}

/**
 * A mark as it is kept. All of them have the same members in the same order, absent ones as undefined: with a form for
 * each kind every access in the grammar would have a dozen to tell apart, and reading a message took three times as long.
 */
export function fullMark(mark: BareMark, line: number, sentence: number): Mark {
  const full: AnyMark = {
    kind: mark.kind,
    start: mark.start,
    end: mark.end,
    line,
    sentence,
    concept: undefined,
    index: undefined,
    hit: undefined,
    code: undefined,
    value: undefined,
    other: undefined,
    unit: undefined,
    sign: undefined,
    raw: undefined,
    spaced: undefined,
    glued: undefined,
    times: undefined,
    frame: undefined,
    name: undefined,
    text: undefined,
    isUpper: undefined,
    isName: undefined,
    emoji: undefined,
  };
  fill(full, mark);
  return full as unknown as Mark;
}

function fill(full: AnyMark, mark: BareMark): void {
  switch (mark.kind) {
    case 'concept':
      full.concept = mark.concept;
      full.index = mark.index;
      return;
    case 'symbol':
      full.hit = mark.hit;
      return;
    case 'currency':
      full.code = mark.code;
      return;
    case 'number':
      full.value = mark.value;
      full.other = mark.other;
      full.unit = mark.unit;
      full.sign = mark.sign;
      full.raw = mark.raw;
      full.spaced = mark.spaced;
      full.glued = mark.glued;
      return;
    case 'index':
      full.index = mark.index;
      return;
    case 'leverage':
      full.times = mark.times;
      return;
    case 'timeframe':
      full.frame = mark.frame;
      return;
    case 'tag':
      full.name = mark.name;
      full.sign = mark.sign;
      return;
    case 'word':
      full.text = mark.text;
      full.isUpper = mark.isUpper;
      full.isName = mark.isName;
      return;
    case 'emoji':
      full.emoji = mark.emoji;
      return;
    case 'sign':
      full.sign = mark.sign;
      return;
    case 'line':
      return;
  }
}
