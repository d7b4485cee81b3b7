import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idPattern, newId } from './ids.ts';

const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('newId', () => {
  it('has the layout of a UUID version 7', () => {
    fc.assert(
      fc.property(times, (nowMs) => {
        const id = newId(nowMs);
        expect(id).toMatch(new RegExp(idPattern));
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(nowMs);
      }),
    );
  });

  it('sorts by time, as text', () => {
    fc.assert(
      fc.property(times, times, (one, other) => {
        fc.pre(one !== other);
        expect(newId(one) < newId(other)).toBe(one < other);
      }),
    );
  });

  it('differs every time within one millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(1_800_000_000_000));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes fractions of a millisecond', () => {
    expect(newId(1.9)).toMatch(new RegExp(idPattern));
  });

  it.each([-1, 2 ** 48, Number.NaN, Number.POSITIVE_INFINITY])('refuses the time %d', (nowMs) => {
    expect(() => newId(nowMs)).toThrow(RangeError);
  });
});
