import { type Clock, timestamp } from '@fairlead/sdk';
import { newEvent } from '../events/index.ts';
import { isStorageError, type JsonObject, type OutboxEvent, type Repository } from '../storage/index.ts';
import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginIncidence } from './lifecycle/plugin-supervisor.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import type { PluginFault } from './plugin-fault.ts';
import { exitsKept, type PluginAgreement } from './plugin-record.ts';
import type { Noted } from './plugin-versions.ts';

/** What is remembered of plugins, and the events that tell of it. All writes of one plugin happen in order. */
export interface PluginLedger {
  read(): Promise<ReadonlyMap<string, PluginAggregate>>;
  get(id: string): Promise<PluginAggregate | undefined>;
  /** Binds the id, ends a quarantine. Publishes `plugin.enabled` when that changes anything. */
  enable(plugin: IdentifiedPackage, by: string, agreed?: PluginAgreement): Promise<PluginAggregate>;
  /** Publishes `plugin.disabled` when it was enabled. Undefined when it never was. */
  disable(id: string, by: string): Promise<PluginAggregate | undefined>;
  /** Publishes `plugin.started`, `plugin.failed` or `plugin.quarantined`. */
  record(plugin: IdentifiedPackage, incidence: PluginIncidence): Promise<PluginAggregate | undefined>;
  /** See `PluginVersions.note`. Undefined for one that was never enabled. */
  note(id: string, change: (state: PluginAggregate) => Noted | undefined): Promise<PluginAggregate | undefined>;
  /** Resolves when all writes so far have ended. */
  idle(): Promise<void>;
}

export interface LedgerOptions {
  readonly repository: Repository<PluginAggregate>;
  readonly clock: Clock;
}

export function createPluginLedger({ repository, clock }: LedgerOptions): PluginLedger {
  const tails = new Map<string, Promise<unknown>>();
  const inOrder = <Result>(id: string, write: () => Promise<Result>): Promise<Result> => {
    const result = (tails.get(id) ?? Promise.resolve()).then(write);
    // Only the order is kept here: the failure is the caller's.
    const tail = result.catch(() => undefined).finally(() => tails.get(id) === tail && tails.delete(id));
    tails.set(id, tail);
    return result;
  };
  const event = (type: string, id: string, data: JsonObject) =>
    newEvent(clock, { type, subject: id, data: { pluginId: id, ...data } });
  return {
    async read() {
      const all = new Map<string, PluginAggregate>();
      for await (const { id, state } of repository.scan()) all.set(id, state);
      return all;
    },
    get: async (id) => (await repository.get(id))?.state,
    enable: (plugin, by, agreed) =>
      inOrder(plugin.id, () => enable({ repository, clock, event }, plugin, { by, agreed })),
    note: (id, change) =>
      inOrder(id, async () => {
        const stored = await repository.update(id, (state) => {
          const noted = change(state);
          if (noted === undefined) return undefined;
          return { state: noted.state, events: (noted.events ?? []).map(([type, data]) => event(type, id, data)) };
        });
        return stored?.state;
      }),
    disable: (id, by) =>
      inOrder(id, async () => {
        const disabledAt = timestamp(clock);
        const stored = await repository.update(id, (state) =>
          state.enabled
            ? {
                state: { ...state, enabled: false, disabledAt, disabledBy: by },
                events: [event('plugin.disabled', id, { by })],
              }
            : undefined,
        );
        return stored?.state;
      }),
    record: (plugin, incidence) =>
      inOrder(plugin.id, async () => {
        const now = timestamp(clock);
        const stored = await repository.update(plugin.id, (state) => ({
          state: applied(state, plugin, incidence, now),
          events: [event(`plugin.${incidence.kind}`, plugin.id, dataOf(plugin, incidence))],
        }));
        return stored?.state;
      }),
    async idle() {
      await Promise.allSettled(tails.values());
    },
  };
}

interface Tools extends LedgerOptions {
  event(type: string, id: string, data: JsonObject): OutboxEvent;
}

interface Enabling {
  readonly by: string;
  readonly agreed: PluginAgreement | undefined;
}

async function enable(tools: Tools, plugin: IdentifiedPackage, { by, agreed }: Enabling): Promise<PluginAggregate> {
  const { repository, clock, event } = tools;
  const { id, packageName, source, version } = plugin;
  const events = [event('plugin.enabled', id, { by, packageName, version })];
  const enabled: PluginAggregate = {
    enabled: true,
    packageName,
    source,
    version,
    settingsVersion: plugin.manifest?.settingsVersion ?? 1,
    enabledAt: timestamp(clock),
    enabledBy: by,
    disabledAt: null,
    disabledBy: null,
    quarantine: null,
    ...(agreed === undefined ? {} : { agreed }),
  };
  const change = (state: PluginAggregate) => {
    const isBound = state.packageName === packageName && state.source === source;
    const asBefore = state.enabled && state.quarantine === null && state.version === version && isBound;
    if (asBefore && agreed === undefined) return undefined;
    // What was agreed with another package, and its versions, say nothing of this one.
    // What its connections have, until a start has taken them to what this package needs.
    const { settingsVersion } = state;
    return { state: isBound ? { ...state, ...enabled, settingsVersion } : enabled, events: asBefore ? [] : events };
  };
  const known = await repository.update(id, change);
  if (known !== undefined) return known.state;
  try {
    return (await repository.commit({ id, state: enabled, events }, 0)).state;
  } catch (error) {
    // Another node was first.
    const other = isStorageError(error, 'version_conflict') ? await repository.update(id, change) : undefined;
    if (other === undefined) throw error;
    return other.state;
  }
}

function applied(
  state: PluginAggregate,
  plugin: IdentifiedPackage,
  incidence: PluginIncidence,
  now: string,
): PluginAggregate {
  switch (incidence.kind) {
    case 'started':
      return {
        ...state,
        quarantine: null,
        version: plugin.version,
        settingsVersion: plugin.manifest?.settingsVersion ?? state.settingsVersion,
      };
    case 'failed': {
      const exit = exitOf(incidence.fault, plugin.version, now);
      return { ...state, exits: [...(state.exits ?? []), exit].slice(-exitsKept) };
    }
    case 'quarantined': {
      const { code, message } = incidence.fault;
      return { ...state, quarantine: { since: now, code, message } };
    }
  }
}

function exitOf({ code, message, lastOutput = [] }: PluginFault, version: string, at: string) {
  return { at, version, code, message, lastOutput };
}

function dataOf({ version }: IdentifiedPackage, incidence: PluginIncidence): JsonObject {
  switch (incidence.kind) {
    case 'started':
      return { version, host: incidence.host };
    case 'failed':
      return { version, code: incidence.fault.code, message: incidence.fault.message, attempt: incidence.attempt };
    case 'quarantined':
      return { version, code: incidence.fault.code, message: incidence.fault.message };
  }
}
