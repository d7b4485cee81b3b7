import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ownerEmail = 'owner@example.com';
export const ownerPassword = 'correct horse battery staple';

const bareHub = fileURLToPath(new URL('run-hub.ts', import.meta.url));
const commandLine = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
/** Only to end what hangs: a busy machine takes its time. */
const startWithinMs = 60_000;
const stopWithinMs = 60_000;

export interface HubProcessOptions {
  readonly dataDir: string;
  /** Settings besides the folder, the port and the owner. Undefined takes one of those away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A program with its arguments that runs the hub: `strace -f`, `nsenter …`. */
  readonly through?: readonly string[];
  /** As an operator starts it, by `fairlead start`. Default: the hub alone. */
  readonly byCommand?: boolean;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A hub in a process of its own. */
export interface HubProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly running: () => boolean;
  /** Sends the signal to the process that was started and waits for its end. */
  kill(signal: NodeJS.Signals): Promise<Exit>;
  /** Ends it as an operator would; by force when it does not end. */
  stop(): Promise<Exit>;
  readonly exited: Promise<Exit>;
}

export interface Refusal extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

interface Spawned {
  readonly child: ChildProcess;
  readonly exited: Promise<Exit>;
  readonly output: { stdout: string; stderr: string };
}

/** Starts a hub on a free port. @throws Error with everything it printed when it ends first */
export async function startHubProcess(options: HubProcessOptions): Promise<HubProcess> {
  const { child, exited, output } = spawnHub(options);
  const url = await within(startWithinMs, ready(child, output), () => child.kill('SIGKILL'));
  const kill = async (signal: NodeJS.Signals): Promise<Exit> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return exited;
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    running: () => child.exitCode === null && child.signalCode === null,
    kill,
    stop: () => within(stopWithinMs, kill('SIGTERM'), () => child.kill('SIGKILL')),
    exited,
  };
}

/** Starts a hub that is expected to refuse: resolves when it has ended by itself. */
export async function startAndRefuse(options: HubProcessOptions): Promise<Refusal> {
  const { child, exited, output } = spawnHub(options);
  const exit = await within(startWithinMs, exited, () => child.kill('SIGKILL'));
  return { ...exit, ...output };
}

/** Starts a hub and kills it after a while, ready or not. */
export async function startAndKill(options: HubProcessOptions & { readonly afterMs: number }): Promise<void> {
  const { child, exited } = spawnHub(options);
  const timer = setTimeout(() => child.kill('SIGKILL'), options.afterMs);
  await exited;
  clearTimeout(timer);
}

function spawnHub({ dataDir, env = {}, through = [], byCommand = false }: HubProcessOptions): Spawned {
  const script = byCommand ? [commandLine, 'start'] : [bareHub];
  const [program = '', ...args] = [...through, process.execPath, '--conditions=@fairlead/source', ...script];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      FAIRLEAD_DATA_DIR: dataDir,
      FAIRLEAD_PORT: '0',
      FAIRLEAD_OWNER_EMAIL: ownerEmail,
      FAIRLEAD_OWNER_PASSWORD: ownerPassword,
      ...env,
    },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, exited, output };
}

function ready(child: ChildProcess, output: Spawned['output']): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /Fairlead is ready at (\S+)\s/.exec(output.stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('close', (code, signal) =>
      reject(new Error(`The hub ended (${code ?? signal}) before it was ready.\n${output.stdout}\n${output.stderr}`)),
    );
  });
}

async function within<Result>(ms: number, work: Promise<Result>, otherwise: () => void): Promise<Result> {
  const timer = setTimeout(otherwise, ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
