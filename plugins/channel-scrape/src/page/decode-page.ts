import { byteOrderMark, headerCharset, tryDecode } from '@fairlead/sdk/channel';
import type { Note } from './page.ts';

export interface DecodedPage {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** Of the document, searched for a `meta` (https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding). */
const searched = 1_024;

/**
 * Decodes as a browser does: by byte order mark, `Content-Type`, `meta`, else windows-1252, which reads every byte; and
 * before that last resort as UTF-8 where the bytes are that. Labels that are unknown are passed over. Bytes that are
 * UTF-8 and said to be so by either label are UTF-8. NUL has no meaning in HTML and goes.
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): DecodedPage {
  const { text, notes } = decode(bytes, contentType);
  return { text: text.includes('\u0000') ? text.replaceAll('\u0000', '') : text, notes };
}

function decode(bytes: Uint8Array, contentType: string | undefined): DecodedPage {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes), notes: [] };
  const labels = [headerCharset(contentType), metaCharset(bytes)].filter((label) => label !== undefined);
  const isUtf8Said = labels.length === 0 || labels.some((label) => /^(?:utf-?8|unicode-1-1-utf-8)$/i.test(label));
  const utf8 = isUtf8Said ? tryDecode(bytes, 'utf-8') : undefined;
  if (utf8 !== undefined) return { text: utf8, notes: [] };
  const known = labels.filter(isKnown);
  for (const label of known) {
    const text = tryDecode(bytes, label);
    if (text !== undefined) return { text, notes: labels[0] === label ? [] : [wrong(labels[0], label)] };
  }
  const used = known[0] ?? 'windows-1252';
  return { text: new TextDecoder(used).decode(bytes), notes: labels.length === 0 ? [] : [wrong(labels[0], used)] };
}

function wrong(said: string | undefined, used: string): Note {
  const label = (said ?? '').replaceAll(/[^\w.:+-]/g, '');
  return { code: 'charset_wrong', text: `The page says it is encoded as ${label}, and is not. Read as ${used}.` };
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What could be read this far is not in 16 bits, whatever it says of itself. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, searched)).toString('latin1');
  for (const [, attributes = ''] of head.replaceAll(/<!--.*?(?:-->|$)/gs, '').matchAll(/<meta[\s/]([^>]*)>/gi)) {
    const label = /\bcharset\s*=\s*["']?\s*([^\s"'/>;]{1,40})/i.exec(attributes)?.[1];
    if (label === undefined) continue;
    if (/^utf-?16/i.test(label)) return 'utf-8';
    return /^x-user-defined$/i.test(label) ? 'windows-1252' : label;
  }
  return undefined;
}
