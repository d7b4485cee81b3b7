import type { LaunchedChild } from './launch-child.ts';
import type { LaunchOptions } from './launch-options.ts';

/**
 * For each plugin that somebody works on, one process that has loaded what is the hub's own and waits. A start that takes
 * it has only the plugin's code left to load, which is about half of the time. It ends with the last process that runs
 * the plugin.
 */
export interface StandbyChildren {
  /** @returns the one that waits, if it may do exactly what `launch` says */
  take(pluginId: string, launch: LaunchOptions): LaunchedChild | undefined;
  /** A process runs the plugin: from now on another waits beside it. */
  keep(pluginId: string, launch: LaunchOptions, another: () => LaunchedChild): void;
  /** A process that ran the plugin, and for which one was kept, has ended. */
  left(pluginId: string): void;
}

interface Waiting {
  readonly launch: string;
  readonly child: LaunchedChild;
}

export function createStandbyChildren(): StandbyChildren {
  const running = new Map<string, number>();
  const waiting = new Map<string, Waiting>();
  const end = (id: string) => {
    waiting.get(id)?.child.process.kill({ kind: 'shutdown' });
    waiting.delete(id);
  };
  const wait = (id: string, launch: string, child: LaunchedChild) => {
    waiting.set(id, { launch, child });
    void child.process.gone.then(() => {
      if (waiting.get(id)?.child === child) waiting.delete(id);
    });
  };
  return {
    take(id, launch) {
      const found = waiting.get(id);
      if (found === undefined || found.launch !== JSON.stringify(launch)) return undefined;
      waiting.delete(id);
      return found.child;
    },
    keep(id, launch, another) {
      running.set(id, (running.get(id) ?? 0) + 1);
      const wanted = JSON.stringify(launch);
      if (waiting.get(id)?.launch === wanted) return;
      end(id);
      wait(id, wanted, another());
    },
    left(id) {
      const others = (running.get(id) ?? 1) - 1;
      if (others > 0) return void running.set(id, others);
      running.delete(id);
      end(id);
    },
  };
}
