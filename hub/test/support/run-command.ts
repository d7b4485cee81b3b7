import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const commandLine = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

export interface CommandOptions {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; default: none. */
  readonly input?: string;
  /** Default 30,000. */
  readonly endsWithinMs?: number;
}

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the list of processes shows of it: arguments, and not the environment. Linux only. */
  readonly shown: string;
}

/** Runs `fairlead …` to its end. It is ended when that takes too long. */
export async function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { dataDir, env = {}, input, endsWithinMs = 90_000 } = options;
  const child = spawn(process.execPath, ['--conditions=@fairlead/source', commandLine, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: endsWithinMs,
    killSignal: 'SIGKILL',
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      FAIRLEAD_PORT: '0',
      ...(dataDir === undefined ? {} : { FAIRLEAD_DATA_DIR: dataDir }),
      ...env,
    },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // It waits for its standard input where it reads it, so it is surely there to be looked at.
  const shown = input === undefined ? '' : await shownOf(child.pid);
  child.stdin.end(input);
  return { code: await closed, ...output, shown };
}

async function shownOf(pid: number | undefined): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // There is no such file system here.
    return '';
  }
}
