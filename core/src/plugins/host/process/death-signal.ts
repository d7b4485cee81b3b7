import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Of util-linux, which every Linux distribution for servers has; a fixed path, so that no other program is taken for it. */
const setpriv = '/usr/bin/setpriv';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Has the kernel end what is started when the hub is gone. */
export type DeathSignal = (command: Command) => Command;

/**
 * A process whose pipe is closed ends by itself, unless the plugin never gives back its thread. On Linux the kernel ends
 * that one as well, even when the hub was killed. Elsewhere such a process stays until somebody ends it.
 */
export async function findDeathSignal(): Promise<DeathSignal> {
  if (process.platform !== 'linux') return (command) => command;
  const through = ({ program, args }: Command): Command => ({
    program: setpriv,
    args: ['--pdeathsig', 'KILL', '--', program, ...args],
  });
  const trial = through({ program: process.execPath, args: ['--version'] });
  try {
    await promisify(execFile)(trial.program, [...trial.args], { env: {} });
    return through;
  } catch {
    // A container without it, or with one that does not know the option.
    return (command) => command;
  }
}
