import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Header, Pax } from 'tar';

export interface TarEntry {
  /** As it stands in the archive: nothing is made safe. */
  readonly path: string;
  readonly body?: string | Uint8Array;
  readonly type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link' | 'CharacterDevice' | 'FIFO';
  readonly linkpath?: string;
  readonly mode?: number;
}

/** A gzipped tarball of exactly these entries, however hostile. */
export function makeTarball(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ path, body = '', type = 'File', linkpath, mode = 0o644 }) => {
    const bytes = Buffer.from(body as string);
    const head = Buffer.alloc(512);
    const facts = {
      path,
      size: bytes.length,
      mode,
      mtime: new Date(0),
      ...(linkpath === undefined ? {} : { linkpath }),
    };
    const isLong = new Header({ ...facts, type }).encode(head);
    const before = isLong ? [new Pax({ path }).encode()] : [];
    return [...before, head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A package as npm packs it: everything in a folder `package`. */
export function packageTarball(files: Readonly<Record<string, string>>): Buffer {
  return makeTarball(Object.entries(files).map(([name, body]) => ({ path: `package/${name}`, body })));
}

export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
