/** The encoding that the first bytes name, if they do (https://encoding.spec.whatwg.org/#bom-sniff). */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16be' | 'utf-16le' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** The charset of a `Content-Type`, as it stands there. */
export function headerCharset(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s"';]{1,40})/i.exec((contentType ?? '').slice(0, 1_000))?.[1];
}

/** Undefined for a label that nobody knows, and for bytes that are not of this encoding. */
export function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    // RangeError: a label that nobody knows. TypeError: bytes that are not of this encoding.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
