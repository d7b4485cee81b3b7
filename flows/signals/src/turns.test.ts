import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

interface Step {
  readonly id: string;
  /** Null for alone. */
  readonly key: string | null;
  readonly waitsForEarlier: boolean;
  /** Turns of the microtask queue that the work takes. */
  readonly lasts: number;
  readonly fails: boolean;
}

const pass = async (count: number) => {
  for (let left = count; left > 0; left -= 1) await Promise.resolve();
};

const steps = fc.array(
  fc.record({
    id: fc.constantFrom('one', 'two'),
    key: fc.constantFrom(null, 'a', 'b', 'c'),
    waitsForEarlier: fc.boolean(),
    lasts: fc.nat({ max: 12 }),
    fails: fc.boolean(),
  }),
  { maxLength: 14 },
);

/** Runs all at once, as they are given. @returns what began and ended, in that order */
async function run(all: readonly Step[]): Promise<readonly string[]> {
  const turns = createTurns();
  const log: string[] = [];
  const work = async ({ lasts, fails, waitsForEarlier }: Step, index: number, earlier?: () => Promise<void>) => {
    log.push(`begins ${index}`);
    await pass(lasts);
    if (waitsForEarlier && earlier !== undefined) {
      await earlier();
      log.push(`waited ${index}`);
    }
    log.push(`ends ${index}`);
    if (fails) throw new Error('on purpose');
  };
  await Promise.allSettled(
    all.map((step, index) =>
      step.key === null
        ? turns.alone(step.id, () => work(step, index))
        : turns.apart(step.id, step.key, (earlier) => work(step, index, earlier)),
    ),
  );
  return log;
}

test('what is alone, or of the same key, is done in order; who waits for what is earlier finds it over; all is done', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const log = await run(all);
      const at = (what: string, index: number) => log.indexOf(`${what} ${index}`);
      expect(all.every((_step, index) => at('begins', index) !== -1 && at('ends', index) !== -1)).toBe(true);
      const pairs = all.flatMap((later, second) =>
        all
          .slice(0, second)
          .map((before, first) => ({ before, first, later, second }))
          .filter(({ before }) => before.id === later.id),
      );
      const inOrder = pairs.filter(
        ({ before, later }) => before.key === null || later.key === null || before.key === later.key,
      );
      const waited = pairs.filter(({ later }) => later.waitsForEarlier && later.key !== null);
      expect(inOrder.filter(({ first, second }) => at('ends', first) > at('begins', second))).toEqual([]);
      expect(waited.filter(({ first, second }) => at('ends', first) > at('waited', second))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('what is of another key, or about another thing, does not wait', async () => {
  const slow = { id: 'one', key: 'a', waitsForEarlier: false, lasts: 30, fails: false };
  const log = await run([slow, { ...slow, key: 'b', lasts: 1 }, { ...slow, id: 'two', key: null, lasts: 1 }]);
  expect(log.slice(0, 3)).toEqual(['begins 0', 'begins 1', 'begins 2']);
  expect(log.at(-1)).toBe('ends 0');
});
