import type { WireForm } from './types.ts';
import { constantOf, type JsonSchema, unionTag } from './union-tag.ts';

export type Convert = (value: unknown) => unknown;

/** What becomes of the values that a schema describes. */
export interface Conversion {
  /** Of a value with a wire form; undefined where it stays as it is. */
  leaf(form: WireForm): Convert | undefined;
  /** Of a value below which there is no wire form, beside one that has some. */
  plain(value: unknown): unknown;
}

/**
 * Compiles a schema once into closures that convert what has a wire form.
 * @returns undefined when nothing of the schema needs conversion
 * @throws TypeError for a union that contains wire forms but no member with a constant to tell its variants apart
 */
export function walkSchema(schema: object, conversion: Conversion): Convert | undefined {
  return compile(schema as JsonSchema, conversion);
}

/** A value in code had another form than the schema's `x-wire` says (a number where a bigint belongs). */
export class WireFormError extends TypeError {
  /** Always `WireFormError`. */
  override readonly name = 'WireFormError';
  /** JSON pointer to the value. */
  path: string;

  constructor(form: string, path = '') {
    super(`must be a ${form}`);
    this.path = path;
  }

  /** Prepends the member through which the value was reached. */
  under(member: string | number): this {
    this.path = `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}${this.path}`;
    return this;
  }
}

/** A deep copy of JSON data. Members that are undefined are dropped, as JSON does. */
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) define(copy, key, copyJson(member));
  }
  return copy;
}

/** Assigning `__proto__` would change the prototype instead of making a member. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

function compile(schema: JsonSchema, conversion: Conversion): Convert | undefined {
  const form = schema['x-wire'] as WireForm | undefined;
  if (form !== undefined) return conversion.leaf(form);
  refuseHidden(schema);
  const variants = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (variants !== undefined) return compileUnion(variants, conversion);
  if (schema['type'] === 'array') {
    const item = compile((schema['items'] ?? {}) as JsonSchema, conversion);
    return item && ((value) => (Array.isArray(value) ? value.map((entry, index) => at(index, item, entry)) : value));
  }
  return compileObject(schema, conversion);
}

/** Keywords below which the codec does not look. A wire form there would silently stay as it is. */
const opaque = ['allOf', 'not', 'if', 'then', 'else', 'prefixItems', 'contains', '$defs', 'definitions'] as const;

function refuseHidden(schema: JsonSchema): void {
  const keyword = opaque.find((name) => JSON.stringify(schema[name])?.includes('"x-wire"'));
  if (keyword !== undefined) throw new TypeError(`A wire form below “${keyword}” would not be converted.`);
}

function compileObject(schema: JsonSchema, conversion: Conversion): Convert | undefined {
  const members = new Map<string, Convert>();
  for (const [name, member] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
    const convert = compile(member, conversion);
    if (convert !== undefined) members.set(name, convert);
  }
  const patterns = Object.values((schema['patternProperties'] ?? {}) as Record<string, unknown>);
  const open = [...patterns, schema['additionalProperties']];
  const converters = open.filter(isSchema).map((entry) => compile(entry, conversion));
  const rest = converters.find((convert) => convert !== undefined);
  if (rest !== undefined && converters.length > 1) {
    throw new TypeError('Open members with wire forms must all be of one schema.');
  }
  if (members.size === 0 && rest === undefined) return undefined;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined) continue;
      const convert = members.get(key) ?? rest;
      define(copy, key, convert === undefined ? conversion.plain(member) : at(key, convert, member));
    }
    return copy;
  };
}

function compileUnion(variants: readonly JsonSchema[], conversion: Conversion): Convert | undefined {
  const converters = variants.map((variant) => compile(variant, conversion));
  if (converters.every((convert) => convert === undefined)) return undefined;
  const others = variants.filter((variant) => variant['type'] !== 'null');
  if (others.length < variants.length) {
    const convert = compileUnion(others, conversion) ?? conversion.plain;
    return (value) => (value === null ? null : convert(value));
  }
  if (variants.length === 1) return converters[0];
  const tag = unionTag(variants);
  if (tag === undefined) throw new TypeError('A union with wire forms needs a member with a constant in each variant.');
  const byTag = new Map(
    variants.map((variant, index) => [constantOf(variant, tag), converters[index] ?? conversion.plain]),
  );
  return (value) => {
    const key = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[tag] : undefined;
    return (byTag.get(key) ?? conversion.plain)(value);
  };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function at(member: string | number, convert: Convert, value: unknown): unknown {
  try {
    return convert(value);
  } catch (error) {
    throw error instanceof WireFormError ? error.under(member) : error;
  }
}
