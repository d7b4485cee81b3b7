import { type Clock, FairleadError, isFairleadError, type Logger, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { Repository } from '../storage/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginDiscovery } from './discovery/discover-plugins.ts';
import type { PluginHost, PluginUsage, RunningPlugin } from './host/plugin-host.ts';
import { withDeadline } from './host/with-deadline.ts';
import { defaultRestartPolicy, type RestartPolicy } from './lifecycle/restart-policy.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import { type Entry, quarantineKey, unavailable } from './plugin-entry.ts';
import { fault } from './plugin-fault.ts';
import { createPluginLedger, type PluginLedger } from './plugin-ledger.ts';
import { type PluginRecord, type PluginState, reasonOf } from './plugin-record.ts';
import type { PluginRegistry, PluginSettings } from './plugin-registry.ts';
import { createSupervision, type Supervision } from './plugin-supervision.ts';
import { PluginTable } from './plugin-table.ts';
import type { PluginVersions } from './plugin-versions.ts';
import { createRediscovery, type Rediscovery } from './rediscovery.ts';
import { createReplacements, type Replacements } from './replacements.ts';
import { agreementFor } from './upgrade/plugin-asks.ts';
import type { SettingsMoves } from './upgrade/settings-moves.ts';

export interface PluginRegistryOptions {
  readonly discovery: PluginDiscovery;
  /** Asked in this order. */
  readonly hosts: readonly PluginHost[];
  /** Of `pluginCollection`. */
  readonly repository: Repository<PluginAggregate>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where a quarantine is put before a person, until somebody enables or disables the plugin. Default: nowhere. */
  readonly incidents?: Pick<Incidents, 'raise' | 'resolve'>;
  /**
   * Deletes the secrets of all connections of a plugin, because its id goes to another package. Repeating it is harmless.
   * Default: an id never goes to another package.
   */
  readonly forgetSecrets?: (pluginId: string) => Promise<void>;
  /**
   * Asked for when a package is about to run whose `settingsVersion` is another than that of the one before, as after a new
   * release of the hub. Default: connections keep the settings that they have.
   */
  readonly settingsMoves?: () => SettingsMoves;
  readonly policy?: Partial<RestartPolicy>;
  /** Milliseconds that `start` and `enable` wait for plugins at most. Default 1,000. */
  readonly graceMs?: number;
  /** 0 to 1. Default `Math.random`. */
  readonly random?: () => number;
}

export function createPluginRegistry(options: PluginRegistryOptions): PluginRegistry {
  return new Registry(options);
}

class Registry implements PluginRegistry {
  readonly #options: PluginRegistryOptions;
  readonly #policy: RestartPolicy;
  readonly #ledger: PluginLedger;
  readonly #replacements: Replacements;
  readonly #supervision: Supervision;
  readonly #rediscovery: Rediscovery;
  readonly #table: PluginTable;
  readonly #unsettled = new Map<string, string>();
  #disposed = false;
  /** Discovery and switching take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: PluginRegistryOptions) {
    this.#options = options;
    this.#table = new PluginTable(options);
    this.#policy = { ...defaultRestartPolicy, ...options.policy };
    this.#ledger = createPluginLedger(options);
    this.#supervision = createSupervision({
      ...options,
      policy: this.#policy,
      ledger: this.#ledger,
      table: this.#table,
      disposed: () => this.#disposed,
    });
    this.#rediscovery = createRediscovery({
      discovery: options.discovery,
      clock: options.clock,
      ledger: this.#ledger,
      table: this.#table,
      supervision: this.#supervision,
    });
    this.#replacements = createReplacements({
      hosts: options.hosts,
      clock: options.clock,
      ledger: this.#ledger,
      startTimeoutMs: this.#policy.startTimeoutMs,
      unsettled: this.#unsettled,
      entry: (id) => this.#table.get(id),
      swap: (plugin) => this.#table.swap(plugin),
      supervisorOf: (entry) => this.#supervision.supervisorOf(entry),
      remember: (id, state) => this.#table.remember(id, state),
      rescan: () => this.rescan(),
      read: (id) => this.#rediscovery.read(id),
      inTurn: (work) => this.#inTurn(work),
      disposed: () => this.#disposed,
    });
  }

  get versions(): PluginVersions {
    return this.#replacements.versions;
  }

  async start(): Promise<void> {
    await this.rescan();
    await this.#settle(this.#table.all());
  }

  list(): readonly PluginRecord[] {
    return this.#table.all().map(({ record }) => record);
  }

  find(id: string): PluginRecord | undefined {
    return this.#table.find(id)?.record;
  }

  get(id: string): PluginSettings | undefined {
    const { manifest, settingsSchema } = this.#table.find(id)?.plugin ?? {};
    if (manifest === undefined || settingsSchema === undefined) return undefined;
    const unsettledMove = this.#unsettled.get(id);
    return {
      settingsSchema,
      settingsVersion: manifest.settingsVersion,
      capabilities: Object.keys(manifest.capabilities),
      egress: manifest.egress,
      ...(unsettledMove === undefined ? {} : { unsettledMove }),
    };
  }

  pluginsWith(capability: string): readonly string[] {
    return this.#table
      .all()
      .map(({ plugin }) => plugin.id)
      .filter((id) => this.get(id)?.capabilities.includes(capability) === true);
  }

  rescan(): Promise<void> {
    return this.#inTurn(() => this.#rediscovery.rediscover());
  }

  async enable(id: string, by: string, consent?: string): Promise<PluginRecord> {
    await this.#inTurn(async () => {
      const { plugin, record, supervisor } = this.#table.get(id);
      const { forgetSecrets } = this.#options;
      const mended = ['version_missing', ...(forgetSecrets === undefined ? [] : ['source_changed'])];
      const other = plugin.faults.filter(({ code }) => !mended.includes(code));
      if (other.length > 0 || isBeyondRepair(record.state, plugin)) throw unavailable(record, 'cannot be enabled');
      const known = await this.#ledger.get(id);
      const boundTo = plugin.faults.some(({ code }) => code === 'source_changed') ? known : undefined;
      const asked = { plugin, agreed: known?.agreed, consent, by, at: this.#now() };
      const agreed = agreementFor({ ...asked, ...(boundTo === undefined ? {} : { boundTo: originOf(boundTo) }) });
      // Before the id is theirs: a kill between the two leaves it with the package that it was.
      if (boundTo !== undefined) await forgetSecrets?.(id);
      const remembered = await this.#ledger.enable(plugin, by, agreed);
      await this.#endQuarantine(id);
      this.#table.remember(id, remembered);
      const isWaiting = record.state.status !== 'quarantined' && record.state.status !== 'incompatible';
      if (supervisor !== undefined && isWaiting && agreed === undefined) {
        return supervisor.start();
      }
      await supervisor?.stop();
      const state = { status: 'enabled', since: this.#now() } as const;
      this.#supervision.supervise(this.#table.replace({ ...plugin, faults: [] }, state, remembered));
    });
    await this.#settle([this.#table.get(id)]);
    return this.#table.get(id).record;
  }

  async disable(id: string, by: string): Promise<PluginRecord> {
    return this.#inTurn(async () => {
      const { plugin, record, supervisor } = this.#table.get(id);
      const known = await this.#ledger.disable(id, by);
      await this.#endQuarantine(id);
      // What cannot run keeps saying why; what was never enabled stays as it was found.
      if (known === undefined || record.state.status === 'disabled' || plugin.faults.length > 0) return record;
      await supervisor?.stop();
      const state = { status: 'disabled', since: known.disabledAt ?? this.#now() } as const;
      return this.#table.replace(plugin, state, known).record;
    });
  }

  async retry(id: string): Promise<PluginRecord> {
    await this.#inTurn(async () => {
      const { record, supervisor } = this.#table.get(id);
      switch (record.state.status) {
        case 'incompatible':
          return this.#rediscovery.rediscover();
        case 'enabled':
        case 'backoff':
          return supervisor?.start();
        case 'starting':
        case 'running':
          return undefined;
        case 'discovered':
        case 'disabled':
        case 'quarantined':
          throw unavailable(record, 'has to be enabled first');
      }
    });
    await this.#settle([this.#table.find(id)].filter((entry) => entry !== undefined));
    return this.#table.get(id).record;
  }

  recycle(id: string, reason: string): Promise<PluginRecord> {
    return this.#replacements.recycle(id, reason);
  }

  reload(id: string): Promise<PluginRecord> {
    return this.#replacements.reload(id);
  }

  usage(id: string): PluginUsage | undefined {
    return this.#table.find(id)?.supervisor?.usage;
  }

  running(id: string): RunningPlugin {
    const entry = this.#table.find(id);
    const running = entry?.supervisor?.running;
    if (running !== undefined) return running;
    if (entry === undefined) {
      throw new FairleadError('plugin_not_running', { message: `No plugin “${id}” is installed.` });
    }
    const { state } = entry.record;
    const reason = reasonOf(state);
    throw new FairleadError('plugin_not_running', {
      message: `The plugin “${id}” is not running (${state.status}).${reason === undefined ? '' : ` ${reason}`}`,
      details: { plugin: id, state: state.status },
    });
  }

  reportBug(id: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const code = isFairleadError(error) ? error.code : 'plugin_threw';
    this.#table.find(id)?.supervisor?.reportBug(fault('plugin_bug', `It broke its contract (${code}): ${message}`));
  }

  onChange(listener: (record: PluginRecord) => void): () => void {
    return this.#table.onChange(listener);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.#turn.catch(() => undefined);
    await Promise.all(this.#table.all().map(async ({ supervisor }) => supervisor?.stop()));
    await this.#replacements.dispose();
    await this.#ledger.idle();
    this.#table.dispose();
  }

  async #endQuarantine(id: string): Promise<void> {
    if (this.#table.get(id).record.state.status !== 'quarantined') return;
    await this.#options.incidents?.resolve(...quarantineKey(id));
  }

  async #settle(entries: readonly Entry[]): Promise<void> {
    const all = Promise.all(entries.map(async ({ supervisor }) => supervisor?.settled));
    await withDeadline(this.#options.clock, this.#options.graceMs ?? 1_000, all);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(() => {
      if (this.#disposed) throw new HubError('unavailable', { detail: 'The hub is stopping.' });
      return work();
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #now(): string {
    return timestamp(this.#options.clock);
  }
}

/** Its code is not what its manifest says: only another package mends that. Settings that stayed behind, a person can mend. */
function isBeyondRepair(state: PluginState, { faults }: IdentifiedPackage): boolean {
  if (state.status !== 'incompatible' || faults.length > 0) return false;
  return state.reasons.some(({ code }) => code !== 'settings_outdated');
}

function originOf({ packageName, source }: PluginAggregate) {
  return { packageName, source };
}
