import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, compareDecimals, priceOfTokens } from './decimal.ts';

const scaled = (units: bigint, scale: number) => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
};

test('sums are exact where floats are not', () => {
  expect(addDecimals('0.1', '0.2')).toBe('0.3');
  expect(addDecimals('0.00000012', '0.00000088')).toBe('0.000001');
  expect(addDecimals('999999999999999999.5', '0.5')).toBe('1000000000000000000');
  expect(addDecimals('-1.50', '1.5')).toBe('0');
});

test('the sum of any two is that of their whole numbers, in any order', () => {
  const units = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  fc.assert(
    fc.property(units, units, fc.integer({ min: 0, max: 20 }), (left, right, scale) => {
      const sum = addDecimals(scaled(left, scale), scaled(right, scale));
      expect(compareDecimals(sum, scaled(left + right, scale))).toBe(0);
      expect(addDecimals(scaled(right, scale), scaled(left, scale))).toBe(sum);
    }),
  );
});

test('numbers compare by value, not by how they are written', () => {
  expect(compareDecimals('1.0', '1')).toBe(0);
  expect(compareDecimals('0.09', '0.1')).toBe(-1);
  expect(compareDecimals('10', '9.99')).toBe(1);
});

test('tokens are priced by the million without rounding', () => {
  expect(priceOfTokens(1, '0.15')).toBe('0.00000015');
  expect(priceOfTokens(1_234_567, '3')).toBe('3.703701');
  expect(priceOfTokens(0, '3')).toBe('0');
});

test('what is no decimal number is refused', () => {
  for (const text of ['', '1e3', '.5', '1.', 'NaN', '01', '1,5'])
    expect(() => addDecimals(text, '0')).toThrow(TypeError);
});
