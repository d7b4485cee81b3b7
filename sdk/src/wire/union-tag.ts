/** A JSON schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The member by which the variants of a union are told apart: one that each requires, with a different constant.
 * Undefined when there is none.
 */
export function unionTag(variants: readonly JsonSchema[]): string | undefined {
  const names = Object.keys((variants[0]?.['properties'] ?? {}) as object);
  return names.find((name) => {
    const constants = variants.map((variant) => constantOf(variant, name));
    if (constants.includes(undefined) || new Set(constants).size < constants.length) return false;
    return variants.every(({ required }) => Array.isArray(required) && required.includes(name));
  });
}

/** The constant that a member of a schema must be, if it must. */
export function constantOf(schema: JsonSchema, name: string): unknown {
  return (schema['properties'] as Record<string, JsonSchema> | undefined)?.[name]?.['const'];
}

/** The keyword that stands for the most bytes where bytes are not written as base64; see `SecretHandles.bytes`. */
export const mostBytesKeyword = 'x-most-bytes';

/** The same schema for a wire on which bytes stay bytes: each `x-wire: bytes` asks for so many bytes at the most. */
export function withCopiedBytes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withCopiedBytes);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { 'x-wire': form, maxLength } = schema as JsonSchema;
  if (form === 'bytes') return { [mostBytesKeyword]: (Number(maxLength) / 4) * 3 };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withCopiedBytes(value)]));
}

/**
 * The same schema with each union that has a tag written as `oneOf` with a `discriminator`, which a validator can decide
 * by one look instead of trying every variant, and whose errors speak of the variant that was meant.
 */
export function withDiscriminators(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withDiscriminators);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withDiscriminators(value)]));
  const variants = copy['anyOf'] as readonly JsonSchema[];
  const tag = isTagged(copy) ? unionTag(variants) : undefined;
  if (tag === undefined || !variants.every((variant) => isTagText(constantOf(variant, tag)))) return copy;
  const { anyOf: _, ...rest } = copy;
  return { ...rest, type: 'object', discriminator: { propertyName: tag }, oneOf: variants };
}

/** Variants that take objects only, and no other union beside them: then the tag alone may decide. */
function isTagged({ anyOf, oneOf, type = 'object' }: JsonSchema): boolean {
  if (!Array.isArray(anyOf) || anyOf.length < 2 || oneOf !== undefined || type !== 'object') return false;
  return anyOf.every((variant: JsonSchema) => variant?.['type'] === 'object');
}

/** The validator takes texts alone, and looks them up in a plain object. */
function isTagText(constant: unknown): boolean {
  return typeof constant === 'string' && !(constant in {});
}
