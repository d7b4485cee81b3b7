import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './data-folder.ts';

/** Who holds a data folder. Written for people and for the command line; the lock itself is the operating system's. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

export interface FolderLock {
  /** Tells others where this hub is reached. */
  announce(holder: Holder): Promise<void>;
  release(): Promise<void>;
}

/** Long enough to sit out the look of `holderOf`, which takes the lock for a moment. */
const patienceMs = 250;

const lockFile = 'hub.lock';
const holderFile = 'hub.json';

/**
 * Takes the data folder for this process. The lock is SQLite's exclusive lock on a file of its own: the operating system
 * frees it when the process ends, however it ends, so that nothing stale is ever left behind and no process id has to be
 * believed.
 * @throws StartError naming the hub that holds the folder
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const database = openLock(dataDir);
  try {
    database.exec(`PRAGMA busy_timeout = ${patienceMs}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE`);
  } catch (error) {
    database.close();
    if (!isBusy(error))
      throw new StartError(`The data folder ${dataDir} cannot be locked: ${(error as Error).message}.`, error);
    throw new StartError(
      `The data folder ${dataDir} is in use by ${describe(await readHolder(dataDir))}. Stop it, or set FAIRLEAD_DATA_DIR to another folder.`,
      error,
    );
  }
  // What a hub that was killed has left here would name the wrong one.
  await rm(join(dataDir, holderFile), { force: true });
  return {
    announce: (holder) => writeFile(join(dataDir, holderFile), `${JSON.stringify(holder)}\n`, { mode: 0o600 }),
    async release() {
      await rm(join(dataDir, holderFile), { force: true });
      database.close();
    },
  };
}

/**
 * The hub that holds the folder now; undefined when the folder is free. `starting` when it has not announced itself: it
 * is about to, or it is a command that works on the data of a hub that does not run. Looking makes no file.
 */
export async function holderOf(dataDir: string): Promise<Holder | 'starting' | undefined> {
  const path = join(dataDir, lockFile);
  if (!existsSync(path)) return undefined;
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE; ROLLBACK');
    return undefined;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return (await readHolder(dataDir)) ?? 'starting';
  } finally {
    database.close();
  }
}

function openLock(dataDir: string): DatabaseSync {
  try {
    return new DatabaseSync(join(dataDir, lockFile));
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be written to: ${(error as Error).message}.`, error);
  }
}

/** SQLITE_BUSY, and SQLITE_LOCKED for a second lock within one process. */
function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode === 5 || errcode === 6;
}

async function readHolder(dataDir: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(join(dataDir, holderFile), 'utf8')) as Holder;
  } catch {
    // It has not announced itself yet, or never came so far.
    return undefined;
  }
}

function describe(holder: Holder | undefined): string {
  if (holder === undefined) return 'another hub that is just starting, or by a command';
  return `the hub at ${holder.url} (process ${holder.pid}, since ${holder.startedAt})`;
}
