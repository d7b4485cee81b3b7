import type { Clock } from '@fairlead/sdk';
import type {
  HostedPlugin,
  PluginHost,
  PluginPermissions,
  PluginUsage,
  StartablePackage,
} from '../host/plugin-host.ts';
import { withDeadline } from '../host/with-deadline.ts';
import { fault, type PluginFault, PluginStartError } from '../plugin-fault.ts';
import type { HostKind } from '../plugin-record.ts';
import type { StartedVersion } from '../plugin-versions.ts';

export interface StartVersionOptions {
  readonly host: PluginHost;
  readonly plugin: StartablePackage;
  readonly permissions: PluginPermissions;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A start that succeeded. Whoever answers for it is told of its breakdown. */
export class HostedVersion implements StartedVersion {
  readonly plugin: StartablePackage;
  readonly host: HostKind;
  /** Told of a breakdown; of one that has happened already, at once. */
  #owner: ((exit: PluginFault) => void) | undefined;
  readonly #hosted: HostedPlugin;
  #exit: PluginFault | undefined;
  #stopped = false;

  constructor(plugin: StartablePackage, host: HostKind, hosted: HostedPlugin) {
    this.plugin = plugin;
    this.host = host;
    this.#hosted = hosted;
  }

  get running() {
    return this.#hosted.running;
  }

  get alive(): boolean {
    return this.#exit === undefined && !this.#stopped;
  }

  usage(): PluginUsage | undefined {
    return this.#hosted.usage();
  }

  /** Undefined lets it go: nobody is told until somebody else owns it. */
  ownedBy(owner: ((exit: PluginFault) => void) | undefined): void {
    this.#owner = owner;
    if (this.#exit !== undefined) owner?.(this.#exit);
  }

  exited(exit: PluginFault): void {
    if (this.#stopped) return;
    this.#exit = exit;
    this.#owner?.(exit);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#owner = undefined;
    await this.#hosted.stop();
  }

  async retire(withinMs: number): Promise<void> {
    this.#owner = undefined;
    await this.#hosted.retire(withinMs);
    this.#stopped = true;
  }
}

/**
 * Starts a version within a deadline. One that comes too late, or after `signal`, is stopped.
 * @throws PluginStartError, or what the host threw
 */
export async function startVersion(options: StartVersionOptions): Promise<HostedVersion> {
  const { host, plugin, permissions, clock, timeoutMs, signal } = options;
  const given = new AbortController();
  const either = AbortSignal.any([signal, given.signal]);
  /** An exit may be told before the start is. */
  const known: { version?: HostedVersion; exit?: PluginFault } = {};
  const onExit = (exit: PluginFault) => {
    known.exit = exit;
    known.version?.exited(exit);
  };
  const work = host.start(plugin, { signal: either, onExit, permissions });
  const hosted = await withDeadline(clock, timeoutMs, work);
  if (hosted === 'expired') {
    given.abort(new Error('The start took too long.'));
    void work.then((late) => late.stop()).catch(() => undefined);
    const seconds = timeoutMs / 1_000;
    throw new PluginStartError([fault('start_timeout', `It did not start within ${seconds} seconds.`)], {
      permanent: false,
    });
  }
  const version = new HostedVersion(plugin, host.kind, hosted);
  known.version = version;
  if (known.exit !== undefined) version.exited(known.exit);
  if (!signal.aborted) return version;
  await version.stop();
  throw signal.reason;
}
