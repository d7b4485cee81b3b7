import { type Clock, FairleadError, isFairleadError, type Logger, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { Repository } from '../storage/index.ts';
import { assignIds, type IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginDiscovery } from './discovery/discover-plugins.ts';
import type { PluginHost, RunningPlugin } from './host/plugin-host.ts';
import { withDeadline } from './host/with-deadline.ts';
import { type PluginIncidence, PluginSupervisor } from './lifecycle/plugin-supervisor.ts';
import { defaultRestartPolicy, type RestartPolicy } from './lifecycle/restart-policy.ts';
import { missingPackages } from './missing-packages.ts';
import { type PluginAggregate, releaseActor } from './plugin-collection.ts';
import { isStartable, noHost, quarantineIncident, quarantineKey, recordOf, unavailable } from './plugin-entry.ts';
import { fault } from './plugin-fault.ts';
import { createPluginLedger, type PluginLedger } from './plugin-ledger.ts';
import { type PluginRecord, type PluginState, reasonOf } from './plugin-record.ts';
import type { PluginRegistry, PluginSettings } from './plugin-registry.ts';

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
  readonly policy?: Partial<RestartPolicy>;
  /** Milliseconds that `start` and `enable` wait for plugins at most. Default 1,000. */
  readonly graceMs?: number;
  /** 0 to 1. Default `Math.random`. */
  readonly random?: () => number;
}

interface Entry {
  readonly plugin: IdentifiedPackage;
  record: PluginRecord;
  supervisor?: PluginSupervisor;
}

export function createPluginRegistry(options: PluginRegistryOptions): PluginRegistry {
  return new Registry(options);
}

class Registry implements PluginRegistry {
  readonly #options: PluginRegistryOptions;
  readonly #policy: RestartPolicy;
  readonly #ledger: PluginLedger;
  readonly #listeners = new Set<(record: PluginRecord) => void>();
  #entries = new Map<string, Entry>();
  #disposed = false;
  /** Discovery and switching take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: PluginRegistryOptions) {
    this.#options = options;
    this.#policy = { ...defaultRestartPolicy, ...options.policy };
    this.#ledger = createPluginLedger(options);
  }

  async start(): Promise<void> {
    await this.#inTurn(() => this.#rediscover());
    await this.#settle([...this.#entries.values()]);
  }

  list(): readonly PluginRecord[] {
    return [...this.#entries.values()].map(({ record }) => record);
  }

  find(id: string): PluginRecord | undefined {
    return this.#entries.get(id)?.record;
  }

  get(id: string): PluginSettings | undefined {
    const { manifest, settingsSchema } = this.#entries.get(id)?.plugin ?? {};
    if (manifest === undefined || settingsSchema === undefined) return undefined;
    const capabilities = Object.keys(manifest.capabilities);
    return { settingsSchema, settingsVersion: manifest.settingsVersion, capabilities };
  }

  pluginsWith(capability: string): readonly string[] {
    return [...this.#entries.keys()].filter((id) => this.get(id)?.capabilities.includes(capability) === true);
  }

  async enable(id: string, by: string): Promise<PluginRecord> {
    await this.#inTurn(async () => {
      const { plugin, record, supervisor } = this.#entry(id);
      const other = plugin.faults.filter(({ code }) => code !== 'version_missing');
      if (other.length > 0 || (record.state.status === 'incompatible' && plugin.faults.length === 0)) {
        throw unavailable(record, 'cannot be enabled');
      }
      await this.#ledger.enable(plugin, by);
      await this.#endQuarantine(id);
      if (supervisor !== undefined && record.state.status !== 'quarantined') return supervisor.start();
      await supervisor?.stop();
      const entry = this.#replace({ ...plugin, faults: [] }, { status: 'enabled', since: this.#now() });
      this.#supervise(entry);
    });
    await this.#settle([this.#entry(id)]);
    return this.#entry(id).record;
  }

  async disable(id: string, by: string): Promise<PluginRecord> {
    return this.#inTurn(async () => {
      const { plugin, record, supervisor } = this.#entry(id);
      const known = await this.#ledger.disable(id, by);
      await this.#endQuarantine(id);
      // What cannot run keeps saying why; what was never enabled stays as it was found.
      if (known === undefined || record.state.status === 'disabled' || plugin.faults.length > 0) return record;
      await supervisor?.stop();
      return this.#replace(plugin, { status: 'disabled', since: known.disabledAt ?? this.#now() }).record;
    });
  }

  async retry(id: string): Promise<PluginRecord> {
    await this.#inTurn(async () => {
      const { record, supervisor } = this.#entry(id);
      switch (record.state.status) {
        case 'incompatible':
          return this.#rediscover();
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
    await this.#settle([this.#entries.get(id)].filter((entry) => entry !== undefined));
    return this.#entry(id).record;
  }

  running(id: string): RunningPlugin {
    const entry = this.#entries.get(id);
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
    this.#entries.get(id)?.supervisor?.reportBug(fault('plugin_bug', `It broke its contract (${code}): ${message}`));
  }

  onChange(listener: (record: PluginRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.#turn.catch(() => undefined);
    await Promise.all([...this.#entries.values()].map(async ({ supervisor }) => supervisor?.stop()));
    await this.#ledger.idle();
    this.#listeners.clear();
  }

  /** Looks at all packages again. What runs or is about to is left alone. */
  async #rediscover(): Promise<void> {
    const [inspected, known] = await Promise.all([this.#options.discovery.discover(), this.#ledger.read()]);
    const identified = assignIds(inspected, known);
    const found = [...identified, ...missingPackages(identified, known)];
    for (const plugin of found) {
      const entry = this.#entries.get(plugin.id);
      const isKept = entry?.supervisor !== undefined && entry.record.state.status !== 'incompatible';
      if (!isKept) await this.#take(plugin, known.get(plugin.id));
    }
    const ids = new Set(found.map(({ id }) => id));
    for (const [id, entry] of this.#entries) {
      if (!ids.has(id) && entry.supervisor?.running === undefined) this.#entries.delete(id);
    }
    this.#entries = new Map([...this.#entries].toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }

  async #take(plugin: IdentifiedPackage, known: PluginAggregate | undefined): Promise<void> {
    const since = this.#now();
    if (plugin.faults.length > 0) {
      const entry = this.#replace(plugin, { status: 'incompatible', since, reasons: plugin.faults });
      return this.#warn(entry.record);
    }
    const isNew = known === undefined && plugin.source === 'release';
    const aggregate = isNew ? await this.#ledger.enable(plugin, releaseActor) : known;
    if (aggregate === undefined) this.#replace(plugin, { status: 'discovered', since });
    else if (!aggregate.enabled) {
      this.#replace(plugin, { status: 'disabled', since: aggregate.disabledAt ?? since });
    } else if (aggregate.quarantine !== null) {
      const { since: began, code, message } = aggregate.quarantine;
      this.#replace(plugin, { status: 'quarantined', since: began, reason: fault(code, message) });
    } else this.#supervise(this.#replace(plugin, { status: 'enabled', since }));
  }

  #supervise(entry: Entry): void {
    const { clock, random = Math.random } = this.#options;
    const { plugin } = entry;
    const host = isStartable(plugin) ? this.#options.hosts.find((one) => one.accepts(plugin)) : undefined;
    if (host === undefined || !isStartable(plugin)) {
      return this.#set(entry, { status: 'enabled', since: this.#now(), reason: noHost(plugin) });
    }
    entry.supervisor = new PluginSupervisor({
      plugin,
      host,
      clock,
      random,
      policy: this.#policy,
      changed: (state) => this.#set(entry, state),
      happened: (incidence) => this.#record(plugin, incidence),
    });
    if (!this.#disposed) entry.supervisor.start();
  }

  #record(plugin: IdentifiedPackage, incidence: PluginIncidence): void {
    const { incidents, log } = this.#options;
    const work = [this.#ledger.record(plugin, incidence)];
    if (incidents !== undefined && incidence.kind === 'quarantined') {
      work.push(incidents.raise(quarantineIncident(plugin, incidence.fault)).then(() => undefined));
    }
    Promise.all(work).catch((error: unknown) => {
      log.error(`What happened to plugin “${plugin.id}” could not be stored.`, { incidence: incidence.kind, error });
    });
  }

  async #endQuarantine(id: string): Promise<void> {
    if (this.#entry(id).record.state.status !== 'quarantined') return;
    await this.#options.incidents?.resolve(...quarantineKey(id));
  }

  #replace(plugin: IdentifiedPackage, state: PluginState): Entry {
    const entry: Entry = { plugin, record: recordOf(plugin, state) };
    this.#entries.set(plugin.id, entry);
    this.#tell(entry.record);
    return entry;
  }

  #set(entry: Entry, state: PluginState): void {
    entry.record = { ...entry.record, state };
    this.#warn(entry.record);
    this.#tell(entry.record);
  }

  #warn({ id, packageName, version, state }: PluginRecord): void {
    const reason = reasonOf(state);
    if (reason === undefined) return;
    this.#options.log.warn(`Plugin “${id}” is ${state.status}: ${reason}`, { plugin: id, packageName, version });
  }

  #tell(record: PluginRecord): void {
    for (const listener of this.#listeners) {
      try {
        listener(record);
      } catch (error) {
        this.#options.log.error('A listener of plugin changes threw.', { plugin: record.id, error });
      }
    }
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new HubError('not_found', { detail: `No plugin “${id}” is known.` });
    return entry;
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
