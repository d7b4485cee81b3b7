import type { Call, Clock, KeyValueState, Logger, Manifest, Operation, StoredSecrets } from '@fairlead/sdk';
import type { MovedSettings, ServedConnection, SettingsMove } from '@fairlead/sdk/host';
import type { IdentifiedPackage } from '../discovery/assign-ids.ts';
import type { PluginFault } from '../plugin-fault.ts';
import type { HostKind } from '../plugin-record.ts';

/** A call whose caller lets a host know of its end without an `AbortSignal`, which costs more than all policies together. */
export interface WatchableCall extends Call {
  /** Has `watcher` told once when the call is given up; at once when it has been. Only the last watcher is told. */
  watch(watcher: (reason: unknown) => void): void;
}

/** What the hub lends to a plugin for one connection. The host makes the plugin's context from it. */
export interface ConnectionServices {
  readonly log: Logger;
  readonly state: KeyValueState;
  readonly secrets: StoredSecrets;
  readonly clock: Clock;
  /** Aborted when the connection stops. */
  readonly signal: AbortSignal;
  readonly webhookUrl: string;
  /** Hosts whose private addresses an admin has allowed for this connection. */
  readonly allowedPrivateHosts: readonly string[];
  /** Calls a safe operation of another connection; refuses any other. */
  invoke(connectionId: string, operation: Operation, input: unknown): Promise<unknown>;
}

export interface ServeSpec {
  readonly connection: { readonly id: string; readonly name: string };
  /** Decoded and complete, with `Secret` values. */
  readonly settings: unknown;
  readonly services: ConnectionServices;
}

/** A plugin whose code is loaded and fits its manifest. */
export interface RunningPlugin {
  readonly id: string;
  readonly version: string;
  readonly manifest: Manifest;
  readonly settingsSchema: object;
  /**
   * Makes the plugin's instance for one connection. The caller disposes of it; when the plugin stops the host does.
   * @throws FairleadError `plugin_threw` when the plugin's factory throws or makes something else than its manifest
   *   says, `plugin_not_running` when it has stopped meanwhile
   */
  serve(spec: ServeSpec): Promise<ServedConnection>;
  /**
   * Has the plugin's code take settings from one `settingsVersion` to another, up or down, step by step. Pure.
   * @throws FairleadError `plugin_threw` when a step is missing, throws, or gives something else than JSON
   */
  migrateSettings(move: SettingsMove): Promise<MovedSettings>;
}

/** A package without faults: all that a host needs is there. */
export type StartablePackage = IdentifiedPackage &
  Required<Pick<IdentifiedPackage, 'manifest' | 'settingsSchema' | 'entry'>>;

export interface StartOptions {
  /** Aborted when nobody waits for this start any more; what it made has to be let go. */
  readonly signal: AbortSignal;
  /** Told when the plugin breaks down by itself after the start, with what is known of it. Not after `stop`. */
  readonly onExit: (fault: PluginFault) => void;
  /** What an admin has agreed to of what its manifest asks for. */
  readonly permissions: PluginPermissions;
}

/** See `permissions` of the manifest. */
export type PluginPermissions = NonNullable<Manifest['permissions']>;

/** What a plugin's process uses. */
export interface PluginUsage {
  readonly pid: number;
  /** Milliseconds of processor time since it started. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapUsedBytes: number;
  /** Longest delay of its event loop since the sample before, milliseconds. */
  readonly loopDelayMs: number;
  /** Milliseconds since 1970. */
  readonly sampledAt: number;
}

export interface HostedPlugin {
  readonly running: RunningPlugin;
  /** The latest sample; undefined before the first, and for a plugin that has no process of its own. */
  usage(): PluginUsage | undefined;
  /** Disposes of every instance and lets the code go. Never rejects. Repeating it is harmless. */
  stop(): Promise<void>;
  /**
   * Stops once every instance has been disposed of, and after `withinMs` whatever is left: for code that another has
   * replaced. Never rejects.
   */
  retire(withinMs: number): Promise<void>;
}

/** Where plugins' code runs. The registry asks each host in turn; the first that accepts a package runs it. */
export interface PluginHost {
  readonly kind: HostKind;
  accepts(plugin: StartablePackage): boolean;
  /**
   * Loads the code and checks it against the manifest. May take for ever: the caller has the deadline.
   * @throws PluginStartError
   */
  start(plugin: StartablePackage, options: StartOptions): Promise<HostedPlugin>;
}
