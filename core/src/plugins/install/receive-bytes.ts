import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { inMiB, tooLarge } from './limits.ts';

/** How far a transfer is. */
export type Received = (bytes: number) => void;

export interface Receiving {
  /** Written anew from its beginning. */
  readonly file: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly received?: Received;
}

/**
 * Writes bytes to a file as they come.
 * @returns their SHA-512 as npm writes it: `sha512-…`
 * @throws InstallFault `package_too_large`
 */
export async function receiveBytes(bytes: AsyncIterable<Uint8Array>, receiving: Receiving): Promise<string> {
  const { file, maxBytes, signal, received } = receiving;
  const hash = createHash('sha512');
  await using handle = await open(file, 'w', 0o600);
  let total = 0;
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(`its tarball has more than ${inMiB(maxBytes)}`);
    hash.update(chunk);
    await handle.writeFile(chunk);
    received?.(total);
  }
  return `sha512-${hash.digest('base64')}`;
}
