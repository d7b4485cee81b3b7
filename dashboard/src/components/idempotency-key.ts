/**
 * A key for one act, however often its button is pressed: 128 random bits. `crypto.randomUUID` is not there on pages that come
 * over plain HTTP from another machine; random values are.
 */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
