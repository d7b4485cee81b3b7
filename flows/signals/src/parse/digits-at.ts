import type { Folded } from './fold.ts';
import type { BareMark } from './full-mark.ts';
import { digitsEnd, frameUnit, isDigitCode, isLetterCode, thousandfold } from './letters.ts';
import { noPriceAt, readNumber } from './numbers.ts';
import { frameForm, kiloForm, leverageForm, leverageGlued, matchAt, ordinalForm, unitForm } from './patterns.ts';
import { symbolAt } from './symbols/symbol-at.ts';

/** What the digits at a place are: a number, or a part of something that no price is. */
export function digitsAt(folded: Folded, at: number, isBehindLabel: boolean): BareMark | undefined {
  const { text } = folded;
  const isGlued = isGluedAt(text, at);
  const counted = leadsToLetter(text, at) ? countedAt(folded, at, isGlued) : undefined;
  if (counted !== undefined) return counted;
  const noPrice = isGlued || isBehindLabel ? 0 : noPriceAt(text, at);
  if (noPrice === 0) return numberAt(text, at);
  const end = at + noPrice;
  return { kind: 'word', text: text.slice(at, end), isUpper: false, isName: false, start: at, end };
}

/** Whether a letter stands right before. */
export function isGluedAt(text: string, at: number): boolean {
  return isLetterCode(text.charCodeAt(at - 1));
}

/** `10x`, `x10`. */
export function leverageAt(text: string, at: number): BareMark | undefined {
  const found = matchAt(leverageForm, text, at) ?? matchAt(leverageGlued, text, at);
  if (found === null) return undefined;
  const times = String(Number(found[1] ?? found[2] ?? found[3]));
  return { kind: 'leverage', times, start: at, end: at + found[0].length };
}

/** `15m`, `h4`. */
export function frameAt(text: string, at: number): BareMark | undefined {
  const found = matchAt(frameForm, text, at);
  if (found === null) return undefined;
  const frame = `${found[2] ?? found[3] ?? ''}${frameUnit(found[1] ?? found[4] ?? '')}`;
  return { kind: 'timeframe', frame, start: at, end: at + found[0].length };
}

/** Digits with letters behind them: `1000pepe`, `20x`, `1st`, `4h`. */
function countedAt(folded: Folded, at: number, isGlued: boolean): BareMark | undefined {
  const { text } = folded;
  const symbol = symbolAt(folded, at);
  if (symbol !== undefined) return { kind: 'symbol', hit: symbol.hit, start: at, end: symbol.end };
  if (digitsEnd(text, at) > at + 3) return undefined;
  return (isGlued ? undefined : leverageAt(text, at)) ?? ordinalAt(text, at) ?? frameAt(text, at);
}

function ordinalAt(text: string, at: number): BareMark | undefined {
  const found = matchAt(ordinalForm, text, at);
  const index = Number(found?.[1]);
  return found !== null && index >= 1 && index <= 20
    ? { kind: 'index', index, start: at, end: at + found[0].length }
    : undefined;
}

/** Whether a letter follows the digits, or one space and a letter: else they are a number. */
function leadsToLetter(text: string, start: number): boolean {
  let at = digitsEnd(text, start);
  if (text.charCodeAt(at) === space) at += 1;
  const next = text.charCodeAt(at);
  return isLetterCode(next) || next === degree;
}

const space = 0x20;
const percent = 0x25;
const plus = 0x2b;
const dash = 0x2d;
const degree = 0xb0;

/** The number at a place where a digit stands, or a point or comma with digits behind it. */
export function numberAt(text: string, start: number): BareMark | undefined {
  const found = readNumber(text, start);
  if (found === undefined) return undefined;
  const { length, value, other } = found;
  const end = start + length;
  if (text.charCodeAt(end) === 0x6b && matchAt(kiloForm, text, end) !== null)
    return numberMark(text, { start, end, after: end + 1, value: thousandfold(value), other: undefined });
  if (isListNumber(text, start, end, value)) return { kind: 'index', index: Number(value), start, end: end + 1 };
  return numberMark(text, { start, end, after: end, value, other });
}

interface NumberFound {
  readonly start: number;
  readonly end: number;
  /** Where its unit would stand. */
  readonly after: number;
  readonly value: string;
  readonly other: string | undefined;
}

function numberMark(text: string, { start, end, after, value, other }: NumberFound): BareMark {
  const unit = leadsToUnit(text, after) ? matchAt(unitForm, text, after) : null;
  return {
    kind: 'number',
    value,
    other,
    unit: unitOf(unit),
    sign: signBefore(text, start),
    raw: text.slice(start, end),
    spaced: text.charCodeAt(start - 1) === space && isDigitCode(text.charCodeAt(start - 2)),
    glued: isGluedAt(text, start),
    start,
    end: after + (unit?.[0].length ?? 0),
  };
}

function unitOf(found: RegExpExecArray | null): 'price' | 'percent' | 'pips' | 'money' {
  if (found === null) return 'price';
  return found[1] !== undefined ? 'percent' : found[2] !== undefined ? 'pips' : 'money';
}

function leadsToUnit(text: string, end: number): boolean {
  let at = end;
  let next = text.charCodeAt(at);
  while (next === space || next === plus) next = text.charCodeAt((at += 1));
  return isLetterCode(next) || next === percent || next > 0x7f;
}

/** `1)` and `1.` at the beginning of a list's item. */
function isListNumber(text: string, start: number, end: number, value: string): boolean {
  const next = text.charAt(end);
  if ((next !== ')' && next !== '.') || !/^([1-9]|1\d|20)$/.test(value) || isGluedAt(text, start)) return false;
  if (next === ')' && text.charAt(start - 1) !== '(') return true;
  return next === '.' && text.charAt(end + 1) === ' ' && startsLine(text, start);
}

function startsLine(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) return true;
    if (isLetterCode(code) || isDigitCode(code)) return false;
  }
  return true;
}

function signBefore(text: string, start: number): '+' | '-' | undefined {
  const code = text.charCodeAt(start - 1);
  if (code !== plus && code !== dash) return undefined;
  const isAlone = start === 1 || ' \n('.includes(text.charAt(start - 2));
  if (!isAlone || (code === dash && isBehindValue(text, start - 1))) return undefined;
  return code === plus ? '+' : '-';
}

/** A dash after a number is that of a range, after a label that of the label. */
function isBehindValue(text: string, dashAt: number): boolean {
  const before = text.slice(0, dashAt).trimEnd().at(-1) ?? '\n';
  const code = before.charCodeAt(0);
  return isDigitCode(code) || isLetterCode(code) || ':)]%'.includes(before) || code >= 0xe000;
}
