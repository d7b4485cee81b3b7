import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCursor, moveWindow, oldestFirst, rememberedKey, secondsOf } from './index.ts';

const seen = (key: string, date?: number) => ({ key, date });

describe('a window', () => {
  it('keeps what was read now after what is left of the rest, oldest first', () => {
    const absent = [seen('a', 1), seen('b', 2), seen('c', 3)];
    const moved = moveWindow({ floor: undefined, absent, present: [seen('d', 9)], forget: 2 });
    expect(moved.seen.map(({ key }) => key)).toEqual(['c', 'd']);
    expect(moved.floor).toBe(2);
    expect(moveWindow({ floor: 7, absent, present: [], forget: -5 })).toEqual({ seen: absent, floor: 7 });
  });

  it('raises its floor to what it forgets, never to what hides something that is there', () => {
    const present = [seen('now', 100), seen('undated')];
    const floorOf = (dates: readonly (number | undefined)[], floor?: number) => {
      const absent = dates.map((date, index) => seen(String(index), date));
      return moveWindow({ floor, absent, present, forget: absent.length }).floor;
    };
    expect(floorOf([50, 99, 70])).toBe(99);
    expect(floorOf([50, 100, 4_000_000_000])).toBe(50);
    expect(floorOf([undefined])).toBeUndefined();
    expect(floorOf([50], 80)).toBe(80);
    expect(
      moveWindow({ floor: undefined, absent: [seen('a', 1)], present: [seen('b')], forget: 1 }).floor,
    ).toBeUndefined();
  });

  it('loses nothing and never lowers its floor, whatever it holds', () => {
    const dates = fc.option(fc.nat(50), { nil: undefined });
    const lists = fc.tuple(fc.array(dates), fc.array(dates), dates, fc.integer({ min: -3, max: 20 }));
    const property = fc.property(lists, ([gone, here, floor, forget]) => {
      const absent = gone.map((date, index) => seen(`gone ${index}`, date));
      const present = here.map((date, index) => seen(`here ${index}`, date));
      const moved = moveWindow({ floor, absent, present, forget });
      expect(moved.seen).toEqual([...absent, ...present].slice(Math.min(Math.max(0, forget), absent.length)));
      const newest = Math.min(...here.map((date) => date ?? Infinity));
      expect(moved.floor ?? -1).toBeGreaterThanOrEqual(floor ?? -1);
      expect(moved.floor === floor || Number(moved.floor) < newest).toBe(true);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('a cursor', () => {
  it('is written whole as long as it fits, and then without what was seen longest ago', () => {
    const write = (kept: readonly string[]) => kept.join('');
    expect(fitCursor(['a', 'b'], write)).toBe('ab');
    const long = Array.from({ length: 100 }, (_, index) => String(index % 10).repeat(5_000));
    const text = fitCursor(long, write);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(250_000);
    expect(text).toBe(write(long.slice(100 - text.length / 5_000)));
    expect(fitCursor(['x'.repeat(300_000)], write)).toBe('');
  });

  it('keeps short ids as they are, and a hash of long ones', () => {
    expect(rememberedKey('short')).toBe('short');
    expect(rememberedKey('x'.repeat(94))).toBe('x'.repeat(94));
    expect(rememberedKey('x'.repeat(95))).toMatch(/^#[\w-]{24}$/);
    expect(rememberedKey('ü'.repeat(60))).not.toBe(rememberedKey('ü'.repeat(61)));
  });
});

describe('items in the order of time', () => {
  const order = (items: readonly (readonly [string, number | undefined])[]) =>
    oldestFirst(items, ([, date]) => date).map(([key]) => key);

  it('stand by their dates, those of one date as they stood, those without beside the one before them', () => {
    expect(
      order([
        ['b', 2],
        ['a', 1],
        ['a2', undefined],
        ['b2', 2],
      ]),
    ).toEqual(['a', 'a2', 'b', 'b2']);
    expect(
      order([
        ['first', undefined],
        ['a', 1],
      ]),
    ).toEqual(['first', 'a']);
    expect(order([])).toEqual([]);
  });

  it('have whole seconds', () => {
    expect(secondsOf('1970-01-01T00:00:01.999Z')).toBe(1);
    expect(secondsOf(undefined)).toBeUndefined();
  });
});
