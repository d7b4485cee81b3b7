import type { PluginUsage, RunningPlugin } from './host/plugin-host.ts';
import type { PluginRecord } from './plugin-record.ts';
import type { PluginVersions } from './plugin-versions.ts';

/** What connections have to know of a plugin, whether or not it runs. */
export interface PluginSettings {
  /** JSON schema of settings and secrets. The same object as long as the package has not been read anew. */
  readonly settingsSchema: object;
  readonly settingsVersion: number;
  readonly capabilities: readonly string[];
  /** Hosts it may reach, as its manifest names them. */
  readonly egress: readonly string[];
  /** Id of the move whose settings are being written while the version before still answers; see `setUnsettled`. */
  readonly unsettledMove?: string;
}

/**
 * All plugins that this hub can see, and the state of each. A plugin that is broken, throws or hangs is a state in this
 * list; it never keeps the hub from starting.
 */
export interface PluginRegistry {
  /** Finds plugins and starts the enabled ones; those of the release are enabled the first time they are seen. Resolves
   * when each has started or failed, or after the grace period: starts go on behind. Call it once.
   * @throws StorageError when it cannot read what was enabled */
  start(): Promise<void>;

  /** In order of id. */
  list(): readonly PluginRecord[];
  find(id: string): PluginRecord | undefined;
  /** Settings of a plugin whose manifest and settings schema are sound; undefined otherwise. */
  get(id: string): PluginSettings | undefined;
  /** Ids of the plugins that `get` knows and that have the capability. */
  pluginsWith(capability: string): readonly string[];

  /** Looks at all packages again: for what was installed or removed. What runs is left alone. */
  rescan(): Promise<void>;

  /**
   * Enables a plugin, and ends its quarantine. Resolves when it has started or failed, or after the grace period.
   * Repeating it is harmless.
   * @param by id of the actor
   * @param consent digest of what it asks for, as the refusal names it; needed once for what an admin has to agree to
   * @throws HubError `not_found`, `plugin_unavailable` when it is incompatible, `consent_required` with all it asks for
   *   and the digest in `details`; StorageError
   */
  enable(id: string, by: string, consent?: string): Promise<PluginRecord>;
  /** Stops and disables a plugin, until it is enabled again. Repeating it is harmless. @throws HubError `not_found`; StorageError */
  disable(id: string, by: string): Promise<PluginRecord>;
  /**
   * Starts now what waits after a failure; looks at the packages again for what is incompatible.
   * @throws HubError `not_found`, `plugin_unavailable` when it is disabled or in quarantine
   */
  retry(id: string): Promise<PluginRecord>;

  /**
   * Starts the version that runs once more, lets it answer from now on, and stops the one before when its last call has
   * ended. When the fresh one does not start, the old one goes on.
   * @throws HubError `not_found`, `plugin_unavailable` when it does not run or the fresh one does not start
   */
  recycle(id: string, reason: string): Promise<PluginRecord>;
  /**
   * The same with its package read anew, for a folder whose code has changed.
   * @throws HubError as `recycle`; also when the package is no longer sound
   */
  reload(id: string): Promise<PluginRecord>;
  /** What the process of a running plugin uses; undefined before the first sample and for one without a process. */
  usage(id: string): PluginUsage | undefined;

  /** A running plugin. For the guard alone. @throws FairleadError `plugin_not_running` naming state and reason */
  running(id: string): RunningPlugin;
  /** A plugin broke its contract in a call. Too many within a window end in quarantine. */
  reportBug(id: string, error: unknown): void;

  /** Several versions of one plugin at once. For upgrades alone. */
  readonly versions: PluginVersions;

  /** Told after each change of a record, on this node. @returns a function that ends it */
  onChange(listener: (record: PluginRecord) => void): () => void;
  /** Stops every plugin and forgets the timers. Repeating it is harmless. */
  dispose(): Promise<void>;
}
