import { byteOrderMark, headerCharset, tryDecode } from '@fairlead/sdk/channel';
import type { Note } from './feed.ts';

export interface DecodedText {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Finds the encoding of a document by its byte order mark, its HTTP header and its XML declaration, in this order
 * (RFC 7303 §3), and decodes it. A label that is unknown, or that the bytes contradict, is passed over and noted; bytes
 * that are UTF-8 and said to be so by either label are UTF-8; the last resort is windows-1252, which reads every byte.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes), notes: [] };
  const wide = zeroPattern(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), notes: [] };
  const header = headerCharset(contentType);
  const labels = [header, declaredEncoding(bytes)].filter((label) => label !== undefined);
  const utf8 = labels.some((label) => /^utf-?8$/i.test(label));
  for (const label of [...(utf8 ? ['utf-8'] : []), ...labels, 'utf-8']) {
    // It reads every byte as a character that means nothing outside of one page.
    if (/^x-user-defined$/i.test(label)) continue;
    const text = tryDecode(bytes, label);
    if (text !== undefined) return { text, notes: contradiction(labels[0], label) };
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), notes: contradiction(labels[0], 'windows-1252') };
}

function contradiction(said: string | undefined, used: string): readonly Note[] {
  if (said === undefined ? used === 'utf-8' : said.toLowerCase() === used.toLowerCase()) return [];
  // A header that still says latin-1 while the document says UTF-8, and is, is common and harmless.
  if (used === 'utf-8' && said !== undefined) return [];
  return [
    {
      code: 'charset_wrong',
      text: `The feed says it is encoded as ${(said ?? 'utf-8').slice(0, 40)}; read as ${used}.`,
    },
  ];
}

/** UTF-16 without a mark: one of the first two bytes of `<` is zero (XML 1.0, appendix F). */
function zeroPattern(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString('latin1');
  const declaration = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/i.exec(head)?.[1];
  // A document that could be read this far is not in 16 bits, whatever it says of itself.
  return declaration === undefined || /^utf-?16/i.test(declaration) ? undefined : declaration;
}
