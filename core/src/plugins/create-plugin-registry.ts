import { type Clock, FairleadError, isFairleadError, type Logger, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { Repository } from '../storage/index.ts';
import { assignIds, type IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginDiscovery } from './discovery/discover-plugins.ts';
import type { PluginHost, PluginUsage, RunningPlugin } from './host/plugin-host.ts';
import { withDeadline } from './host/with-deadline.ts';
import { type PluginIncidence, PluginSupervisor } from './lifecycle/plugin-supervisor.ts';
import { defaultRestartPolicy, type RestartPolicy } from './lifecycle/restart-policy.ts';
import { missingPackages } from './missing-packages.ts';
import { type PluginAggregate, releaseActor } from './plugin-collection.ts';
import {
  type Entry,
  isStartable,
  memoryOf,
  noHost,
  permissionsOf,
  quarantineIncident,
  quarantineKey,
  recordOf,
  unavailable,
  withOthers,
} from './plugin-entry.ts';
import { fault } from './plugin-fault.ts';
import { createPluginLedger, type PluginLedger } from './plugin-ledger.ts';
import { type PluginRecord, type PluginState, reasonOf } from './plugin-record.ts';
import type { PluginRegistry, PluginSettings } from './plugin-registry.ts';
import type { PluginVersions } from './plugin-versions.ts';
import { createReplacements, type Replacements } from './replacements.ts';
import { agreementFor } from './upgrade/plugin-asks.ts';

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
  readonly #listeners = new Set<(record: PluginRecord) => void>();
  readonly #unsettled = new Map<string, string>();
  #entries = new Map<string, Entry>();
  #disposed = false;
  /** Discovery and switching take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: PluginRegistryOptions) {
    this.#options = options;
    this.#policy = { ...defaultRestartPolicy, ...options.policy };
    this.#ledger = createPluginLedger(options);
    this.#replacements = createReplacements({
      hosts: options.hosts,
      clock: options.clock,
      ledger: this.#ledger,
      startTimeoutMs: this.#policy.startTimeoutMs,
      unsettled: this.#unsettled,
      entry: (id) => this.#entry(id),
      swap: (plugin) => this.#swap(plugin),
      supervisorOf: (entry) => this.#supervisorOf(entry),
      remember: (id, state) => this.#remember(id, state),
      rescan: () => this.rescan(),
      read: (id) => this.#read(id),
      inTurn: (work) => this.#inTurn(work),
      disposed: () => this.#disposed,
    });
  }

  get versions(): PluginVersions {
    return this.#replacements.versions;
  }

  async start(): Promise<void> {
    await this.rescan();
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
    const unsettledMove = this.#unsettled.get(id);
    return {
      settingsSchema,
      settingsVersion: manifest.settingsVersion,
      capabilities: Object.keys(manifest.capabilities),
      ...(unsettledMove === undefined ? {} : { unsettledMove }),
    };
  }

  pluginsWith(capability: string): readonly string[] {
    return [...this.#entries.keys()].filter((id) => this.get(id)?.capabilities.includes(capability) === true);
  }

  rescan(): Promise<void> {
    return this.#inTurn(() => this.#rediscover());
  }

  async enable(id: string, by: string, consent?: string): Promise<PluginRecord> {
    await this.#inTurn(async () => {
      const { plugin, record, supervisor } = this.#entry(id);
      const { forgetSecrets } = this.#options;
      const mended = ['version_missing', ...(forgetSecrets === undefined ? [] : ['source_changed'])];
      const other = plugin.faults.filter(({ code }) => !mended.includes(code));
      if (other.length > 0 || (record.state.status === 'incompatible' && plugin.faults.length === 0)) {
        throw unavailable(record, 'cannot be enabled');
      }
      const known = await this.#ledger.get(id);
      const boundTo = plugin.faults.some(({ code }) => code === 'source_changed') ? known : undefined;
      const asked = { plugin, agreed: known?.agreed, consent, by, at: this.#now() };
      const agreed = agreementFor({ ...asked, ...(boundTo === undefined ? {} : { boundTo: originOf(boundTo) }) });
      // Before the id is theirs: a kill between the two leaves it with the package that it was.
      if (boundTo !== undefined) await forgetSecrets?.(id);
      const remembered = await this.#ledger.enable(plugin, by, agreed);
      await this.#endQuarantine(id);
      this.#remember(id, remembered);
      if (supervisor !== undefined && record.state.status !== 'quarantined' && agreed === undefined) {
        return supervisor.start();
      }
      await supervisor?.stop();
      const state = { status: 'enabled', since: this.#now() } as const;
      this.#supervise(this.#replace({ ...plugin, faults: [] }, state, remembered));
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
      const state = { status: 'disabled', since: known.disabledAt ?? this.#now() } as const;
      return this.#replace(plugin, state, known).record;
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

  recycle(id: string, reason: string): Promise<PluginRecord> {
    return this.#replacements.recycle(id, reason);
  }

  reload(id: string): Promise<PluginRecord> {
    return this.#replacements.reload(id);
  }

  usage(id: string): PluginUsage | undefined {
    return this.#entries.get(id)?.supervisor?.usage;
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
    await this.#replacements.dispose();
    await this.#ledger.idle();
    this.#listeners.clear();
  }

  /** All packages as they lie there now. */
  async #look(): Promise<{
    readonly found: readonly IdentifiedPackage[];
    readonly known: ReadonlyMap<string, PluginAggregate>;
  }> {
    const [inspected, known] = await Promise.all([this.#options.discovery.discover(), this.#ledger.read()]);
    const identified = assignIds(inspected, known);
    return { found: [...identified, ...missingPackages(identified, known)], known };
  }

  async #read(id: string): Promise<IdentifiedPackage | undefined> {
    return (await this.#look()).found.find((plugin) => plugin.id === id);
  }

  /** Looks at all packages again. What runs or is about to is left alone, but for which versions lie beside it. */
  async #rediscover(): Promise<void> {
    const { found, known } = await this.#look();
    for (const plugin of found) {
      const entry = this.#entries.get(plugin.id);
      const isKept = entry?.supervisor !== undefined && entry.record.state.status !== 'incompatible';
      if (!isKept) await this.#take(plugin, known.get(plugin.id));
      else {
        entry.plugin = withOthers(entry.plugin, [plugin, ...plugin.others]);
        entry.record = { ...entry.record, otherVersions: entry.plugin.otherVersions };
      }
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
      const entry = this.#replace(plugin, { status: 'incompatible', since, reasons: plugin.faults }, known);
      return this.#warn(entry.record);
    }
    const isNew = known === undefined && plugin.source === 'release';
    const aggregate = isNew ? await this.#ledger.enable(plugin, releaseActor) : known;
    if (aggregate === undefined) this.#replace(plugin, { status: 'discovered', since }, aggregate);
    else if (!aggregate.enabled) {
      this.#replace(plugin, { status: 'disabled', since: aggregate.disabledAt ?? since }, aggregate);
    } else if (aggregate.quarantine !== null) {
      const { since: began, code, message } = aggregate.quarantine;
      this.#replace(plugin, { status: 'quarantined', since: began, reason: fault(code, message) }, aggregate);
    } else this.#supervise(this.#replace(plugin, { status: 'enabled', since }, aggregate));
  }

  #supervise(entry: Entry): void {
    const supervisor = this.#supervisorOf(entry);
    if (supervisor === undefined) {
      return this.#set(entry, { status: 'enabled', since: this.#now(), reason: noHost(entry.plugin) });
    }
    if (!this.#disposed) supervisor.start();
  }

  /** Not started yet. Undefined when no host runs it. */
  #supervisorOf(entry: Entry): PluginSupervisor | undefined {
    const { clock, random = Math.random } = this.#options;
    const { plugin } = entry;
    const host = isStartable(plugin) ? this.#options.hosts.find((one) => one.accepts(plugin)) : undefined;
    if (host === undefined || !isStartable(plugin)) return undefined;
    entry.supervisor = new PluginSupervisor({
      plugin,
      host,
      permissions: permissionsOf(plugin, entry.record.agreed),
      clock,
      random,
      policy: this.#policy,
      changed: (state) => this.#set(entry, state),
      happened: (incidence) => this.#record(plugin, incidence),
    });
    return entry.supervisor;
  }

  #record(plugin: IdentifiedPackage, incidence: PluginIncidence): void {
    const { incidents, log } = this.#options;
    const written = this.#ledger.record(plugin, incidence).then((state) => this.#remember(plugin.id, state));
    const raised =
      incidents !== undefined && incidence.kind === 'quarantined'
        ? incidents.raise(quarantineIncident(plugin, incidence.fault))
        : undefined;
    Promise.all([written, raised]).catch((error: unknown) => {
      log.error(`What happened to plugin “${plugin.id}” could not be stored.`, { incidence: incidence.kind, error });
    });
  }

  /** Not told to listeners: nothing that runs has changed. */
  #remember(id: string, state: PluginAggregate | undefined): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || state === undefined) return;
    entry.record = { ...recordOf(entry.plugin, entry.record.state), ...memoryOf(state) };
  }

  async #endQuarantine(id: string): Promise<void> {
    if (this.#entry(id).record.state.status !== 'quarantined') return;
    await this.#options.incidents?.resolve(...quarantineKey(id));
  }

  #replace(plugin: IdentifiedPackage, state: PluginState, remembered: PluginAggregate | undefined): Entry {
    const entry: Entry = { plugin, record: recordOf(plugin, state, remembered) };
    this.#entries.set(plugin.id, entry);
    this.#tell(entry.record);
    return entry;
  }

  /** Another version in the place of the one before; told of as soon as it has a state of its own. */
  #swap(plugin: IdentifiedPackage): Entry {
    const { record } = this.#entry(plugin.id);
    const entry: Entry = { plugin, record: { ...recordOf(plugin, record.state), ...memoryOf(record) } };
    this.#entries.set(plugin.id, entry);
    return entry;
  }

  #set(entry: Entry, state: PluginState): void {
    if (entry.record.state.status === 'quarantined' && state.status === 'running') {
      void this.#options.incidents?.resolve(...quarantineKey(entry.plugin.id)).catch(() => undefined);
    }
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

function originOf({ packageName, source }: PluginAggregate) {
  return { packageName, source };
}
