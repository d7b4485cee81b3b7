import { watch } from 'node:fs';
import type { Clock, Timer } from '@fairlead/sdk';

export interface WatchOptions {
  /** Absolute; everything below is watched. */
  readonly folder: string;
  /** Which paths count, relative and with slashes. */
  readonly isSource: (path: string) => boolean;
  readonly clock: Clock;
  /** Milliseconds of silence after which a change is told: editors write a file in several steps. Default 60. */
  readonly quietMs?: number;
  /** Told of all that changed since it was told before. It is never called while it is at work. */
  readonly changed: (paths: readonly string[]) => Promise<void>;
}

export interface FolderWatch {
  /** Ends the watch; what `changed` has begun goes on. Repeating it is harmless. */
  stop(): void;
}

const neverWatched = ['node_modules', '**/node_modules/**', '.git', '.git/**'];

/**
 * Watches a folder, not files: an editor that writes a new file and renames it over the old one is seen as well. Changes
 * that come together are told together.
 */
export function watchFolder({ folder, isSource, clock, quietMs = 60, changed }: WatchOptions): FolderWatch {
  const pending = new Set<string>();
  let timer: Timer | undefined;
  let isWorking = false;
  const tell = async (): Promise<void> => {
    timer = undefined;
    if (isWorking) return;
    isWorking = true;
    try {
      // What changed while it was at work is told at its end, unless the next silence is still waited for.
      while (pending.size > 0 && timer === undefined) {
        const paths = [...pending].toSorted();
        pending.clear();
        await changed(paths);
      }
    } finally {
      isWorking = false;
    }
  };
  const watcher = watch(folder, { recursive: true, ignore: neverWatched }, (_event, name) => {
    const path = name?.replaceAll('\\', '/');
    if (path === undefined || !isSource(path)) return;
    pending.add(path);
    timer?.cancel();
    timer = clock.schedule(quietMs, () => void tell());
  });
  // A folder that goes away while it is read is told by the next change.
  watcher.on('error', () => undefined);
  return {
    stop() {
      watcher.close();
      timer?.cancel();
      pending.clear();
    },
  };
}
