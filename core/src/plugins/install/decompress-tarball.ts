import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type InstallLimits, maxCompression, tooLarge } from './limits.ts';
import { unsafe } from './safe-paths.ts';

/** The first bytes of what the tar library would unpack once more. */
const compressed = ['1f8b', '28b5'];

/**
 * Writes the archive inside of a gzipped tarball to a file, and no more of it than a package may have. The tar library
 * can do this by itself, with time that grows by the square where a bomb is hidden behind the end of the archive.
 * @throws InstallFault `package_too_large`, `tarball_unsafe`
 */
export async function decompressTarball(
  file: string,
  into: string,
  { limits, signal }: { readonly limits: InstallLimits; readonly signal: AbortSignal },
): Promise<void> {
  const { size } = await stat(file);
  // Beside its bytes each entry has a header and what fills its last block.
  const most = Math.min(limits.unpackedBytes + 2_048 * (limits.entries + 2), size * maxCompression + 1024 ** 2);
  async function* counted(source: AsyncIterable<Buffer>) {
    let total = 0;
    for await (const chunk of source) {
      if (total === 0 && compressed.includes(chunk.toString('hex', 0, 2))) throw unsafe('it is compressed twice');
      total += chunk.length;
      if (total > most) throw tooLarge('its tarball unpacks to far more than it is');
      yield chunk;
    }
  }
  await pipeline(createReadStream(file), createGunzip(), counted, createWriteStream(into, { mode: 0o600 }), { signal });
}
