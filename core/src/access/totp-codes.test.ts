import { Secret } from '@fairlead/sdk';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { newRecoveryCodes, newSetup, readCode, stepOf, withoutHash } from './totp-codes.ts';

/** “12345678901234567890” in base32. https://www.rfc-editor.org/rfc/rfc6238#appendix-B */
const secret = new Secret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %d the code is %s, as RFC 6238 has it for SHA-1', (second, code) => {
  expect(stepOf(secret, code, second * 1_000)).toBe(Math.floor(second / 30));
  expect(stepOf(secret, code === '287082' ? '287083' : '287082', second * 1_000)).toBeUndefined();
});

test('a code counts in its own time step and in the two beside it, and says which it is of', () => {
  const step = 1_000;
  const code = generateSync({ secret: secret.reveal(), epoch: step * 30 });
  for (const at of [-2, -1, 0, 1, 2]) {
    for (const second of [0, 15, 29]) {
      const found = stepOf(secret, code, ((step + at) * 30 + second) * 1_000);
      expect(found, `${at} steps away`).toBe(Math.abs(at) <= 1 ? step : undefined);
    }
  }
});

test('a set-up has 160 random bits, and an address that authenticators read', () => {
  const { secret: made, uri } = newSetup('anna+x@example.com');
  expect(made.reveal()).toMatch(/^[A-Z2-7]{32}$/);
  expect(made.reveal()).not.toBe(newSetup('anna+x@example.com').secret.reveal());
  const url = new URL(uri.reveal());
  expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Fairlead:anna+x@example.com',
  ]);
  expect(Object.fromEntries(url.searchParams)).toEqual({ issuer: 'Fairlead', secret: made.reveal() });
});

describe('a recovery code', () => {
  const { codes, hashes } = newRecoveryCodes();

  test('has 80 random bits in groups, and there are ten of them', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-km-z2-9]{4}-){3}[a-km-z2-9]{4}$/);
    expect(hashes.join()).not.toContain(codes[0]?.slice(0, 4));
  });

  test('is recognised however it is typed, and takes its own hash away alone', () => {
    const [first = ''] = codes;
    for (const typed of [first, first.toUpperCase(), first.replaceAll('-', ' '), ` ${first.replaceAll('-', '')} `]) {
      const given = readCode(typed);
      expect(given.kind === 'recovery' && withoutHash(hashes, given.hash)).toEqual(hashes.slice(1));
    }
  });

  test('that is none takes nothing away', () => {
    const given = readCode('aaaa-aaaa-aaaa-aaaa');
    expect(given.kind === 'recovery' && withoutHash(hashes, given.hash)).toBeUndefined();
  });
});

test('six digits are a code, in groups as well; anything else is not', () => {
  expect(readCode('123 456')).toEqual({ kind: 'code', text: '123456' });
  expect(['12345', '1234567', '１２３４５６', ''].map((text) => readCode(text).kind)).toEqual(
    Array(4).fill('recovery'),
  );
});
