import { type Clock, type Timer, timestamp } from '@fairlead/sdk';
import type { HostedPlugin, PluginHost, RunningPlugin, StartablePackage } from '../host/plugin-host.ts';
import { withDeadline } from '../host/with-deadline.ts';
import { fault, type PluginFault, PluginStartError } from '../plugin-fault.ts';
import type { HostKind, PluginState } from '../plugin-record.ts';
import { FailureWindow, type RestartPolicy, restartDelayMs } from './restart-policy.ts';

/** What happened to a plugin, for the ledger. */
export type PluginIncidence =
  | { readonly kind: 'started'; readonly host: HostKind }
  | { readonly kind: 'failed'; readonly fault: PluginFault; readonly attempt: number }
  | { readonly kind: 'quarantined'; readonly fault: PluginFault };

export interface SupervisorOptions {
  readonly plugin: StartablePackage;
  readonly host: PluginHost;
  readonly clock: Clock;
  readonly random: () => number;
  readonly policy: RestartPolicy;
  readonly changed: (state: PluginState) => void;
  readonly happened: (incidence: PluginIncidence) => void;
}

/** Keeps one enabled plugin running: starts it, starts it again after failures, gives up when it fails too often. */
export class PluginSupervisor {
  readonly #options: SupervisorOptions;
  readonly #failures: FailureWindow;
  #state: PluginState;
  #hosted: HostedPlugin | undefined;
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
    return this.#hosted?.running;
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

  /** The plugin broke its contract. It goes on running until that has happened too often. */
  reportBug(bug: PluginFault): void {
    if (this.#hosted === undefined) return;
    if (this.#failures.add(this.#options.clock.monotonic())) this.#quarantine(bug);
  }

  /** Stops for good; the state is no longer this one's to tell. Repeating it is harmless. */
  async stop(): Promise<void> {
    await this.#halt();
  }

  async #begin(): Promise<void> {
    const { host, plugin, clock, policy } = this.#options;
    this.#retry?.cancel();
    this.#attempt += 1;
    const epoch = ++this.#epoch;
    const controller = new AbortController();
    this.#start = controller;
    this.#set({ status: 'starting', since: timestamp(clock), attempt: this.#attempt });
    const isCurrent = () => epoch === this.#epoch;
    const onExit = (exit: PluginFault) => isCurrent() && this.#failed([exit], false);
    const work = host.start(plugin, { signal: controller.signal, onExit, permissions: {} });
    try {
      const hosted = await withDeadline(clock, policy.startTimeoutMs, work);
      if (hosted === 'expired') {
        void work.then((late) => late.stop()).catch(() => undefined);
        const seconds = policy.startTimeoutMs / 1_000;
        if (isCurrent()) this.#failed([fault('start_timeout', `It did not start within ${seconds} seconds.`)], false);
      } else if (isCurrent()) this.#started(hosted);
      else await hosted.stop();
    } catch (error) {
      if (isCurrent()) this.#failed(...faultsOf(error));
    }
  }

  #started(hosted: HostedPlugin): void {
    const { host, clock, happened } = this.#options;
    this.#hosted = hosted;
    this.#attempt = 0;
    this.#set({ status: 'running', since: timestamp(clock), host: host.kind });
    happened({ kind: 'started', host: host.kind });
  }

  #failed(faults: readonly PluginFault[], permanent: boolean): void {
    const { clock, policy, random, happened } = this.#options;
    const attempt = Math.max(1, this.#attempt);
    const reason = faults[0] ?? fault('crashed', 'It failed without saying why.');
    void this.#halt();
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
    void this.#halt();
    this.#set({ status: 'quarantined', since: timestamp(clock), reason });
    happened({ kind: 'quarantined', fault: reason });
  }

  async #halt(): Promise<void> {
    this.#epoch += 1;
    this.#retry?.cancel();
    this.#start?.abort(new Error('The start was given up.'));
    const hosted = this.#hosted;
    this.#hosted = undefined;
    await hosted?.stop();
  }

  #set(state: PluginState): void {
    this.#state = state;
    this.#options.changed(state);
  }
}

function faultsOf(error: unknown): [faults: readonly PluginFault[], permanent: boolean] {
  if (error instanceof PluginStartError) return [error.faults, error.permanent];
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [[fault('crashed', `It failed to start: ${text}`)], false];
}
