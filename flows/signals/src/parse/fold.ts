/**
 * A text in the form that is read: lower case, without accents and decoration, one character for each emoji that means
 * something. `at[i]` is the offset in the original of character `i`; `at[length]` its end.
 */
export interface Folded {
  readonly original: string;
  readonly text: string;
  readonly at: ArrayLike<number>;
}

/** Characters of the private use area stand for what has no letter. */
export const marks = {
  check: '\uE100',
  cross: '\uE101',
  target: '\uE102',
  up: '\uE103',
  down: '\uE104',
  emoji: '\uE1FF',
} as const;

/** `\uE001` to `\uE014`: a number that only counts (①, ➊, 1️⃣), from 1 to 20. */
export const firstIndexMark = 0xe001;
export const lastIndexMark = 0xe014;

const markOf = new Map<number, string>([
  ...points('✅☑✔✓🆗💚🤑💰', marks.check),
  ...points('❌✖✗⛔🚫🛑❎', marks.cross),
  ...points('🎯', marks.target),
  ...points('📈🟢🔼⬆🐂🚀', marks.up),
  ...points('📉🔴🔽⬇🐻', marks.down),
]);

const plain = new Map<number, string>([
  ...points('\u00a0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\v\f', ' '),
  ...points('\n\u2028\u2029\u0085', '\n'),
  ...points('\u2010\u2011\u2012\u2013\u2014\u2015\u2212➖\u2500\u2501', '-'),
  ...points('\u2018\u2019\u201a\u201b\u2032\u0060\u00b4', "'"),
  ...points('\u201c\u201d\u201e\u00ab\u00bb\u2033\u300c\u300d', '"'),
  ...points('،٬', ','),
  ...points('؛', ';'),
  ...points('؟¿', '?'),
  ...points('٫', '.'),
  ...points('➝➡➔➜→⇒⟶►▶▷➤➥⮕›', '>'),
  ...points('•·▪●◾◽▫◼◻■□♦◆◇★☆', '*'),
  ...points('½', 'half'),
  ...points('ıİ', 'i'),
  ...points('ةۀ', 'ه'),
  ...points('ىی', 'ي'),
  ...points('ک', 'ك'),
  ...points('ß', 'ss'),
  ...points('æ', 'ae'),
  ...points('ø', 'o'),
  ...points('\ufe0f\ufe0e\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u00ad\u0640', ''),
  ...points('\u2066\u2067\u2068\u2069\u061c\r', ''),
]);

/** What most texts are made of is looked up: Latin to Arabic, punctuation to dingbats, emoji. */
const low = foldedFrom(0);
const high = foldedFrom(0x2000);
const emoji = foldedFrom(0x1f300);

function foldedFrom(first: number): readonly string[] {
  return Array.from({ length: 0x800 }, (_, code) => foldPoint(first + code));
}

/** 1 for those of the low characters that are folded by lowering their case, wherever they stand. */
const lowered = Uint8Array.from({ length: 0x800 }, (_, code) => {
  const character = String.fromCharCode(code);
  return low[code] === character.toLowerCase() && character.toUpperCase() !== 'Σ' ? 1 : 0;
});

/** Texts of these characters alone are folded by lowering their case. */
const simple = /^[\n -_a-~]*$/;
const longestSimple = 4_096;
const itself = Uint16Array.from({ length: longestSimple + 1 }, (_, index) => index);

/** Folds a text. Never throws; lone surrogates become emoji. */
export function fold(original: string): Folded {
  const { length } = original;
  if (length <= longestSimple && simple.test(original)) return { original, text: original.toLowerCase(), at: itself };
  let text = '';
  let run = 0;
  const at: number[] = [];
  for (let index = 0; index < length; ) {
    const code = original.codePointAt(index) ?? 0;
    if (lowered[code] === 1) {
      at.push(index);
      index += 1;
      continue;
    }
    text += original.slice(run, index).toLowerCase();
    if (code === keycap) text = withIndex(text);
    else {
      const folded = foldedPoint(code);
      text += folded;
      for (let unit = 0; unit < folded.length; unit++) at.push(index);
    }
    index += code > 0xffff ? 2 : 1;
    run = index;
  }
  at.push(length);
  return { original, text: text + original.slice(run).toLowerCase(), at };
}

function foldedPoint(code: number): string {
  if (code < 0x800) return low[code] as string;
  if (code >= 0x2000 && code < 0x2800) return high[code - 0x2000] as string;
  return code >= 0x1f300 && code < 0x1fb00 ? (emoji[code - 0x1f300] as string) : foldPoint(code);
}

/** Makes a counter of the digit before it. */
const keycap = 0x20e3;

/** A word as the lexicon holds it: folded like a message. */
export function foldWord(word: string): string {
  return fold(word).text;
}

/** With the digit at its end as a counter. */
function withIndex(text: string): string {
  const digit = Number(text.at(-1) ?? '');
  return digit >= 1 ? text.slice(0, -1) + String.fromCharCode(firstIndexMark - 1 + digit) : text;
}

function foldPoint(code: number): string {
  const special = plain.get(code) ?? markOf.get(code) ?? indexMark(code);
  if (special !== undefined) return special;
  if (code < 0x80) return String.fromCharCode(code).toLowerCase();
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xe000 && code <= 0xf8ff)) return marks.emoji;
  if (code >= 0x1f300 && code <= 0x1faff) return marks.emoji;
  // Tags of the supplementary plane are invisible: nobody who reads the message sees them.
  if (code >= 0xe0000 && code <= 0xe0fff) return '';
  const folded = String.fromCodePoint(code)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670]/g, '');
  if (folded === '') return '';
  if (/^[\p{L}\p{N}\p{M}]/u.test(folded)) return digits(folded);
  return code > 0xffff || /^\p{So}/u.test(folded) ? marks.emoji : folded;
}

/** ①, ❶, ➀, ➊ and their kind, up to 20. Not of superscripts: `TP¹` is written for `TP1`. */
function indexMark(code: number): string | undefined {
  const ranges = [
    [0x2460, 20],
    [0x2474, 20],
    [0x2488, 20],
    [0x24f5, 10],
    [0x2776, 10],
    [0x2780, 10],
    [0x278a, 10],
  ] as const;
  for (const [first, count] of ranges) {
    if (code >= first && code < first + count) return String.fromCharCode(firstIndexMark + code - first);
  }
  return code === 0x1f51f ? String.fromCharCode(firstIndexMark + 9) : undefined;
}

/** Digits of other scripts as ours. */
function digits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    // Each script's ten digits are consecutive and begin at a multiple of ten within their block.
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  });
}

function points(characters: string, to: string): readonly (readonly [number, string])[] {
  return Array.from(characters, (character) => [character.codePointAt(0) ?? 0, to] as const);
}
