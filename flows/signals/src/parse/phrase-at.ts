import { digitsEnd, isDigitCode, isLetterCode, lettersEnd } from './letters.ts';
import type { Lexicon, Meaning, PhraseNode } from './lexicon.ts';

export interface Phrase {
  readonly meaning: Meaning;
  readonly end: number;
}

/** The longest phrase that begins at a place. */
export function phraseAt({ root }: Lexicon, text: string, start: number): Phrase | undefined {
  let end = wordEnd(text, start);
  const first = text.slice(start, end);
  let node: PhraseNode | undefined = root.next.get(first) ?? withoutPrefix(root, first);
  let meaning: Meaning | undefined;
  let meaningEnd = end;
  while (node !== undefined) {
    // `t1` is a phrase of its own; `tp1` is `tp` and a number. Either way the digits are no part of the word.
    if (node.meaning !== undefined) {
      meaning = node.meaning;
      meaningEnd = end;
    }
    const following: number = node.nextStarts === 0 ? -1 : nextWord(text, end);
    if (following === -1 || !mayGoOn(node, text.charCodeAt(following))) break;
    end = wordEnd(text, following);
    node = node.next.get(text.slice(following, end));
  }
  return meaning === undefined ? undefined : { meaning, end: meaningEnd };
}

function wordEnd(text: string, at: number): number {
  return isDigitCode(text.charCodeAt(at)) ? digitsEnd(text, at) : lettersEnd(text, at);
}

function mayGoOn({ nextStarts }: PhraseNode, first: number): boolean {
  return (nextStarts & (1 << (first & 31))) !== 0;
}

const prefixes = ['وال', 'بال', 'فال', 'لل', 'ال', 'و', 'ف', 'ب', 'ل'];
const prefixStarts: ReadonlySet<string> = new Set(prefixes.map((prefix) => prefix.charAt(0)));

/** Arabic writes "and", "with", "for" and the article together with the word. */
function withoutPrefix(root: PhraseNode, word: string): PhraseNode | undefined {
  const first = word.charCodeAt(0);
  if (!(first >= 0x600 && first <= 0x6ff) || !prefixStarts.has(word.charAt(0))) return undefined;
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue;
    const node = root.next.get(word.slice(prefix.length));
    if (node !== undefined) return node;
  }
  return undefined;
}

/** Where the next word of a phrase begins, behind one space or sign, or both; -1 for none. Never on a new line. */
function nextWord(text: string, end: number): number {
  let at = end;
  let signs = 0;
  while (at < text.length && at - end < 4) {
    const character = text.charAt(at);
    if (character === ' ') at += 1;
    else if (signs === 0 && ".-/_'&".includes(character)) {
      signs += 1;
      at += 1;
    } else break;
  }
  const next = text.charCodeAt(at);
  return isLetterCode(next) || isDigitCode(next) || next === 0x40 ? at : -1;
}
