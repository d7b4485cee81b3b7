import { type Clock, type Timer, timestamp } from '@fairlead/sdk';
import type {
  PluginHost,
  PluginPermissions,
  PluginUsage,
  RunningPlugin,
  StartablePackage,
} from '../host/plugin-host.ts';
import { fault, type PluginFault, PluginStartError } from '../plugin-fault.ts';
import type { HostKind, PluginState } from '../plugin-record.ts';
import { FailureWindow, type RestartPolicy, restartDelayMs } from './restart-policy.ts';
import { type HostedVersion, startVersion } from './started-version.ts';

/** What happened to a plugin, for the ledger. */
export type PluginIncidence =
  | { readonly kind: 'started'; readonly host: HostKind }
  | { readonly kind: 'failed'; readonly fault: PluginFault; readonly attempt: number }
  | { readonly kind: 'quarantined'; readonly fault: PluginFault };

export interface SupervisorOptions {
  readonly plugin: StartablePackage;
  readonly host: PluginHost;
  readonly permissions: PluginPermissions;
  readonly clock: Clock;
  readonly random: () => number;
  readonly policy: RestartPolicy;
  /** What has to be done before a fresh start answers; `signal` says that it never will. @throws PluginStartError */
  readonly prepare: (started: HostedVersion, signal: AbortSignal) => Promise<void>;
  readonly changed: (state: PluginState) => void;
  readonly happened: (incidence: PluginIncidence) => void;
}

/** Keeps one enabled plugin running: starts it, starts it again after failures, gives up when it fails too often. */
export class PluginSupervisor {
  readonly #options: SupervisorOptions;
  readonly #failures: FailureWindow;
  #state: PluginState;
  #version: HostedVersion | undefined;
  #retry: Timer | undefined;
  #start: AbortController | undefined;
  #attempt = 0;
  /** Of the start or run that counts; whatever belongs to an earlier one is ignored. */
  #epoch = 0;
  #settled: Promise<void> = Promise.resolve();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#failures = new FailureWindow(options.policy);
    this.#state = { status: 'enabled', since: timestamp(options.clock) };
  }

  get running(): RunningPlugin | undefined {
    return this.#version?.running;
  }

  get usage(): PluginUsage | undefined {
    return this.#version?.usage();
  }

  /** Resolves when no start is under way. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Starts now, also out of the wait after a failure. Does nothing while it starts or runs, or in quarantine. */
  start(): void {
    const { status } = this.#state;
    if (status === 'enabled' || status === 'backoff') this.#settled = this.#begin();
  }

  /** Starts once more beside what runs. @throws PluginStartError, or what the host threw */
  startFresh(signal: AbortSignal): Promise<HostedVersion> {
    const { host, plugin, permissions, clock, policy } = this.#options;
    return startVersion({ host, plugin, permissions, clock, signal, timeoutMs: policy.startTimeoutMs });
  }

  /**
   * Lets this one run from now on, in whatever state it was: what was started elsewhere, or stood ready.
   * @returns the one that ran, which is the caller's now
   */
  take(version: HostedVersion): HostedVersion | undefined {
    const before = this.release();
    const epoch = this.#epoch;
    this.#started(version, epoch);
    return before;
  }

  /** Forgets what runs without stopping it. @returns it, for the caller to keep or stop */
  release(): HostedVersion | undefined {
    this.#epoch += 1;
    this.#retry?.cancel();
    this.#start?.abort(new Error('The start was given up.'));
    const version = this.#version;
    version?.ownedBy(undefined);
    this.#version = undefined;
    return version;
  }

  /** The plugin broke its contract. It goes on running until that has happened too often. */
  reportBug(bug: PluginFault): void {
    if (this.#version === undefined) return;
    if (this.#failures.add(this.#options.clock.monotonic())) this.#quarantine(bug);
  }

  /** Stops for good; the state is no longer this one's to tell. Repeating it is harmless. */
  async stop(): Promise<void> {
    await this.release()?.stop();
  }

  async #begin(): Promise<void> {
    const { clock } = this.#options;
    this.#retry?.cancel();
    this.#attempt += 1;
    const epoch = ++this.#epoch;
    const controller = new AbortController();
    this.#start = controller;
    this.#set({ status: 'starting', since: timestamp(clock), attempt: this.#attempt });
    try {
      const version = await this.#prepared(await this.startFresh(controller.signal), controller.signal);
      if (epoch === this.#epoch) this.#started(version, epoch);
      else await version.stop();
    } catch (error) {
      if (epoch === this.#epoch) this.#failed(...faultsOf(error));
    }
  }

  async #prepared(version: HostedVersion, signal: AbortSignal): Promise<HostedVersion> {
    try {
      await this.#options.prepare(version, signal);
      return version;
    } catch (error) {
      await version.stop();
      throw error;
    }
  }

  #started(version: HostedVersion, epoch: number): void {
    const { clock, happened } = this.#options;
    this.#version = version;
    this.#attempt = 0;
    this.#set({ status: 'running', since: timestamp(clock), host: version.host });
    happened({ kind: 'started', host: version.host });
    version.ownedBy((exit) => epoch === this.#epoch && this.#failed([exit], false));
  }

  #failed(faults: readonly PluginFault[], permanent: boolean): void {
    const { clock, policy, random, happened } = this.#options;
    const attempt = Math.max(1, this.#attempt);
    const reason = faults[0] ?? fault('crashed', 'It failed without saying why.');
    void this.stop();
    happened({ kind: 'failed', fault: reason, attempt });
    if (permanent) return this.#set({ status: 'incompatible', since: timestamp(clock), reasons: faults });
    if (this.#failures.add(clock.monotonic())) return this.#quarantine(reason);
    const delayMs = restartDelayMs(policy, attempt, random);
    const retryAt = new Date(clock.now() + delayMs).toISOString();
    this.#retry = clock.schedule(delayMs, () => this.start());
    this.#set({ status: 'backoff', since: timestamp(clock), reason, attempt, retryAt });
  }

  #quarantine(reason: PluginFault): void {
    const { clock, happened } = this.#options;
    void this.stop();
    this.#set({ status: 'quarantined', since: timestamp(clock), reason });
    happened({ kind: 'quarantined', fault: reason });
  }

  #set(state: PluginState): void {
    this.#state = state;
    this.#options.changed(state);
  }
}

/** What is wrong with a start that threw this; `permanent` when only another package mends it. */
export function faultsOf(error: unknown): [faults: readonly PluginFault[], permanent: boolean] {
  if (error instanceof PluginStartError) return [error.faults, error.permanent];
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [[fault('crashed', `It failed to start: ${text}`)], false];
}
