import { type BareMark, fullMark } from './full-mark.ts';
import type { Mark, Sentence } from './mark.ts';
import type { Concept } from './words/index.ts';

interface OpenSentence {
  readonly concepts: Set<Concept>;
  isQuestion: boolean;
  words: number;
}

/** The marks of a text as they are found, with the line and the sentence that each stands in. */
export class MarkList {
  readonly #marks: Mark[] = [];
  readonly #sentences: OpenSentence[] = [];
  #sentence: OpenSentence;
  #line = 0;

  constructor() {
    this.#sentence = this.#openSentence();
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  get sentences(): readonly Sentence[] {
    return this.#sentences;
  }

  push(mark: BareMark): void {
    if (mark.kind === 'concept') this.#sentence.concepts.add(mark.concept);
    else if (mark.kind === 'word') this.#sentence.words += 1;
    this.#marks.push(fullMark(mark, this.#line, this.#sentences.length - 1));
  }

  endLine(at: number): void {
    this.push({ kind: 'line', start: at, end: at + 1 });
    this.#line += 1;
    this.endSentence();
  }

  endSentence(): void {
    this.#sentence = this.#openSentence();
  }

  /** The sentence asks something. */
  ask(): void {
    this.#sentence.isQuestion = true;
  }

  #openSentence(): OpenSentence {
    const sentence = { concepts: new Set<Concept>(), isQuestion: false, words: 0 };
    this.#sentences.push(sentence);
    return sentence;
  }
}
