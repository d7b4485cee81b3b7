import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyDecimals } from './currencies.ts';

// What ICU (CLDR) says differently, and why ISO 4217 is right for us: CLDR gives the digits that are shown in shops.
const shownWithoutDecimals = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' ');
const unknownToIcu = 'BOV CHE CHW CLF COU MXV USN UYI UYW VED XAD'.split(' ');

describe('the table of currencies', () => {
  it('holds each code once, of three capital letters, in alphabetical order', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(currencyCodes).toEqual(currencyCodes.toSorted());
  });

  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['USD', 2],
    ['EUR', 2],
    ['KWD', 3],
    ['BHD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('gives %s %i decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  it.each(['XAU', 'XTS', 'usd', 'US', 'USDT', '', 'constructor', '__proto__'])('does not know “%s”', (code) => {
    expect(currencyDecimals(code)).toBeUndefined();
  });

  it('agrees with ICU on the decimals of every other currency', () => {
    const differing = currencyCodes.filter(
      (code) => !unknownToIcu.includes(code) && currencyDecimals(code) !== shown(code),
    );
    expect(differing.filter((code) => !shownWithoutDecimals.includes(code))).toEqual([]);
  });

  it('lacks only what ICU keeps for the past, or what is not money to pay with', () => {
    const known = Intl.supportedValuesOf('currency');
    const past = ['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'ZWL'];
    const notPaidWith = ['XDR', 'XSU', 'XUA', 'XAG', 'XAU', 'XPD', 'XPT'];
    const missing = known.filter((code) => currencyDecimals(code) === undefined);
    expect(missing.filter((code) => ![...past, ...notPaidWith].includes(code))).toEqual([]);
  });
});

function shown(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}
