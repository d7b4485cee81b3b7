import { plainDecimal } from './decimals.ts';
import { JsonNumber, type JsonObject, type JsonValue } from './lossless-json.ts';

/** Reads members of answers that may be odd in any way: what is not as expected is undefined, and nothing throws. */

export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  if (typeof value !== 'object' || value === null || value instanceof JsonNumber || Array.isArray(value)) return;
  return value as JsonObject;
}

export function objectAt(object: JsonObject | undefined, name: string): JsonObject | undefined {
  return asObject(memberAt(object, name));
}

export function listAt(object: JsonObject | undefined, name: string): readonly JsonValue[] {
  const value = memberAt(object, name);
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** Members of its own only, so that `constructor` is no member of every object. */
function memberAt(object: JsonObject | undefined, name: string): JsonValue | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text that is not empty. */
export function textAt(object: JsonObject | undefined, name: string): string | undefined {
  const value = memberAt(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id, which providers write as a text or as a number. Ids go into keys and addresses, so only what can be one counts. */
export function idAt(object: JsonObject | undefined, name: string): string | undefined {
  return idOf(memberAt(object, name));
}

export function idOf(value: JsonValue | undefined): string | undefined {
  const text = value instanceof JsonNumber ? value.text : value;
  return typeof text === 'string' && /^[\w-]{1,100}$/.test(text) ? text : undefined;
}

/** A decimal number, written as a text or as a number, with all its digits. */
export function decimalAt(object: JsonObject | undefined, name: string): string | undefined {
  const value = memberAt(object, name);
  if (value instanceof JsonNumber) return plainDecimal(value.text);
  return typeof value === 'string' ? plainDecimal(value) : undefined;
}

/** An integer that a JavaScript number holds exactly. */
export function integerAt(object: JsonObject | undefined, name: string): number | undefined {
  const text = decimalAt(object, name);
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** An address to which a browser may be sent. */
export function addressAt(object: JsonObject | undefined, name: string): string | undefined {
  const text = textAt(object, name);
  return text !== undefined && text.length <= 4_096 && /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

/** Seconds since 1970 as ISO 8601; undefined for zero, which means “not yet”, and for what no date can hold. */
export function secondsAt(object: JsonObject | undefined, name: string): string | undefined {
  const seconds = integerAt(object, name);
  return seconds === undefined ? undefined : isoTime(seconds * 1_000);
}

/** ISO 8601 of any precision, or milliseconds since 1970. */
export function timeAt(object: JsonObject | undefined, name: string): string | undefined {
  const ms = integerAt(object, name);
  if (ms !== undefined) return isoTime(ms);
  const text = textAt(object, name);
  return text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text) ? isoTime(Date.parse(text)) : undefined;
}

function isoTime(ms: number): string | undefined {
  return Number.isFinite(ms) && ms > 0 && ms <= 253_402_300_799_999 ? new Date(ms).toISOString() : undefined;
}
