import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../src/decimal.ts';

describe('a number of JSON as decimal text', () => {
  it.each([
    ['0', '0'],
    ['0.0', '0'],
    ['12', '12'],
    ['0.00014', '0.00014'],
    ['1.4e-4', '0.00014'],
    ['1E+2', '100'],
    ['12.50', '12.5'],
    ['1e-7', '0.0000001'],
    ['0.1234567890123456789012345678901234567', '0.1234567890123456789012345678901234567'],
    ['9007199254740993', '9007199254740993'],
  ])('%s is %s', (source, text) => {
    expect(decimalOf(source)).toBe(text);
  });

  it.each([
    ['0.00000125', '1.25'],
    ['0.00001', '10'],
    ['2e-6', '2'],
    ['0', '0'],
  ])('a price of %s for one token is %s for a million', (source, text) => {
    expect(decimalOf(source, 6)).toBe(text);
  });

  it.each(['', 'x', '-1', '-0.5', '1e999', '1e-99', '0x10', '1_000', ' 1', '1,5', 'NaN', 1.5, null, undefined, {}])(
    '%j is none',
    (source) => {
      expect(decimalOf(source)).toBeUndefined();
    },
  );

  it('is the number, and fits the contract, wherever the point and the exponent stand', () => {
    const digits = fc.stringMatching(/^[1-9][0-9]{0,14}$/);
    fc.assert(
      fc.property(digits, fc.integer({ min: -20, max: 20 }), (mantissa, exponent) => {
        const text = decimalOf(`${mantissa}e${exponent}`);
        expect(text).toMatch(/^(0|[1-9]\d{0,37})(\.\d{0,37}[1-9])?$/);
        expect(Number(text)).toBe(Number(`${mantissa}e${exponent}`));
        expect(decimalOf(text, -exponent)).toBe(decimalOf(mantissa));
      }),
    );
  });
});
