import fc, { type Arbitrary } from 'fast-check';

type JsonSchema = { readonly [keyword: string]: unknown };

/** Longest list that is generated; schemas allow more, and it would only be slow. */
const longestList = 5;

/** Values in wire form that fit a schema, of the keywords that contracts use. */
export function arbitraryOf(schema: object): Arbitrary<unknown> {
  const keywords = schema as JsonSchema;
  if ('const' in keywords) return fc.constant(keywords['const']);
  if (Array.isArray(keywords['enum'])) return fc.constantFrom(...(keywords['enum'] as unknown[]));
  const variants = keywords['anyOf'] ?? keywords['oneOf'];
  if (Array.isArray(variants)) return fc.oneof(...variants.map((variant) => arbitraryOf(variant as object)));
  switch (keywords['type']) {
    case 'string':
      return arbitraryText(keywords);
    case 'integer':
      return fc.integer({
        min: numberOr(keywords['minimum'], -(2 ** 31)),
        max: numberOr(keywords['maximum'], 2 ** 31),
      });
    case 'number':
      return fc.double({ ...bounds(keywords), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(arbitraryOf((keywords['items'] ?? {}) as object), {
        minLength: numberOr(keywords['minItems'], 0),
        maxLength: Math.min(numberOr(keywords['maxItems'], longestList), longestList),
      });
    case 'object':
      return arbitraryObject(keywords);
    default:
      return fc.jsonValue();
  }
}

function arbitraryText(schema: JsonSchema): Arbitrary<string> {
  const maxLength = numberOr(schema['maxLength'], 200);
  if (schema['contentEncoding'] === 'base64') {
    return fc.uint8Array({ maxLength: 512 }).map((bytes) => Buffer.from(bytes).toString('base64'));
  }
  if (typeof schema['pattern'] === 'string') {
    const form = new RegExp(schema['pattern'], 'u');
    // "Anything but spaces" may end in half a character or be longer than allowed.
    return fc.stringMatching(form).filter((text) => text.isWellFormed() && text.length <= maxLength);
  }
  const minLength = numberOr(schema['minLength'], 0);
  return fc.string({ unit: 'binary', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) });
}

function arbitraryObject(schema: JsonSchema): Arbitrary<Record<string, unknown>> {
  const properties = (schema['properties'] ?? {}) as Record<string, object>;
  const required = (schema['required'] ?? []) as string[];
  const members = Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, arbitraryOf(member)]));
  const named = fc.record(members, { requiredKeys: required, noNullPrototype: true });
  const [pattern] = Object.entries((schema['patternProperties'] ?? {}) as Record<string, object>);
  const anyNamed = schema['additionalProperties'];
  const others = pattern?.[1] ?? (typeof anyNamed === 'object' && anyNamed !== null ? anyNamed : undefined);
  if (others === undefined) return named;
  const names = pattern === undefined ? fc.string({ maxLength: 40 }) : fc.stringMatching(new RegExp(pattern[0], 'u'));
  const more = fc.dictionary(names, arbitraryOf(others), { maxKeys: longestList, noNullPrototype: true });
  return fc.tuple(more, named).map(([open, closed]) => ({ ...open, ...closed }));
}

function bounds({ minimum, maximum }: JsonSchema): { readonly min?: number; readonly max?: number } {
  return {
    ...(typeof minimum === 'number' ? { min: minimum } : {}),
    ...(typeof maximum === 'number' ? { max: maximum } : {}),
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
