import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../values/secret.ts';
import { type ErrorCode, errorClasses, errorCodes } from './codes.ts';
import {
  FairleadError,
  fromWireError,
  hasCode,
  isFairleadError,
  toWireError,
  type WireError,
} from './fairlead-error.ts';

const codes = Object.keys(errorCodes) as ErrorCode[];

describe('the taxonomy', () => {
  it.each(codes)('%s has a class, and a meaning that is a sentence', (code) => {
    expect(errorClasses).toContain(errorCodes[code].class);
    expect(errorCodes[code].meaning).toMatch(/^[A-Z].{10,}\.$/);
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it.each(errorClasses)('class %s has a code', (errorClass) => {
    expect(codes.some((code) => errorCodes[code].class === errorClass)).toBe(true);
  });
});

describe('FairleadError', () => {
  it('takes class and message from its code', () => {
    const error = new FairleadError('credentials_invalid');
    expect(error).toMatchObject({ name: 'FairleadError', class: 'auth', code: 'credentials_invalid' });
    expect(error.message).toBe(errorCodes.credentials_invalid.meaning);
  });

  it('keeps its cause in this process', () => {
    const cause = new Error('socket hang up');
    const error = new FairleadError('unreachable', { cause });
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain('socket hang up');
  });

  it('has no cause unless given one', () => {
    expect('cause' in new FairleadError('timeout')).toBe(false);
  });

  it('shows no secret that a sentence was made with', () => {
    const secret = new Secret('sk_live_1');
    const error = new FairleadError('credentials_invalid', { message: `refused ${String(secret)}`, cause: { secret } });
    expect(inspect(error) + JSON.stringify(error)).not.toContain('sk_live_1');
  });

  it('is told by class and by code', () => {
    const error: unknown = new FairleadError('timeout');
    expect(isFairleadError(error)).toBe(true);
    expect(isFairleadError(error, 'auth', 'unavailable')).toBe(true);
    expect(isFairleadError(error, 'auth')).toBe(false);
    expect(hasCode(error, 'timeout')).toBe(true);
    expect(hasCode(error, 'vendor_error')).toBe(false);
  });

  it.each([undefined, null, 'timeout', new Error('timeout'), { class: 'auth', code: 'timeout' }])(
    'is not what %s is',
    (value) => expect(isFairleadError(value)).toBe(false),
  );
});

describe('an error that crosses', () => {
  const details = fc.dictionary(
    fc.string({ maxLength: 12 }),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 })),
    { maxKeys: 4, noNullPrototype: true },
  );

  it('is the same afterwards', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.record(
          { message: fc.string(), retryAfterMs: fc.nat(), details },
          { requiredKeys: [], noNullPrototype: true },
        ),
        (code, options) => {
          const wire = toWireError(new FairleadError(code, options));
          const arrived = JSON.parse(JSON.stringify(wire)) as WireError;
          expect(toWireError(fromWireError(arrived))).toEqual(arrived);
        },
      ),
    );
  });

  it.each(errorClasses)('of class %s with a code of a newer SDK keeps its class and its message', (errorClass) => {
    const wire = { class: errorClass, code: 'made_next_year', message: 'Something new.' } as unknown as WireError;
    expect(fromWireError(wire)).toMatchObject({ class: errorClass, message: 'Something new.' });
  });

  it('with a class of a newer SDK is a fault of the plugin', () => {
    const wire = { class: 'new_class', code: 'made_next_year', message: 'Odd.' } as unknown as WireError;
    expect(fromWireError(wire)).toMatchObject({ class: 'plugin_bug', code: 'plugin_threw' });
  });

  it.each(['constructor', 'toString', '__proto__'])('is not misled by the code “%s”', (code) => {
    const wire = { class: 'auth', code, message: 'Hostile.' } as unknown as WireError;
    expect(fromWireError(wire)).toMatchObject({ class: 'auth', code: 'credentials_invalid' });
  });
});
