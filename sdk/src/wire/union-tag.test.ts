import { Ajv } from 'ajv';
import fc from 'fast-check';
import { type TSchema, Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../testing/conformance/arbitrary-of.ts';
import { schemaFaults } from '../../testing/conformance/single-faults.ts';
import { builtInCapabilities } from '../capabilities/index.ts';
import { moneySchema, text } from './types.ts';
import { withDiscriminators } from './union-tag.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, validateSchema: false, discriminator: true });
ajv.addVocabulary(['x-wire', 'x-fairlead-secret']);

const contracts = builtInCapabilities.flatMap(({ id, operations }) =>
  Object.values(operations).flatMap(({ name, input, output }): [string, TSchema][] => [
    [`${id}.${name} input`, input],
    [`${id}.${name} output`, output],
  ]),
);

const closed = { additionalProperties: false };
const handMade: [string, TSchema][] = [
  ['a tag', Type.Union([variant('a'), variant('b')])],
  ['a tag and null', Type.Union([variant('a'), variant('b'), Type.Null()])],
  ['a union of unions', Type.Union([Type.Union([variant('a'), variant('b')]), Type.Null()])],
  ['a tag that may be absent', Type.Union([Type.Object({ tag: Type.Optional(Type.Literal('a')) }), variant('b')])],
  ['a tag that is a boolean', Type.Union([tagged(Type.Literal(true)), tagged(Type.Literal(false))])],
  ['a tag that is a number', Type.Union([tagged(Type.Literal(1)), tagged(Type.Literal(2))])],
  ['a tag called like a member of Object.prototype', Type.Union([variant('constructor'), variant('b')])],
  ['the same constant twice', Type.Union([variant('a'), Type.Object({ tag: Type.Literal('a'), other: text() })])],
  ['two tags', Type.Union([twoTags('a', 'x'), twoTags('b', 'y')])],
  ['a variant that is no object', Type.Union([variant('a'), Type.String()])],
  ['variants that do not say that they are objects', untyped('a', 'b')],
  ['one variant', Type.Union([variant('a')])],
  ['a member called anyOf', Type.Object({ anyOf: Type.Union([variant('a'), variant('b')]) })],
];

describe('withDiscriminators', () => {
  it.each([...contracts, ...handMade])('accepts exactly the same values: %s', (_name, schema) => {
    const before = ajv.compile(JSON.parse(JSON.stringify(schema)) as object);
    const after = ajv.compile(withDiscriminators(schema) as object);
    const values = fc.oneof(
      arbitraryOf(schema),
      arbitraryOf(schema).chain((value) => fc.constantFrom(value, ...everyFault(schema, value))),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(after(value)).toBe(before(value));
      }),
      { numRuns: 40 },
    );
  });

  it('writes a union with a tag as oneOf with a discriminator', () => {
    expect(withDiscriminators(Type.Union([variant('a'), variant('b')]))).toMatchObject({
      type: 'object',
      discriminator: { propertyName: 'tag' },
      oneOf: [{ type: 'object' }, { type: 'object' }],
    });
  });

  it('speaks of the variant that was meant', () => {
    const check = ajv.compile(withDiscriminators(Type.Union([variant('a'), variant('b')])) as object);
    expect(check({ tag: 'b', amount: { amountMinor: 'x', currency: 'EUR' } })).toBe(false);
    expect(check.errors).toMatchObject([{ instancePath: '/amount/amountMinor', keyword: 'pattern' }]);
  });

  it('leaves its argument as it was', () => {
    const schema = Type.Union([variant('a'), variant('b')]);
    const before = JSON.stringify(schema);
    withDiscriminators(schema);
    expect(JSON.stringify(schema)).toBe(before);
  });
});

function variant(tag: string) {
  return tagged(Type.Literal(tag));
}

function tagged<Tag extends TSchema>(tag: Tag) {
  return Type.Object({ tag, amount: Type.Optional(moneySchema()) }, closed);
}

function twoTags(first: string, second: string) {
  return Type.Object({ one: Type.Literal(first), two: Type.Literal(second) }, closed);
}

function untyped(...tags: string[]): TSchema {
  return Type.Unsafe<unknown>({
    anyOf: tags.map((tag) => ({ properties: { tag: { const: tag } }, required: ['tag'] })),
  });
}

/** Single faults of each variant of a union as well, which the walker leaves alone. */
function everyFault(schema: TSchema, value: unknown): unknown[] {
  const { anyOf: variants = [] } = schema as { anyOf?: TSchema[] };
  return [schema, ...variants].flatMap((one) => schemaFaults(one, value).map((fault) => fault.value));
}
