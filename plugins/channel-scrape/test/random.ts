/** Random choices that are the same in every run: a property that fails does so again. */
export interface Random {
  /** From 0 to `below` − 1. */
  integer(below: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  /** Up to `mostPieces` of the pieces, joined. */
  join(pieces: readonly [string, ...string[]], mostPieces: number): string;
  shuffle<Value>(values: readonly Value[]): Value[];
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (below: number) => Math.floor(next() * below);
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value => values[integer(values.length)] ?? values[0];
  return {
    integer,
    pick,
    join: (pieces, mostPieces) => Array.from({ length: integer(mostPieces + 1) }, () => pick(pieces)).join(''),
    shuffle: (values) =>
      values
        .map((value) => ({ value, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ value }) => value),
  };
}
