import type { CompletionPart } from '@fairlead/sdk';

const longestPart = 131_072;

/** Texts as parts of an answer: none empty, none too long, no character torn in two. */
export interface TextParts {
  push(text: string): Generator<CompletionPart, void, void>;
  /** What was held back. */
  end(): Generator<CompletionPart, void, void>;
}

/** Half of a character waits for its other half, because alone it would be lost on its way to another process. */
export function createTextParts(): TextParts {
  let half = '';
  return {
    *push(text) {
      let rest = half + text;
      half = '';
      while (rest !== '') {
        const cut = Math.min(rest.length, longestPart);
        const end = isHigh(rest.charCodeAt(cut - 1)) ? cut - 1 : cut;
        if (end > 0) yield { type: 'text', text: rest.slice(0, end).toWellFormed() };
        rest = rest.slice(end);
        if (rest.length !== 1 || !isHigh(rest.charCodeAt(0))) continue;
        half = rest;
        return;
      }
    },
    *end() {
      if (half !== '') yield { type: 'text', text: half.toWellFormed() };
      half = '';
    },
  };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
