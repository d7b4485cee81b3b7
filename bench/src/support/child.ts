import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** The next line of standard output. @throws Error when the process ends before it */
  line(): Promise<string>;
  /** SIGTERM, then waits for the end. */
  stop(): Promise<void>;
}

/** A Node process of our own, with the conditions of this one. Its standard error is ours. */
export function startChild(
  file: URL,
  args: readonly string[],
  options: { readonly execArgv?: readonly string[]; readonly environment?: NodeJS.ProcessEnv } = {},
): Child {
  const execArgv = options.execArgv ?? process.execArgv;
  const child = spawn(process.execPath, [...execArgv, file.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...options.environment },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  return {
    process: child,
    async line() {
      const next = await lines.next();
      if (next.done === true) throw new Error(`${file.pathname} ended before it said anything.`);
      return next.value;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
