import { createHmac, timingSafeEqual } from 'node:crypto';

type Algorithm = 'sha1' | 'sha256' | 'sha512';

/** HMAC of the bytes. The key is used as it is (text as UTF-8). */
export function hmac(
  algorithm: Algorithm,
  key: string | Uint8Array,
  ...parts: readonly (string | Uint8Array)[]
): Buffer {
  const mac = createHmac(algorithm, key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/**
 * Compares a MAC with what a request claims, in constant time. Text of another length, or that is not wholly of the
 * encoding, is unequal: hex in either case, base64 with its padding.
 */
export function macEquals(expected: Uint8Array, claimed: string, encoding: 'hex' | 'base64'): boolean {
  const actual = Buffer.from(claimed, encoding);
  // Node skips what it cannot read, so that `abcd` and `abcdzz` are the same bytes.
  const written = encoding === 'hex' ? claimed.toLowerCase() : claimed;
  if (actual.length !== expected.length || actual.toString(encoding) !== written) return false;
  return timingSafeEqual(actual, expected);
}
