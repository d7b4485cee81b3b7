import { canonical } from './decimal.ts';
import type { Decimal } from '../model/parse-result.ts';

/** A number as it stands in the text. */
export interface NumberRead {
  /** As most people would mean it. */
  readonly value: Decimal;
  /** The other way to read it: `1,085` is 1085, or 1.085. */
  readonly other?: Decimal;
  /** Length of what was read. */
  readonly length: number;
}

const numberForm = /(?:\d+(?:[.,']\d+)*|[.,]\d+)/y;
const dateForm = /(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?![\d.,])/y;
const timeForm = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/y;
const ratioForm = /1\s?:\s?[1-9]\d?(?:[.,]\d)?(?![.,]?\d)/y;

/** Length of a date, a time of day or a ratio at this place; 0 for none. Nothing of it is a price. */
export function noPriceAt(text: string, at: number): number {
  for (const form of [dateForm, timeForm, ratioForm]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return found[0].length;
  }
  return 0;
}

/** Reads the number that begins at `at`. A list without spaces (`0.21,0.22`) gives its first member. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  numberForm.lastIndex = at;
  const raw = numberForm.exec(text)?.[0];
  if (raw === undefined) return undefined;
  const separators = raw.replaceAll(/\d/g, '');
  const groups = raw.split(/[.,']/);
  const read = (value: string, length = raw.length, other?: string): NumberRead => ({
    value: canonical(value),
    length,
    ...(other === undefined ? {} : { other: canonical(other) }),
  });
  if (separators === '') return read(raw);
  if (groups[0] === '') return read(`0.${groups[1] ?? ''}`, 1 + (groups[1]?.length ?? 0));
  const [first = '', second = ''] = groups;
  if (separators.length === 1) return readPair(separators, first, second, read);
  return readGroups(separators, groups, read);
}

type Read = (value: string, length?: number, other?: string) => NumberRead;

function readPair(separator: string, first: string, second: string, read: Read): NumberRead {
  const decimal = `${first}.${second}`;
  const isGroup = second.length === 3 && first.length <= 3 && !first.startsWith('0');
  if (separator === "'") return isGroup ? read(first + second) : read(first, first.length);
  // Two whole numbers with a comma between them: `4353,4358`.
  if (separator === ',' && second.length >= 4 && first.length >= 4) return read(first, first.length);
  if (!isGroup) return read(decimal);
  return separator === ',' ? read(first + second, undefined, decimal) : read(decimal, undefined, first + second);
}

function readGroups(separators: string, groups: readonly string[], read: Read): NumberRead {
  const whole = groups.join('');
  const [first = ''] = groups;
  const areGroups = first.length <= 3 && groups.slice(1).every((group) => group.length === 3);
  const isUniform = new Set(separators).size === 1;
  if (isUniform && areGroups && !first.startsWith('0')) return read(whole);
  const lastSeparator = separators.at(-1) ?? '';
  const head = separators.slice(0, -1);
  const headAreGroups = first.length <= 3 && groups.slice(1, -1).every((group) => group.length === 3);
  // 42.500,75 and 42,500.75
  if (headAreGroups && !head.includes(lastSeparator) && new Set(head).size === 1 && !first.startsWith('0')) {
    return read(`${groups.slice(0, -1).join('')}.${groups.at(-1) ?? ''}`);
  }
  // A list: its first member ends where the second separator of a kind would come.
  if (separators[0] === '.' && separators[1] === ',')
    return read(`${first}.${groups[1] ?? ''}`, first.length + 1 + (groups[1]?.length ?? 0));
  if (separators[0] === ',' && separators[1] === '.' && groups[1]?.length !== 3) return read(first, first.length);
  if (separators[0] === ',' && first.length >= 3) return read(first, first.length);
  return read(`${first}.${groups[1] ?? ''}`, first.length + 1 + (groups[1]?.length ?? 0));
}
