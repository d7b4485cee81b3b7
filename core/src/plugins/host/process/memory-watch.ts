import { readFile } from 'node:fs/promises';
import type { Clock } from '@fairlead/sdk';

export interface MemoryWatchOptions {
  readonly pid: number;
  readonly limitBytes: number;
  readonly clock: Clock;
  /** Told once, with what the process held. The watch has ended then. */
  readonly onExceeded: (rssBytes: number) => void;
  /** Milliseconds between two looks. Default 250. */
  readonly everyMs?: number;
  /** What a process holds now, undefined when that cannot be known. Default: from /proc, where there is one. */
  readonly readRss?: (pid: number) => Promise<number | undefined>;
}

export interface MemoryWatch {
  /** What the process itself says it holds: for systems that do not tell. */
  report(rssBytes: number): void;
  /** Repeating it is harmless. */
  stop(): void;
}

/**
 * Looks how much memory a process holds, buffers included, which V8's own limit does not count. What is held for less
 * than `everyMs` may go unseen.
 */
export function watchMemory(options: MemoryWatchOptions): MemoryWatch {
  const { pid, limitBytes, clock, onExceeded, everyMs = 250, readRss = residentBytes } = options;
  let stopped = false;
  let timer = clock.schedule(everyMs, () => void look());
  const stop = () => {
    stopped = true;
    timer.cancel();
  };
  const report = (rssBytes: number) => {
    if (stopped || !(rssBytes > limitBytes)) return;
    stop();
    onExceeded(rssBytes);
  };
  const look = async () => {
    const rssBytes = await readRss(pid);
    if (rssBytes !== undefined) report(rssBytes);
    if (!stopped) timer = clock.schedule(everyMs, () => void look());
  };
  return { report, stop };
}

/** Resident bytes of a process. Undefined where there is no /proc, and for a process that is gone. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  try {
    // Shared pages of the program's file count as well: close to what a container's limit sees.
    const [, pages] = (await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ');
    return Number(pages) * pageBytes;
  } catch {
    return undefined;
  }
}

/** Of every Linux that Node is built for, but for some of ARM64 with larger ones, where the watch is then too patient. */
const pageBytes = 4_096;
