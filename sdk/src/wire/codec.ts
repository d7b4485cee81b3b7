import type { Secret } from '../values/secret.ts';
import { isSecret } from '../values/secret.ts';
import type { WireForm } from './types.ts';
import { constantOf, type JsonSchema, unionTag } from './union-tag.ts';

/** How secrets cross: as handles that only the two hosts can resolve. */
export interface SecretHandles {
  toHandle(secret: Secret): string;
  fromHandle(handle: string): Secret;
  /**
   * `copied` where both sides are in one process: bytes cross as bytes of their own, and are checked by their number.
   * Default: `base64`, as JSON needs it.
   */
  readonly bytes?: 'base64' | 'copied';
}

/**
 * Turns the form that code sees into the form that crosses the wire, and back. `encode` copies as it goes, so that
 * neither side can change what the other holds. `decode` expects what has been validated against the schema.
 */
export interface Codec {
  /** @throws WireFormError naming the path, where a value is not of the form its schema asks for */
  encode(value: unknown): unknown;
  decode(wire: unknown): unknown;
}

/** A value in code had another form than the schema's `x-wire` says (a number where a bigint belongs). */
export class WireFormError extends TypeError {
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

type Direction = 'encode' | 'decode';
type Convert = (value: unknown) => unknown;

/**
 * Compiles a schema once into closures. Subtrees without wire forms are copied as JSON.
 * @throws TypeError for a union that contains wire forms but no member with a constant to tell its variants apart
 */
export function compileCodec(schema: object, handles: SecretHandles): Codec {
  return {
    encode: compile(schema as JsonSchema, 'encode', handles) ?? copyJson,
    decode: compile(schema as JsonSchema, 'decode', handles) ?? copyJson,
  };
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

/** Undefined when nothing below needs conversion. */
function compile(schema: JsonSchema, direction: Direction, handles: SecretHandles): Convert | undefined {
  const form = schema['x-wire'] as WireForm | undefined;
  if (form !== undefined) return leaf(form, direction, handles);
  refuseHidden(schema);
  const variants = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (variants !== undefined) return compileUnion(variants, direction, handles);
  if (schema['type'] === 'array') {
    const item = compile((schema['items'] ?? {}) as JsonSchema, direction, handles);
    return item && ((value) => (Array.isArray(value) ? value.map((entry, index) => at(index, item, entry)) : value));
  }
  return compileObject(schema, direction, handles);
}

/** Keywords below which the codec does not look. A wire form there would silently stay as it is. */
const opaque = ['allOf', 'not', 'if', 'then', 'else', 'prefixItems', 'contains', '$defs', 'definitions'] as const;

function refuseHidden(schema: JsonSchema): void {
  const keyword = opaque.find((name) => JSON.stringify(schema[name])?.includes('"x-wire"'));
  if (keyword !== undefined) throw new TypeError(`A wire form below “${keyword}” would not be converted.`);
}

function compileObject(schema: JsonSchema, direction: Direction, handles: SecretHandles): Convert | undefined {
  const members = new Map<string, Convert>();
  for (const [name, member] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
    const convert = compile(member, direction, handles);
    if (convert !== undefined) members.set(name, convert);
  }
  const patterns = Object.values((schema['patternProperties'] ?? {}) as Record<string, unknown>);
  const open = [...patterns, schema['additionalProperties']];
  const converters = open.filter(isSchema).map((entry) => compile(entry, direction, handles));
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
      define(copy, key, convert === undefined ? copyJson(member) : at(key, convert, member));
    }
    return copy;
  };
}

function compileUnion(
  variants: readonly JsonSchema[],
  direction: Direction,
  handles: SecretHandles,
): Convert | undefined {
  const converters = variants.map((variant) => compile(variant, direction, handles));
  if (converters.every((convert) => convert === undefined)) return undefined;
  const others = variants.filter((variant) => variant['type'] !== 'null');
  if (others.length < variants.length) {
    const convert = compileUnion(others, direction, handles) ?? copyJson;
    return (value) => (value === null ? null : convert(value));
  }
  if (variants.length === 1) return converters[0];
  const tag = unionTag(variants);
  if (tag === undefined) throw new TypeError('A union with wire forms needs a member with a constant in each variant.');
  const byTag = new Map(variants.map((variant, index) => [constantOf(variant, tag), converters[index] ?? copyJson]));
  return (value) => {
    const key = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[tag] : undefined;
    return (byTag.get(key) ?? copyJson)(value);
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

function leaf(form: WireForm, direction: Direction, handles: SecretHandles): Convert {
  switch (form) {
    case 'bigint':
      return direction === 'encode' ? encodeBigint : (value) => BigInt(value as string);
    case 'bytes':
      if (handles.bytes === 'copied') return copyBytes;
      return direction === 'encode' ? encodeBytes : (value) => decodeBytes(value as string);
    case 'secret':
      return direction === 'encode'
        ? (value) => handles.toHandle(expectSecret(value))
        : (value) => handles.fromHandle(value as string);
  }
}

function encodeBigint(value: unknown): string {
  if (typeof value !== 'bigint') throw new WireFormError('bigint');
  return value.toString();
}

function copyBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new WireFormError('Uint8Array');
  return new Uint8Array(value);
}

function encodeBytes(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new WireFormError('Uint8Array');
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}

function decodeBytes(value: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(value, 'base64');
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  // A short one lies in Node's common pool: a plugin that took its `buffer` would see what others decoded.
  return buffer.byteLength === byteLength ? bytes : bytes.slice();
}

function expectSecret(value: unknown): Secret {
  if (!isSecret(value)) throw new WireFormError('Secret');
  return value;
}
