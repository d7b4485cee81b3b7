import { createHash } from 'node:crypto';

/**
 * What a reader does not see and a model does: tag characters (a second alphabet), marks that turn text around, controls,
 * halves of characters. https://www.unicode.org/reports/tr36/, https://embracethered.com/blog/posts/2024/hiding-and-finding-text-with-unicode-tags/
 */
const unseen =
  /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]|[\u202A-\u202E\u2060-\u206F\u200B\u200E\u200F\uFEFF\u00AD]|[^\P{Cc}\t\n]/gu;

/** The text as a person sees it, each line ended by a line feed. */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(unseen, '');
}

export interface Fenced {
  /** The whole block, delimiters included. */
  readonly block: string;
  readonly open: string;
  readonly close: string;
}

/**
 * Data between two lines that it cannot hold. Their mark is made from the data itself: to write its own end, a text
 * would have to contain a part of its own SHA-256. The same data has the same fence, so that answers can be kept.
 */
export function fence(name: string, data: string): Fenced {
  let mark = '';
  for (let turn = 0; mark === '' || data.includes(mark); turn++) {
    mark = createHash('sha256').update(`${turn}\n${name}\n${data}`).digest('hex').slice(0, 32);
  }
  const open = `<<<${name} ${mark}>>>`;
  const close = `<<<end of ${name} ${mark}>>>`;
  return { block: `${open}\n${data}\n${close}`, open, close };
}
