import { AmountError, currencyCodes } from '@fairlead/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyAt, toPayPalAmount } from '../src/amounts.ts';

const to = (amountMinor: bigint, currency: string) => toPayPalAmount({ amountMinor, currency });
const from = (value: string, currency_code: string) => moneyAt({ amount: { currency_code, value } }, 'amount');
const supported = currencyCodes.filter((code) => !('refused' in to(100n, code)));

describe('amounts to PayPal', () => {
  it.each([
    [1n, 'EUR', '0.01'],
    [1_299n, 'USD', '12.99'],
    [500n, 'JPY', '500'],
    [123_400n, 'HUF', '1234'],
    [123_400n, 'TWD', '1234'],
    [99_999_999_999_999_999n, 'EUR', '999999999999999.99'],
  ])('are decimal text in the main unit: %s minor units of %s are %s', (minor, currency, value) => {
    expect(to(minor, currency)).toEqual({ value, currency });
  });

  it.each([
    [123_450n, 'HUF'],
    [1n, 'TWD'],
    [0n, 'EUR'],
    [-1n, 'EUR'],
    [100_000_000_000_000_000n, 'EUR'],
  ])('are refused when PayPal cannot write them: %s of %s', (minor, currency) => {
    expect(to(minor, currency)).toMatchObject({ code: 'amount_not_representable' });
  });

  it.each(['KWD', 'INR', 'RUB', 'XXX', 'eur', 'CLF'])('are refused in %s, which PayPal does not take', (currency) => {
    expect(to(1_000n, currency)).toMatchObject({ code: 'currency_not_supported' });
  });

  it('are taken in the 24 currencies that PayPal lists', () => {
    expect(supported.join(' ')).toBe(
      'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD',
    );
  });

  it('come back as they were, in every currency', () => {
    const amounts = fc.bigInt({ min: 1n, max: 99_999_999_999_999n });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...supported), (units, currency) => {
        const money = { amountMinor: ['HUF', 'TWD'].includes(currency) ? units * 100n : units, currency };
        const sent = toPayPalAmount(money);
        expect('value' in sent && from(sent.value, currency)).toEqual(money);
      }),
    );
  });
});

describe('amounts from PayPal', () => {
  it.each([
    ['10', 'EUR', 1_000n],
    ['10.5', 'EUR', 1_050n],
    ['.5', 'EUR', 50n],
    ['-.5', 'EUR', -50n],
    ['500.00', 'JPY', 500n],
    ['1234', 'HUF', 123_400n],
  ])('%s %s are %s minor units', (value, currency, amountMinor) => {
    expect(from(value, currency)).toEqual({ amountMinor, currency });
  });

  it.each([
    ['1.005', 'EUR'],
    ['500.5', 'JPY'],
    ['1e3', 'EUR'],
    ['1,000.00', 'EUR'],
    ['1.00', 'ABC'],
  ])('are never rounded or guessed: %s %s', (value, currency) => {
    expect(() => from(value, currency)).toThrow(AmountError);
  });
});
