import fc from 'fast-check';
import { Secret } from '@fairlead/sdk';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redactor.ts';

function redactorWith(...values: string[]) {
  const redactor = createRedactor();
  for (const value of values) redactor.register('c1', new Secret(value));
  return redactor;
}

const key = 'sk_live/51H+x?"quo\\te" ü&z';

describe('each usual form is replaced', () => {
  const bytes = Buffer.from(key);
  const forms: [string, string][] = [
    ['plain', key],
    ['base64', bytes.toString('base64')],
    ['base64url', bytes.toString('base64url')],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['URL component', encodeURIComponent(key)],
    ['URL component in lower case', encodeURIComponent(key).replace(/%../g, (escape) => escape.toLowerCase())],
    ['form', new URLSearchParams({ key }).toString().slice(4)],
    ['JSON', JSON.stringify(key).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(key)).slice(3, -3)],
    ['JSON with escaped slashes', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
    ['ASCII JSON', JSON.stringify(key).slice(1, -1).replace('ü', '\\u00fc')],
  ];
  test.each(forms)('%s', (_name, form) => {
    expect(redactorWith(key).text(`before=${form}&after`)).toBe('before=[secret]&after');
  });
});

test('base64 of a longer text shows nothing of the value but the characters it shares with its neighbours', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 8 }),
      fc.string({ minLength: 8, maxLength: 40 }),
      fc.string({ maxLength: 8 }),
      (before, value, after) => {
        const encoded = Buffer.from(before + value + after).toString('base64');
        const shown = redactorWith(value).text(`Basic ${encoded}`);
        expect(shown).toContain('[secret]');
        const rest = Buffer.from(shown.slice(6).split('[secret]').at(-1) ?? '', 'base64');
        expect(rest.length).toBeLessThan(Buffer.from(after).length + 4);
      },
    ),
  );
});

test('no registered value survives in any text', () => {
  const value = fc.string({ minLength: 6, maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 8 }),
      fc.array(fc.oneof(value, fc.string())),
      (values, noise) => {
        const pieces = [...noise, ...values].sort();
        const shown = redactorWith(...values).text(pieces.join(' | '));
        for (const part of shown.split('[secret]')) for (const text of values) expect(part).not.toContain(text);
      },
    ),
  );
});

test('the longer of two values that begin alike is replaced whole', () => {
  expect(redactorWith('abcdef', 'abcdefgh').text('abcdefghi abcdefg')).toBe('[secret]i [secret]g');
});

test('each line of a private key is replaced, its first and last line are not', () => {
  const pem = `-----BEGIN KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'}\n${'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'}\n-----END KEY-----`;
  expect(redactorWith(pem).text('BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj after -----BEGIN KEY-----')).toBe(
    '[secret] after -----BEGIN KEY-----',
  );
});

test('a short value is replaced where it stands alone, and not inside words', () => {
  expect(redactorWith('cat').text('cat concatenate pin=cat "cat" cat.')).toBe(
    '[secret] concatenate pin=[secret] "[secret]" cat.',
  );
});

test('everything inside a value is covered: keys, lists, numbers, errors, maps, sets, addresses, bytes', () => {
  const redactor = redactorWith('secret-value', '12345678');
  const cause = new TypeError('cause secret-value');
  const error = Object.assign(new RangeError('failed with secret-value', { cause }), {
    code: 'X',
    url: 'https://a/?k=secret-value',
  });
  const circular: { self?: unknown; text: string } = { text: 'secret-value' };
  circular.self = circular;
  expect(
    redactor.value({
      'key secret-value': 1,
      list: ['secret-value', 2, 12345678, 12345678n],
      map: new Map([['a', 'secret-value']]),
      set: new Set(['secret-value']),
      url: new URL('https://user:secret-value@host/'),
      bytes: Buffer.from('secret-value'),
      secret: new Secret('another'),
      circular,
    }),
  ).toEqual({
    'key [secret]': 1,
    list: ['[secret]', 2, '[secret]', '[secret]'],
    map: { a: '[secret]' },
    set: ['[secret]'],
    url: 'https://user:[secret]@host/',
    bytes: '[12 bytes]',
    secret: expect.any(Secret),
    circular: { text: '[secret]', self: '[circular]' },
  });
  const shown = redactor.value(error) as RangeError & { url: string };
  expect(shown).toBeInstanceOf(RangeError);
  expect([shown.message, shown.url, (shown.cause as Error).message]).toEqual([
    'failed with [secret]',
    'https://a/?k=[secret]',
    'cause [secret]',
  ]);
  expect(shown.stack).not.toContain('secret-value');
  expect(error.message).toBe('failed with secret-value');
});

test('hostile values neither throw nor change a prototype', () => {
  const redactor = redactorWith('secret-value');
  const hostile = JSON.parse('{"__proto__": {"admin": "secret-value"}}') as object;
  const shown = redactor.value(hostile) as object;
  expect(JSON.stringify(shown)).toBe('{"__proto__":{"admin":"[secret]"}}');
  expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
  const throwing = {
    get boom() {
      throw new Error('no');
    },
    text: 'secret-value',
  };
  expect(redactor.value(throwing)).toEqual({ boom: '[unreadable]', text: '[secret]' });
  let deep: unknown = 'secret-value';
  for (let level = 0; level < 5_000; level++) deep = [deep];
  expect(JSON.stringify(redactor.value(deep))).not.toContain('secret-value');
});

test('what holds nothing secret is the same object, and so is anything before a value is registered', () => {
  const value = { a: [1, { b: 'text' }], error: new Error('x'), map: new Map([[1, 2]]), at: new Date(0) };
  expect(redactorWith('secret-value').value(value)).toBe(value);
  expect(createRedactor().value(value)).toBe(value);
});

test('a value is forgotten with its last owner, and an owner keeps its latest 64', () => {
  const redactor = createRedactor();
  redactor.register('a', new Secret('shared-value'));
  redactor.register('b', new Secret('shared-value'));
  redactor.release('a');
  redactor.release('a');
  expect(redactor.text('shared-value')).toBe('[secret]');
  redactor.release('b');
  expect(redactor.text('shared-value')).toBe('shared-value');
  for (let number = 0; number < 65; number++) redactor.register('a', new Secret(`token-number-${100 + number}`));
  expect(redactor.text('token-number-100 token-number-101 token-number-164')).toBe(
    'token-number-100 [secret] [secret]',
  );
});
