import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { extract, Parser, type ReadEntry } from 'tar';
import { decompressTarball } from './decompress-tarball.ts';
import type { InstallBudget } from './limits.ts';
import { createPathChecker, unsafe } from './safe-paths.ts';
import { InstallFault } from './install-fault.ts';

export interface Unpacking {
  /** The tarball. */
  readonly file: string;
  /** Made when it is not there; what is in it would be written over. */
  readonly into: string;
  readonly budget: InstallBudget;
  readonly signal: AbortSignal;
}

const files = new Set(['File', 'OldFile', 'ContiguousFile']);

/**
 * Unpacks a package's tarball. All of it is looked at before anything is written: nothing but plain files and folders,
 * each inside of the package, no two that are one file where case does not count, and no more than the budget has left.
 * @throws InstallFault `tarball_unsafe`, `package_too_large`
 */
export async function unpackTarball({ file, into, budget, signal }: Unpacking): Promise<void> {
  const archive = `${file}.tar`;
  try {
    await decompressTarball(file, archive, { limits: budget.limits, signal });
    await inspect(archive, budget, signal);
  } catch (error) {
    throw explained(error);
  }
  await mkdir(into, { recursive: true });
  await extract({
    file: archive,
    cwd: into,
    strip: 1,
    strict: true,
    preserveOwner: false,
    // Whatever its author's machine said, the hub can read it and nobody else writes it.
    onReadEntry: (entry) => void (entry.mode = entry.type === 'Directory' || isProgram(entry) ? 0o755 : 0o644),
  });
  await rm(archive);
  signal.throwIfAborted();
}

function isProgram({ mode = 0 }: ReadEntry): boolean {
  return (mode & 0o111) !== 0;
}

/** Reads the whole tarball and writes nothing. */
function inspect(file: string, budget: InstallBudget, signal: AbortSignal): Promise<void> {
  const paths = createPathChecker();
  const stream = createReadStream(file, { signal });
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      stream.destroy();
      reject(error);
    };
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        try {
          checkEntry(entry, paths, budget);
          entry.resume();
        } catch (error) {
          fail(error);
        }
      },
    });
    parser.on('error', fail);
    parser.on('end', resolve);
    stream.on('error', fail);
    stream.pipe(parser as unknown as NodeJS.WritableStream);
  });
}

function checkEntry(
  { type, path, size }: ReadEntry,
  paths: ReturnType<typeof createPathChecker>,
  budget: InstallBudget,
): void {
  const isFolder = type === 'Directory';
  if (!isFolder && !files.has(type)) throw unsafe(`it holds a ${type} where only files and folders belong`);
  const parts = (isFolder ? path.replace(/\/$/, '') : path).split('/');
  // The first step is the folder that npm packs everything into, whatever its name.
  createPathChecker().check(parts.slice(0, 1), 'folder');
  if (parts.length > 1) paths.check(parts.slice(1), isFolder ? 'folder' : 'file');
  else if (!isFolder) throw unsafe('a file lies beside its folder');
  budget.take(size);
}

function explained(error: unknown): unknown {
  if (error instanceof InstallFault) return error;
  const { name, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || code === 'ENOSPC') return error;
  return new InstallFault('tarball_unsafe', 'The tarball cannot be read: it is cut off, or no tarball at all.', error);
}
