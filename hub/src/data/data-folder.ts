import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';

/**
 * Makes the folder that holds the database and the keys, readable by its owner alone.
 * @throws StartError when it cannot be made or written to
 */
export async function prepareDataFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o700);
    // Asked now, in one sentence; else the first file that is written to would complain in its own way.
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${path} cannot be prepared: ${reason(error)}. Set FAIRLEAD_DATA_DIR to a folder that can be written to.`,
      error,
    );
  }
}

/** Something that keeps the hub from starting, in a sentence that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'it is a file',
    // What Node says of a folder on a read-only disk whose parent it would have to make as well.
    ENOENT: 'a folder above it is missing and cannot be made',
  };
  return known[code ?? ''] ?? message ?? String(error);
}
