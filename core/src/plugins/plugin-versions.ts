import type { IdentifiedPackage } from './discovery/assign-ids.ts';
import type { PluginPermissions, RunningPlugin, StartablePackage } from './host/plugin-host.ts';
import type { PluginAggregate } from './plugin-collection.ts';
import type { JsonObject } from '../storage/index.ts';

/** Code of one version that was started, and by whom nobody is answered yet, or no longer. */
export interface StartedVersion {
  readonly plugin: StartablePackage;
  readonly running: RunningPlugin;
  /** False once it has broken down or was stopped. */
  readonly alive: boolean;
  /** Ends it now. Never rejects. Repeating it is harmless. */
  stop(): Promise<void>;
  /** Ends it when its last instance is disposed of, and after `withinMs` at the latest. Never rejects. */
  retire(withinMs: number): Promise<void>;
}

/** What `change` wants written: the next state, and events by type and data. */
export interface Noted {
  readonly state: PluginAggregate;
  readonly events?: readonly (readonly [type: string, data: JsonObject])[];
}

/** What an upgrade does with the registry. */
export interface PluginVersions {
  /** The version that is active. @throws HubError `not_found` */
  active(id: string): IdentifiedPackage;
  /** A version of a plugin that lies on this machine; the packages are looked at again when it is not known. */
  find(id: string, version: string): Promise<IdentifiedPackage | undefined>;
  remembered(id: string): Promise<PluginAggregate | undefined>;
  /** Everything that is remembered, by id. */
  all(): Promise<ReadonlyMap<string, PluginAggregate>>;
  /**
   * Starts a version beside the active one.
   * @throws PluginStartError when it does not start in time or is not what its manifest says
   */
  start(plugin: IdentifiedPackage, permissions: PluginPermissions): Promise<StartedVersion>;
  /**
   * Writes what is remembered of a plugin, in order with every other write of it; see `Repository.update`.
   * @throws HubError `not_found` for one that was never enabled; StorageError
   */
  note(id: string, change: (state: PluginAggregate) => Noted | undefined): Promise<PluginAggregate>;
  /** Nobody enables, disables or replaces a plugin while this is done. @throws HubError `unavailable` when the hub stops */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Lets a started version answer from now on, at once. The failures of the one before are forgotten.
   * @returns the one before, if it still ran
   */
  activate(id: string, started: StartedVersion): StartedVersion | undefined;
  /** While the connections' settings of a move are written and the switch is not: its id. Undefined ends that. */
  setUnsettled(id: string, move: string | undefined): void;
}
