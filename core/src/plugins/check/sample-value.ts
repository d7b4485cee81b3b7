import { secretKeyword, wireKeyword } from '@fairlead/sdk';

type Schema = Readonly<Record<string, unknown>>;

/** Texts of which one fits most patterns that a setting or an operation asks for. */
const texts = [
  'sample',
  'https://sample.example',
  '1000',
  'EUR',
  '2026-01-15T12:00:00.000Z',
  'sample@sample.example',
  'sample.example',
  '1',
  'POST',
  'a',
  '00000000-0000-7000-8000-000000000000',
  '0123456789abcdef0123456789abcdef',
  'sample_0123456789',
];

/**
 * A value in wire form that a schema is likely to accept, as small as it may be; the caller validates it. Undefined when
 * there is none to be found: a text of an unusual pattern without `default` or `examples`.
 * @param secret makes the text of each secret
 */
export function sampleValue(schema: unknown, secret: () => string): unknown {
  const { const: constant, enum: choices, default: preset, examples, anyOf, oneOf } = (schema ?? {}) as Schema;
  const form = (schema as Schema)[wireKeyword];
  if (form === 'secret') return secret();
  if (form === 'bytes') return 'e30=';
  if (constant !== undefined) return constant;
  if (preset !== undefined) return preset;
  const [first] = [...listOf(choices), ...listOf(examples)];
  if (first !== undefined) return first;
  const variants = [...listOf(anyOf), ...listOf(oneOf)];
  if (variants.length > 0) return variants.map((one) => sampleValue(one, secret)).find((value) => value !== undefined);
  return sampleOfType(schema as Schema, secret);
}

function sampleOfType(schema: Schema, secret: () => string): unknown {
  const { type, minimum, items } = schema;
  switch (type) {
    case 'object':
      return sampleObject(schema, secret);
    case 'array': {
      const isSecretList = schema[secretKeyword] === true;
      const count = Math.max(Number(schema['minItems'] ?? 0), isSecretList ? 1 : 0);
      return Array.from({ length: count }, () => sampleValue(items, secret));
    }
    case 'integer':
    case 'number':
      return typeof minimum === 'number' ? minimum : 1;
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'string':
      return sampleText(schema);
    default:
      return undefined;
  }
}

/** What is required, and every secret. */
function sampleObject({ properties, required }: Schema, secret: () => string): unknown {
  const needed = new Set(listOf(required));
  const members = Object.entries((properties ?? {}) as Schema)
    .filter(([name, member]) => needed.has(name) || (member as Schema)[secretKeyword] === true)
    .map(([name, member]) => [name, sampleValue(member, secret)] as const);
  return members.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(members);
}

function sampleText({ pattern, minLength = 0, maxLength = Infinity }: Schema): string | undefined {
  const form = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /(?:)/;
  const padded = [...texts, 'sample'.padEnd(Number(minLength), '-')];
  return padded.find((text) => form.test(text) && text.length >= Number(minLength) && text.length <= Number(maxLength));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
