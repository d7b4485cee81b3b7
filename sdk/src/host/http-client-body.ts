import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { FairleadError } from '../errors/index.ts';

/** More codings than this on one body are an attack or a mistake. */
const mostCodings = 3;

type Decoder = (input: Uint8Array, options: ZlibOptions) => Promise<Uint8Array>;

const ungzip: Decoder = promisify(gunzip);
const unbrotli: Decoder = promisify(brotliDecompress);
const unzlib: Decoder = promisify(inflate);
const unraw: Decoder = promisify(inflateRaw);

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: ungzip,
  'x-gzip': ungzip,
  br: unbrotli,
  // RFC 9110 means zlib by "deflate"; some servers send the raw stream.
  deflate: (input, options) => (isZlib(input) ? unzlib(input, options) : unraw(input, options)),
};

/**
 * Undoes the content codings of a body.
 * @param maxBytes of the result; reading stops there
 * @throws FairleadError `answer_unreadable` when it is larger, cut off, or of a coding that was not asked for
 */
export async function decodeBody(
  body: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = (encoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > mostCodings) throw unreadable('has too many content codings');
  let decoded = body;
  for (const coding of codings.reverse()) {
    if (decoded.length > 0) decoded = await decode(decoded, coding, maxBytes);
  }
  if (decoded.length > maxBytes) throw tooLarge(maxBytes);
  return decoded;
}

async function decode(body: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (decoder === undefined) throw unreadable('has a content coding that was not asked for');
  try {
    return await decoder(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw unreadable('could not be decompressed', error);
  }
}

function isZlib(input: Uint8Array): boolean {
  const [first = 0, second = 0] = input;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

export function tooLarge(maxBytes: number): FairleadError<'answer_unreadable'> {
  return unreadable(`is larger than ${maxBytes} bytes`);
}

export function unreadable(what: string, cause?: unknown): FairleadError<'answer_unreadable'> {
  return new FairleadError('answer_unreadable', { message: `The vendor’s answer ${what}.`, cause });
}
