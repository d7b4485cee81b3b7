import { describe, expect, it } from 'vitest';
import { byCurrencyText, readByCurrency, readCodes } from './by-currency.ts';

describe('amounts by currency', () => {
  it('come back as they were after they were edited', () => {
    const amounts = { USD: '30', JPY: '150000', KWD: '1500' };
    expect(byCurrencyText(amounts)).toBe('USD 0.30, JPY 150000, KWD 1.500');
    expect(readByCurrency(byCurrencyText(amounts))).toEqual(amounts);
  });

  it('are none when nothing was typed', () => {
    expect(readByCurrency(' , ')).toBeUndefined();
    expect(readCodes('')).toBeUndefined();
  });

  it.each(['0.30', 'USD', 'USD 0.305', 'USD 0', 'EURO 1', 'USD 1 EUR 2'])('are refused as “%s”', (text) => {
    expect(() => readByCurrency(text)).toThrow('is not like “USD 0.30”');
  });

  it('take codes in small letters', () => {
    expect(readByCurrency('usd 1')).toEqual({ USD: '100' });
    expect(readCodes('usd, eur')).toEqual(['USD', 'EUR']);
  });
});
