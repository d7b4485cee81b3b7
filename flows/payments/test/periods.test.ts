import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriods } from '../src/subscriptions/periods.ts';

const month = { every: 1, unit: 'month' } as const;
const iso = (ms: number) => new Date(ms).toISOString();
const terms = fc.record({
  every: fc.integer({ min: 1, max: 36 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
});
const start = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

describe('periods of a subscription', () => {
  it.each([
    ['2027-01-31T10:00:00.000Z', 1, '2027-02-28T10:00:00.000Z'],
    ['2028-01-31T10:00:00.000Z', 1, '2028-02-29T10:00:00.000Z'],
    ['2027-01-31T10:00:00.000Z', 2, '2027-03-31T10:00:00.000Z'],
    ['2027-01-31T10:00:00.000Z', 3, '2027-04-30T10:00:00.000Z'],
    ['2027-10-31T23:59:59.999Z', 4, '2028-02-29T23:59:59.999Z'],
    ['2027-12-15T00:00:00.000Z', 1, '2028-01-15T00:00:00.000Z'],
  ])('from %s, after %i months, end at %s', (from, count, to) => {
    expect(iso(addPeriods(Date.parse(from), month, count))).toBe(to);
  });

  it('of a year that begin on 29 February end on its 28th, and on the 29th again where there is one', () => {
    const from = Date.parse('2028-02-29T08:00:00.000Z');
    const after = (count: number) => iso(addPeriods(from, { every: 1, unit: 'year' }, count)).slice(0, 10);
    expect([1, 2, 3, 4].map(after)).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  });

  it('keep the day of the start where the month has it and take the last where not, at the same time of day', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 24 }), fc.nat(60), (from, every, count) => {
        const end = new Date(addPeriods(from.getTime(), { every, unit: 'month' }, count));
        const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
        expect(end.getUTCDate()).toBe(Math.min(from.getUTCDate(), last));
        expect(iso(end.getTime()).slice(10)).toBe(iso(from.getTime()).slice(10));
        const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(months(end) - months(from)).toBe(every * count);
      }),
    );
  });

  it('are never empty, and twelve months are a year', () => {
    fc.assert(
      fc.property(start, terms, fc.nat(40), (from, each, count) => {
        const [one, next] = [count, count + 1].map((number) => addPeriods(from.getTime(), each, number));
        expect(next).toBeGreaterThan(one ?? 0);
        const year = addPeriods(from.getTime(), { every: 1, unit: 'year' }, count);
        expect(addPeriods(from.getTime(), { every: 12, unit: 'month' }, count)).toBe(year);
      }),
    );
  });
});
