import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../testing/conformance/arbitrary-of.ts';
import { builtInCapabilities } from '../capabilities/index.ts';
import { Secret } from '../values/secret.ts';
import { compileCodec, copyJson, type SecretHandles, WireFormError } from './codec.ts';
import { bigint, bytes, closedObject, moneySchema, namedRecord, record, secret, text } from './types.ts';

const known = new Map<string, Secret>();
const handles: SecretHandles = {
  toHandle: (value) => {
    known.set(value.reveal(), value);
    return value.reveal();
  },
  fromHandle: (handle) => known.get(handle) ?? new Secret(handle),
};
const codecOf = (schema: object) => compileCodec(schema, handles);
const schemas = builtInCapabilities.flatMap(({ id, operations }) =>
  Object.values(operations).flatMap(({ name, input, output }): [string, object][] => [
    [`${id}.${name} input`, input],
    [`${id}.${name} output`, output],
  ]),
);

describe('the codec of a real contract', () => {
  it.each(schemas)('of %s gives back what came over the wire, as a copy', (_name, schema) => {
    const codec = codecOf(schema);
    fc.assert(
      fc.property(arbitraryOf(schema), (wire) => {
        const before = JSON.stringify(wire);
        const decoded = codec.decode(wire);
        const again = codec.encode(decoded);
        expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(before));
        expect(sharesNothing(wire, decoded)).toBe(true);
        expect(sharesNothing(decoded, again)).toBe(true);
        scribble(decoded);
        scribble(again);
        expect(JSON.stringify(wire)).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a codec', () => {
  it('turns integers, bytes and secrets into the forms of both sides', () => {
    const codec = codecOf(closedObject({ count: bigint(), body: bytes(), key: secret() }));
    const key = new Secret('k');
    const wire = codec.encode({ count: -(2n ** 80n), body: new Uint8Array([0, 255]), key });
    expect(wire).toEqual({ count: '-1208925819614629174706176', body: 'AP8=', key: 'k' });
    expect(codec.decode(wire)).toEqual({ count: -(2n ** 80n), body: new Uint8Array([0, 255]), key });
  });

  it('encodes the part of a buffer that a view shows, and no more', () => {
    const whole = new Uint8Array([1, 2, 3, 4, 5]);
    const codec = codecOf(bytes());
    expect(codec.encode(whole.subarray(1, 3))).toBe(Buffer.from([2, 3]).toString('base64'));
    expect(codec.encode(Buffer.from('abc').subarray(1))).toBe(Buffer.from('bc').toString('base64'));
    expect(codec.encode(new Uint8Array())).toBe('');
  });

  it.each([0, 1, 5, 4_095, 4_096, 1_048_576])('decodes %i bytes into memory of their own', (length) => {
    const source = Buffer.alloc(length, 7);
    const decoded = codecOf(bytes()).decode(source.toString('base64')) as Uint8Array;
    expect(decoded).not.toBeInstanceOf(Buffer);
    expect(decoded.buffer.byteLength).toBe(length);
    expect(Buffer.compare(decoded, source)).toBe(0);
  });

  it('drops members that are undefined, as JSON does', () => {
    const codec = codecOf(closedObject({ amount: Type.Optional(moneySchema()), note: Type.Optional(text()) }));
    expect(codec.encode({ amount: undefined, note: undefined })).toStrictEqual({});
    expect(codec.decode({})).toStrictEqual({});
    expect(copyJson({ a: undefined, b: [{ c: undefined }] })).toStrictEqual({ b: [{}] });
  });

  it('keeps a member called __proto__ a member', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":true},"count":"1"}') as object;
    const codec = codecOf(Type.Object({ count: bigint() }));
    for (const copy of [codec.decode(hostile), copyJson(hostile)] as object[]) {
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
      expect(Object.keys(copy)).toContain('__proto__');
      expect((copy as { polluted?: unknown }).polluted).toBeUndefined();
    }
  });

  it('takes a record whose names are those of Object.prototype', () => {
    const codec = codecOf(record(bigint()));
    const wire = JSON.parse('{"constructor":"1","__proto__":"2","toString":"3"}') as object;
    const decoded = codec.decode(wire) as Record<string, unknown>;
    expect(Object.entries(decoded)).toEqual([
      ['constructor', 1n],
      ['__proto__', 2n],
      ['toString', 3n],
    ]);
    expect(JSON.stringify(codec.encode(decoded))).toBe(JSON.stringify(wire));
  });

  it('converts members whose names have a form', () => {
    const codec = codecOf(namedRecord('^[a-z]+$', bigint()));
    expect(codec.decode(codec.encode({ a: 1n, b: 2n }))).toEqual({ a: 1n, b: 2n });
  });

  it.each([
    ['/count', closedObject({ count: bigint() }), { count: 1 }, 'must be a bigint'],
    ['/count', closedObject({ count: bigint() }), { count: '1' }, 'must be a bigint'],
    ['/count', closedObject({ count: bigint() }), { count: null }, 'must be a bigint'],
    ['/body', closedObject({ body: bytes() }), { body: 'text' }, 'must be a Uint8Array'],
    ['/body', closedObject({ body: bytes() }), { body: new ArrayBuffer(1) }, 'must be a Uint8Array'],
    ['/key', closedObject({ key: secret() }), { key: 'sk_live' }, 'must be a Secret'],
    [
      '/list/1/amount/amountMinor',
      closedObject({ list: Type.Array(closedObject({ amount: moneySchema() })) }),
      { list: [{ amount: { amountMinor: 1n, currency: 'EUR' } }, { amount: { amountMinor: 2, currency: 'EUR' } }] },
      'must be a bigint',
    ],
    ['/a~1b~0c', record(bigint()), { 'a/b~c': 1 }, 'must be a bigint'],
    ['', bigint(), 1, 'must be a bigint'],
  ])('names the place %s of a value in the wrong form', (path, schema, value, message) => {
    const thrown = errorOf(() => codecOf(schema).encode(value));
    expect(thrown).toBeInstanceOf(WireFormError);
    expect(thrown).toMatchObject({ path, message });
  });

  it('does not quote the value in its complaint', () => {
    const thrown = errorOf(() => codecOf(closedObject({ key: secret() })).encode({ key: 'sk_live_1' }));
    expect(String(thrown)).not.toContain('sk_live_1');
  });

  it.each([null, 5, 'text', [], true])('leaves %j, which is no object, to the validator', (value) => {
    expect(codecOf(closedObject({ count: bigint() })).encode(value)).toEqual(value);
    expect(codecOf(Type.Array(bigint())).encode({ not: 'a list' })).toEqual({ not: 'a list' });
  });
});

describe('a union with wire forms', () => {
  const paid = closedObject({ outcome: Type.Literal('paid'), amount: bigint() });
  const declined = closedObject({ outcome: Type.Literal('declined'), amount: text() });

  it('is converted by the variant that its tag names', () => {
    const codec = codecOf(Type.Union([paid, declined]));
    expect(codec.encode({ outcome: 'paid', amount: 5n })).toEqual({ outcome: 'paid', amount: '5' });
    expect(codec.decode({ outcome: 'paid', amount: '5' })).toEqual({ outcome: 'paid', amount: 5n });
    expect(codec.decode({ outcome: 'declined', amount: '5' })).toEqual({ outcome: 'declined', amount: '5' });
  });

  it('leaves a value without a known tag to the validator', () => {
    const codec = codecOf(Type.Union([paid, declined]));
    expect(codec.encode({ outcome: 'other', amount: 5 })).toEqual({ outcome: 'other', amount: 5 });
    expect(codec.encode(null)).toBeNull();
  });

  it.each([
    ['of one variant', Type.Union([bigint(), Type.Null()]), 5n, '5'],
    ['written the other way round', Type.Union([Type.Null(), bigint()]), 5n, '5'],
    [
      'of several',
      Type.Union([paid, Type.Null(), declined]),
      { outcome: 'paid', amount: 5n },
      { outcome: 'paid', amount: '5' },
    ],
    [
      'of a union',
      Type.Union([Type.Union([paid, declined]), Type.Null()]),
      { outcome: 'paid', amount: 5n },
      { outcome: 'paid', amount: '5' },
    ],
    ['that is a list', Type.Union([Type.Array(bigint()), Type.Null()]), [5n], ['5']],
  ])('may be nullable: %s', (_what, schema, value, wire) => {
    const codec = codecOf(schema);
    expect(codec.encode(value)).toEqual(wire);
    expect(codec.decode(wire)).toEqual(value);
    expect(codec.encode(null)).toBeNull();
    expect(codec.decode(null)).toBeNull();
  });

  it.each([
    ['no member tells its variants apart', Type.Union([closedObject({ a: bigint() }), closedObject({ b: text() })])],
    [
      'two variants have the same constant',
      Type.Union([paid, closedObject({ outcome: Type.Literal('paid'), other: text() })]),
    ],
    [
      'the constant may be absent',
      Type.Union([
        closedObject({ kind: Type.Optional(Type.Literal('a')), count: bigint() }),
        closedObject({ kind: Type.Literal('b') }),
      ]),
    ],
  ])('is refused when %s', (_why, schema) => {
    expect(() => codecOf(schema)).toThrow('needs a member with a constant');
  });
});

describe('a schema in which a wire form would be overlooked', () => {
  it.each([
    ['allOf', Type.Intersect([Type.Object({ count: bigint() }), Type.Object({ name: text() })])],
    ['prefixItems', { type: 'array', prefixItems: [bigint()] }],
    ['$defs', { type: 'object', $defs: { count: bigint() }, properties: { count: { $ref: '#/$defs/count' } } }],
    ['if', { type: 'object', if: { properties: { count: bigint() } } }],
  ])('is refused for “%s”', (keyword, schema) => {
    expect(() => codecOf(schema)).toThrow(`below “${keyword}”`);
  });

  it('is refused for open members of several schemas', () => {
    const several = { type: 'object', patternProperties: { '^a': bigint(), '^b': { type: 'string' } } };
    expect(() => codecOf(several)).toThrow('must all be of one schema');
  });

  it('is taken when those keywords hold none', () => {
    const plain = Type.Intersect([Type.Object({ a: text() }), Type.Object({ b: text() })]);
    expect(codecOf(plain).encode({ a: 'x', b: 'y' })).toEqual({ a: 'x', b: 'y' });
  });
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('An error was expected.');
}

/** Whether no object is reachable from both values. Secrets are not changed, so they may be shared. */
function sharesNothing(left: unknown, right: unknown): boolean {
  const seen = objectsIn(left);
  return [...objectsIn(right)].every((object) => object instanceof Secret || !seen.has(object));
}

function objectsIn(value: unknown, seen = new Set<object>()): Set<object> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return seen;
  seen.add(value);
  if (value instanceof Uint8Array) seen.add(value.buffer);
  else for (const member of Object.values(value)) objectsIn(member, seen);
  return seen;
}

/** Changes everything that can be changed. */
function scribble(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Secret) return;
  if (value instanceof Uint8Array) return void value.fill(1);
  for (const member of Object.values(value)) scribble(member);
  if (Array.isArray(value)) value.length = 0;
  else for (const key of Object.keys(value)) delete (value as Record<string, unknown>)[key];
}
