import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import {
  byteOrderMark,
  fullYear,
  headerCharset,
  instantText,
  placeId,
  resolveAddress,
  retryAfterMs,
  tryDecode,
  validatorOf,
  withoutQuery,
  zoneMinutes,
} from './index.ts';

describe('addresses', () => {
  it.each([
    ['/a?b#c', 'https://x.example/y', 'https://x.example/a?b#c'],
    [' https://x.example ', undefined, 'https://x.example/'],
    ['/a', undefined, undefined],
    ['javascript:alert(1)', 'https://x.example', undefined],
    ['', 'https://x.example', undefined],
    [undefined, 'https://x.example', undefined],
  ])('%s at %s is %s', (value, base, expected) => {
    expect(resolveAddress(value, base)).toBe(expected);
  });

  it('that are too long are none, and are ids of places all the same', () => {
    const long = `https://x.example/${'a'.repeat(5_000)}`;
    expect(resolveAddress(long, undefined)).toBeUndefined();
    expect(resolveAddress(long, undefined, 6_000)).toBe(long);
    expect(placeId('https://x.example/')).toBe('https://x.example/');
    expect(placeId(long).length).toBeLessThanOrEqual(255);
    expect(placeId(long)).not.toBe(placeId(`${long}b`));
  });

  it('are told to people without what may be a token', () => {
    expect(withoutQuery('https://u.example/a?token=1#x')).toBe('https://u.example/a?…');
    expect(withoutQuery('https://u.example/a')).toBe('https://u.example/a');
  });
});

describe('charsets', () => {
  it('are told by marks and headers, and tried', () => {
    expect(
      [[0xef, 0xbb, 0xbf], [0xfe, 0xff], [0xff, 0xfe], [0x3c]].map((bytes) => byteOrderMark(Uint8Array.from(bytes))),
    ).toEqual(['utf-8', 'utf-16be', 'utf-16le', undefined]);
    expect(headerCharset('text/html; Charset="latin1"; x=y')).toBe('latin1');
    expect(headerCharset('text/html')).toBeUndefined();
    const latin = Uint8Array.of(0xe4);
    expect([tryDecode(latin, 'latin1'), tryDecode(latin, 'utf-8'), tryDecode(latin, 'none-such')]).toEqual([
      'ä',
      undefined,
      undefined,
    ]);
  });
});

describe('dates', () => {
  it('have zones with names, years of two digits, and bounds', () => {
    expect([zoneMinutes('gmt'), zoneMinutes('EST'), zoneMinutes('XYZ'), zoneMinutes('constructor')]).toEqual([
      0,
      -300,
      undefined,
      undefined,
    ]);
    expect(['2026', '26', '69', '70'].map(fullYear)).toEqual([2026, 2026, 2069, 1970]);
    expect([0, -1, Number.NaN, Date.UTC(10_000, 0)].map(instantText)).toEqual([
      '1970-01-01T00:00:00.000Z',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what an answer says of later', () => {
  // 2026-01-15, 12:00 UTC, a Thursday.
  const clock = new FakeClock();
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['999999999', 86_400_000],
    ['Thu, 15 Jan 2026 12:01:00 GMT', 60_000],
    ['Thursday, 15-Jan-26 12:01:00 GMT', 60_000],
    ['Thu Jan 15 12:01:00 2026', 60_000],
    ['Thu, 15 Jan 2026 11:00:00 GMT', 0],
    ['Thu, 15 Jan 2027 11:00:00 GMT', 86_400_000],
    ['-5', undefined],
    ['soon 5', undefined],
    ['Thu, whenever it suits', undefined],
    ['', undefined],
  ])('Retry-After: %s is %s', (value, expected) => {
    expect(retryAfterMs({ 'retry-after': value }, clock)).toBe(expected);
  });

  it('is nothing where it says nothing', () => {
    expect(retryAfterMs({}, clock)).toBeUndefined();
  });

  it('is sent back only if it can be', () => {
    expect(validatorOf('W/"abc"')).toBe('W/"abc"');
    for (const value of [undefined, '', 'a\nb', 'ü', 'x'.repeat(513)]) expect(validatorOf(value)).toBeUndefined();
  });
});
