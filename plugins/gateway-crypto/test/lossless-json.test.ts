import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonNumber, type JsonValue, readJson, writeJson } from '../src/lossless-json.ts';

/** Numbers as JSON allows them, with more digits than a float holds. */
const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.stringMatching(/^(0|[1-9][0-9]{0,40})$/),
    fc.stringMatching(/^(\.[0-9]{1,40})?$/),
    fc.stringMatching(/^([eE][+-]?[0-9]{1,3})?$/),
  )
  .map((parts) => parts.join(''));

const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', ''));
const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.string({ unit: 'binary', maxLength: 8 }),
    numberText.map((text) => new JsonNumber(text)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function read(text: string): JsonValue {
  const value = readJson(text);
  if (value === undefined) throw new Error(`Not read: ${text}`);
  return value;
}

describe('JSON with its digits', () => {
  it('reads what it wrote to the same text, with every digit of every number', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = writeJson(value);
        expect(writeJson(read(text))).toBe(text);
      }),
    );
  });

  it('says the same as JSON.parse, but for the digits', () => {
    const floats = (value: JsonValue): unknown => JSON.parse(writeJson(value));
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(floats(read(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('writes the same text for any order of members when they are sorted', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,6}$/), tree, { noNullPrototype: true }), (members) => {
        const turned = Object.fromEntries(Object.entries(members).toReversed());
        expect(writeJson(turned, { sorted: true })).toBe(writeJson(members, { sorted: true }));
      }),
    );
  });

  it('never throws, whatever the text is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readJson(text)));
  });

  it.each([
    [
      'spaces and order',
      ' { "b" : 1.50 , "a" : [ 2 , { "d" : 1e-7, "c" : -0 } ] } ',
      '{"a":[2,{"c":-0,"d":1e-7}],"b":1.50}',
    ],
    ['a repeated member', '{"a":1,"a":2}', '{"a":2}'],
    ['escapes', '{"a":"\\u0041\\/"}', '{"a":"A/"}'],
    ['a member called __proto__', '{"__proto__":{"x":1}}', '{"__proto__":{"x":1}}'],
  ])('reads %s', (_what, text, sorted) => {
    expect(writeJson(read(text), { sorted: true })).toBe(sorted);
  });

  it.each(['', 'nul', '01', '1.', '.5', '+1', 'NaN', '[1,]', '{"a":1', "{'a':1}", '\u00001'])('refuses %j', (text) => {
    expect(readJson(text)).toBeUndefined();
  });

  it('refuses what is nested so deep that reading it would end the process', () => {
    expect(readJson('['.repeat(64) + ']'.repeat(64))).toBeDefined();
    expect(readJson('['.repeat(65) + ']'.repeat(65))).toBeUndefined();
    expect(readJson('{"a":'.repeat(200_000))).toBeUndefined();
    expect(readJson(`["${'['.repeat(1_000)}\\"["]`)).toBeDefined();
  });
});
