import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InstallFault } from './install-fault.ts';
import type { Dependent, PlannedPackage } from './plan-dependencies.ts';
import type { RegistryOptions, RegistryPackage, TarballFetch } from './registry-calls.ts';
import type { RegistryAnswer, RegistryCommand, RegistryOpening } from './registry-messages.ts';

/** A registry, reached from a process of its own. */
export interface RegistryClient {
  /** What the registry says of an exact version. @throws InstallFault */
  lookUp(name: string, version: string): Promise<RegistryPackage>;
  /** Fetches a tarball whose bytes are those that the registry promised. @throws InstallFault */
  fetchTarball(wanted: RegistryPackage, how: TarballFetch): Promise<void>;
  /** See `planDependencies`. @throws InstallFault */
  plan(
    dependent: Dependent,
    how: { readonly folder: string; readonly maxPackages: number },
  ): Promise<readonly PlannedPackage[]>;
  /** Ends the process, whatever it does. Resolves when it has ended. Repeating it is harmless. */
  close(): Promise<void>;
}

export interface RegistryClientOptions {
  readonly options: RegistryOptions;
  /** A folder for this installation alone, for what npm's library keeps of answers. */
  readonly cache: string;
  /** All of the environment that the process gets: certificates, places for temporary files. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly received?: ((bytes: number) => void) | undefined;
}

const program = fileURLToPath(new URL(`./registry-child${extname(import.meta.url)}`, import.meta.url));
/** Enough for the documents of a thousand packages; a registry that sends more ends this process only. */
const heapMiB = 768;

export function openRegistry({ options, cache, environment, signal }: RegistryClientOptions): RegistryClient {
  const child = fork(program, [], {
    env: environment,
    execArgv: [`--max-old-space-size=${heapMiB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const pending = new Map<number, Pending>();
  const end = () => void child.kill('SIGKILL');
  const closed = new Promise<void>((resolve) => {
    const ended = () => {
      signal.removeEventListener('abort', end);
      const reason: unknown = signal.aborted ? signal.reason : brokeOff();
      for (const { reject } of pending.values()) reject(reason);
      pending.clear();
      resolve();
    };
    child.once('exit', ended);
    child.once('error', ended);
  });
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  child.on('message', (message: RegistryAnswer) => settle(pending, message));
  const opening: RegistryOpening = { kind: 'open', options, cache };
  send(child, opening);
  let count = 0;
  const ask = async (command: WithoutId<RegistryCommand>, received?: (bytes: number) => void): Promise<unknown> => {
    signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) throw brokeOff();
    const id = (count += 1);
    const answer = new Promise((resolve, reject) => void pending.set(id, { resolve, reject, received }));
    send(child, { ...command, id });
    return answer;
  };
  return {
    lookUp: async (name, version) => (await ask({ kind: 'lookUp', name, version })) as RegistryPackage,
    async fetchTarball({ name, version, resolved, integrity }, { file, maxBytes, received }) {
      await ask({ kind: 'fetch', wanted: { name, version, resolved, integrity }, file, maxBytes }, received);
    },
    plan: async (dependent, { folder, maxPackages }) =>
      (await ask({ kind: 'plan', dependent, folder, maxPackages })) as readonly PlannedPackage[],
    async close() {
      end();
      await closed;
    },
  };
}

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'id'> : never;

function settle(pending: Map<number, Pending>, message: RegistryAnswer): void {
  const waiting = pending.get(message.id);
  if (waiting === undefined) return;
  if (message.kind === 'received') {
    try {
      return waiting.received?.(message.bytes);
    } catch (error) {
      // More was received than may be.
      waiting.reject(error);
    }
  } else if (message.kind === 'done') waiting.resolve(message.value);
  else waiting.reject(new InstallFault(message.code, message.message));
  pending.delete(message.id);
}

function send(child: ChildProcess, message: RegistryCommand | RegistryOpening): void {
  // That it cannot be sent is told by the end of the process.
  child.send(message as object, () => undefined);
}

function brokeOff(): InstallFault {
  return new InstallFault('source_unavailable', 'The registry broke off in the middle of an answer.');
}
