/**
 * Careful reading of Stripe's JSON. Events keep the form of the API version they were made with
 * (https://docs.stripe.com/api/events/object, `api_version`), so no member is taken for granted.
 */

export type Json = { readonly [member: string]: unknown };

export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** A text that is not empty, or undefined. */
export function textAt(object: Json | undefined, member: string): string | undefined {
  const value = object?.[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A safe integer, or undefined. */
export function integerAt(object: Json | undefined, member: string): number | undefined {
  const value = object?.[member];
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

export function objectAt(object: Json | undefined, member: string): Json | undefined {
  return asObject(object?.[member]);
}

/** Ids go into addresses and keys, so only what can be one is taken for one. */
const idForm = /^\w{1,255}$/;

/** An object's own id. */
export function idOf(object: Json | undefined): string | undefined {
  const id = textAt(object, 'id');
  return id !== undefined && idForm.test(id) ? id : undefined;
}

/** The id of another object, whether Stripe sent the id alone or the object expanded. */
export function idAt(object: Json | undefined, member: string): string | undefined {
  return idOf({ id: object?.[member] }) ?? idOf(objectAt(object, member));
}

/** An address to which a browser may be sent. */
export function addressAt(object: Json | undefined, member: string): string | undefined {
  const address = textAt(object, member);
  return address !== undefined && address.length <= 4_096 && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

/** The objects of a list (`{object: 'list', data: […]}`). */
export function listAt(object: Json | undefined, member: string): readonly Json[] {
  return dataOf(objectAt(object, member));
}

export function dataOf(list: Json | undefined): readonly Json[] {
  const data = list?.['data'];
  return Array.isArray(data) ? data.map(asObject).filter((entry) => entry !== undefined) : [];
}

/** Seconds since 1970, as Stripe writes times, to ISO 8601; undefined for what no date can hold. */
export function timeAt(object: Json | undefined, member: string): string | undefined {
  const seconds = integerAt(object, member);
  return seconds === undefined || seconds < 0 || seconds > 253_402_300_799
    ? undefined
    : new Date(seconds * 1_000).toISOString();
}
