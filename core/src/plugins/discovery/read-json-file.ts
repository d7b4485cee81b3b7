import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

export type JsonFile =
  | { readonly outcome: 'read'; readonly value: unknown; readonly text: string }
  | { readonly outcome: 'missing' | 'too_large' }
  | { readonly outcome: 'unreadable' | 'malformed'; readonly detail: string; readonly text?: string };

/** Without O_NONBLOCK, opening a named pipe waits for a writer for ever. Windows has neither. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a file of at most `maxBytes` as JSON. Never throws: what is wrong is the answer. */
export async function readJsonFile(path: string, maxBytes: number): Promise<JsonFile> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, readOnly);
    const stats = await handle.stat();
    if (!stats.isFile()) return { outcome: 'unreadable', detail: 'it is not a file' };
    if (stats.size > maxBytes) return { outcome: 'too_large' };
    return parse(await readBytes(handle, stats.size));
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { outcome: 'missing' }
      : { outcome: 'unreadable', detail: explain(code) };
  } finally {
    await handle?.close();
  }
}

async function readBytes(handle: FileHandle, size: number): Promise<string> {
  const buffer = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(buffer, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.toString('utf8', 0, length);
}

function parse(raw: string): JsonFile {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  try {
    return { outcome: 'read', value: JSON.parse(text) as unknown, text };
  } catch (error) {
    // The parser's message may quote the file.
    const position = /position \d+/.exec((error as Error).message)?.[0];
    return {
      outcome: 'malformed',
      detail: position === undefined ? 'it is not JSON' : `not JSON at ${position}`,
      text,
    };
  }
}

/** The code of a file system error (`EACCES`), or `unknown`. */
export function systemCode(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

const explanations: Readonly<Record<string, string>> = {
  EACCES: 'the hub may not read it',
  EPERM: 'the hub may not read it',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk failed',
};

/** A system error in words, without the path that the error itself would name. */
export function explain(code: string): string {
  return explanations[code] ?? `the system says ${code}`;
}
