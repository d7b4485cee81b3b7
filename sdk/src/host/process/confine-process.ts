import os from 'node:os';
import v8 from 'node:v8';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Takes from this process what Node's permission model leaves to it and no plugin needs: signals to other processes (the
 * hub is one; a certain signal opens its debugger), their priority, another user, and V8's switches. Nothing here is
 * replaced in a process that may start programs, which can do all of it anyway.
 */
export function confineProcess(): void {
  if (process.permission === undefined || process.permission.has('child')) return;
  const own = process as unknown as Record<string, unknown>;
  const send = own['_kill'] as (pid: number, signal: number) => number;
  const { signals } = os.constants;
  const { pid: ownPid } = process;
  const kill = (pid: number, signal: NodeJS.Signals | number = 'SIGTERM'): true => {
    if (pid !== ownPid) throw refused('to send signals to other processes');
    const number = typeof signal === 'number' ? signal : signals[signal];
    if (number === undefined) throw new TypeError(`Unknown signal: ${String(signal)}`);
    send(ownPid, number);
    return true;
  };
  for (const name of ['_kill', '_debugProcess', '_debugEnd']) Reflect.deleteProperty(own, name);
  own['kill'] = kill;
  for (const name of ['setuid', 'seteuid', 'setgid', 'setegid', 'setgroups', 'initgroups']) {
    if (name in own) own[name] = () => refuse('to become another user');
  }
  os.setPriority = () => refuse('to change priorities');
  v8.setFlagsFromString = () => refuse('to change the flags of V8');
  syncBuiltinESMExports();
}

function refuse(what: string): never {
  throw refused(what);
}

function refused(what: string): Error {
  return Object.assign(new Error(`A plugin is not allowed ${what}.`), { code: 'ERR_ACCESS_DENIED' });
}
