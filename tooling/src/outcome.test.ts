import { describe, expect, it } from 'vitest';
import { optionalParts } from './optional-parts.ts';
import { closingLines, judgeTests } from './outcome.ts';

const clean = { passed: 3, failed: [], skipped: [] };

describe('the verdict on a run of vitest', () => {
  it('is the report itself when all is well', () => {
    expect(judgeTests(0, clean)).toEqual(clean);
  });

  it('is a failure without a report, even when vitest ended with 0', () => {
    expect(judgeTests(0, undefined).failed).toHaveLength(1);
  });

  it('is a failure when no test was found', () => {
    expect(judgeTests(0, { passed: 0, failed: [], skipped: [] }).failed).toEqual(['tests (none found)']);
  });

  it('is a failure when vitest ended with another code than 0 though no test failed', () => {
    expect(judgeTests(1, clean).failed).toEqual(['tests (vitest ended with 1)']);
  });

  it('does not count a failed test twice', () => {
    expect(judgeTests(1, { ...clean, failed: ['a'] }).failed).toEqual(['a']);
  });
});

describe('the end of the output', () => {
  it('has the counts alone on its last line', () => {
    const outcomes = [clean, { passed: 1, failed: ['lint'], skipped: [{ name: 'a', reason: '' }] }];
    expect(closingLines(outcomes, []).at(-1)).toBe('4 passed, 1 failed, 1 skipped');
  });

  it('names what failed', () => {
    expect(closingLines([{ ...clean, failed: ['a > b'] }], [])).toContain('  a > b');
  });

  it('names each skipped test with its reason', () => {
    const skipped = [{ name: 'a > b', reason: 'needs redis-server' }];
    expect(closingLines([{ ...clean, skipped }], [])).toContain('  a > b: needs redis-server');
  });

  it('says of each missing part what it is for and how to get it', () => {
    const text = closingLines([clean], optionalParts).join('\n');
    for (const { name, neededFor, howToGet } of optionalParts) {
      expect(text).toMatch(new RegExp(`${name} +for ${neededFor}; to get it: `));
      expect(text).toContain(howToGet);
    }
  });

  it('says so when nothing was skipped', () => {
    expect(closingLines([clean], [])).toContain('Nothing was skipped.');
  });
});
