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
  /** Ends the watch, and resolves when `changed` is no longer at work. */
  stop(): Promise<void>;
}

const neverWatched = ['node_modules', '**/node_modules/**', '.git', '.git/**'];

/**
 * Watches a folder, not files: an editor that writes a new file and renames it over the old one is seen as well. Changes
 * that come together are told together.
 */
export function watchFolder({ folder, isSource, clock, quietMs = 60, changed }: WatchOptions): FolderWatch {
  const pending = new Set<string>();
  let timer: Timer | undefined;
  let work: Promise<void> | undefined;
  const tell = (): void => {
    timer = undefined;
    // The end of the work that goes on looks again.
    if (work !== undefined || pending.size === 0) return;
    const paths = [...pending].toSorted();
    pending.clear();
    work = changed(paths).finally(() => {
      work = undefined;
      if (pending.size > 0 && timer === undefined) tell();
    });
  };
  const watcher = watch(folder, { recursive: true, ignore: neverWatched }, (_event, name) => {
    const path = name?.replaceAll('\\', '/');
    if (path === undefined || !isSource(path)) return;
    pending.add(path);
    timer?.cancel();
    timer = clock.schedule(quietMs, tell);
  });
  // A folder that goes away while it is read is told by the next change.
  watcher.on('error', () => undefined);
  return {
    async stop() {
      watcher.close();
      timer?.cancel();
      pending.clear();
      await work;
    },
  };
}
