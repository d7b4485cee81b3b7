import { describe, expect, it } from 'vitest';
import { amountFault, decimalsOf, editText, moneyText, numberText, toMinor } from './money.tsx';

describe('an amount of money', () => {
  it.each([
    ['1299', 'USD', '12.99\u00a0USD'],
    ['5', 'EUR', '0.05\u00a0EUR'],
    ['0', 'EUR', '0.00\u00a0EUR'],
    ['250000', 'JPY', '250\u202f000\u00a0JPY'],
    ['1234567', 'KWD', '1\u202f234.567\u00a0KWD'],
    ['-129900', 'USD', '−1\u202f299.00\u00a0USD'],
    ['-5', 'USD', '−0.05\u00a0USD'],
  ])('of %s minor units of %s is read as %s', (amountMinor, currency, text) => {
    expect(moneyText({ amountMinor, currency })).toBe(text);
  });

  it('keeps every digit of what no float can hold', () => {
    const amountMinor = '9007199254740993123456789';
    expect(numberText({ amountMinor, currency: 'USD' }).replaceAll('\u202f', '')).toBe('90071992547409931234567.89');
    expect(toMinor('90071992547409931234567.89', 'USD')).toBe(amountMinor);
  });

  it.each([
    ['12.99', 'USD', '1299'],
    ['12.9', 'USD', '1290'],
    ['12', 'USD', '1200'],
    ['1 299.00', 'USD', '129900'],
    ['007', 'JPY', '7'],
    ['0.001', 'KWD', '1'],
  ])('typed as “%s” in %s is %s minor units', (text, currency, minor) => {
    expect(toMinor(text, currency)).toBe(minor);
  });

  it.each([
    ['', 'USD'],
    ['0', 'USD'],
    ['0.00', 'USD'],
    ['-1', 'USD'],
    ['1,299', 'USD'],
    ['12.999', 'USD'],
    ['12.5', 'JPY'],
    ['.5', 'USD'],
    ['12.', 'USD'],
    ['1e3', 'USD'],
  ])('is not read out of “%s” in %s', (text, currency) => {
    expect(toMinor(text, currency)).toBeUndefined();
  });

  it('comes back as it was after it was edited', () => {
    const amount = { amountMinor: '123456', currency: 'USD' };
    expect(toMinor(editText(amount), 'USD')).toBe('123456');
  });

  it('beyond the most that can be is refused with that amount', () => {
    expect(amountFault('13', 'USD', '1299')).toBe('At most 12.99\u00a0USD.');
    expect(amountFault('12.99', 'USD', '1299')).toBeUndefined();
    expect(amountFault('12,99', 'USD')).toBe('Write it like 12.99, with a point and more than zero.');
  });

  it('of a code that is no currency has no decimals', () => {
    expect(decimalsOf('USDT')).toBe(0);
    expect(decimalsOf('XXX')).toBeTypeOf('number');
  });
});
