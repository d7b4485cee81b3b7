import { currencyCodes, currencyDecimals, moneyToDecimal } from '@fairlead/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, decimalOf, plainDecimal, priceOf, sumDecimals } from '../src/decimals.ts';

const contractForm = /^-?(0|[1-9][0-9]{0,37})(\.[0-9]{1,38})?$/;
/** Crypto amounts: up to 18 decimals. */
const units = fc.bigInt({ min: 0n, max: 10n ** 30n });
const written = (value: bigint, decimals = 18) => {
  const digits = value.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

describe('plainDecimal', () => {
  it('leaves a plain decimal as it is, and keeps the value of one with an exponent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.integer({ min: -18, max: 10 }), (digits, exponent) => {
        const plain = plainDecimal(`${digits}e${exponent}`) ?? '';
        const expected =
          exponent >= 0
            ? written(digits * 10n ** BigInt(exponent + 18))
            : written(digits * 10n ** BigInt(18 + exponent));
        expect(compareDecimals(plain, expected)).toBe(0n);
        expect(plain).toMatch(contractForm);
      }),
    );
    fc.assert(fc.property(units, (value) => plainDecimal(written(value)) === written(value)));
  });

  it.each([
    ['1e-7', '0.0000001'],
    ['1.5E+3', '1500'],
    ['-2.50e1', '-25'],
    ['0e9', '0'],
    ['0.123456789012345678', '0.123456789012345678'],
  ])('%s is %s', (text, plain) => expect(plainDecimal(text)).toBe(plain));

  it.each(['', ' 1', '1 ', '01', '1.', '.1', '1e', '1e1000', '1e50', 'NaN', '0x1', '1,5', `1${'0'.repeat(31)}`])(
    'does not take %j for one',
    (text) => expect(plainDecimal(text)).toBeUndefined(),
  );

  it('answers no text that the contract would refuse', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^-?[0-9.eE+-]{1,30}$/)), (text) => {
        expect(plainDecimal(text) ?? '0').toMatch(contractForm);
      }),
    );
  });
});

describe('amounts of assets', () => {
  it('are compared and added to the last of 18 decimals', () => {
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 20 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0n);
        const text = sumDecimals(values.map((value) => written(value)));
        expect(text).toMatch(contractForm);
        expect(compareDecimals(text, written(sum))).toBe(0n);
        expect(compareDecimals(text, written(sum + 1n))).toBeLessThan(0n);
      }),
    );
  });
});

describe('prices', () => {
  it('go to decimals and back for every currency of ISO 4217', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencyCodes),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (currency, amountMinor) => {
          const price = { amountMinor, currency };
          expect(priceOf(decimalOf(price), currency)).toEqual(price);
          expect(priceOf(moneyToDecimal(price), currency.toLowerCase())).toEqual(price);
        },
      ),
    );
  });

  it('are none when a digit would be lost, the currency is unknown, or nothing is asked', () => {
    for (const currency of currencyCodes) {
      const decimals = currencyDecimals(currency) ?? 0;
      expect(priceOf(`1.${'0'.repeat(decimals)}1`, currency)).toBeUndefined();
    }
    expect(priceOf('1', 'BTC')).toBeUndefined();
    expect(priceOf('0.00', 'EUR')).toBeUndefined();
    expect(priceOf('-1', 'EUR')).toBeUndefined();
    expect(decimalOf({ amountMinor: 1n, currency: 'BTC' })).toBeUndefined();
  });
});
