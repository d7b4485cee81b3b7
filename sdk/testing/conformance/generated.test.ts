import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCapabilities } from '../../src/capabilities/index.ts';
import { compileCheck } from '../validate.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { jsonFaults, schemaFaults, spread } from './single-faults.ts';

const schemas = builtInCapabilities.flatMap(({ id, operations }) =>
  Object.values(operations).flatMap(({ name, input, output }) => [
    [`${id}.${name} input`, input] as const,
    [`${id}.${name} output`, output] as const,
  ]),
);

describe('arbitraryOf', () => {
  it.each(schemas)('generates what fits: %s', (_name, schema) => {
    const check = compileCheck(schema);
    fc.assert(
      fc.property(arbitraryOf(schema), (value) => {
        expect(check(value)).toEqual([]);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});

describe('schemaFaults', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['word', 'inner'],
    properties: {
      word: { type: 'string', minLength: 1, maxLength: 3, pattern: '^[a-z]+$' },
      inner: { type: 'object', required: ['count'], properties: { count: { type: 'integer' } } },
    },
  };

  it('names every place, and each of them is refused', () => {
    const faults = schemaFaults(schema, { word: 'abc', inner: { count: 1 } });
    const check = compileCheck(schema);
    expect(faults.filter(({ value }) => check(value).length === 0)).toEqual([]);
    expect(faults.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        '/word missing',
        '/word too long',
        '/word empty',
        '/inner/count missing',
        '/notInTheContract added',
      ]),
    );
  });
});

describe('jsonFaults', () => {
  it('changes one place at a time, inside lists as well', () => {
    const faults = jsonFaults({ list: [{ id: 'a' }, 2] });
    expect(faults.find(({ what }) => what === '/list/0/id missing')?.value).toEqual({ list: [{}, 2] });
    expect(faults.find(({ what }) => what === '/list empty')?.value).toEqual({ list: [] });
  });

  it('can be thinned out evenly', () => {
    expect(spread([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
    expect(spread([0, 1], 3)).toEqual([0, 1]);
  });
});
