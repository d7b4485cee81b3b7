import type { Secret } from '../values/secret.ts';
import { isSecret } from '../values/secret.ts';
import type { WireForm } from './types.ts';
import { type Convert, copyJson, walkSchema, WireFormError } from './walk-schema.ts';

export { copyJson, WireFormError };

/** How secrets cross: as handles that only the two hosts can resolve. */
export interface SecretHandles {
  /** What stands for the secret on the wire. */
  toHandle(secret: Secret): string;
  /** The secret that a handle stands for. Throws for a handle it did not give. */
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
  /** A copy in wire form. @throws WireFormError naming the path, where a value is not of the form its schema asks for */
  encode(value: unknown): unknown;
  /** Expects what has been validated against the schema. */
  decode(wire: unknown): unknown;
}

type Direction = 'encode' | 'decode';

/**
 * Compiles a schema once into closures. Subtrees without wire forms are copied as JSON.
 * @throws TypeError for a union that contains wire forms but no member with a constant to tell its variants apart
 */
export function compileCodec(schema: object, handles: SecretHandles): Codec {
  return {
    encode: walkSchema(schema, { leaf: (form) => leaf(form, 'encode', handles), plain: copyJson }) ?? copyJson,
    decode: walkSchema(schema, { leaf: (form) => leaf(form, 'decode', handles), plain: copyJson }) ?? copyJson,
  };
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
