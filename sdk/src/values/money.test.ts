import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyDecimals } from './currencies.ts';
import {
  AmountError,
  addMoney,
  decimalsOf,
  formatDecimal,
  money,
  moneyFromDecimal,
  moneyToDecimal,
  parseDecimal,
} from './money.ts';

const units = fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n });

describe('money', () => {
  it.each(currencyCodes)('of %s is read back as it was written', (currency) => {
    fc.assert(
      fc.property(units, (amountMinor) => {
        const amount = money(amountMinor, currency);
        expect(moneyFromDecimal(moneyToDecimal(amount), currency)).toEqual(amount);
      }),
      { numRuns: 20 },
    );
  });

  it.each(currencyCodes)('of %s is written with exactly its decimals', (currency) => {
    const decimals = currencyDecimals(currency) ?? Number.NaN;
    expect(moneyToDecimal(money(1n, currency))).toBe(decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`);
  });

  it.each([
    ['12.99', 'USD', 1299n],
    ['12.9', 'USD', 1290n],
    ['12', 'USD', 1200n],
    ['-0.5', 'EUR', -50n],
    ['-0', 'EUR', 0n],
    ['500', 'JPY', 500n],
    ['500.00', 'JPY', 500n],
    ['1.234', 'KWD', 1234n],
    ['1.2340', 'KWD', 1234n],
    ['0.0001', 'CLF', 1n],
    ['90071992547409.93', 'USD', 9007199254740993n],
  ])('reads “%s” %s', (text, currency, amountMinor) => {
    expect(moneyFromDecimal(text, currency)).toEqual({ amountMinor, currency });
  });

  it.each([
    ['0.001', 'USD', 'more than 2 decimals'],
    ['0.5', 'JPY', 'more than 0 decimals'],
    ['1.2345', 'KWD', 'more than 3 decimals'],
    ['1', 'ABC', 'not an ISO 4217 currency'],
    ['1', 'usd', 'not an ISO 4217 currency'],
  ])('refuses “%s” %s', (text, currency, fault) => {
    expect(() => moneyFromDecimal(text, currency)).toThrow(fault);
    expect(() => moneyFromDecimal(text, currency)).toThrow(AmountError);
  });

  it('is not made of an unknown currency', () => {
    expect(() => money(1n, 'XXX')).toThrow(AmountError);
    expect(() => moneyToDecimal({ amountMinor: 1n, currency: 'XXX' })).toThrow(AmountError);
    expect(() => decimalsOf('a long text that is no currency')).toThrow('“a long t” is not');
  });

  it('adds within one currency only', () => {
    expect(addMoney(money(1n, 'EUR'), money(-3n, 'EUR'))).toEqual(money(-2n, 'EUR'));
    expect(() => addMoney(money(1n, 'EUR'), money(1n, 'USD'))).toThrow(AmountError);
  });
});

describe('decimals', () => {
  it.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '+1',
    '1.',
    '.5',
    '01',
    '1,5',
    '1_000',
    '1e3',
    '0x1',
    'NaN',
    'Infinity',
    '--1',
    '1.2.3',
    '１',
    '1\n',
  ])('“%s” is not one', (text) => {
    expect(() => parseDecimal(text, 2)).toThrow(AmountError);
  });

  it('are refused beyond 60 digits before the point and 38 after it', () => {
    expect(parseDecimal('9'.repeat(60), 0)).toBe(10n ** 60n - 1n);
    expect(() => parseDecimal('9'.repeat(61), 0)).toThrow(AmountError);
    expect(parseDecimal(`0.${'9'.repeat(38)}`, 38)).toBe(10n ** 38n - 1n);
    expect(() => parseDecimal(`0.${'0'.repeat(39)}`, 38)).toThrow(AmountError);
  });

  it('of an asset with 18 decimals are exact', () => {
    expect(parseDecimal('1.000000000000000001', 18)).toBe(10n ** 18n + 1n);
    expect(formatDecimal(1n, 18)).toBe('0.000000000000000001');
  });

  it('are read back as they were written, for every number of decimals', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 38 }), (count, decimals) => {
        const text = formatDecimal(count, decimals);
        expect(parseDecimal(text, decimals)).toBe(count);
        expect(text.split('.')[1]?.length ?? 0).toBe(decimals);
      }),
    );
  });

  it('are exact or refused: no digit is ever lost', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^-?(0|[1-9]\d{0,9})(\.\d{1,9})?$/),
        fc.integer({ min: 0, max: 9 }),
        (text, decimals) => {
          const lost = /[1-9]/.test((text.split('.')[1] ?? '').slice(decimals));
          if (lost) return throwsAmountError(() => parseDecimal(text, decimals));
          return parseDecimal(text, decimals) * 10n ** BigInt(9 - decimals) === parseDecimal(text, 9);
        },
      ),
    );
  });

  it('quote at most 80 characters of a text that is none', () => {
    expect(() => parseDecimal('x'.repeat(10_000), 2)).toThrow(/^“x{80}” is not a decimal number\.$/);
  });
});

function throwsAmountError(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    return error instanceof AmountError;
  }
}
