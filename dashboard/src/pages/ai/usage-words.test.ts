import { describe, expect, it } from 'vitest';
import { placed } from './placed.ts';
import { daysUntil, failuresOf } from './usage-words.ts';

describe('usage of AI', () => {
  it('has days of UTC, the oldest first, over the end of a month and a change of the clock', () => {
    expect(daysUntil(new Date('2026-03-01T23:59:59Z'), 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysUntil(new Date('2026-03-30T00:00:00Z'), 2)).toEqual(['2026-03-29', '2026-03-30']);
  });

  it('says what failed and what was passed by', () => {
    expect(failuresOf({ failed: { timeout: 2 }, skipped: { resting: 1 } })).toBe('2 × timeout, 1 passed by: resting');
    expect(failuresOf({ failed: {}, skipped: {} })).toBe('');
  });
});

describe('an order', () => {
  it.each([
    ['a', 2, ['b', 'c', 'a']],
    ['c', 0, ['c', 'a', 'b']],
    ['b', 1, ['a', 'b', 'c']],
  ] as const)('with %s at %i', (id, to, wanted) => {
    expect(placed(['a', 'b', 'c'], id, to)).toEqual(wanted);
  });
});
