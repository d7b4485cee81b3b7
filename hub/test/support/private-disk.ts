import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own, in a mount namespace that ends with the process that holds it: nothing is left mounted. */
export interface PrivateDisk extends AsyncDisposable {
  /** The folder, for programs run `through` the namespace. */
  readonly path: string;
  /** What runs a program where the disk is mounted. */
  readonly through: readonly string[];
  /** The same folder as this process reaches it. */
  readonly seenFromHere: string;
  /** Takes all the space that is left. @returns what gives it back */
  fill(): () => Promise<void>;
  /** Mounts it anew: `ro` or `rw`. */
  remount(mode: 'ro' | 'rw'): void;
}

/** The way to a mount namespace: as root, or as root of a user namespace. */
const ways = [
  { unshare: ['-m'], nsenter: ['-m'] },
  { unshare: ['-r', '-m'], nsenter: ['-U', '--preserve-credentials', '-m'] },
] as const;

/** Undefined where neither way is open: containers may forbid both. */
export const wayToMount = ways.find(
  ({ unshare }) =>
    process.platform === 'linux' &&
    spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0,
);

const holdsAtMostSeconds = 600;

export async function privateDisk(megabytes: number): Promise<PrivateDisk> {
  if (wayToMount === undefined) throw new Error('No disk can be mounted here.');
  const path = await mkdtemp(join(tmpdir(), 'fairlead-disk-'));
  const script = `mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs "$0" && echo mounted && exec sleep ${holdsAtMostSeconds}`;
  const holder = spawn('unshare', [...wayToMount.unshare, 'sh', '-c', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await mounted(holder);
  const through = ['nsenter', '-t', String(holder.pid), ...wayToMount.nsenter, '--'];
  const seenFromHere = `/proc/${holder.pid}/root${path}`;
  return {
    path,
    through,
    seenFromHere,
    fill() {
      const filler = join(seenFromHere, 'filler');
      fillUp(filler);
      return () => rm(filler);
    },
    remount(mode) {
      const args = [...through.slice(1), 'mount', '-o', `remount,${mode}`, path];
      const { status, stderr } = spawnSync('nsenter', args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`The disk cannot be mounted anew: ${stderr}`);
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => holder.once('close', resolve));
      holder.kill('SIGKILL');
      await ended;
      await rm(path, { recursive: true, force: true });
    },
  };
}

function mounted(holder: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    holder.stdout?.once('data', () => resolve());
    holder.once('close', (code) => reject(new Error(`The disk could not be mounted (${code}).`)));
  });
}

/** Down to the last byte: first in large pieces, then in small ones. */
function fillUp(path: string): void {
  const descriptor = openSync(path, 'w');
  try {
    for (const size of [1_048_576, 4_096, 1]) {
      const piece = Buffer.alloc(size, 1);
      try {
        while (writeSync(descriptor, piece) > 0);
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}
