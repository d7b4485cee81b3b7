import { FairleadError, isFairleadError, paymentGateway, type SecretHandles, webhookMaxBytes } from '@fairlead/sdk';
import { describe, expect, it } from 'vitest';
import { createContracts } from './contracts.ts';

const handles = (bytes: 'base64' | 'copied'): SecretHandles => ({
  bytes,
  toHandle: () => 'handle',
  fromHandle: () => {
    throw new FairleadError('input_invalid');
  },
});
const request = { method: 'POST', headers: {}, query: {}, publicUrl: 'http://127.0.0.1/hooks/c1' };

function pathsOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    if (isFairleadError(error)) return error.details?.['paths'];
    throw error;
  }
  return undefined;
}

describe.each(['base64', 'copied'] as const)('bytes that cross as %s', (form) => {
  const { encodeInput } = createContracts(handles(form)).of(paymentGateway.receive);

  it('are of the plugin’s own: what it does to them, the caller does not see', () => {
    const rawBody = new Uint8Array([1, 2, 3]);
    const wire = encodeInput({ ...request, rawBody }) as { rawBody: unknown };
    if (wire.rawBody instanceof Uint8Array) wire.rawBody.fill(0);
    expect([...rawBody]).toEqual([1, 2, 3]);
    expect(wire.rawBody).toEqual(form === 'copied' ? new Uint8Array(3) : 'AQID');
  });

  it('are accepted up to the number that the contract allows, and refused beyond it', () => {
    expect(pathsOf(() => encodeInput({ ...request, rawBody: new Uint8Array(webhookMaxBytes) }))).toBeUndefined();
    expect(pathsOf(() => encodeInput({ ...request, rawBody: new Uint8Array(webhookMaxBytes + 3) }))).toEqual([
      '/rawBody',
    ]);
  });

  it('must be bytes', () => {
    for (const rawBody of ['text', [1, 2], new ArrayBuffer(1), null, 7]) {
      expect(pathsOf(() => encodeInput({ ...request, rawBody }))).toEqual(['/rawBody']);
    }
  });
});
