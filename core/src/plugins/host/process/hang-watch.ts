import type { Clock } from '@fairlead/sdk';
import type { PluginProcess } from './plugin-process.ts';

export interface HangWatch {
  /** Repeating it is harmless. */
  stop(): void;
}

const lookEveryMs = 1_000;

/**
 * Ends a process that has given no sign of life for too long. It is looked at twice: after the hub itself was held up,
 * the signs may only wait to be read.
 */
export function watchForHang({
  process: child,
  clock,
  hungAfterMs,
}: {
  readonly process: PluginProcess;
  readonly clock: Clock;
  readonly hungAfterMs: number;
}): HangWatch {
  let suspected = false;
  const look = () => {
    const silentMs = clock.monotonic() - child.beatAt;
    if (silentMs < hungAfterMs) suspected = false;
    else if (suspected) return child.kill({ kind: 'hung', silentMs });
    else suspected = true;
    timer = clock.schedule(lookEveryMs, look);
  };
  let timer = clock.schedule(lookEveryMs, look);
  return { stop: () => timer.cancel() };
}
