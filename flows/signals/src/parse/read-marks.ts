import { type Folded, foldWord, firstIndexMark, lastIndexMark, marks as emojiMarks } from './fold.ts';
import { type BareMark, fullMark } from './full-mark.ts';
import type { Lexicon, Meaning, PhraseNode } from './lexicon.ts';
import type { Mark, Reading, Sentence } from './mark.ts';
import { digit, frameUnit, isLetter, isLetterCode, thousandfold } from './letters.ts';
import { noPriceAt, readNumber } from './numbers.ts';
import {
  addressForm,
  frameForm,
  kiloForm,
  leverageForm,
  leverageGlued,
  moneyForm,
  ordinalForm,
  pipsForm,
  unitForm,
} from './patterns.ts';
import { symbolAt } from './symbols/symbol-at.ts';
import type { Concept } from './words/index.ts';
import { unglue } from './unglue.ts';
import { ordinalWords } from './words/ordinals.ts';

const ordinals = new Map([...ordinalWords].map(([word, index]) => [foldWord(word), index]));
const emojis: Readonly<Record<string, 'check' | 'cross' | 'target' | 'up' | 'down' | 'emoji'>> = Object.fromEntries(
  Object.entries(emojiMarks).map(([name, character]) => [character, name as keyof typeof emojiMarks]),
);
/** Reads a folded text from left to right into marks. */
export function readMarks(folded: Folded, lexicon: Lexicon): Omit<Reading, 'quotes'> {
  return new Reader(folded, lexicon).read();
}

interface OpenSentence {
  readonly concepts: Set<Concept>;
  isQuestion: boolean;
  words: number;
}

class Reader {
  readonly #folded: Folded;
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly #marks: Mark[] = [];
  readonly #sentences: OpenSentence[] = [];
  #line = 0;
  #at = 0;

  constructor(folded: Folded, lexicon: Lexicon) {
    this.#folded = folded;
    this.#text = folded.text;
    this.#lexicon = lexicon;
    this.#endSentence();
  }

  read(): Omit<Reading, 'quotes'> {
    const text = this.#text;
    while (this.#at < text.length) {
      const character = text[this.#at] as string;
      if (character === ' ') this.#at += 1;
      else if (character === '\n') this.#endLine();
      else this.#readOne(character);
    }
    return { marks: this.#marks, sentences: this.#sentences satisfies readonly Sentence[] };
  }

  #readOne(character: string): void {
    if (this.#skipAddress(character)) return;
    const code = character.charCodeAt(0);
    if (code >= firstIndexMark && code <= lastIndexMark) {
      this.#push({ kind: 'index', index: code - firstIndexMark + 1, start: this.#at, end: this.#at + 1 });
    } else if (code >= 0xe100 && code <= 0xe1ff) {
      this.#push({ kind: 'emoji', emoji: emojis[character] ?? 'emoji', start: this.#at, end: this.#at + 1 });
    } else if (digit.test(character)) this.#readDigits();
    else if ((character === '.' || character === ',') && this.#isFraction()) this.#readNumber();
    else if (isLetter(character)) this.#readLetters();
    else this.#readSign(character);
  }

  #skipAddress(character: string): boolean {
    if (!'@htw'.includes(character) || this.#isGlued() || !this.#leadsToAddress(character)) return false;
    const found = this.#match(addressForm)?.[0];
    if (found === undefined || /^@(?:market|price|current|entry)/.test(found)) return false;
    this.#at += found.length;
    return true;
  }

  #leadsToAddress(character: string): boolean {
    const next = this.#text[this.#at + 1] ?? ' ';
    if (character === '@') return isLetter(next);
    return character === 'h' ? this.#text.startsWith('http', this.#at) : next === (character === 't' ? '.' : 'w');
  }

  /** `.785` after a space or a sign, not the dot of `TP.1`. */
  #isFraction(): boolean {
    const before = this.#text[this.#at - 1] ?? ' ';
    return /\d\d/.test(this.#text.slice(this.#at + 1, this.#at + 3)) && !digit.test(before) && !isLetter(before);
  }

  #readDigits(): void {
    const found = this.#leadsToLetter() ? symbolAt(this.#folded, this.#at) : undefined;
    if (found !== undefined) return this.#push({ kind: 'symbol', hit: found.hit, start: this.#at, end: found.end });
    const times = this.#leadsToLetter() ? (this.#match(leverageForm) ?? this.#match(leverageGlued)) : undefined;
    if (times !== undefined && !this.#isGlued()) return this.#pushLeverage(times);
    const ordinal = this.#leadsToLetter() ? this.#match(ordinalForm) : undefined;
    if (ordinal !== undefined && Number(ordinal[1]) >= 1 && Number(ordinal[1]) <= 20) {
      return this.#push({
        kind: 'index',
        index: Number(ordinal[1]),
        start: this.#at,
        end: this.#at + ordinal[0].length,
      });
    }
    const frame = this.#leadsToLetter() ? this.#match(frameForm) : undefined;
    if (frame !== undefined) return this.#pushFrame(frame);
    const noPrice = this.#isGlued() || this.#isBehindLabel() ? 0 : noPriceAt(this.#text, this.#at);
    if (noPrice > 0) {
      this.#push({
        kind: 'word',
        text: this.#text.slice(this.#at, this.#at + noPrice),
        isUpper: false,
        isName: false,
        start: this.#at,
        end: this.#at + noPrice,
      });
      return;
    }
    this.#readNumber();
  }

  /** Whether a letter follows the digits, or one space and a letter: else they are a number. */
  #leadsToLetter(): boolean {
    let at = this.#digitsEnd(this.#at);
    if (this.#text[at] === ' ') at += 1;
    return isLetterCode(this.#text.charCodeAt(at)) || this.#text[at] === '\u00b0';
  }

  #readNumber(): void {
    const start = this.#at;
    const found = readNumber(this.#text, start);
    if (found === undefined) return this.#readSign(this.#text[start] as string);
    let end = start + found.length;
    let { value, other } = found;
    if (this.#matchAt(kiloForm, end) !== undefined) {
      value = thousandfold(value);
      other = undefined;
      end += 1;
    }
    const isList = this.#isListNumber(start, end, value);
    if (isList) return this.#push({ kind: 'index', index: Number(value), start, end: end + 1 });
    const hasUnit = this.#leadsToUnit(end);
    const percent = hasUnit ? this.#matchAt(unitForm, end) : undefined;
    const pips = hasUnit && percent === undefined ? this.#matchAt(pipsForm, end) : undefined;
    const money = hasUnit && percent === undefined && pips === undefined ? this.#matchAt(moneyForm, end) : undefined;
    const unit =
      percent !== undefined ? 'percent' : pips !== undefined ? 'pips' : money !== undefined ? 'money' : 'price';
    end += (percent ?? pips ?? money)?.[0].length ?? 0;
    this.#push({
      kind: 'number',
      value,
      ...(other === undefined ? {} : { other }),
      unit,
      ...this.#signBefore(start),
      raw: this.#text.slice(start, start + found.length),
      spaced: this.#text[start - 1] === ' ' && digit.test(this.#text[start - 2] ?? ' '),
      glued: isLetter(this.#text[start - 1] ?? ' '),
      start,
      end,
    });
    // `170+ pips`
    if (this.#text[this.#at] === '+' && /^\+\s?(pips?|p\b|пункт|пипс)/u.test(this.#text.slice(this.#at, this.#at + 8)))
      this.#at += 1;
  }

  #leadsToUnit(end: number): boolean {
    let at = end;
    while (this.#text[at] === ' ' || this.#text[at] === '+') at += 1;
    const next = this.#text.charCodeAt(at);
    return isLetterCode(next) || next === 0x25 || next > 0x7f;
  }

  /** `1)` and `1.` at the beginning of a list's item. */
  #isListNumber(start: number, end: number, value: string): boolean {
    if (!/^([1-9]|1\d|20)$/.test(value) || this.#isGlued()) return false;
    const next = this.#text[end];
    if (next === ')' && this.#text[start - 1] !== '(') return true;
    return next === '.' && this.#text[end + 1] === ' ' && this.#startsLine(start);
  }

  #startsLine(at: number): boolean {
    for (let index = at - 1; index >= 0; index--) {
      const character = this.#text[index] as string;
      if (character === '\n') return true;
      if (isLetter(character) || digit.test(character)) return false;
    }
    return true;
  }

  #signBefore(start: number): { readonly sign?: '+' | '-' } {
    const sign = this.#text[start - 1];
    if (sign !== '+' && sign !== '-') return {};
    const before =
      this.#text
        .slice(0, start - 1)
        .trimEnd()
        .at(-1) ?? '\n';
    // A dash after a number is that of a range, after a label that of the label.
    if (sign === '-' && (digit.test(before) || isLetter(before) || ':)]%'.includes(before) || before >= '\ue000'))
      return {};
    return this.#text[start - 2] === ' ' || start === 1 || '\n('.includes(this.#text[start - 2] ?? '\n')
      ? { sign }
      : {};
  }

  #isGlued(): boolean {
    return isLetter(this.#text[this.#at - 1] ?? ' ');
  }

  #readLetters(): void {
    const found = symbolAt(this.#folded, this.#at);
    const phrase = this.#phrase();
    if (found !== undefined && (phrase === undefined || found.end >= phrase.end || !('concept' in phrase.meaning))) {
      return this.#push({ kind: 'symbol', hit: found.hit, start: this.#at, end: found.end });
    }
    if (phrase !== undefined) return this.#pushMeaning(phrase.meaning, this.#at, phrase.end);
    const first = this.#text[this.#at] as string;
    const next = this.#text.charCodeAt(this.#at + 1);
    const isCounted = next <= 57;
    const times = isCounted && 'xх'.includes(first) ? this.#match(leverageForm) : undefined;
    if (times !== undefined && !this.#isGlued()) return this.#pushLeverage(times);
    const frame = isCounted && 'mhdw'.includes(first) ? this.#match(frameForm) : undefined;
    if (frame !== undefined) return this.#pushFrame(frame);
    this.#readWord();
  }

  /** `TP 1: 20`: the number of a target and its price, no ratio and no time. */
  #isBehindLabel(): boolean {
    const before = this.#marks.at(-1);
    return (
      before?.kind === 'concept' &&
      (before.concept === 'takeProfit' || before.concept === 'entry' || before.concept === 'dca')
    );
  }

  #readWord(): void {
    const start = this.#at;
    const end = this.#wordEnd(start);
    const word = this.#text.slice(start, end);
    const isName = this.#isName(start);
    const parts = unglue(word, this.#lexicon);
    if (parts !== undefined) {
      let at = start;
      for (const { length, meaning } of parts) {
        this.#pushMeaning(meaning, at, at + length);
        at += length;
      }
      return;
    }
    this.#push({
      kind: 'word',
      text: word,
      isUpper: isName && this.#isUpper(start, end),
      isName,
      start,
      end,
    });
  }

  /** The longest phrase that begins here. */
  #phrase(): { readonly meaning: Meaning; readonly end: number } | undefined {
    let node: PhraseNode = this.#lexicon.root;
    let at = this.#at;
    let best: { readonly meaning: Meaning; readonly end: number } | undefined;
    for (;;) {
      const end = digit.test(this.#text[at] ?? '') ? this.#digitsEnd(at) : this.#wordEnd(at);
      const next =
        node.next.get(this.#text.slice(at, end)) ??
        (node === this.#lexicon.root ? this.#withoutPrefix(at, end) : undefined);
      if (next === undefined) return best;
      node = next;
      // `t1` is a phrase of its own; `tp1` is `tp` and a number. Either way the digits are no part of the word.
      if (node.meaning !== undefined) best = { meaning: node.meaning, end };
      const following = this.#skipSoft(end);
      if (following === undefined || node.next.size === 0) return best;
      at = following;
    }
  }

  /** Arabic writes "and", "with", "for" and the article together with the word. */
  #withoutPrefix(at: number, end: number): PhraseNode | undefined {
    const first = this.#text.charCodeAt(at);
    if (first < 0x600 || first > 0x6ff) return undefined;
    const word = this.#text.slice(at, end);
    for (const prefix of ['وال', 'بال', 'فال', 'لل', 'ال', 'و', 'ف', 'ب', 'ل']) {
      if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue;
      const node = this.#lexicon.root.next.get(word.slice(prefix.length));
      if (node !== undefined) return node;
    }
    return undefined;
  }

  /** Between the words of a phrase: one space or sign, or both; never a new line. */
  #skipSoft(end: number): number | undefined {
    let at = end;
    let signs = 0;
    while (at < this.#text.length && at - end < 4) {
      const character = this.#text[at] as string;
      if (character === ' ') at += 1;
      else if (".-/_'&".includes(character) && signs === 0) {
        signs += 1;
        at += 1;
      } else break;
    }
    const next = this.#text[at] ?? '\n';
    return isLetter(next) || digit.test(next) || next === '@' ? at : undefined;
  }

  #pushMeaning(meaning: Meaning, start: number, end: number): void {
    if ('concept' in meaning) {
      const index = this.#indexIn(meaning.concept, start, end);
      this.#push({ kind: 'concept', concept: meaning.concept, ...(index === undefined ? {} : { index }), start, end });
    } else if ('currency' in meaning) this.#push({ kind: 'currency', code: meaning.currency, start, end });
    else {
      const hit = symbolAt(this.#folded, start, meaning.symbol);
      if (hit !== undefined) this.#push({ kind: 'symbol', hit: hit.hit, start, end: Math.max(end, hit.end) });
    }
  }

  #indexIn(concept: Concept, start: number, end: number): number | undefined {
    if (concept !== 'takeProfit' && concept !== 'ordinal') return undefined;
    const text = this.#text.slice(start, end);
    if (concept === 'ordinal') return ordinals.get(text);
    const counted = /^t(\d)$/.exec(text)?.[1];
    return counted === undefined ? ordinals.get(text.split(' ')[0] ?? '') : Number(counted);
  }

  #pushLeverage(found: RegExpExecArray): void {
    this.#push({
      kind: 'leverage',
      times: String(Number(found[1] ?? found[2] ?? found[3])),
      start: this.#at,
      end: this.#at + found[0].length,
    });
  }

  #pushFrame(found: RegExpExecArray): void {
    const count = found[2] ?? found[3] ?? '';
    const unit = frameUnit(found[1] ?? found[4] ?? '');
    this.#push({ kind: 'timeframe', frame: `${count}${unit}`, start: this.#at, end: this.#at + found[0].length });
  }

  #readSign(sign: string): void {
    const start = this.#at;
    if ((sign === '#' || sign === '$') && isLetter(this.#text[start + 1] ?? ' ')) return this.#readTag(sign);
    this.#push({ kind: 'sign', sign, start, end: start + 1 });
    const next = this.#text[this.#at] ?? ' ';
    if (sign === '?') this.#openSentence().isQuestion = true;
    if ((sign === '.' || sign === ';') && /^ *\d/.test(this.#text.slice(this.#at, this.#at + 8))) return;
    if ('.!?;'.includes(sign) && (next === ' ' || next === '\n' || next >= '\ue000')) this.#endSentence();
  }

  #readTag(sign: '#' | '$'): void {
    const start = this.#at;
    this.#at += 1;
    const end = this.#alphanumericEnd(this.#at);
    const word = this.#text.slice(this.#at, end);
    const isKnown = symbolAt(this.#folded, this.#at) !== undefined || this.#phrase() !== undefined;
    if (isKnown || unglue(word, this.#lexicon) !== undefined || word.length > 12) return this.#readLetters();
    const isUpper = this.#isUpper(start, end);
    if (isUpper) this.#push({ kind: 'tag', name: word.toUpperCase(), sign, start, end });
    else this.#push({ kind: 'word', text: word, isUpper, isName: false, start, end });
  }

  #push(mark: BareMark): void {
    const sentence = this.#openSentence();
    if (mark.kind === 'concept') sentence.concepts.add(mark.concept);
    if (mark.kind === 'word') sentence.words += 1;
    this.#marks.push(fullMark(mark, this.#line, this.#sentences.length - 1));
    this.#at = mark.end;
  }

  #endLine(): void {
    this.#push({ kind: 'line', start: this.#at, end: this.#at + 1 });
    this.#line += 1;
    this.#endSentence();
  }

  #openSentence(): OpenSentence {
    return this.#sentences.at(-1) as OpenSentence;
  }

  #endSentence(): void {
    this.#sentences.push({ concepts: new Set(), isQuestion: false, words: 0 });
  }

  #wordEnd(start: number): number {
    let end = start;
    while (end < this.#text.length && isLetterCode(this.#text.charCodeAt(end))) end += 1;
    return end;
  }

  #digitsEnd(start: number): number {
    let end = start;
    while (digit.test(this.#text[end] ?? '')) end += 1;
    return end;
  }

  #alphanumericEnd(start: number): number {
    let end = start;
    while (isLetter(this.#text[end] ?? ' ') || digit.test(this.#text[end] ?? ' ')) end += 1;
    return end;
  }

  #isUpper(start: number, end: number): boolean {
    const original = this.#folded.original.slice(this.#folded.at[start], this.#folded.at[end]);
    return original !== original.toLowerCase() && original === original.toUpperCase();
  }

  #isName(start: number): boolean {
    const place = this.#folded.at[start] ?? 0;
    const first = this.#folded.original[place] ?? '';
    return first !== this.#text[start] && first !== first.toLowerCase();
  }

  #match(form: RegExp): RegExpExecArray | undefined {
    return this.#matchAt(form, this.#at);
  }

  #matchAt(form: RegExp, at: number): RegExpExecArray | undefined {
    form.lastIndex = at;
    return form.exec(this.#text) ?? undefined;
  }
}
