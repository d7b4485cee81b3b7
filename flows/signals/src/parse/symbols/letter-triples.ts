/** Whether the three characters at a place may be one of a list: told without cutting them out of the text. */
export type MayBeTriple = (text: string, at: number) => boolean;

/** Never says no to a triple of the list; seldom says yes to another. */
export function tripleFilter(triples: Iterable<string>): MayBeTriple {
  const known = new Uint8Array(0x8000);
  for (const triple of triples) known[key(triple, 0)] = 1;
  return (text, at) => known[key(text, at)] === 1;
}

/** The last five bits of each character, which tell Latin letters apart. */
function key(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
}
