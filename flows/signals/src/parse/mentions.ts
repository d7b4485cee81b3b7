import type { Decimal, ParserRules } from '../model/parse-result.ts';
import { fold } from './fold.ts';
import { createLexicon, plainLexicon } from './lexicon.ts';
import { readMarks } from './read-marks.ts';
import { settleMarks } from './settle-marks.ts';
import { readNumber } from './numbers.ts';

/**
 * Every number that a reader could see in the text, in each way its digits can be read: what a model claims to have
 * read has to be among them. Decimal comma or point, thousands with or without a separator, shortened seconds (`2645/50`).
 */
export function numbersIn(text: string): readonly Decimal[] {
  const { text: folded } = fold(text);
  const found = new Set<Decimal>();
  for (const { index } of folded.matchAll(/(?<![\d.,])\d|(?<=[^\d][.,])\d/g)) {
    const read = readNumber(folded, index);
    if (read === undefined) continue;
    found.add(read.value);
    if (read.other !== undefined) found.add(read.other);
  }
  for (const match of folded.matchAll(/\d+(?:[.,]\d+)?/g)) addReadings(match[0], found);
  for (const match of folded.matchAll(/(\d+) (\d+)/g)) {
    addReadings(`${match[1]}.${match[2]}`, found);
    addReadings(`${match[1]}${match[2]}`, found);
  }
  for (const match of folded.matchAll(/(\d+(?:\.\d+)?)\s?[-/_]+\s?(\d{1,3})(?![\d.,])/g)) {
    const [, first = '', second = ''] = match;
    const digits = first.replace('.', '');
    if (digits.length <= second.length) continue;
    const whole = digits.slice(0, -second.length) + second;
    const point = first.indexOf('.');
    addReadings(point === -1 ? whole : `${whole.slice(0, point)}.${whole.slice(point)}`, found);
  }
  return [...found];
}

function addReadings(digits: string, found: Set<Decimal>): void {
  const read = readNumber(digits, 0);
  if (read === undefined || read.length !== digits.length) return;
  found.add(read.value);
  if (read.other !== undefined) found.add(read.other);
}

/** Every symbol that the text names, as signals name them; of pairs the base as well. */
export function symbolsIn(text: string, rules: ParserRules = {}): readonly string[] {
  const folded = fold(text);
  const lexicon = rules.symbolAliases === undefined ? plainLexicon() : createLexicon({ symbols: rules.symbolAliases });
  const { marks } = readMarks(folded, lexicon);
  const found = new Set<string>();
  for (const mark of settleMarks(marks, folded)) {
    if (mark.kind === 'symbol') found.add(mark.hit.symbol).add(mark.hit.symbol.split('/')[0] ?? mark.hit.symbol);
    else if (mark.kind === 'tag') found.add(mark.name);
  }
  if (rules.defaultSymbol !== undefined) found.add(rules.defaultSymbol);
  return [...found];
}
