import type { SecretHandles } from './codec.ts';
import type { WireForm } from './types.ts';
import { type Convert, walkSchema } from './walk-schema.ts';
import { Secret } from '../values/secret.ts';

/**
 * Between the two wire forms of a value: the hub's own, in which bytes may be bytes and secrets are handles of its
 * table, and that of a pipe to a plugin's process, where bytes are base64 and a secret is its text. Undefined for a
 * direction that changes nothing.
 */
export interface PipeForm {
  /** @throws what the table throws for a handle that it does not hold */
  readonly toPipe: Convert | undefined;
  /** Takes anything: what does not fit is left as it is, for the contract's check to find. */
  readonly fromPipe: Convert | undefined;
}

export function compilePipeForm(schema: object, handles: SecretHandles): PipeForm {
  const plain = (value: unknown) => value;
  return {
    toPipe: walkSchema(schema, { leaf: (form) => toPipe(form, handles), plain }),
    fromPipe: walkSchema(schema, { leaf: (form) => fromPipe(form, handles), plain }),
  };
}

function toPipe(form: WireForm, handles: SecretHandles): Convert | undefined {
  switch (form) {
    case 'bigint':
      return undefined;
    case 'bytes':
      return handles.bytes === 'copied' ? toBase64 : undefined;
    case 'secret':
      return (value) => handles.fromHandle(value as string).reveal();
  }
}

function fromPipe(form: WireForm, handles: SecretHandles): Convert | undefined {
  switch (form) {
    case 'bigint':
      return undefined;
    case 'bytes':
      return handles.bytes === 'copied' ? fromBase64 : undefined;
    case 'secret':
      return (value) => (typeof value === 'string' && value !== '' ? handles.toHandle(new Secret(value)) : value);
  }
}

function toBase64(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}

function fromBase64(value: unknown): unknown {
  return typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
}
