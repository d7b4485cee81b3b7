import type { Clock } from '@fairlead/sdk';
import type { DeathSignal } from './death-signal.ts';
import type { LaunchOptions } from './launch-options.ts';
import { createOutputTail, type OutputLine } from './output-tail.ts';
import { type ProcessEvents, PluginProcess } from './plugin-process.ts';

export interface LaunchChildOptions {
  readonly clock: Clock;
  readonly launch: LaunchOptions;
  /** Absolute path of the program that a child runs. */
  readonly childProgram: string;
  readonly deathSignal: DeathSignal;
  /** Takes secrets out of what it prints. */
  readonly redact: (text: string) => string;
}

/** Who is told what a child does, and what it prints. */
export interface ChildListener extends ProcessEvents {
  readonly printed: (line: OutputLine) => void;
}

/** A process that has loaded what is the hub's own, and has not been told yet which plugin it runs. */
export interface LaunchedChild {
  readonly process: PluginProcess;
  /** From here on this one is told. */
  tell(listener: ChildListener): void;
}

export function launchChild({ clock, redact, ...options }: LaunchChildOptions): LaunchedChild {
  let listener: ChildListener = silent;
  const output = createOutputTail({ clock, redact, onLine: (line) => listener.printed(line) });
  const child = new PluginProcess({ ...options, clock, output, events: silent });
  return {
    process: child,
    tell(next) {
      listener = next;
      child.tell(next);
    },
  };
}

const unexpected = () => {
  throw new TypeError('It spoke before it was told anything.');
};
/** Of a child that no plugin has: it has nothing to say. */
const silent: ChildListener = {
  ready: unexpected,
  asked: unexpected,
  logged: unexpected,
  timed: unexpected,
  refused: unexpected,
  exited: () => undefined,
  printed: () => undefined,
};
