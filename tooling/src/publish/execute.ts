import { spawn } from 'node:child_process';

export interface Ended {
  /** 1 as well for a program that died of a signal or did not start. */
  readonly code: number;
  /** What it printed, both streams in order of arrival. */
  readonly output: string;
}

export interface ExecuteOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. The variables of this very test run are kept from it: they would change what it does. */
export function execute(program: string, args: readonly string[], options: ExecuteOptions): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_OPTIONS|TEST|FAIRLEAD_)/.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1', CI: '1', ...options.env };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (part: string) => parts.push(part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => parts.push(part));
    child.once('error', (error) => resolve({ code: 1, output: `${parts.join('')}${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}

/** Runs the pnpm that runs these tests, or, when something else does, the one npx finds. */
export function pnpm(args: readonly string[], options: ExecuteOptions): Promise<Ended> {
  const own = process.env['npm_execpath'];
  if (own !== undefined && /pnpm[^/\\]*$/.test(own)) {
    const isScript = /\.[cm]?js$/.test(own);
    return isScript ? execute(process.execPath, [own, ...args], options) : execute(own, args, options);
  }
  return execute('npx', ['-y', 'pnpm@12', ...args], options);
}
