import type { Logger } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import { type Entry, memoryOf, quarantineKey, recordOf } from './plugin-entry.ts';
import { type PluginRecord, type PluginState, reasonOf } from './plugin-record.ts';

export interface PluginTableOptions {
  readonly log: Logger;
  readonly incidents?: Pick<Incidents, 'resolve'> | undefined;
}

/** Every plugin that is known on this node, and who is told when one of them changes. */
export class PluginTable {
  readonly #options: PluginTableOptions;
  readonly #listeners = new Set<(record: PluginRecord) => void>();
  #entries = new Map<string, Entry>();

  constructor(options: PluginTableOptions) {
    this.#options = options;
  }

  /** In order of id, after `arrange`. */
  all(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  find(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** @throws HubError `not_found` */
  get(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new HubError('not_found', { detail: `No plugin “${id}” is known.` });
    return entry;
  }

  /** Forgets those that are not among these and do not run, and puts the rest in order. */
  arrange(ids: ReadonlySet<string>): void {
    const kept = [...this.#entries].filter(([id, { supervisor }]) => ids.has(id) || supervisor?.running !== undefined);
    this.#entries = new Map(kept.toSorted(([left], [right]) => (left < right ? -1 : 1)));
  }

  replace(plugin: IdentifiedPackage, state: PluginState, remembered: PluginAggregate | undefined): Entry {
    const entry: Entry = { plugin, record: recordOf(plugin, state, remembered) };
    this.#entries.set(plugin.id, entry);
    this.#tell(entry.record);
    return entry;
  }

  /** Another version in the place of the one before; told of as soon as it has a state of its own. */
  swap(plugin: IdentifiedPackage): Entry {
    const { record } = this.get(plugin.id);
    const entry: Entry = { plugin, record: { ...recordOf(plugin, record.state), ...memoryOf(record) } };
    this.#entries.set(plugin.id, entry);
    return entry;
  }

  /** Not told to listeners: nothing that runs has changed. */
  remember(id: string, state: PluginAggregate | undefined): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || state === undefined) return;
    entry.record = { ...recordOf(entry.plugin, entry.record.state), ...memoryOf(state) };
  }

  set(entry: Entry, state: PluginState): void {
    if (entry.record.state.status === 'quarantined' && state.status === 'running') {
      void this.#options.incidents?.resolve(...quarantineKey(entry.plugin.id)).catch(() => undefined);
    }
    entry.record = { ...entry.record, state };
    this.warn(entry.record);
    this.#tell(entry.record);
  }

  warn({ id, packageName, version, state }: PluginRecord): void {
    const reason = reasonOf(state);
    if (reason === undefined) return;
    this.#options.log.warn(`Plugin “${id}” is ${state.status}: ${reason}`, { plugin: id, packageName, version });
  }

  /** @returns a function that ends it */
  onChange(listener: (record: PluginRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#listeners.clear();
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
}
