/** Careful reading of PayPal's JSON: no member is taken for granted, because answers and events differ by age and method. */

export type Json = { readonly [member: string]: unknown };

export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function objectAt(object: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((found, member) => asObject(found?.[member]), object);
}

/** The objects of a list; other members of it are passed over. */
export function objectsAt(object: Json | undefined, member: string): readonly Json[] {
  const list = object?.[member];
  return Array.isArray(list) ? list.map(asObject).filter((entry) => entry !== undefined) : [];
}

/** A text that is not empty, or undefined. */
export function textAt(object: Json | undefined, member: string): string | undefined {
  const value = object?.[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Ids go into addresses and keys, so only what can be one is taken for one. */
const idForm = /^[A-Za-z0-9-]{1,64}$/;

export function idAt(object: Json | undefined, member: string): string | undefined {
  const id = textAt(object, member);
  return id !== undefined && idForm.test(id) ? id : undefined;
}

export function idOf(object: Json | undefined): string | undefined {
  return idAt(object, 'id');
}

/** An RFC 3339 time as ISO 8601 UTC; undefined for what is none. */
export function timeAt(object: Json | undefined, member: string): string | undefined {
  return isoTime(textAt(object, member));
}

export function isoTime(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** The address of a HATEOAS link (https://developer.paypal.com/api/rest/responses/#hateoas-links). */
export function linkTo(object: Json | undefined, ...relations: readonly string[]): string | undefined {
  const links = objectsAt(object, 'links');
  const link = relations.map((rel) => links.find((each) => each['rel'] === rel)).find((each) => each !== undefined);
  const address = textAt(link, 'href');
  return address !== undefined && address.length <= 4_096 && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

/** The id in a link, when it leads to a resource of that kind: `…/captures/{id}`. */
export function idInLink(object: Json | undefined, relation: string, kind: string): string | undefined {
  const address = linkTo(object, relation);
  const id =
    address === undefined ? undefined : new RegExp(`/${kind}/([A-Za-z0-9-]{1,64})(?:[/?#]|$)`).exec(address)?.[1];
  return id;
}

/** A member that is there only when there is a value: `undefined` is not JSON. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}

/** JSON of bytes; undefined for what is no JSON object in UTF-8. */
export function parseObject(bytes: Uint8Array): Json | undefined {
  try {
    return asObject(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
