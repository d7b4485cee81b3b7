// Doing to a secret what one should not do is the point here.
/* oxlint-disable typescript/restrict-template-expressions, typescript/no-misused-spread */
import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isSecret, Secret } from './secret.ts';

const text = 'sk_live_do_not_show';
const secret = new Secret(text);

describe('a secret', () => {
  it('gives its text to reveal alone', () => {
    expect(secret.reveal()).toBe(text);
  });

  it.each([
    ['a template', () => `${secret}`],
    ['concatenation', () => 'key: ' + secret],
    ['String', () => String(secret)],
    ['JSON', () => JSON.stringify({ apiKey: secret, list: [secret] })],
    ['inspect', () => inspect({ apiKey: secret })],
    ['inspect of everything', () => inspect(secret, { showHidden: true, depth: null, getters: true })],
    [
      'inspect without customs',
      () => inspect(secret, { customInspect: false, showHidden: true, depth: null, getters: true }),
    ],
    ['format %s %o %O %j', () => format('%s %o %O %j', secret, secret, secret, secret)],
    ['an error', () => inspect(new Error(`refused ${secret}`, { cause: { secret } }))],
    ['entries', () => JSON.stringify(Object.entries(secret))],
    ['a spread', () => inspect({ ...secret })],
    ['a clone', () => inspect(structuredClone(secret))],
    ['its keys', () => Reflect.ownKeys(secret).map(String).join()],
  ])('is not seen in %s', (_where, print) => {
    expect(print()).not.toContain(text);
  });

  it.each([
    ['a template', () => `${secret}`],
    ['JSON', () => JSON.parse(JSON.stringify(secret)) as unknown],
    ['inspect', () => inspect(secret)],
  ])('prints as [secret] in %s', (_where, print) => {
    expect(print()).toBe('[secret]');
  });

  it.each([
    ['a clone', () => structuredClone(secret) as unknown],
    ['a spread', () => ({ ...secret })],
    ['JSON', () => JSON.parse(JSON.stringify({ secret })) as unknown],
    ['its print', () => '[secret]'],
    ['null', () => null],
    ['undefined', () => undefined],
  ])('is not what %s is', (_what, make) => {
    expect(isSecret(make())).toBe(false);
  });

  it('is not made of nothing', () => {
    expect(() => new Secret('')).toThrow(TypeError);
    expect(() => new Secret(undefined as unknown as string)).toThrow(TypeError);
    expect(() => new Secret(42 as unknown as string)).toThrow(TypeError);
  });

  it('is not revealed by an object that only has its class', () => {
    const forged = Object.create(Secret.prototype) as Secret;
    expect(() => forged.reveal()).toThrow(TypeError);
  });
});
