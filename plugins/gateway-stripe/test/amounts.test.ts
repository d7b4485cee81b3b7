import { AmountError, currencyCodes, currencyDecimals } from '@fairlead/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStripeAmount, stripeDecimals, toStripeAmount } from '../src/amounts.ts';

const supported = currencyCodes.filter((code) => stripeDecimals(code) !== undefined);
const currency = fc.constantFrom(...supported);
const withoutHundredths = ['ISK', 'UGX'];

describe('amounts', () => {
  it('writes each kind of currency as Stripe’s currency page says', () => {
    const written = [
      ['USD', 1_099n, 1_099], // ordinary: cents
      ['JPY', 500n, 500], // zero-decimal
      ['KRW', 12_000n, 12_000],
      ['MGA', 500_00n, 500], // two decimals in ISO 4217, none at Stripe
      ['KWD', 5_120n, 5_120], // three-decimal, last digit 0
      ['ISK', 5n, 500], // none in ISO 4217, hundredths at Stripe
      ['UGX', 5n, 500],
      ['HUF', 1_045n, 1_045], // the special case of HUF and TWD is payouts only
      ['TWD', 80_045n, 80_045],
    ] as const;
    for (const [code, amountMinor, amount] of written) {
      expect(toStripeAmount({ amountMinor, currency: code })).toEqual({ amount, currency: code.toLowerCase() });
      expect(fromStripeAmount(amount, code.toLowerCase())).toEqual({ amountMinor, currency: code });
    }
  });

  it('refuses what Stripe cannot take instead of rounding it', () => {
    const refused = [
      ['KWD', 5_124n], // docs: 5.124 KWD has to become 5.120 or 5.130, and that is the caller's decision
      ['MGA', 501n],
      ['EUR', 0n],
      ['EUR', -1n],
      ['IQD', 1_000n],
      ['CLF', 10_000n],
      ['UYI', 1n],
      ['XYZ', 100n],
      ['EUR', 2n ** 60n],
    ] as const;
    for (const [code, amountMinor] of refused) {
      expect([code, toStripeAmount({ amountMinor, currency: code })]).toEqual([
        code,
        { refused: expect.stringMatching(/.{20,}/) },
      ]);
    }
  });

  it('brings every amount that it writes back unchanged, in every currency', () => {
    fc.assert(
      fc.property(currency, fc.bigInt({ min: 1n, max: 999_999_999_999n }), (code, amountMinor) => {
        const written = toStripeAmount({ amountMinor, currency: code });
        if ('refused' in written) return;
        expect(Number.isSafeInteger(written.amount)).toBe(true);
        expect(fromStripeAmount(written.amount, written.currency)).toEqual({ amountMinor, currency: code });
      }),
      { numRuns: 2_000 },
    );
  });

  it('never changes the value: Stripe’s units over its decimals equal ISO’s units over ISO’s decimals', () => {
    fc.assert(
      fc.property(currency, fc.bigInt({ min: 1n, max: 999_999_999n }), (code, amountMinor) => {
        const written = toStripeAmount({ amountMinor, currency: code });
        if ('refused' in written) return;
        const stripeScale = 10n ** BigInt(stripeDecimals(code) ?? 0);
        const isoScale = 10n ** BigInt(currencyDecimals(code) ?? 0);
        expect(BigInt(written.amount) * isoScale).toBe(amountMinor * stripeScale);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads what Stripe sends exactly', () => {
    fc.assert(
      fc.property(currency, fc.integer({ min: 0, max: 2 ** 40 }), (code, amount) => {
        fc.pre(!withoutHundredths.includes(code) || amount % 100 === 0);
        const stripeScale = 10n ** BigInt(stripeDecimals(code) ?? 0);
        const isoScale = 10n ** BigInt(currencyDecimals(code) ?? 0);
        expect(fromStripeAmount(amount, code).amountMinor * stripeScale).toBe(BigInt(amount) * isoScale);
      }),
    );
  });

  it('does not read hundredths of a currency without any, from before Stripe refused them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withoutHundredths), fc.integer({ min: 0, max: 2 ** 40 }), (code, amount) => {
        fc.pre(amount % 100 !== 0);
        expect(() => fromStripeAmount(amount, code)).toThrow(AmountError);
      }),
    );
    expect(() => fromStripeAmount(1.5, 'eur')).toThrow(AmountError);
    expect(() => fromStripeAmount(100, 'usdc')).toThrow(AmountError);
  });

  it('knows every currency of Stripe’s zero- and three-decimal lists, and no three- or four-decimal one beside them', () => {
    const byDecimals = (decimals: number) => supported.filter((code) => stripeDecimals(code) === decimals);
    expect(byDecimals(0)).toEqual('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
    expect(byDecimals(3)).toEqual('BHD JOD KWD OMR TND'.split(' '));
    expect(supported.every((code) => currencyDecimals(code) !== undefined)).toBe(true);
  });
});
