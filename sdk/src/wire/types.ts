import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';
import type { Secret } from '../values/secret.ts';

/**
 * Schemas describe what crosses the wire; `x-wire` names the form that code sees. An integer of any size is a decimal
 * string on the wire and a `bigint` in code, bytes are base64 and a `Uint8Array`, a secret is a handle and a `Secret`.
 * Do not use `Type.BigInt`, `Type.Tuple` or `Type.Codec`: they are not plain JSON schema.
 */
export type WireForm = 'bigint' | 'bytes' | 'secret';

/** The JSON schema keyword that carries a {@link WireForm}. */
export const wireKeyword = 'x-wire';

const closed = { additionalProperties: false } as const;

/** An integer of up to 38 digits: `bigint` in code, decimal text on the wire. */
export function bigint(): TUnsafe<bigint> {
  return Type.Unsafe<bigint>({ type: 'string', pattern: '^(0|-?[1-9][0-9]{0,37})$', [wireKeyword]: 'bigint' });
}

/**
 * Bytes: `Uint8Array` in code, base64 on the wire.
 * @param maxBytes the most that is accepted; default 1 MiB
 */
export function bytes(maxBytes = 1_048_576): TUnsafe<Uint8Array> {
  const maxLength = Math.ceil(maxBytes / 3) * 4;
  return Type.Unsafe<Uint8Array>({ type: 'string', contentEncoding: 'base64', maxLength, [wireKeyword]: 'bytes' });
}

/** A secret inside an operation's input or output: a {@link Secret} in code, a handle on the wire, never the text. */
export function secret(): TUnsafe<Secret> {
  return Type.Unsafe<Secret>({ type: 'string', minLength: 1, maxLength: 65_536, [wireKeyword]: 'secret' });
}

/** Money in minor units of an ISO 4217 currency. */
export function moneySchema() {
  return Type.Object({ amountMinor: bigint(), currency: Type.String({ pattern: '^[A-Z]{3}$' }) }, closed);
}

/** A decimal number as text with up to 38 decimals: prices, volumes, amounts of crypto assets. */
export function decimalText() {
  return Type.String({ pattern: '^-?(0|[1-9][0-9]{0,37})(\\.[0-9]{1,38})?$' });
}

// `Date` reads every text of this form, so that a plugin need not fear one that it cannot.
const timestampPattern =
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$';

/** A moment: ISO 8601, UTC, to the second or finer, ending in Z. */
export function timestampText() {
  return Type.String({ pattern: timestampPattern });
}

/** A short text, at least one character. @param maxLength default 255 */
export function text(maxLength = 255) {
  return Type.String({ minLength: 1, maxLength });
}

/** A text that may be empty. @param maxLength in characters */
export function longText(maxLength: number) {
  return Type.String({ maxLength });
}

/** An address with http or https. */
export function httpUrl() {
  return Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 4096 });
}

/**
 * An object with members of any names, and values of one schema. Checked ten times as fast as a `Type.Record`, which
 * tries a pattern on each name.
 */
export function record<Value extends TSchema>(value: Value): TUnsafe<Record<string, Static<Value>>> {
  return Type.Unsafe<Record<string, Static<Value>>>({ type: 'object', additionalProperties: value });
}

/**
 * The same with names of a form. Members with other names are refused; in a `Type.Record` they would pass unchecked.
 * @param names pattern that the whole name fits
 */
export function namedRecord<Value extends TSchema>(
  names: string,
  value: Value,
  options: { minProperties?: number } = {},
) {
  return Type.Record(Type.String({ pattern: names }), value, { ...options, ...closed });
}

/** An object that takes exactly these members. */
export function closedObject<const Members extends Record<string, TSchema>>(members: Members) {
  return Type.Object(members, closed);
}
