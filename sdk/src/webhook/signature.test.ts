import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmac, macEquals } from './signature.ts';

describe('hmac', () => {
  it('is that of RFC 4231, test case 2', () => {
    expect(hmac('sha256', 'Jefe', 'what do ya want for nothing?').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('is that of the parts one after another', () => {
    expect(hmac('sha256', 'key', 'a.', Buffer.from('b'))).toEqual(hmac('sha256', 'key', 'a.b'));
  });
});

describe('macEquals', () => {
  const mac = hmac('sha256', 'key', 'body');

  it.each(['hex', 'base64'] as const)('accepts the MAC itself in %s', (encoding) => {
    expect(macEquals(mac, mac.toString(encoding), encoding)).toBe(true);
  });

  it('accepts hex in capital letters', () => {
    expect(macEquals(mac, mac.toString('hex').toUpperCase(), 'hex')).toBe(true);
  });

  const hex = mac.toString('hex');
  const base64 = mac.toString('base64');
  it.each([
    ['nothing', '', 'hex'],
    ['half of it', hex.slice(0, 32), 'hex'],
    ['more after it', `${hex}00`, 'hex'],
    ['what is no hex after it', `${hex}zz`, 'hex'],
    ['half a byte after it', `${hex}a`, 'hex'],
    ['a space before it', ` ${hex}`, 'hex'],
    ['a line break after it', `${hex}\n`, 'hex'],
    ['no padding', base64.replace(/=+$/, ''), 'base64'],
    ['spaces within', `${base64.slice(0, 4)} ${base64.slice(4)}`, 'base64'],
    ['what is no base64 after it', `${base64}!!`, 'base64'],
    ['base64 where hex is asked', base64, 'hex'],
    ['a text that is longer than any MAC', 'a'.repeat(1_000_000), 'hex'],
  ] as const)('refuses %s', (_what, claimed, encoding) => {
    expect(macEquals(mac, claimed, encoding)).toBe(false);
  });

  it('refuses every other MAC, and never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.string(),
        fc.constantFrom('hex', 'base64'),
        (other, text, encoding) => {
          const same = Buffer.compare(mac, other) === 0;
          expect(macEquals(mac, Buffer.from(other).toString(encoding), encoding)).toBe(same);
          expect(macEquals(mac, text, encoding)).toBe(false);
        },
      ),
    );
  });
});
