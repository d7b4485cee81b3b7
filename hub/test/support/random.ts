import { randomInt } from 'node:crypto';

/** Random numbers that can be had again by their seed. */
export interface Random {
  readonly seed: number;
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number;
  /** So many hexadecimal digits. */
  hex(digits: number): string;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32 over a 32-bit seed. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seededRandom(seed: number = randomInt(2 ** 31)): Random {
  let state = seed >>> 0;
  const random: Random = {
    seed,
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    integer: (from, to) => from + Math.floor(random.next() * (to - from + 1)),
    hex: (digits) => Array.from({ length: digits }, () => random.integer(0, 15).toString(16)).join(''),
    pick: <Item>(items: readonly Item[]) => items[random.integer(0, items.length - 1)] as Item,
  };
  return random;
}
