import { canonical } from './decimal.ts';
import { digitsEnd } from './letters.ts';
import { matchAt } from './patterns.ts';
import type { Decimal } from '../model/parse-result.ts';

/** A number as it stands in the text. */
export interface NumberRead {
  /** As most people would mean it. */
  readonly value: Decimal;
  /** The other way to read it: `1,085` is 1085, or 1.085. */
  readonly other: Decimal | undefined;
  /** Length of what was read. */
  readonly length: number;
}

const dateForm = /(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?![\d.,])/y;
const timeForm = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/y;
const ratioForm = /1\s?:\s?[1-9]\d?(?:[.,]\d)?(?![.,]?\d)/y;

/** Length of a date, a time of day or a ratio at this place; 0 for none. Nothing of it is a price. */
export function noPriceAt(text: string, at: number): number {
  const end = digitsEnd(text, at);
  const next = text.charAt(end);
  if (next === ':') return lengthOf(timeForm, text, at) || lengthOf(ratioForm, text, at);
  if (next === ' ' || next === '\n') return text.charAt(end + 1) === ':' ? lengthOf(ratioForm, text, at) : 0;
  const isDate = isDateSign(next) && isDateSign(text.charAt(digitsEnd(text, end + 1)));
  return isDate ? lengthOf(dateForm, text, at) : 0;
}

function isDateSign(character: string): boolean {
  return character === '-' || character === '/' || character === '.';
}

function lengthOf(form: RegExp, text: string, at: number): number {
  return matchAt(form, text, at)?.[0].length ?? 0;
}

/** Reads the number that begins at `at`. A list without spaces (`0.21,0.22`) gives its first member. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  const whole = digitsEnd(text, at);
  const end = groupEnd(text, whole);
  if (end === whole) return whole === at ? undefined : read(text.slice(at, whole), whole - at);
  if (whole === at) return text.startsWith("'", at) ? undefined : read(`0.${text.slice(at + 1, end)}`, end - at);
  return groupEnd(text, end) === end ? readPair(text, at, whole, end) : readGroups(text, at);
}

/** Where the digits end behind a separator at `at`; `at` where there are none. */
function groupEnd(text: string, at: number): number {
  if (!isSeparator(text.charCodeAt(at))) return at;
  const end = digitsEnd(text, at + 1);
  return end === at + 1 ? at : end;
}

function isSeparator(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x27;
}

function read(value: string, length: number, other?: string): NumberRead {
  return { value: canonical(value), other: other === undefined ? undefined : canonical(other), length };
}

/** One separator, at `point`. */
function readPair(text: string, at: number, point: number, end: number): NumberRead {
  const separator = text.charAt(point);
  const first = text.slice(at, point);
  const second = text.slice(point + 1, end);
  const length = end - at;
  const isGroup = second.length === 3 && first.length <= 3 && !first.startsWith('0');
  if (separator === "'") return isGroup ? read(first + second, length) : read(first, first.length);
  // Two whole numbers with a comma between them: `4353,4358`.
  if (separator === ',' && second.length >= 4 && first.length >= 4) return read(first, first.length);
  const decimal = separator === '.' ? text.slice(at, end) : `${first}.${second}`;
  if (!isGroup) return read(decimal, length);
  return separator === ',' ? read(first + second, length, decimal) : read(decimal, length, first + second);
}

const groupedForm = /\d+(?:[.,']\d+)*/y;

/** Two separators and more. */
function readGroups(text: string, at: number): NumberRead {
  const raw = matchAt(groupedForm, text, at)?.[0] ?? '';
  const separators = raw.replaceAll(/\d/g, '');
  const groups = raw.split(/[.,']/);
  const whole = groups.join('');
  const [first = ''] = groups;
  const areGroups = first.length <= 3 && groups.slice(1).every((group) => group.length === 3);
  const isUniform = new Set(separators).size === 1;
  if (isUniform && areGroups && !first.startsWith('0')) return read(whole, raw.length);
  const lastSeparator = separators.at(-1) ?? '';
  const head = separators.slice(0, -1);
  const headAreGroups = first.length <= 3 && groups.slice(1, -1).every((group) => group.length === 3);
  // 42.500,75 and 42,500.75
  if (headAreGroups && !head.includes(lastSeparator) && new Set(head).size === 1 && !first.startsWith('0')) {
    return read(`${groups.slice(0, -1).join('')}.${groups.at(-1) ?? ''}`, raw.length);
  }
  // A list: its first member ends where the second separator of a kind would come.
  if (separators[0] === '.' && separators[1] === ',')
    return read(`${first}.${groups[1] ?? ''}`, first.length + 1 + (groups[1]?.length ?? 0));
  if (separators[0] === ',' && separators[1] === '.' && groups[1]?.length !== 3) return read(first, first.length);
  if (separators[0] === ',' && first.length >= 3) return read(first, first.length);
  return read(`${first}.${groups[1] ?? ''}`, first.length + 1 + (groups[1]?.length ?? 0));
}
