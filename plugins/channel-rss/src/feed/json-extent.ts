import { deepest, mostNodes } from './feed.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Whether a text of JSON has more levels or values than any feed. Looks at its marks only, before anything is built of
 * it: millions of empty values are read in seconds, in which nobody else is served.
 */
export function isBeyondJson(source: string): boolean {
  let depth = 0;
  let values = 0;
  for (let index = 0; index < source.length; index++) {
    const mark = source.charCodeAt(index);
    if (mark === quote) index = endOfText(source, index);
    else if (closing.has(mark)) depth -= 1;
    else if (mark === comma) values += 1;
    else if (opening.has(mark)) {
      depth += 1;
      values += 1;
    }
    if (depth > deepest || values > mostNodes) return true;
  }
  return false;
}

/** The place of the closing quotation mark. */
function endOfText(source: string, start: number): number {
  let index = start + 1;
  while (index < source.length && source.charCodeAt(index) !== quote) {
    index += source.charCodeAt(index) === backslash ? 2 : 1;
  }
  return index;
}
