import { digitsAt, frameAt, isGluedAt, leverageAt, numberAt } from './digits-at.ts';
import { type Folded, firstIndexMark, lastIndexMark, marks as emojiMarks } from './fold.ts';
import type { BareMark } from './full-mark.ts';
import { indexIn, type Lexicon, type Meaning } from './lexicon.ts';
import { isDigitCode, isLetterCode, lettersEnd } from './letters.ts';
import type { Reading } from './mark.ts';
import { MarkList } from './mark-list.ts';
import { addressForm, matchAt } from './patterns.ts';
import { phraseAt } from './phrase-at.ts';
import { namedSymbolEnd, symbolAt } from './symbols/symbol-at.ts';
import { unglue } from './unglue.ts';

const emojis: Readonly<Record<string, 'check' | 'cross' | 'target' | 'up' | 'down' | 'emoji'>> = Object.fromEntries(
  Object.entries(emojiMarks).map(([name, character]) => [character, name as keyof typeof emojiMarks]),
);

/** Reads a folded text from left to right into marks. */
export function readMarks(folded: Folded, lexicon: Lexicon): Omit<Reading, 'quotes'> {
  return new Reader(folded, lexicon).read();
}

const space = 0x20;
const newLine = 0x0a;
const comma = 0x2c;
const point = 0x2e;
const plus = 0x2b;

class Reader {
  readonly #folded: Folded;
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly #list = new MarkList();
  #at = 0;
  /** The last mark is a label that a number goes with: `TP 1: 20` is no ratio and no time. */
  #isBehindLabel = false;

  constructor(folded: Folded, lexicon: Lexicon) {
    this.#folded = folded;
    this.#text = folded.text;
    this.#lexicon = lexicon;
  }

  read(): Omit<Reading, 'quotes'> {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code === space) this.#at += 1;
      else if (code === newLine) this.#endLine();
      else this.#readOne(code);
    }
    return { marks: this.#list.marks, sentences: this.#list.sentences };
  }

  #readOne(code: number): void {
    const start = this.#at;
    if (this.#skipAddress()) return;
    if (isDigitCode(code)) this.#readNumber(digitsAt(this.#folded, start, this.#isBehindLabel));
    else if (isLetterCode(code)) this.#readLetters();
    else if (code >= firstIndexMark && code <= lastIndexMark)
      this.#push({ kind: 'index', index: code - firstIndexMark + 1, start, end: start + 1 });
    else if (code >= 0xe100 && code <= 0xe1ff)
      this.#push({ kind: 'emoji', emoji: emojis[this.#text.charAt(start)] ?? 'emoji', start, end: start + 1 });
    else if ((code === point || code === comma) && this.#isFraction()) this.#readNumber(numberAt(this.#text, start));
    else this.#readSign(this.#text.charAt(start));
  }

  #skipAddress(): boolean {
    if (!this.#leadsToAddress()) return false;
    const found = matchAt(addressForm, this.#text, this.#at)?.[0];
    if (found === undefined || /^@(?:market|price|current|entry)/.test(found)) return false;
    this.#at += found.length;
    return true;
  }

  #leadsToAddress(): boolean {
    const text = this.#text;
    const first = text.charCodeAt(this.#at);
    const next = text.charCodeAt(this.#at + 1);
    const leads =
      first === 0x40
        ? isLetterCode(next)
        : first === 0x68
          ? text.startsWith('http', this.#at)
          : (first === 0x74 && next === point) || (first === 0x77 && next === 0x77);
    return leads && !isGluedAt(text, this.#at);
  }

  /** `.785` after a space or a sign, not the dot of `TP.1`. */
  #isFraction(): boolean {
    const text = this.#text;
    const before = text.charCodeAt(this.#at - 1);
    return (
      isDigitCode(text.charCodeAt(this.#at + 1)) &&
      isDigitCode(text.charCodeAt(this.#at + 2)) &&
      !isDigitCode(before) &&
      !isLetterCode(before)
    );
  }

  #readNumber(mark: BareMark | undefined): void {
    if (mark === undefined) return this.#readSign(this.#text.charAt(this.#at));
    this.#push(mark);
    // `170+ pips`
    const isOpen = mark.kind === 'number' && this.#text.charCodeAt(this.#at) === plus;
    if (isOpen && /^\+\s?(pips?|p\b|пункт|пипс)/u.test(this.#text.slice(this.#at, this.#at + 8))) this.#at += 1;
  }

  #readLetters(): void {
    const text = this.#text;
    const start = this.#at;
    const found = symbolAt(this.#folded, start);
    const phrase = phraseAt(this.#lexicon, text, start);
    if (found !== undefined && (phrase === undefined || found.end >= phrase.end || phrase.meaning.kind !== 'concept'))
      return this.#push({ kind: 'symbol', hit: found.hit, start, end: found.end });
    if (phrase !== undefined) return this.#pushMeaning(phrase.meaning, start, phrase.end);
    // A digit or a space behind the letter.
    const isCounted = text.charCodeAt(start + 1) <= 0x39;
    const counted = isCounted ? this.#countedAt(start) : undefined;
    if (counted !== undefined) return this.#push(counted);
    this.#readWord();
  }

  /** `x10`, `h4`. */
  #countedAt(start: number): BareMark | undefined {
    const first = this.#text.charAt(start);
    if ('xх'.includes(first)) return isGluedAt(this.#text, start) ? undefined : leverageAt(this.#text, start);
    return 'mhdw'.includes(first) ? frameAt(this.#text, start) : undefined;
  }

  #readWord(): void {
    const start = this.#at;
    const end = lettersEnd(this.#text, start);
    const word = this.#text.slice(start, end);
    const parts = unglue(word, this.#lexicon);
    if (parts !== undefined) {
      let at = start;
      for (const { length, meaning } of parts) {
        this.#pushMeaning(meaning, at, at + length);
        at += length;
      }
      return;
    }
    const isName = this.#isName(start);
    this.#push({ kind: 'word', text: word, isUpper: isName && this.#isUpper(start, end), isName, start, end });
  }

  #pushMeaning(meaning: Meaning, start: number, end: number): void {
    switch (meaning.kind) {
      case 'concept': {
        const { concept } = meaning;
        const index = meaning.counts ? indexIn(concept, this.#text.slice(start, end)) : undefined;
        this.#push({ kind: 'concept', concept, index, start, end });
        this.#isBehindLabel = concept === 'takeProfit' || concept === 'entry' || concept === 'dca';
        return;
      }
      case 'currency':
        return this.#push({ kind: 'currency', code: meaning.code, start, end });
      case 'symbol':
        return this.#push({
          kind: 'symbol',
          hit: meaning.hit,
          start,
          end: Math.max(end, namedSymbolEnd(this.#text, start)),
        });
    }
  }

  #readSign(sign: string): void {
    const text = this.#text;
    const start = this.#at;
    if ((sign === '#' || sign === '$') && isLetterCode(text.charCodeAt(start + 1))) return this.#readTag(sign);
    this.#push({ kind: 'sign', sign, start, end: start + 1 });
    if (sign === '?') this.#list.ask();
    if (!'.!?;'.includes(sign)) return;
    const next = text.charCodeAt(start + 1);
    const isInside = next !== space && next !== newLine && next < 0xe000;
    const isBeforeNumber = (sign === '.' || sign === ';') && /^ *\d/.test(text.slice(start + 1, start + 9));
    if (!isInside && !isBeforeNumber) this.#list.endSentence();
  }

  #readTag(sign: '#' | '$'): void {
    const text = this.#text;
    const start = this.#at;
    this.#at += 1;
    const end = alphanumericEnd(text, this.#at);
    const word = text.slice(this.#at, end);
    const isKnown =
      symbolAt(this.#folded, this.#at) !== undefined || phraseAt(this.#lexicon, text, this.#at) !== undefined;
    if (isKnown || word.length > 12 || unglue(word, this.#lexicon) !== undefined) return this.#readLetters();
    const isUpper = this.#isUpper(start, end);
    if (isUpper) this.#push({ kind: 'tag', name: word.toUpperCase(), sign, start, end });
    else this.#push({ kind: 'word', text: word, isUpper, isName: false, start, end });
  }

  #push(mark: BareMark): void {
    this.#list.push(mark);
    this.#at = mark.end;
    this.#isBehindLabel = false;
  }

  #endLine(): void {
    this.#list.endLine(this.#at);
    this.#at += 1;
    this.#isBehindLabel = false;
  }

  #isUpper(start: number, end: number): boolean {
    const original = this.#folded.original.slice(this.#folded.at[start], this.#folded.at[end]);
    return original !== original.toLowerCase() && original === original.toUpperCase();
  }

  #isName(start: number): boolean {
    const place = this.#folded.at[start] ?? 0;
    const first = this.#folded.original.charAt(place);
    return first !== this.#text.charAt(start) && first !== first.toLowerCase();
  }
}

function alphanumericEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const code = text.charCodeAt(end);
    if (!isLetterCode(code) && !isDigitCode(code)) return end;
    end += 1;
  }
}
